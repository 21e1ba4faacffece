package content

import "shortlist/internal/guide"

// authorFile is authors/<author>.md.
type authorFile struct {
	*reader
	author *guide.Author
	former []formerly
}

func readAuthor(r *reader, slug string) *authorFile {
	f := r.root
	a := &guide.Author{Slug: slug, Origin: r.origin()}
	a.Name = f.text("name", required)
	a.Kind = choice(f, "kind", required, guide.Person, guide.Organisation)
	a.URL = f.url("url", optional)
	a.Photo = f.picture("photo")
	former := f.readFormer(slug)
	a.Former, a.Aliases = plainFormer(former), withFormer(f.aliases(), former, "/authors/")
	a.Extra = f.readExtra()
	f.readAccept()
	a.Body = r.readFacts()
	return &authorFile{reader: r, author: a, former: former}
}
