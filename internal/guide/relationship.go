package guide

// Relationship is a commercial tie between the publisher and a provider. It is
// disclosed wherever the provider is shown; it belongs to the library and to no
// guide or entry, so that nothing that ranks can see it.
type Relationship struct {
	Provider *Provider
	Kind     string // "affiliate", "sponsor", "client", "investor" ...
	Note     Inline // what readers are told, in a sentence
	Since    Date   // zero when it is not known
	Origin   Origin
}

// Relationship returns the tie with a provider, or nil.
func (l *Library) Relationship(p *Provider) *Relationship {
	for i := range l.Relationships {
		if l.Relationships[i].Provider == p {
			return &l.Relationships[i]
		}
	}
	return nil
}
