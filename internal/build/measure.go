package build

import (
	"cmp"
	"path"
	"slices"
	"strings"
	"sync"
	"time"

	"shortlist/internal/site"
)

// Stage is a part of a build with the time that it took on the clock. That of a
// kind of page is the sum over its files, which are made on all processors at
// once; so is that of writing.
type Stage struct {
	Name  string
	Files int // of a kind of page; 0 for what is done once
	Took  time.Duration
}

// stages notes what a build takes, where somebody wants to know.
type stages struct {
	clock func() time.Duration // nil: nobody does
	mu    sync.Mutex
	all   []Stage
	kinds map[string]*Stage
}

// mark begins a stage; what it returns ends it.
func (s *stages) mark(name string) (end func()) {
	if s.clock == nil {
		return func() {}
	}
	began := s.clock()
	return func() { s.all = append(s.all, Stage{Name: name, Took: s.clock() - began}) }
}

// now is the time on the clock, 0 without one.
func (s *stages) now() time.Duration {
	if s.clock == nil {
		return 0
	}
	return s.clock()
}

// page notes a file: when it was begun, rendered from and to, and written.
func (s *stages) page(p site.Page, began, from, to, written time.Duration) {
	if s.clock == nil {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.kinds == nil {
		s.kinds = map[string]*Stage{}
	}
	for _, part := range []struct {
		name string
		took time.Duration
	}{{"  " + kindOf(p), to - from}, {"  compressing and writing", written - began - (to - from)}} {
		k := s.kinds[part.name]
		if k == nil {
			k = &Stage{Name: part.name}
			s.kinds[part.name] = k
		}
		k.Files++
		k.Took += part.took
	}
}

// rendered puts the kinds of pages below the stage that made them, the dearest
// first.
func (s *stages) rendered() {
	var kinds []Stage
	for _, k := range s.kinds {
		kinds = append(kinds, *k)
	}
	slices.SortFunc(kinds, func(a, b Stage) int { return cmp.Or(cmp.Compare(b.Took, a.Took), strings.Compare(a.Name, b.Name)) })
	s.all = append(s.all, kinds...)
}

// kindOf says what kind of page or file something is: its template, or what it is
// for.
func kindOf(p site.Page) string {
	if p.Template != "" {
		return strings.TrimSuffix(path.Base(p.Template), ".html")
	}
	name := path.Base(p.Path)
	switch {
	case site.IsPart(p.Path):
		return "search index"
	case p.Open != nil:
		return "static files"
	case name == "card.png":
		return "cards"
	case name == "index.md", name == "llms.txt":
		return "Markdown twins"
	case strings.HasPrefix(name, "ranking."):
		return "data"
	case strings.HasPrefix(name, "feed."), strings.HasPrefix(name, "changes."):
		return "feeds"
	}
	return "other files"
}
