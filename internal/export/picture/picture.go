// Package picture draws the picture that stands beside a link when somebody
// shares a page: 1200 by 630 pixels, PNG, in paper and ink like the pages.
//
// # The same bytes everywhere
//
// The same picture gives the same pixels on every machine, and the same bytes
// with the same version of Go. So there is no clock and no floating point in
// here: outlines come from golang.org/x/image/font/sfnt, which scales in
// integers, and are filled by a rasteriser of our own (raster.go).
// The one in golang.org/x/image/vector adds products of floats, which Go may
// fuse into one rounding on arm64, ppc64 and s390x and may not on amd64.
//
// # Type
//
// The typefaces are in the program, so that no machine needs fonts of its own:
// Literata for what the pages set in it, and Inter for the rest, as far as Latin
// letters go. Greek, Cyrillic and other signs come from STIX Two Text and
// Liberation Sans, which ship inside Go modules. Where all lack a character, the
// serif's box with a question mark stands for it, and what has no shape of its own
// (controls, joiners, variation selectors) is left out. Text is set from left
// to right, letter by letter: there are no ligatures and no shaping.
//
// # Logos
//
// A logo that is made of pixels stands before the name of its provider. A drawing (SVG)
// does not: what turns outlines of any kind into pixels computes in floating point, and
// would make other bytes on other machines. A picture with a logo is written in full
// colour by image/png, which is in no hurry to be fast; all others are written by
// encode.go.
//
// # Fit
//
// A title is set as large as three lines allow, and its lines are made about
// equally long. Below the smallest size, and in every other field, what does
// not fit is cut and ends in an ellipsis. A score is cut last.
package picture

import (
	"image"
	"io"
	"slices"
	"sync"
)

// Width and Height are a picture's size in pixels: the size that Open Graph and
// Twitter's summaries ask for.
const (
	Width  = 1200
	Height = 630
)

// Content is what a picture says. What is empty is left out.
type Content struct {
	Publication string
	Category    string // set in capitals
	Title       string
	Date        string  // as the page prints it: "September 2025"
	Places      []Place // of a guide, in order; the first three are shown
}

// Place is one of the first of a ranking.
type Place struct {
	Numeral string // "2", or a dash
	Name    string
	Score   string // exactly as the page prints it
	Total   int    // what the bar shows, of [Full]; 0 for no bar

	Logo string      // stands for the picture below wherever contents are compared; empty where there is none
	Mark *image.RGBA // stands before the name: at most [MarkWidth] by [MarkHeight], and only where there is a Logo
}

// MarkWidth and MarkHeight are the most that a logo takes.
const (
	MarkWidth  = 88
	MarkHeight = 44
)

// Full is a bar from end to end: a total of ten, as rank counts it.
const Full = 10_000_000

// PNG writes the picture. The same picture gives the same bytes; the only errors are
// those of w and of the fonts in the program. It may be called concurrently.
func PNG(w io.Writer, c Content) error {
	picture, err := draw(c)
	if err != nil {
		return err
	}
	defer pictures.Put(picture)
	e := encoders.Get().(*encoder)
	defer encoders.Put(e)
	if slices.ContainsFunc(c.Places, func(p Place) bool { return p.Mark != nil }) {
		return inColour(w, picture, c.Places)
	}
	return e.encode(w, picture.rows)
}

func draw(c Content) (*paper, error) {
	fonts, err := loaded()
	if err != nil {
		return nil, err
	}
	picture, used := pictures.Get().(*paper)
	if used {
		clear(picture.rows)
	} else {
		picture = newPaper()
	}
	s := canvases.Get().(*canvas)
	defer canvases.Put(s)
	s.fonts, s.picture = fonts, picture
	s.compose(c)
	s.picture = nil
	return picture, nil
}

// canvases keep the cells of the largest letter and what the fonts read into.
var canvases = sync.Pool{New: func() any { return new(canvas) }}

// pictures keeps those that are written: each takes more memory than all the pages
// of a guide.
var pictures sync.Pool
