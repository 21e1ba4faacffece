package site

import (
	"html/template"
	"strings"

	"shortlist/internal/export/citation"
	"shortlist/internal/guide"
)

// CiteView says how to cite a guide, by its latest edition's permanent address.
type CiteView struct {
	Text, BibTeX string
	CSL          template.HTML
}

// inText escapes what must be in text. html/template also escapes quotes, of
// which JSON is full.
var inText = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")

func (r *guideRendering) cite() *CiteView {
	s, g := r.site, r.guide
	w := citation.Work{
		Key: g.Slug + "-" + g.Dates.Updated.String(), Title: g.FullTitle(), Publisher: s.lib.Site.Publisher.Name,
		Date: g.Dates.Updated, URL: s.absolute(guidePath(g.Slug)), Language: s.lib.Site.Language,
	}
	if n := len(g.Editions); n > 0 {
		e := g.Editions[n-1]
		w.Key, w.Title, w.Date = g.Slug+"-"+e.Date.String(), e.Title, e.Date
		w.URL = s.absolute(editionPath(g.Slug, e.Date))
	}
	for _, a := range g.Authors {
		w.Authors = append(w.Authors, citation.Author{Name: a.Name, Organisation: a.Kind == guide.Organisation})
	}
	return &CiteView{Text: citation.Text(w), BibTeX: citation.BibTeX(w), CSL: template.HTML(inText.Replace(citation.CSL(w)))}
}
