package content

import (
	"fmt"

	"shortlist/internal/content/front"
	"shortlist/internal/guide"
)

// articleFile is articles/<article>.md.
type articleFile struct {
	*reader
	article *guide.Article
	authors []ref
	topics  []ref
	related []related
	sources []*declared
	hold    hold
}

func readArticle(r *reader, slug string) *articleFile {
	f := r.root
	a := &guide.Article{Slug: slug, Origin: r.origin()}
	file := &articleFile{reader: r, article: a}
	a.Title = f.text("title", required)
	a.Description = f.description(required)
	a.Category = f.text("category", optional)
	file.topics = f.slugs("topics", optional)
	a.Topics = names(file.topics)
	file.authors = f.texts("authors", required)
	a.Dates = f.readDates()
	file.related = f.readRelated()
	a.Aliases = f.aliases()
	file.hold = f.readHold()
	a.CTA = f.readCTA()
	file.sources = f.readSources("")
	a.Sources = plainSources(file.sources)
	a.Extra = f.readExtra()
	f.readAccept()
	a.Body = r.readBody(false)
	r.wantBody(a.Body)
	return file
}

// readDates reads the dates that guides and articles share.
func (f *fields) readDates() guide.Dates {
	published := f.date("published", required)
	updated := f.date("updated", optional)
	f.follows("updated", updated, "published", published)
	if updated.IsZero() {
		updated = published
	}
	return guide.Dates{Published: published.Date, Updated: updated.Date}
}

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
