// Package serve previews a site while it is being written, for its author alone,
// and reloads the browser when a file has changed.
//
// [Run] plans the site (build.Plan), watches its files, and answers requests
// from memory: a page is rendered when it is asked for and forgotten when it is
// sent, so the wait after a save is that of reading the content, whatever the
// number of pages. A static file that is copied as it is comes from the disk, in
// the parts that a browser asks for. Nothing is written, least of all under public/.
//
// # What is shown
//
// Between two changes the preview has one [state], which never changes: the
// planned site with its paths, headers and redirects, and the problems of the
// newest files, if there are any. A request reads the state once, without a
// lock, and so never sees half of a rebuild. When the files have problems, the
// site of the last state that had none stays, and each page has the list of
// problems above it; where there was no such state yet, the list is all there
// is.
//
// Drafts, and what is to be published later or has expired, are shown unless
// the caller's plan leaves them out. Their own pages and cards say so by
// themselves; every other link to them is marked by a rule of preview.css.
//
// After an edit of one guide, its own pages are shown before the whole site is planned
// ([Options.Glimpse]). A state then has fresh pages, and who asks for any other waits
// for the state that follows. That keeps the name of the first if what was seen of it
// is right, so that a browser loads the page once. A plan that has become out of date
// ends early; the next one does not, so that the site is shown in the end, whatever
// goes on changing.
//
// Before the whole site has been read for the first time, the pages of a guide are
// shown that are made of its files alone ([Options.First]): see first.go.
//
// # As the host will serve it
//
// The headers of a page are those of the site's own _headers file, read back by
// package hosting, so what a content security policy forbids fails here first:
// the reload script, the style sheet of the list and the stream of events are
// files of the same origin, below [ours]; nothing is inline. Two headers differ.
// Cache-Control is always no-store: what is looked at is never old.
// Strict-Transport-Security is left out. RFC 6797 forbids it over http, and
// browsers ignore it there; but somebody may put a TLS proxy before the preview,
// and then the header would keep a browser from every other http server on
// localhost, for a year.
//
// Aliases and other plain lines of _redirects are followed, a folder's path
// without its slash leads to the folder, and what is not there is 404.html with
// that status. A site whose base_url has a path is served below that path.
//
// # For this machine only
//
// Nobody else may see drafts. Only a loopback address is listened on
// ([CheckAddr]), and a request must name one as its host: otherwise a page of
// another site could have its own name resolved to 127.0.0.1 and read along
// (DNS rebinding).
//
// # Why no framework
//
// fsnotify tells of changes on every system. Server-sent events are a text
// format of three rules, and a browser reconnects by itself, so net/http alone
// is enough: a stream has the name of the state, at once and whenever it
// changes, and a page that was made from another state reloads. A page in a
// hidden tab closes its stream, for a browser has six connections to a host.
package serve

import (
	"context"
	"errors"
	"net"
	"net/http"
	"sync"
	"sync/atomic"
	"time"

	"github.com/fsnotify/fsnotify"

	"shortlist/internal/build"
	"shortlist/internal/site"
)

// Options say what to preview.
type Options struct {
	Folder string // the site folder on this machine; its content, templates and static are watched

	// Plan reads the files anew. It is called by one goroutine, at the start and
	// after each change, with the names of the files that may have changed since, nil
	// for any; the site is nil when there are problems. It may end early, with a report
	// that says so, once the stop that it is given reports true.
	Plan func(changed map[string]bool, stop func() bool) (*site.Site, build.Report)

	// Glimpse gives pages, by their paths, that can be shown at once after a change, as
	// Plan will have them. It is called by the same goroutine before Plan, and may be
	// nil.
	Glimpse func(changed map[string]bool) map[string]site.Page

	// First gives a site of which the pages below the address of one guide can be shown
	// while the first Plan is at work, nil for none; and Base the path that all
	// addresses begin with, empty where it is not known. Both may be nil; First may be
	// called beside Plan.
	First func(path string) *site.Site
	Base  func() string

	// Begun is called where requests are answered before the first Plan has ended, with
	// the address at which the site can be looked at.
	Begun func(address string)

	// Planned is called after each Plan with its report and the address at which
	// the result can be looked at from now on.
	Planned func(r build.Report, good bool, address string)

	// Polling is called when the system does not watch the files, with its
	// reason: they are looked at once a second instead. It may be nil.
	Polling func(error)

	notify func() (*fsnotify.Watcher, error) // nil for fsnotify's own
	idle   time.Duration                     // 0 for idle
}

// idle is how long a connection is kept on which nothing is asked.
const idle = 2 * time.Minute

// buffered is how many changes the system may tell of while nobody listens: one is
// enough to know that there are more.
const buffered = 16

// grace is how long a request may take that was begun before the end.
const grace = 2 * time.Second

// Run serves until the context is done, which is no error.
func Run(ctx context.Context, listener net.Listener, o Options) error {
	defer listener.Close()
	if o.notify == nil {
		o.notify = func() (*fsnotify.Watcher, error) { return fsnotify.NewBufferedWatcher(buffered) }
	}
	if o.idle == 0 {
		o.idle = idle
	}
	if o.Polling == nil {
		o.Polling = func(error) {}
	}
	watcher, err := watch(o.Folder, o.notify, o.Polling) // before the first plan, so that no change is missed
	if err != nil {
		return err
	}
	defer watcher.close()
	s := newServer()
	update := func(changed map[string]bool) error {
		if o.Glimpse != nil && changed != nil {
			s.glimpse(o.Glimpse(changed))
		}
		stop := watcher.more
		if watcher.owed { // whatever goes on changing, the site is shown in the end
			stop = func() bool { return false }
		}
		planned, report := o.Plan(changed, stop)
		if watcher.owed = report.Stopped; report.Stopped {
			return nil
		}
		if err := s.show(planned, report); err != nil {
			return err
		}
		o.Planned(report, planned != nil, "http://"+listener.Addr().String()+s.state.Load().base)
		return nil
	}
	base := ""
	if o.First != nil && o.Base != nil {
		base = o.Base()
	}
	if base == "" {
		if err := update(nil); err != nil {
			return err
		}
	} else {
		s.begin(base, o.First)
	}

	ctx, stop := context.WithCancelCause(ctx)
	listening := &http.Server{
		Handler:           s,
		ReadHeaderTimeout: 10 * time.Second,
		IdleTimeout:       o.idle,
		BaseContext:       func(net.Listener) context.Context { return ctx },
	}
	go func() { stop(listening.Serve(listener)) }()
	if base != "" {
		if o.Begun != nil {
			o.Begun("http://" + listener.Addr().String() + s.state.Load().base)
		}
		err = update(nil)
	}
	for err == nil {
		var changed map[string]bool
		if changed, err = watcher.wait(ctx); err == nil {
			err = update(changed)
		}
	}
	stop(err)
	last, done := context.WithTimeout(context.WithoutCancel(ctx), grace)
	defer done()
	if listening.Shutdown(last) != nil {
		listening.Close() // a browser that keeps its stream open
	}
	if err := context.Cause(ctx); !errors.Is(err, context.Canceled) {
		return err
	}
	return nil
}

// server answers requests from the state of the moment.
type server struct {
	state atomic.Pointer[state]
	count int // of states so far; only show uses it

	first   func(path string) *site.Site // before the first plan has ended
	putting sync.Mutex                   // what a request and the first plan both do
}

func newServer() *server {
	s := &server{}
	s.state.Store(empty())
	return s
}
