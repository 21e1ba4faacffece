package serve

import (
	"net/http"
	"net/url"
	"strings"
	"sync"

	"shortlist/internal/site"
)

// While the whole site is read for the first time, the pages of one guide can be
// looked at: that of the first that is asked for. They are made of that guide's files
// alone, so that what they say of others may be wrong; who asks for anything else
// waits. When the whole site is there, a browser loads the page once more if it is
// another.

// begin answers requests before there is a site.
func (s *server) begin(base string, first func(path string) *site.Site) {
	next := empty()
	if plain, err := url.PathUnescape(base); err == nil {
		next.base = plain
	}
	next.reading, s.first = true, first
	s.put(next, "")
}

// glance shows the pages of the guide that is asked for.
func (s *server) glance(path string) {
	s.putting.Lock()
	defer s.putting.Unlock()
	before := s.state.Load()
	if !before.reading || before.planned != nil || !strings.HasPrefix(path, "/guides/") {
		return
	}
	planned := s.first(path)
	if planned == nil {
		return
	}
	next := &state{planned: planned, reading: true}
	if next.readPages() != nil {
		return
	}
	below := strings.Join(strings.SplitN(path, "/", 4)[:3], "/") + "/"
	next.fresh, next.shown = map[string]site.Page{}, new(sync.Map)
	for at, p := range next.pages {
		if strings.HasPrefix(at, below) {
			next.fresh[at] = p
		}
	}
	s.put(next, "")
}

// wait is the state in which a path of the site is as it should be; nil where nobody
// waits for it any more.
func (s *server) wait(r *http.Request) *state {
	for {
		now := s.state.Load()
		if now.reading && now.planned == nil {
			s.glance(now.within(r.URL.Path))
			now = s.state.Load()
		}
		if now.settled(now.within(r.URL.Path)) && !(now.reading && now.planned == nil) {
			return now
		}
		select {
		case <-now.replaced:
		case <-r.Context().Done():
			return nil
		}
	}
}
