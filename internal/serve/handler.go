package serve

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"fmt"
	"io"
	"maps"
	"mime"
	"net/http"
	"net/url"
	"path"
	"strconv"
	"strings"
	"time"

	"shortlist/internal/site"
)

// ours is where the preview's own files are. No page of a site can be there: a
// slug does not begin with a hyphen.
const ours = "/-/"

var (
	//go:embed reload.js
	reloadScript []byte
	//go:embed preview.css
	previewStyle []byte
)

// ServeHTTP answers one request.
func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	now := s.state.Load()
	set(w, headers(everywhere, "/"))
	switch {
	case !addressed(r.Host):
		http.Error(w, fmt.Sprintf("this preview is for this machine alone, and %q is not a name of it", r.Host), http.StatusForbidden)
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, "a preview can only be looked at", http.StatusMethodNotAllowed)
	case r.URL.Path == ours+"events":
		s.events(w, r)
	case r.URL.Path == ours+"reload.js":
		send(w, r, "reload.js", bytes.NewReader(reloadScript))
	case r.URL.Path == ours+"preview.css":
		send(w, r, "preview.css", bytes.NewReader(append(previewStyle[:len(previewStyle):len(previewStyle)], now.drafts...)))
	case strings.HasPrefix(r.URL.Path, ours):
		http.Error(w, "the preview has no such file", http.StatusNotFound)
	case now.planned == nil && !now.reading:
		page(w, http.StatusServiceUnavailable, now.alone())
	default:
		if now = s.wait(r); now == nil {
			return
		}
		if now.planned == nil {
			page(w, http.StatusServiceUnavailable, now.alone())
			return
		}
		now.answer(w, r)
	}
}

// within is a path as the site has it, without that of its base.
func (s *state) within(asked string) string { return "/" + strings.TrimPrefix(asked, s.base) }

// answer serves a path of the site as a host would.
func (s *state) answer(w http.ResponseWriter, r *http.Request) {
	asked := r.URL.Path
	path := s.within(asked)
	if !strings.HasPrefix(asked, s.base) {
		if asked == "/" || asked+"/" == s.base {
			redirect(w, r, (&url.URL{Path: s.base, RawQuery: r.URL.RawQuery}).String(), http.StatusFound)
			return
		}
		s.send(w, r, s.pages["/404.html"], http.StatusNotFound)
		return
	}
	set(w, headers(s.rules, asked))
	if move, ok := s.moves[asked]; ok {
		redirect(w, r, move.To, move.Status)
		return
	}
	if p, ok := s.page(path); ok {
		s.send(w, r, p, http.StatusOK)
		return
	}
	for _, m := range s.below {
		if rest, ok := strings.CutPrefix((&url.URL{Path: asked}).EscapedPath(), m.From); ok {
			redirect(w, r, m.To+rest, m.Status)
			return
		}
	}
	folder := strings.TrimSuffix(path, "index.html")
	if folder == path {
		folder += "/"
	}
	if _, ok := s.pages[folder]; ok {
		redirect(w, r, (&url.URL{Path: s.base + folder[1:], RawQuery: r.URL.RawQuery}).String(), http.StatusFound)
		return
	}
	s.send(w, r, s.pages["/404.html"], http.StatusNotFound)
}

// send renders a page and sends it.
func (s *state) send(w http.ResponseWriter, r *http.Request, p site.Page, status int) {
	if p.Open != nil {
		s.copy(w, r, p)
		return
	}
	if s.fresh != nil {
		s.shown.Store(p.Path, [sha256.Size]byte{}) // until it is known
	}
	content, err := s.render(p)
	if s.fresh != nil && err == nil {
		s.shown.Store(p.Path, sha256.Sum256(content))
	}
	switch {
	case err != nil:
		page(w, http.StatusInternalServerError, s.failed(err))
	case path.Ext(p.File()) == ".html":
		page(w, status, s.insert(content))
	default:
		send(w, r, p.File(), bytes.NewReader(content))
	}
}

// copy sends a static file from the disk, or the part of it that is asked for.
func (s *state) copy(w http.ResponseWriter, r *http.Request, p site.Page) {
	f, err := p.Open()
	if err != nil {
		page(w, http.StatusInternalServerError, s.failed(err))
		return
	}
	defer f.Close()
	if seek, ok := f.(io.ReadSeeker); ok {
		send(w, r, p.File(), seek)
		return
	}
	io.Copy(w, f)
}

// page sends finished HTML. To a HEAD, net/http sends all but the content.
func page(w http.ResponseWriter, status int, html []byte) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Content-Length", strconv.Itoa(len(html)))
	w.WriteHeader(status)
	w.Write(html)
}

// send sends a file, or the part of it that is asked for.
func send(w http.ResponseWriter, r *http.Request, name string, content io.ReadSeeker) {
	if kind := mime.TypeByExtension(path.Ext(name)); kind != "" && w.Header().Get("Content-Type") == "" {
		w.Header().Set("Content-Type", kind)
	}
	http.ServeContent(w, r, name, time.Time{}, content)
}

// redirect sends a browser on. It must not keep that in mind, whatever the
// status says: the next state may have something there.
func redirect(w http.ResponseWriter, r *http.Request, to string, status int) {
	w.Header().Del("Content-Type") // the rules mean the file
	http.Redirect(w, r, to, status)
}

// set puts headers in place of those that are set.
func set(w http.ResponseWriter, h http.Header) {
	clear(w.Header())
	maps.Copy(w.Header(), h)
}
