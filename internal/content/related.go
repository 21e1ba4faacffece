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

// resolveRelated finds related reads for a guide or an article. What is held back
// is left out.
func (s *site) resolveRelated(r *reader, wanted []related, own read) []guide.Related {
	var out []guide.Related
	for _, want := range wanted {
		x := guide.Related{Title: want.title, Origin: origin(want.at)}
		found := s.reads[want.name]
		switch {
		case want.title != "":
		case found == nil:
			r.report(unknownRelated, want.at, fmt.Sprintf("`%s` is neither a guide nor an article", want.name),
				didYouMean(want.name, s.readSlugs(), `for one that is yet to come write { title = "..." }`))
			continue
		case found.kind == own.kind && found.slug == own.slug:
			r.report(relatedSelf, want.at, fmt.Sprintf("`%s` is this %s itself", want.name, r.noun), "remove it")
			continue
		case found.held:
			continue
		case found.kind == "guide":
			x.Guide = found.slug
		default:
			x.Article = found.slug
		}
		out = append(out, x)
	}
	return out
}

// read is a guide or an article, as far as others that name it need to know.
type read struct {
	kind, slug string
	held       bool
}

// indexReads lists what can be named as a related read: the guide, else the
// article, of a slug.
func (s *site) indexReads() {
	s.reads = map[string]*read{}
	add := func(kind, slug string, h hold) {
		if s.reads[slug] == nil {
			_, in := h.verdict(s.now, s.drafts, s.expired)
			s.reads[slug] = &read{kind, slug, !in}
		}
	}
	for _, g := range s.guides {
		add("guide", g.guide.Slug, g.hold)
	}
	for _, a := range s.articles {
		add("article", a.article.Slug, a.hold)
	}
}

func (s *site) readSlugs() []string {
	var out []string
	for _, g := range s.guides {
		out = append(out, g.guide.Slug)
	}
	for _, a := range s.articles {
		out = append(out, a.article.Slug)
	}
	return out
}
