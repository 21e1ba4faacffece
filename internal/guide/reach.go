package guide

// Reach is how an entry's regions bear on a region that is asked for. What an
// entry lists is where a provider says that it serves clients; only the first of
// these says it of the region itself.
type Reach int

const (
	NotListed Reach = iota // nothing that it lists takes the region in
	PartOnly               // it lists a region inside: Singapore, where Asia-Pacific is asked for
	Worldwide              // it lists the whole world, and says nothing of who is eligible here
	Wider                  // it lists a larger region around: Asia-Pacific, where Singapore is asked for
	Named                  // it lists the region
)

// Serves reports whether that satisfies a requirement of the region. A part of
// it never does: a licence in Singapore opens no other place of Asia-Pacific.
func (r Reach) Serves() bool { return r >= Worldwide }

// Reaches is how an entry's regions bear on a region, the closest of them; and
// which it is, nil for none.
func (e *Entry) Reaches(region *Region) (reach Reach, by *Region) {
	for _, r := range e.Regions {
		if here := r.reaches(region); here > reach {
			reach, by = here, r
		}
	}
	return reach, by
}

// Serves reports whether the entry satisfies a requirement of a region.
func (e *Entry) Serves(region *Region) bool {
	reach, _ := e.Reaches(region)
	return reach.Serves()
}

func (r *Region) reaches(other *Region) Reach {
	switch {
	case r == other:
		return Named
	case r.ID == Everywhere:
		return Worldwide
	case r.holds(other):
		return Wider
	case other.holds(r):
		return PartOnly
	}
	return NotListed
}

// holds reports whether r is other or a larger region around it.
func (r *Region) holds(other *Region) bool {
	for ; other != nil; other = other.Within {
		if other == r {
			return true
		}
	}
	return false
}
