package guide

// Curve turns a raw figure into a score: straight lines between fixed points,
// the end points' scores outside them. Figures rise from point to point.
type Curve []CurvePoint

// CurvePoint says that a figure scores this much.
type CurvePoint struct {
	Figure Figure
	Score  Score
}

// Score returns the score of a figure, rounded half up to a hundredth. The
// curve must have at least one point.
func (c Curve) Score(f Figure) Score {
	if f <= c[0].Figure {
		return c[0].Score
	}
	for i := 1; i < len(c); i++ {
		a, b := c[i-1], c[i]
		if f > b.Figure {
			continue
		}
		span := int64(b.Figure - a.Figure)
		rise := int64(b.Score - a.Score)
		// score = a + rise*(f-a)/span, rounded half up: floor(2x+span / 2span).
		scaled := int64(a.Score)*span + rise*int64(f-a.Figure)
		return Score(floorDiv(2*scaled+span, 2*span))
	}
	return c[len(c)-1].Score
}

// Range returns the least and the greatest score that any figure between low
// and high, both included, earns.
func (c Curve) Range(low, high Figure) (least, greatest Score) {
	least, greatest = c.Score(low), c.Score(low)
	see := func(s Score) { least, greatest = min(least, s), max(greatest, s) }
	see(c.Score(high))
	for _, p := range c {
		if p.Figure > low && p.Figure < high {
			see(p.Score)
		}
	}
	return least, greatest
}

func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b != 0 && (a < 0) != (b < 0) {
		q--
	}
	return q
}
