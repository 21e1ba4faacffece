package picture

import (
	"testing"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"pgregory.net/rapid"
)

// polygon is an outline of straight lines through points in 64ths of a pixel.
func polygon(points ...fixed.Point26_6) sfnt.Segments {
	var out sfnt.Segments
	for i, p := range points {
		op := sfnt.SegmentOpLineTo
		if i == 0 {
			op = sfnt.SegmentOpMoveTo
		}
		out = append(out, sfnt.Segment{Op: op, Args: [3]fixed.Point26_6{p}})
	}
	return out
}

// each calls back with what is covered of every pixel that is, at its place.
func (r *raster) each(pixel func(x, y, coverage int)) {
	for row := range r.height {
		for column, v := range r.covered(row) {
			if v > 0 {
				pixel(r.left+column, r.top+row, int(v))
			}
		}
	}
}

func at(x, y fixed.Int26_6) fixed.Point26_6 { return fixed.Point26_6{X: x, Y: y} }

// TestRectangle covers whole pixels, halves and a quarter, exactly.
func TestRectangle(t *testing.T) {
	var r raster
	r.outline(polygon(at(32, -32), at(160, -32), at(160, 64), at(32, 64)), at(640, 1280))
	want := map[[2]int]int{
		{10, 19}: inside / 4, {11, 19}: inside / 2, {12, 19}: inside / 4,
		{10, 20}: inside / 2, {11, 20}: inside, {12, 20}: inside / 2,
	}
	r.each(func(x, y, coverage int) {
		if want[[2]int{x, y}] != coverage {
			t.Errorf("pixel %d, %d is covered by %d, not by %d", x, y, coverage, want[[2]int{x, y}])
		}
		delete(want, [2]int{x, y})
	})
	for p := range want {
		t.Errorf("pixel %v is not checked", p)
	}
}

// TestArea holds the coverage of any triangle to its area, whichever way round
// it runs: all that may be lost is the rounding of its edges, by a unit where
// one crosses into the next pixel.
func TestArea(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		coordinate := rapid.IntRange(-640, 640)
		point := func(name string) fixed.Point26_6 {
			return at(fixed.Int26_6(coordinate.Draw(t, name+".x")), fixed.Int26_6(coordinate.Draw(t, name+".y")))
		}
		a, b, c := point("a"), point("b"), point("c")
		var r raster
		r.outline(polygon(a, b, c), at(7, -9))
		sum := 0
		r.each(func(_, _, coverage int) { sum += coverage })
		twice := magnitude(int(b.X-a.X)*int(c.Y-a.Y) - int(c.X-a.X)*int(b.Y-a.Y))
		want := twice * finer * finer // inside is twice a pixel's area
		if lost := magnitude(sum - want); lost > 3*(r.width+2*r.height)*2*unit {
			t.Fatalf("covers %d, not %d", sum, want)
		}
	})
}

// TestCurves holds a circle of four curves, quadratic or cubic, to its area,
// within a thirtieth of a pixel along its edge.
func TestCurves(t *testing.T) {
	const radius = 40 * 64
	const k = radius * 5523 / 10000 // a quarter circle as a cubic: the distance of its handles
	circle := sfnt.Segments{{Op: sfnt.SegmentOpMoveTo, Args: [3]fixed.Point26_6{at(radius, 0)}}}
	for _, q := range [][3]fixed.Point26_6{
		{at(radius, k), at(k, radius), at(0, radius)}, {at(-k, radius), at(-radius, k), at(-radius, 0)},
		{at(-radius, -k), at(-k, -radius), at(0, -radius)}, {at(k, -radius), at(radius, -k), at(radius, 0)},
	} {
		circle = append(circle, sfnt.Segment{Op: sfnt.SegmentOpCubeTo, Args: q})
	}
	// Two thirds of the square around it: what a parabola through the corners
	// of a quarter encloses, four times.
	lens := sfnt.Segments{{Op: sfnt.SegmentOpMoveTo, Args: [3]fixed.Point26_6{at(-radius, 0)}},
		{Op: sfnt.SegmentOpQuadTo, Args: [3]fixed.Point26_6{at(0, 2*radius), at(radius, 0)}},
		{Op: sfnt.SegmentOpQuadTo, Args: [3]fixed.Point26_6{at(0, -2*radius), at(-radius, 0)}}}
	for name, c := range map[string]struct {
		segments sfnt.Segments
		area     int // in pixels
	}{"circle": {circle, 5027}, "lens": {lens, 4267}} {
		var r raster
		r.outline(c.segments, at(0, 0))
		sum := 0
		r.each(func(_, _, coverage int) { sum += coverage })
		if got := sum / inside; magnitude(got-c.area) > 8 {
			t.Errorf("the %s covers %d pixels, not %d", name, got, c.area)
		}
	}
}
