package content

import (
	"fmt"

	"shortlist/internal/content/front"
	"shortlist/internal/diag"
	"shortlist/internal/guide"
)

var (
	unknownRelated = diag.Define(diag.Error, "unknown-related",
		"A related read is neither a guide nor an article.")
	relatedSelf = diag.Define(diag.Error, "related-self",
		"A guide or article lists itself as a related read.")
)

// related is one item of a list of related reads.
type related struct {
	ref          // of a guide or article; empty for one that is yet to come
	title string // of one that is yet to come
}

// readRelated reads a list of slugs and of tables { title = "..." }.
func (f *fields) readRelated() []related {
	v := f.find("related", optional, "")
	if v == nil {
		return nil
	}
	var out []related
	seen := map[string]bool{}
	for _, item := range f.r.items(v, "related") {
		x := related{ref: ref{at: item.Span}}
		if item.Kind == front.Inline {
			x.title = f.in(item.Table, "related read").text("title", required)
		} else {
			x.name = f.r.text(item, "related")
		}
		key := x.name + "\n" + x.title
		switch {
		case x.name == "" && x.title == "":
		case seen[key]:
			f.r.report(duplicateValue, x.at, fmt.Sprintf("`related`: `%s` is given twice", x.name+x.title), "remove one")
		default:
			seen[key] = true
			out = append(out, x)
		}
	}
	return out
}

// resolveRelated finds related reads for a guide or an article.
func (s *site) resolveRelated(r *reader, wanted []related, ownGuide *guide.Guide, ownArticle *guide.Article) []guide.Related {
	var out []guide.Related
	for _, want := range wanted {
		x := guide.Related{Title: want.title, Origin: origin(want.at)}
		if want.title == "" {
			x.Guide, x.Article = s.relatedRead(want.name)
		}
		switch {
		case x.Guide != nil && x.Guide == ownGuide, x.Article != nil && x.Article == ownArticle:
			r.report(relatedSelf, want.at, fmt.Sprintf("`%s` is this %s itself", want.name, r.noun), "remove it")
		case x.Guide == nil && x.Article == nil && x.Title == "":
			r.report(unknownRelated, want.at, fmt.Sprintf("`%s` is neither a guide nor an article", want.name),
				didYouMean(want.name, s.reads(), `for one that is yet to come write { title = "..." }`))
		default:
			out = append(out, x)
		}
	}
	return out
}

// relatedRead finds the guide, else the article, of a slug.
func (s *site) relatedRead(slug string) (*guide.Guide, *guide.Article) {
	for _, g := range s.guides {
		if g.guide.Slug == slug {
			return g.guide, nil
		}
	}
	for _, a := range s.articles {
		if a.article.Slug == slug {
			return nil, a.article
		}
	}
	return nil, nil
}

func (s *site) reads() []string {
	var out []string
	for _, g := range s.guides {
		out = append(out, g.guide.Slug)
	}
	for _, a := range s.articles {
		out = append(out, a.article.Slug)
	}
	return out
}
