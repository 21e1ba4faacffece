package rank

// Tiers returns the places in layers: those that nobody surely beats, then
// those that nobody surely beats but those, and so on. Within a tier the
// figures separate nobody for certain, so that a first tier of three reads
// "the figures do not separate the first three". A tier need not be a run of
// neighbours: an entry with much unknown may stand low and still be beaten
// surely by few.
func (r Ranking) Tiers() [][]int {
	depth := make([]int, len(r.Places))
	var tiers [][]int
	// Whoever surely beats an entry has the greater total and stands before
	// it, so that its depth is known by then.
	for i := range r.Places {
		for j := range i {
			if depth[j] >= depth[i] && r.SurelyBeats(j, i) {
				depth[i] = depth[j] + 1
			}
		}
		if depth[i] == len(tiers) {
			tiers = append(tiers, nil)
		}
		tiers[depth[i]] = append(tiers[depth[i]], i)
	}
	return tiers
}
