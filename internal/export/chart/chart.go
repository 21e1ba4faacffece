// Package chart draws what a ranking says as small, still pictures: SVG to
// stand inside a page, without a script, a style or a colour of its own.
//
// # One drawing for every width
//
// A chart fills the column it stands in, from a phone's 288 pixels to a
// desktop's 656, and its type must not grow and shrink with it: text that is
// 13 pixels high in one would be 6 in the other. So a drawing has a height in
// pixels and no viewBox. Across, everything lies on a grid of a thousand:
// marks in an inner picture that is stretched to the width (their strokes are
// not), text at a percentage of it in its true size. All coordinates are
// integers, or tenths of a percent.
//
// What could collide is laid out for the narrowest column (see narrow), with
// the widths of ordinary type. In a wider one, text that fitted has more room,
// never less.
//
// # Colour
//
// A mark has a class and no colour; the style sheet gives it one, in both
// colour schemes and on paper. Without a style sheet a chart is an outline
// drawing. Shade never says more than the figure beside it: segments carry
// their name and figure, lines their name, and there are no legends.
//
// # Words
//
// A caller gives each chart its finding as the title, says in the description
// what is drawn, and says the same in a table or a sentence beside it.
// Figures that are read are strings, exactly as the page prints them; those
// that are drawn are integers.
package chart

import (
	"io"

	"shortlist/internal/rank"
)

// Full is the length of a bar from end to end: a total of ten.
const Full = rank.FullWeight * rank.MaxScore

// Head is what every chart has.
type Head struct {
	ID    string // unique on its page: "ranges"
	Title string // the finding: "Security decides first place"
	Desc  string // what is drawn, for those who do not see it
}

// Each chart is made and written in the same three steps.
type drawing interface{ draw(*canvas) }

func write(w io.Writer, h Head, d drawing) error {
	c := &canvas{}
	d.draw(c)
	_, err := w.Write(c.svg(h))
	return err
}
