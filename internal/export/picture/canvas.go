package picture

import (
	"strings"

	"golang.org/x/image/font/sfnt"
)

// canvas is a picture while it is drawn.
type canvas struct {
	fonts   [typefaces]*sfnt.Font
	buffer  sfnt.Buffer
	raster  raster
	picture *paper
}

// The picture's frame, in pixels. Some sites cut a little off the edges, and most
// show the picture at half its size or less: hairlines are two pixels.
const (
	edge   = 76
	wide   = Width - 2*edge
	foot   = Height - 64 // where the lowest row ends
	header = 92          // the baseline of the publication's name
	rule   = 118         // the hairline below it
	line   = 2
)

// compose draws the header, the title with its category, and the places.
func (s *canvas) compose(c Content) {
	s.header(c.Publication, c.Date)
	places := c.Places[:min(3, len(c.Places))]
	below := foot
	if len(places) > 0 {
		below = s.places(places)
	}
	s.title(c.Category, c.Title, rule+line, below, len(places) == 0)
}

func (s *canvas) header(publication, date string) {
	const size, small = 30, 24
	when := s.clip(sans, s.letters(sans, date, 0), room(wide/2, small))
	taken := pixels(width(when), small)
	s.write(when, Width-edge-taken, header, small, grey)
	name := s.clip(serif, s.letters(serif, publication, 0), room(wide-taken-40, size))
	s.write(name, edge, header, size, black)
	s.fill(edge, rule, wide, line, hair)
}

// title sets the category and the title between two heights: from the top down
// above places, and where nothing follows, as low as they go.
func (s *canvas) title(category, value string, top, bottom int, alone bool) {
	const (
		size  = 22
		above = 52 // from the top to the category's baseline
		gap   = 28 // from there to the top of the title's capitals
	)
	largest := 72
	if alone {
		largest = 104
	}
	lines, high := s.fit(serif, value, wide, bottom-top-above-gap, largest, 44)
	y := top + above
	if alone {
		y = bottom - gap - capital(high) - (len(lines)-1)*leading(high)
	}
	label := s.letters(sans, strings.ToUpper(category), em/10)
	s.write(s.clip(sans, label, room(wide, size)), edge, y, size, grey)
	y += gap + capital(high)
	for _, l := range lines {
		s.write(l, edge-s.bearing(l, high), y, high, black)
		y += leading(high)
	}
}

// places draws the rows from the foot up, and returns where the first begins.
func (s *canvas) places(places []Place) int {
	numerals := s.numerals(places)
	y, name := foot-row*len(places), edge+numerals+26
	if marks := marksWidth(places); marks > 0 {
		name += marks + 18
	}
	for i, p := range places {
		s.place(p, y+(i+1)*row, name)
	}
	return y
}

// numerals is the width of the widest.
func (s *canvas) numerals(places []Place) int {
	most := 0
	for _, p := range places {
		most = max(most, pixels(width(s.letters(serif, p.Numeral, 0)), numeral))
	}
	return most
}

const (
	row     = 70 // the height of a place
	numeral = 40 // the size of a rank
)

// place draws a row above its hairline, on which the bar lies.
func (s *canvas) place(p Place, y, name int) {
	const size, figures = 35, 32
	baseline := y - 19
	s.fill(edge, y-line, wide, line, hair)
	s.fill(edge, y-line-1, int(int64(wide)*int64(min(max(p.Total, 0), Full))/Full), line+2, accent.full())
	s.write(s.letters(serif, p.Numeral, 0), edge, baseline, numeral, black)
	score := s.clip(sans, s.letters(sans, p.Score, 0), room(wide/3, figures))
	taken := pixels(width(score), figures)
	s.write(score, Width-edge-taken, baseline, figures, black)
	s.write(s.clip(sans, s.letters(sans, p.Name, 0), room(Width-edge-taken-40-name, size)), name, baseline, size, black)
}
