package chart

// exitLabels names the entries that have left, each at the end of its line:
// below it or above it, to its right, around it or to its left, wherever its
// whole name first has room. One that has room nowhere is cut short, and left out
// if even that would overlap another.
func exitLabels(v *canvas, left []line, y func(int) int) {
	var taken []patch
	for _, l := range left {
		e := len(l.rows) - 1
		for e > 0 && l.rows[e] < 0 {
			e--
		}
		x, at := column(e, len(l.rows)), y(l.rows[e])
		var best *patch
		for _, baseline := range []int{at + 17, at - 8} {
			for _, p := range around(x, baseline, l.name) {
				if p.text != "" && !p.hits(taken) && (best == nil || best.text != l.name && len(p.text) > len(best.text)) {
					best = &p
				}
			}
		}
		if best != nil {
			taken = append(taken, *best)
			v.text(style{class: "gone", anchor: best.anchor}, x, 0, best.y, best.text)
		}
	}
}

// patch is where a line of text stands in the narrowest column, in pixels.
type patch struct {
	text, anchor string
	from, to, y  int
}

// around are the ways to set a name at a line's end, between the ranks on the
// left and the names on the right.
func around(x, y int, name string) []patch {
	at := pixels(x)
	left, right := at-pixels(rankEnd), pixels(nameStart)-6-at
	toRight, centred, toLeft := clip(name, right), clip(name, 2*min(left, right)), clip(name, left)
	half := (width(centred) + 1) / 2
	return []patch{
		{toRight, "", at, at + width(toRight), y},
		{centred, "middle", at - half, at + half, y},
		{toLeft, "end", at - width(toLeft), at, y},
	}
}

func (p patch) hits(taken []patch) bool {
	for _, t := range taken {
		if p.from < t.to+apart && t.from < p.to+apart && max(p.y-t.y, t.y-p.y) < leading-2 {
			return true
		}
	}
	return false
}
