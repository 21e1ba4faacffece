package guide

// Relationship is a commercial tie between the publisher and a provider. It is
// disclosed wherever the provider is shown; it belongs to the library and to no
// guide or entry, so that nothing that ranks can see it.
type Relationship struct {
	Provider *Provider
	Kind     TieKind
	Note     Inline // what readers are told, in a sentence
	Since    Date   // zero when it is not known
	Try      string // where a link to the provider leads that somebody pays for; empty for none
	Origin   Origin
}

// TieKind says what a provider is to the publisher.
type TieKind string

// The kinds of ties; there are no others.
const (
	Affiliate    TieKind = "affiliate"     // the provider pays for readers who become its customers
	Sponsor      TieKind = "sponsor"       // it pays for a part of the publication
	Investor     TieKind = "investor"      // it has invested in the publisher
	Owner        TieKind = "owner"         // it owns the publisher, in whole or in part
	Client       TieKind = "client"        // it buys from the publisher
	Advertiser   TieKind = "advertiser"    // it advertises with the publisher
	DataSupplier TieKind = "data-supplier" // it supplies data to the publisher
)

// TieKinds are all of them, in the order in which they are told.
var TieKinds = []TieKind{Affiliate, Sponsor, Investor, Owner, Client, Advertiser, DataSupplier}

// Words is the kind as it is printed: "data supplier".
func (k TieKind) Words() string {
	if k == DataSupplier {
		return "data supplier"
	}
	return string(k)
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
