package guide

// Exact returns the guide's weights as the arithmetic takes them, one per
// criterion: the parts, or the percentages where it states none.
func (g *Guide) Exact() []Weight {
	out := make([]Weight, len(g.Criteria))
	for k, c := range g.Criteria {
		if out[k] = c.Weight; c.Parts > 0 {
			out[k] = Weight(c.Parts)
		}
	}
	return out
}

// Exact returns the lens's weights as the arithmetic takes them.
func (l *Lens) Exact() []Weight { return exact(l.Weights, l.Parts) }

// Exact returns the use case's weights as the arithmetic takes them; nil means
// the guide's own.
func (u *UseCase) Exact() []Weight { return exact(u.Weights, u.Parts) }

func exact(weights []Weight, parts []int) []Weight {
	if parts == nil {
		return weights
	}
	out := make([]Weight, len(parts))
	for k, n := range parts {
		out[k] = Weight(n)
	}
	return out
}
