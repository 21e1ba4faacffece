package picture

import (
	"image"
	"image/color"
)

// ink is one of the colours of the page's light scheme, on paper.
type ink int

const (
	black  ink = iota // what is read first
	grey              // what is read second
	accent            // the bars
	inks
)

// hair is the colour of hairlines, which have no soft edges.
const hair = uint8(1 + int(inks)*shades)

// shades is how many steps lie between paper and an ink, the ink included:
// enough for smooth edges, and few enough for a small file.
const shades = 15

// palette is the paper, then each ink from pale to full, then the hairline.
var palette = func() color.Palette {
	paper := color.RGBA{0xfb, 0xfa, 0xf6, 0xff}
	full := [inks]color.RGBA{
		black:  {0x17, 0x20, 0x2b, 0xff},
		grey:   {0x55, 0x60, 0x6d, 0xff},
		accent: {0x0b, 0x5f, 0x5d, 0xff},
	}
	p := color.Palette{paper}
	for _, c := range full {
		for shade := 1; shade <= shades; shade++ {
			p = append(p, mix(paper, c, shade, shades))
		}
	}
	return append(p, mix(paper, full[black], 3, 16))
}()

// mix is so many parts of b in the whole, and a for the rest.
func mix(a, b color.RGBA, parts, whole int) color.RGBA {
	channel := func(a, b uint8) uint8 {
		return uint8((int(a)*(whole-parts) + int(b)*parts + whole/2) / whole)
	}
	return color.RGBA{channel(a.R, b.R), channel(a.G, b.G), channel(a.B, b.B), 0xff}
}

// paper is a picture by the indexes of its colours in the palette, where blank paper
// is 0, as they are written: before each row stands one byte more.
type paper struct{ rows []byte }

func newPaper() *paper { return &paper{make([]byte, pitch*Height)} }

// row is the pixels of a row.
func (p *paper) row(y int) []byte { return p.rows[y*pitch+1:][:Width] }

// fill paints a rectangle in one colour of the palette.
func (s *canvas) fill(x, y, width, height int, index uint8) {
	r := image.Rect(x, y, x+width, y+height).Intersect(image.Rect(0, 0, Width, Height))
	for y := r.Min.Y; y < r.Max.Y; y++ {
		row := s.picture.row(y)[r.Min.X:r.Max.X]
		for x := range row {
			row[x] = index
		}
	}
}

// full is an ink's own colour, without paper in it.
func (i ink) full() uint8 { return uint8((int(i) + 1) * shades) }

// stain paints what the raster covers. Of two letters that touch, the darker shade
// stays.
func (s *canvas) stain(in ink) {
	r := &s.raster
	left, right := max(0, -r.left), min(r.width, Width-r.left)
	for row := max(0, -r.top); row < min(r.height, Height-r.top); row++ {
		covered := r.covered(row)
		if left >= right {
			return
		}
		pixels := s.picture.row(r.top + row)[r.left+left:][:right-left]
		for i, coverage := range covered[left:right] {
			if shade := (uint(coverage)*shades + inside/2) / inside; shade > 0 {
				pixels[i] = max(pixels[i], uint8(uint(in)*shades+shade))
			}
		}
	}
}
