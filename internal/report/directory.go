package report

// Directory knows where each provider appears, over all guides.
type Directory struct {
	ranked  map[string][]Appearance
	apart   map[string][]Beside
	names   map[string][]Alternative
	namedBy map[string][]Appearance
}

// Appearance is a provider's place in a guide.
type Appearance struct {
	Guide *Summary
	Place *SummaryPlace
}

// Beside is a provider that takes no place in a guide, which says why.
type Beside struct {
	Guide *Summary
	Apart *Apart
}

// NewDirectory reads the summaries, whose order it keeps.
func NewDirectory(guides []*Summary) *Directory {
	d := &Directory{map[string][]Appearance{}, map[string][]Beside{}, map[string][]Alternative{}, map[string][]Appearance{}}
	type naming struct{ by, of string }
	seen := map[naming]bool{}
	for _, s := range guides {
		for i := range s.Apart {
			a := &s.Apart[i]
			d.apart[a.Provider] = append(d.apart[a.Provider], Beside{s, a})
		}
		for i := range s.Places {
			p := &s.Places[i]
			d.ranked[p.Provider] = append(d.ranked[p.Provider], Appearance{s, p})
			for _, a := range p.Names {
				d.namedBy[a.Provider] = append(d.namedBy[a.Provider], Appearance{s, p})
				if n := (naming{p.Provider, a.Provider}); !seen[n] {
					seen[n] = true
					d.names[p.Provider] = append(d.names[p.Provider], a)
				}
			}
		}
	}
	return d
}

// Ranked lists the guides that rank a provider, in the order of the summaries.
func (d *Directory) Ranked(provider string) []Appearance { return d.ranked[provider] }

// Apart lists the guides in which a provider takes no place.
func (d *Directory) Apart(provider string) []Beside { return d.apart[provider] }

// Names lists whom a provider's entries name as alternatives, each once.
func (d *Directory) Names(provider string) []Alternative { return d.names[provider] }

// NamedBy lists the entries that name a provider as an alternative.
func (d *Directory) NamedBy(provider string) []Appearance { return d.namedBy[provider] }
