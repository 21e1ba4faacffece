package site

import (
	"io"

	"shortlist/internal/export/search"
)

// planSearch lists the search page and the files of its index. Whoever has a
// page of an older edition finds no files, rather than files that do not fit.
func (s *Site) planSearch() {
	ix := search.New(s.searched().Docs())
	s.addPage("/search/", "search", s.lib.Site.Origin, func(w io.Writer) error { return s.print.Search(w, ix) })
	for _, shard := range ix.Shards {
		s.addFile("/search/index/"+ix.Manifest.Edition+"/"+shard.Name, s.lib.Site.Origin, func(w io.Writer) error {
			_, err := w.Write(shard.Data)
			return err
		})
	}
}

// searched is what can be found on the site.
func (s *Site) searched() *search.Site {
	return &search.Site{
		Publication: &s.lib.Site, Posts: s.posts, Guides: s.lib.Guides, Articles: s.lib.Articles, Providers: s.lib.Providers, Pages: s.lib.Pages,
	}
}
