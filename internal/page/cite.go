package page

import (
	"html/template"
	"strings"

	"shortlist/internal/export/citation"
	"shortlist/internal/guide"
	"shortlist/internal/report/address"
)

// CiteView says how to cite a guide, by its latest edition's permanent address.
type CiteView struct {
	Title        string // of the section
	Text, BibTeX string
	CSL          template.HTML
}

// citeTitle heads the section, and stands in the contents.
const citeTitle = "How to cite this"

// inText escapes what must be in text. html/template also escapes quotes, of
// which JSON is full.
var inText = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")

func (r *guidePrinter) cite() *CiteView {
	s, g := r.site, r.g
	w := citation.Work{
		Key: g.Slug + "-" + g.Dates.Updated.String(), Title: g.Title, Publisher: s.Publication.Publisher.Name,
		Date: g.Dates.Updated, URL: s.Absolute(address.Guide(g.Slug)), Language: s.Publication.Language,
	}
	if n := len(g.Editions); n > 0 {
		e := g.Editions[n-1]
		w.Key, w.Title, w.Date = g.Slug+"-"+e.Date.String(), e.Title, e.Date
		w.URL = s.Absolute(address.Edition(g.Slug, e.Date))
	}
	for _, a := range g.Authors {
		w.Authors = append(w.Authors, citation.Author{Name: a.Name, Organisation: a.Kind == guide.Organisation})
	}
	return &CiteView{Title: citeTitle, Text: citation.Text(w), BibTeX: citation.BibTeX(w), CSL: template.HTML(inText.Replace(citation.CSL(w)))}
}
