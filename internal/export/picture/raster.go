package picture

import (
	"slices"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// raster turns an outline into coverage: how much of each pixel lies inside.
//
// It works in integers, and is exact for straight lines but for the rounding
// of where they cross into the next pixel. For each pixel that an edge
// passes through, a cell keeps the height of the edge within the pixel, signed
// by its direction, and the area that lies to the left of that piece. The sum
// of the heights so far along a row says how much of the row's height is
// inside, so one pass over the cells gives the coverage. It is how FreeType
// and font-rs do it: R. Levien, "Inside the fastest font renderer in the
// world", 2016. Overlapping parts of an outline count as inside once.
type raster struct {
	left, top     int // of the cells, in pixels of the picture
	width, height int
	cells         []cell
	row           []int32 // what is covered of one
	x, y          int     // the pen, in units from the cells' corner
	startX        int     // where the outline's current part began
	startY        int
}

type cell struct{ height, area int32 }

// unit is a pixel's side. Outlines come in 64ths; curves are cut more finely.
const (
	unit   = 256
	finer  = unit / 64
	inside = 2 * unit * unit // the value of a pixel that lies wholly inside
)

// outline fills the cells with a glyph that stands at a point of the baseline.
// The segments' coordinates and the point are in 64ths of a pixel.
func (r *raster) outline(segments sfnt.Segments, at fixed.Point26_6) {
	bounds := segments.Bounds().Add(at)
	r.left, r.top = bounds.Min.X.Floor(), bounds.Min.Y.Floor()
	r.width = bounds.Max.X.Ceil() - r.left + 1 // an edge may stand on the right end
	r.height = bounds.Max.Y.Ceil() - r.top
	size := r.width * r.height
	if cap(r.cells) < size {
		r.cells = make([]cell, size)
	}
	r.cells = r.cells[:size]
	clear(r.cells)

	point := func(p fixed.Point26_6) (x, y int) {
		return (int(p.X+at.X) - r.left*64) * finer, (int(p.Y+at.Y) - r.top*64) * finer
	}
	for _, s := range segments {
		ax, ay := point(s.Args[0])
		bx, by := point(s.Args[1])
		cx, cy := point(s.Args[2])
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			r.close()
			r.x, r.y, r.startX, r.startY = ax, ay, ax, ay
		case sfnt.SegmentOpLineTo:
			r.line(ax, ay)
		case sfnt.SegmentOpQuadTo:
			r.quadratic(ax, ay, bx, by)
		case sfnt.SegmentOpCubeTo:
			r.cubic(ax, ay, bx, by, cx, cy)
		}
	}
	r.close()
}

func (r *raster) close() { r.line(r.startX, r.startY) }

// quadratic draws a curve as straight lines that stray from it by at most a
// 32nd of a pixel: with n of them, by at most |a - 2b + c| / 4n².
func (r *raster) quadratic(bx, by, cx, cy int) {
	ax, ay := r.x, r.y
	bend := max(magnitude(ax-2*bx+cx), magnitude(ay-2*by+cy))
	n := pieces(bend)
	at := func(a, b, c, i int) int {
		j := n - i
		return (j*j*a + 2*i*j*b + i*i*c + n*n/2) / (n * n)
	}
	for i := 1; i < n; i++ {
		r.line(at(ax, bx, cx, i), at(ay, by, cy, i))
	}
	r.line(cx, cy)
}

// cubic does the same for a cubic curve, whose second differences bound how
// far it strays.
func (r *raster) cubic(bx, by, cx, cy, dx, dy int) {
	ax, ay := r.x, r.y
	bend := max(magnitude(ax-2*bx+cx), magnitude(ay-2*by+cy), magnitude(bx-2*cx+dx), magnitude(by-2*cy+dy))
	n := pieces(3 * bend)
	at := func(a, b, c, d, i int) int {
		j := n - i
		sum := int64(j*j*j)*int64(a) + int64(3*i*j*j)*int64(b) + int64(3*i*i*j)*int64(c) + int64(i*i*i)*int64(d)
		return int((sum + int64(n*n*n/2)) / int64(n*n*n))
	}
	for i := 1; i < n; i++ {
		r.line(at(ax, bx, cx, dx, i), at(ay, by, cy, dy, i))
	}
	r.line(dx, dy)
}

// pieces is how many lines a curve of such a bend needs.
func pieces(bend int) int {
	n := 1
	for bend > 4*n*n*unit/32 {
		n++
	}
	return n
}

func magnitude(x int) int { return max(x, -x) }

// line draws to a point, row by row.
func (r *raster) line(x1, y1 int) {
	x0, y0 := r.x, r.y
	r.x, r.y = x1, y1
	sign := int32(1)
	if y0 > y1 {
		x0, y0, x1, y1, sign = x1, y1, x0, y0, -1
	}
	dx, dy := x1-x0, y1-y0
	for x, y := x0, y0; y < y1; {
		row := y / unit
		below := min((row+1)*unit, y1)
		next := x0 + int(int64(dx)*int64(below-y0)/int64(dy))
		r.piece(r.cells[row*r.width:(row+1)*r.width], min(x, next), max(x, next), below-y, sign)
		x, y = next, below
	}
}

// piece adds what lies of a line within one row, from left to right. Which of
// its ends is the upper one makes no difference to the coverage.
func (r *raster) piece(row []cell, x0, x1, height int, sign int32) {
	done := 0
	for x := x0; ; {
		column := x / unit
		edge, part := min((column+1)*unit, x1), height
		if edge < x1 {
			part = (2*height*(edge-x0) + x1 - x0) / (2 * (x1 - x0))
		}
		c, d := &row[column], sign*int32(part-done)
		c.height += d
		c.area += d * int32(x+edge-2*column*unit)
		if edge == x1 {
			return
		}
		x, done = edge, part
	}
}

// covered is how much of each pixel of a row is covered, up to inside, until the next
// call.
func (r *raster) covered(row int) []int32 {
	r.row = slices.Grow(r.row[:0], r.width)[:r.width]
	height := int32(0)
	for column, c := range r.cells[row*r.width:][:r.width] {
		height += c.height
		v := height*2*unit - c.area
		r.row[column] = min(max(v, -v), inside)
	}
	return r.row
}
