package dataset

import (
	"io"

	"shortlist/internal/report"
)

// Correction says that the guide, or an entry, had something wrong.
type Correction struct {
	Date      string   `json:"date"`
	Providers []string `json:"providers"`
	Was       string   `json:"was"`
	Is        string   `json:"is"`
	Since     string   `json:"since,omitempty"`
}

// corrected are the corrections of the guide and its entries.
func corrected(g *report.Guide) []Correction {
	var out []Correction
	for _, c := range g.Corrections {
		out = append(out, Correction{date(c.Date), concerned(c), report.Plain(c.Was), report.Plain(c.Is), date(c.Since)})
	}
	return out
}

// concerned are the slugs of the providers that a correction concerns.
func concerned(c report.Correction) []string {
	slugs := []string{}
	for _, who := range c.Who {
		slugs = append(slugs, who.ID)
	}
	return slugs
}

// corrections is the document of all corrections of a site.
type (
	corrections struct {
		Version     int         `json:"version"`
		Corrections []onItsPage `json:"corrections"`
	}
	onItsPage struct {
		Date      string   `json:"date"`
		Page      string   `json:"page"`
		Title     string   `json:"title"`
		Providers []string `json:"providers"`
		Was       string   `json:"was"`
		Is        string   `json:"is"`
		Since     string   `json:"since,omitempty"`
		Source    string   `json:"source,omitempty"`
	}
)

// Corrections writes all corrections of a site, in their order; absolute gives the
// address of a path of the site.
func Corrections(w io.Writer, all []report.Corrected, absolute func(path string) string) error {
	doc := corrections{Version: 1, Corrections: []onItsPage{}}
	for _, c := range all {
		x := onItsPage{
			Date: date(c.Date), Page: absolute(c.Path) + "#" + c.ID, Title: c.Title, Providers: concerned(c.Correction),
			Was: report.Plain(c.Was), Is: report.Plain(c.Is), Since: date(c.Since),
		}
		if source := c.Cites(c.Source); source != nil {
			x.Source = source.URL
		}
		doc.Corrections = append(doc.Corrections, x)
	}
	return indented(w, doc)
}
