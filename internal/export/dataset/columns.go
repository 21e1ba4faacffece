package dataset

import (
	"cmp"
	"slices"
)

// priceColumns are those of the price that counts, and of all of them in words.
var priceColumns = []string{"price", "price_high", "price_unit", "price_per", "price_plan", "price_as_of", "prices"}

// priced reports whether anybody has a price.
func (d *Document) priced() bool {
	return slices.ContainsFunc(d.Entries, func(e Entry) bool { return len(e.Prices) > 0 })
}

// priceCells are the cells of an entry under [priceColumns].
func priceCells(e *Entry) []string {
	out := make([]string, len(priceColumns))
	all := ""
	for i, p := range e.Prices {
		if p.Counts {
			out = []string{p.Missing, "", text(p.Unit), text(p.Per), text(p.Plan), p.AsOf, ""}
			if p.Low != nil {
				out[0] = p.Low.String()
			}
			if p.Low != nil && p.High == nil { // the least that it is
				out[0] = "from " + out[0]
			}
			if p.High != nil && *p.High != *p.Low {
				out[1] = p.High.String()
			}
		}
		if i > 0 {
			all += "; "
		}
		if p.Plan != "" {
			all += p.Plan + ": "
		}
		all += p.Words
	}
	out[len(out)-1] = text(all)
	return out
}

// stated are the facts that somebody states, each once, in the order of the site.
func (d *Document) stated() []Stated {
	var out []Stated
	for i := range d.Entries {
		for _, f := range d.Entries[i].Facts {
			if !slices.ContainsFunc(out, func(x Stated) bool { return x.ID == f.ID }) {
				out = append(out, f)
			}
		}
	}
	slices.SortFunc(out, func(a, b Stated) int { return cmp.Compare(a.at, b.at) })
	return out
}

// column is the head of the column of a fact.
func (f *Stated) column() string {
	if f.Unit != "" {
		return "provider: " + f.Name + " (" + f.Unit + ")"
	}
	return "provider: " + f.Name
}

// of is what a provider states of the fact; empty where it states nothing.
func (f *Stated) of(e *Entry) string {
	for _, x := range e.Facts {
		if x.ID == f.ID {
			return cell(x.Value)
		}
	}
	return ""
}
