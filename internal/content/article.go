package content

import "shortlist/internal/guide"

// articleFile is articles/<article>.md.
type articleFile struct {
	*reader
	bonds
	article *guide.Article
	authors []ref
	topics  []ref
	related []related
	sources []*declared
	hold    hold
	former  []formerly
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
	file.hold = f.readHold()
	a.Dates = f.readDates(file.hold)
	file.related = f.readRelated()
	file.former = f.readFormer(slug)
	a.Former, a.Aliases = plainFormer(file.former), withFormer(f.aliases(), file.former, "/articles/")
	a.CTA = f.readCTA()
	a.Corrections = plainCorrections(f.readCorrections(false))
	file.sources = f.readSources("")
	a.Sources = plainSources(file.sources)
	diagrams := f.readDiagrams()
	a.Diagrams = diagrams.all
	a.Extra = f.readExtra()
	f.readAccept()
	a.Body = r.readBody(false)
	r.checkCalls(&a.Body, diagrams, nil)
	r.wantBody(a.Body)
	return file
}
