package rank

// Loss returns the cheapest flip that costs the entry in the first place its
// rank, whoever takes it: of all the others the one for which least weight must
// be moved, the first of those that need as little. It is false where no
// weighting puts anybody ahead. Where somebody ties for first it takes nothing.
func (r Ranking) Loss() (Flip, bool) {
	var least Flip
	for b := 1; b < len(r.Places); b++ {
		if f := r.Flip(0, b); f.Possible && (!least.Possible || f.Weight.Compare(least.Weight) < 0) {
			least = f
		}
	}
	return least, least.Possible
}
