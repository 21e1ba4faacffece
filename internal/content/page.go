package content

import "shortlist/internal/guide"

// pageFile is pages/<page>.md.
type pageFile struct {
	*reader
	page    *guide.StaticPage
	sources []*declared
	hold    hold
}

func readPage(r *reader, slug string) *pageFile {
	f := r.root
	p := &guide.StaticPage{Slug: slug, Origin: r.origin()}
	p.Title = f.text("title", required)
	p.Description = f.description(required)
	p.Aliases = f.aliases()
	file := &pageFile{reader: r, page: p, hold: f.readHold()}
	file.sources = f.readSources("")
	p.Sources = plainSources(file.sources)
	p.Extra = f.readExtra()
	f.readAccept()
	p.Body = r.readBody(false)
	r.checkCalls(&p.Body, diagrams{}, nil)
	r.wantBody(p.Body)
	return file
}
