package serve

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"strings"
	"sync"

	"shortlist/internal/build"
	"shortlist/internal/diag"
	"shortlist/internal/export/hosting"
	"shortlist/internal/guide"
	"shortlist/internal/site"
)

// state is what the preview shows between two changes. It never changes itself.
type state struct {
	name     string        // differs from that of any other state, of an earlier run too
	replaced chan struct{} // closed when there is a newer one

	planned *site.Site // the last one without problems; nil if there was none yet
	base    string     // the path that it is served below, unescaped: "/" or "/a/b/"
	pages   map[string]site.Page
	rules   []hosting.Rule
	moves   map[string]hosting.Move // by unescaped path, as a browser asks for it
	below   []hosting.Move          // of all that lies below a path
	drafts  string                  // style rules for links to what is not published

	reading bool // the whole site is being read for the first time

	problems diag.List // errors that keep what is newer from being shown

	fresh map[string]site.Page // pages that are newer than the others, while these are being made; nil once all are
	shown *sync.Map            // sums of the fresh pages that somebody has seen, by path
}

// everywhere are the headers of whatever is ours and not the site's.
var everywhere = []hosting.Rule{{Pattern: "/*", Headers: hosting.Everywhere(hosting.Site{Base: "/"})}}

func empty() *state {
	return &state{base: "/", replaced: make(chan struct{})}
}

// glimpse shows some pages that are newer than the others. Who asks for another one
// waits for the plan that follows.
func (s *server) glimpse(pages map[string]site.Page) {
	before := s.state.Load()
	if len(pages) == 0 || before.planned == nil || len(before.problems) > 0 {
		return
	}
	next := *before
	next.fresh, next.shown = map[string]site.Page{}, new(sync.Map)
	for path, p := range pages {
		if _, there := before.pages[path]; there {
			next.fresh[path] = p
		}
	}
	s.put(&next, "")
}

// put makes a state that of the moment, under a name of its own if none is given.
func (s *server) put(next *state, name string) {
	before := s.state.Load()
	s.count++
	next.name = cmp.Or(name, fmt.Sprintf("%d-%d", os.Getpid(), s.count))
	next.replaced = make(chan struct{})
	s.state.Store(next)
	close(before.replaced)
}

// confirms reports whether the fresh pages that were seen are as the whole site has
// them, so that nobody has to load them again.
func (s *state) confirms(fresh *state) bool {
	same := true
	fresh.shown.Range(func(path, sum any) bool {
		p, ok := s.pages[path.(string)]
		content, err := s.render(p)
		same = ok && err == nil && sha256.Sum256(content) == sum
		return same
	})
	return same
}

// show puts the outcome of a plan in place of the state.
func (s *server) show(planned *site.Site, report build.Report) error {
	s.putting.Lock()
	defer s.putting.Unlock()
	before := s.state.Load()
	next := *before
	if before.reading { // there was no whole site
		next = state{base: before.base}
	}
	next.fresh, next.shown = nil, nil
	if planned != nil {
		next = state{planned: planned}
		if err := next.read(report); err != nil {
			return err
		}
	} else {
		next.problems = report.Problems.Only(diag.Error)
	}
	name := ""
	if before.fresh != nil && len(next.problems) == 0 && next.confirms(before) {
		name = before.name
	}
	s.put(&next, name)
	return nil
}

// read works out what the requests for a new site need to know.
func (s *state) read(report build.Report) error {
	s.drafts = draftStyle(s.planned.Base(), report.Drafts)
	return s.readPages()
}

// readPages works out which pages there are and how they are sent.
func (s *state) readPages() error {
	var err error
	if s.base, err = url.PathUnescape(s.planned.Base()); err != nil {
		return fmt.Errorf("the path of base_url: %w", err)
	}
	s.pages = map[string]site.Page{}
	for _, p := range s.planned.Pages() {
		s.pages[p.Path] = p
	}
	return s.readOwn()
}

// readOwn works out what the host is told: by the site's own files for it, where it
// has such.
func (s *state) readOwn() error {
	s.rules, s.moves = s.planned.Rules(), map[string]hosting.Move{}
	if p, own := s.own("/_headers"); own {
		text, err := s.render(p)
		if err != nil {
			return err
		}
		s.rules = hosting.ReadHeaders(string(text))
	}
	moves, below := s.redirects()
	if p, own := s.own("/_redirects"); own {
		text, err := s.render(p)
		if err != nil {
			return err
		}
		moves, below = hosting.ReadRedirects(string(text)), nil
	}
	s.below = below
	for _, m := range moves {
		if from, err := url.PathUnescape(m.From); err == nil {
			s.moves[from] = m
		}
	}
	return nil
}

// own is a file that the site brings along in static/.
func (s *state) own(path string) (site.Page, bool) {
	p, ok := s.pages[path]
	return p, ok && p.Open != nil
}

// redirects are those that the host is told of: of one path, and of all that lies
// below one.
func (s *state) redirects() (moves, below []hosting.Move) {
	base := strings.TrimSuffix(s.planned.Base(), "/")
	for _, r := range s.planned.Redirects() {
		m := hosting.Move{From: base + r.From, To: base + r.To, Status: http.StatusMovedPermanently}
		if r.Below {
			below = append(below, m)
		} else {
			moves = append(moves, m)
		}
	}
	return moves, below
}

// page is the page or file of a path. The parts of the search index are made when
// the first of them is asked for.
func (s *state) page(path string) (site.Page, bool) {
	p, ok := s.pages[path]
	if q, newer := s.fresh[path]; newer {
		return q, true
	}
	if !ok && site.IsPart(path) {
		for _, p := range s.planned.Parts() {
			if p.Path == path {
				return p, true
			}
		}
	}
	return p, ok
}

// settled reports whether what has a path is as it should be: while only some pages
// are newer, these, and what is copied from the theme, which is no newer.
func (s *state) settled(path string) bool {
	if s.fresh == nil {
		return true
	}
	_, fresh := s.fresh[path]
	return fresh || strings.HasPrefix(s.pages[path].Source.File, "static/")
}

// render makes a page. A fault in the program is an error of this page alone.
func (s *state) render(p site.Page) (content []byte, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%s: a fault in the program: %v", p.Path, r)
		}
	}()
	var b bytes.Buffer
	if err := s.planned.Render(&b, p); err != nil {
		return nil, fmt.Errorf("%s: %w", p.Path, err)
	}
	return b.Bytes(), nil
}

// headers are those that the rules have for a path, but for the two that the
// preview decides.
func headers(rules []hosting.Rule, path string) http.Header {
	path = (&url.URL{Path: path}).EscapedPath()
	h := http.Header{}
	for _, r := range rules {
		if !r.Match(path) {
			continue
		}
		for _, x := range r.Headers {
			h.Add(x.Name, x.Value)
		}
	}
	h.Set("Cache-Control", "no-store")
	h.Del("Strict-Transport-Security")
	return h
}

// draftStyle is style rules that put the reason behind every link to something that
// is not published. Its own page, and what a list shows of it, say so already.
func draftStyle(base string, drafts []guide.Held) string {
	var b strings.Builder
	for _, d := range drafts {
		path := strings.TrimSuffix(base, "/") + d.Path
		fmt.Fprintf(&b, "\n:is(a[href=%[1]s], a[href^=%[2]s]):not(.card *)::after { content: %[3]s; font-size: .8em; opacity: .8; }",
			quote(path), quote(path+"#"), quote(" ("+d.Reason+")"))
	}
	return b.String()
}

// quote makes a string of CSS.
func quote(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\a `).Replace(s) + `"`
}
