package guide

// Status is what has become of a provider that does not go on as it did.
type Status struct {
	Kind StatusKind // empty for one that goes on
	Date Date
	Note Inline // what happened, with its source
}

// StatusKind says what has become of a provider.
type StatusKind string

// What may become of a provider.
const (
	Closed   StatusKind = "closed"   // it is no more
	Acquired StatusKind = "acquired" // it belongs to another
	Paused   StatusKind = "paused"   // it takes no new clients for now
)

// Verdict is why an entry takes no place. It decides which entries are ranked, and
// nothing of how.
type Verdict struct {
	Kind VerdictKind // empty for an entry that is ranked
	Date Date        // zero where nothing is said
	Note Inline      // the reason
}

// VerdictKind says how an entry stands apart from the order.
type VerdictKind string

// How an entry may stand apart.
const (
	Withdrawn      VerdictKind = "withdrawn"       // it was ranked, and has left
	NotRecommended VerdictKind = "not-recommended" // it was looked at, and is not recommended
)

// EntryApart returns the guide's entry for a provider that takes no place, or nil.
func (g *Guide) EntryApart(provider string) *Entry {
	for _, e := range g.Apart {
		if e.Provider.Slug == provider {
			return e
		}
	}
	return nil
}

// AllEntries are those that are ranked, then those that stand apart.
func (g *Guide) AllEntries() []*Entry {
	return append(g.Entries[:len(g.Entries):len(g.Entries)], g.Apart...)
}
