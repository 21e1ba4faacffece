package content

import (
	"io/fs"

	"shortlist/internal/diag"
	"shortlist/internal/guide"
)

// GuideAlone reads a guide's own file and nothing else: what it scores and what its
// table shows. Its entries, and what it names, are not there. The list has what is
// wrong with the file by itself; what could be read of it is returned all the same.
func GuideAlone(tree fs.FS, slug string, today guide.Date) (*guide.Guide, diag.List) {
	r := open(func(path string) ([]byte, error) { return readFile(tree, path) }, guidesFolder+slug+"/guide.md", "guide")
	r.now = today
	g := readGuide(r, slug)
	r.finish()
	r.list.Sort()
	return g.guide, r.accept()
}

// Slugs lists the files of one kind by the names that other files use, sorted:
// "authors", "providers" or "guides".
func Slugs(tree fs.FS, kind string) []string {
	found, _ := walk(tree)
	if found == nil {
		return nil
	}
	var slugs []string
	switch kind {
	case "guides":
		for _, g := range found.guides {
			slugs = append(slugs, slugOf(g.path))
		}
		return slugs
	case "authors":
		slugs = found.authors
	case "providers":
		slugs = found.providers
	}
	for i := range slugs {
		slugs[i] = slugOf(slugs[i])
	}
	return slugs
}
