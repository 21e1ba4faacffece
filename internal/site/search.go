package site

import (
	"io"
	"strings"
	"sync"

	"shortlist/internal/export/search"
)

// indexFolder holds the parts of the search index. Each is named by what is in it,
// so that a page of an earlier build finds no file rather than one that does not
// fit it.
const indexFolder = "/search/index/"

// planSearch lists the search page. Its index is made when the page or a part
// is first wanted, since it takes every text of the site.
func (s *Site) planSearch() {
	index := sync.OnceValue(func() *search.Index {
		all := s.searched()
		if s.KeepBlocks {
			s.blocks, all.Said = map[string]search.Block{}, s.said
			all.Keep = func(path string, b search.Block) { s.blocks[path] = b }
		}
		defer func() { s.said = all.Said }()
		return all.Index()
	})
	s.addPage("/search/", "search", s.lib.Site.Origin, func(w io.Writer) error { return s.print.Search(w, index()) })
	s.parts = func() []Page {
		var out []Page
		ix := index()
		for _, shard := range ix.Shards {
			out = append(out, Page{
				Path: indexFolder + shard.Name, Source: s.lib.Site.Origin, data: shard.Data,
				render: func(w io.Writer) error {
					_, err := w.Write(shard.Data)
					return err
				},
			})
		}
		return out
	}
}

// Parts returns the files of the search index, in order. They are known once
// every text has been read.
func (s *Site) Parts() []Page { return s.parts() }

// IsPart reports whether a path is that of a part of the search index, if there
// is one.
func IsPart(path string) bool { return strings.HasPrefix(path, indexFolder) }

// searched is what can be found on the site.
func (s *Site) searched() *search.Site {
	return &search.Site{
		Publication: &s.lib.Site, Posts: s.posts, Guides: s.lib.Guides, Articles: s.lib.Articles, Providers: s.lib.Providers, Pages: s.lib.Pages, Formerly: s.print.Formerly, Corrected: s.print.Corrected, TiesIn: s.print.TiesBriefly,
		Kept: s.kept,
	}
}
