package build

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"

	"shortlist/internal/output"
	"shortlist/internal/site"
)

// making is the making of a site's files.
type making struct {
	Options
	site *site.Site
	keys *site.Keys // nil when every page is made
	took *stages
	done counter
	why  string      // of the page that is to be explained
	rest *output.Dir // takes over what need not be looked at; nil when every page is
}

// render writes every page of a site into the sink, on all processors. When it
// fails, the sink has forgotten all of them.
func (m *making) render(ctx context.Context, s output.Settings) error {
	if err := m.Sink.Begin(ctx, s); err != nil {
		return err
	}
	if err := m.all(ctx); err != nil {
		return errors.Join(err, m.Sink.Discard())
	}
	return nil
}

func (m *making) all(ctx context.Context) error {
	pages := m.site.Pages()
	if m.rest != nil {
		pages = m.changing()
	}
	m.done.total, m.done.tell = len(pages), m.Progress
	if err := m.some(ctx, pages); err != nil {
		return err
	}
	parts := m.site.Parts()
	if m.rest != nil {
		parts = m.changed(parts)
	}
	m.done.grow(len(parts))
	if err := m.some(ctx, parts); err != nil || m.rest == nil {
		return err
	}
	return m.keepRest()
}

func (m *making) some(ctx context.Context, pages []site.Page) error {
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	for _, p := range pages {
		group.Go(func() error {
			if err := ctx.Err(); err != nil {
				return err
			}
			err := m.file(p)
			m.done.add(err)
			return err
		})
	}
	return group.Wait()
}

// file takes a file over from the build before, or makes it.
func (m *making) file(p site.Page) error {
	var of []site.Part
	if m.keys != nil {
		of = m.keys.Of(p)
	}
	kept, was := false, ""
	if of != nil {
		kept, was = m.Sink.Keep(p.File(), site.Join(of))
	}
	if m.Explain != "" && (m.Explain == p.Path || m.Explain == p.File()) {
		m.why = why(of, kept, was)
	}
	if kept {
		return nil
	}
	began := m.took.now()
	var from, to time.Duration
	err := m.Sink.Write(p.File(), func(w io.Writer) error {
		from = m.took.now()
		if err := m.site.Render(w, p); err != nil {
			return fmt.Errorf("render %s: %w", p.Path, err)
		}
		to = m.took.now()
		return nil
	})
	m.took.page(p, began, from, to, m.took.now())
	return err
}

// why says why a file was made, or was not.
func why(of []site.Part, kept bool, was string) string {
	changed := site.Changed(of, was)
	switch {
	case of == nil:
		return "made each time: it is not known by itself what it is made of"
	case kept && (was == "" || len(changed) > 0):
		return "taken from the cache: an earlier build made it of the same things"
	case kept:
		return "taken over from the build before: nothing that it is made of has changed"
	case was == "":
		return "made: the build before had no such file, or left no list"
	case len(changed) == 0:
		return "made: nothing that it is made of has changed, but the file or one of its compressed forms is not as it was written, or has none"
	}
	return "made again, for these have changed: " + strings.Join(changed, "; ")
}

// counter counts the pages that are finished.
type counter struct {
	mu          sync.Mutex
	done, total int
	tell        func(done, total int)
}

func (c *counter) grow(more int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.total += more
}

func (c *counter) add(err error) {
	if c.tell == nil || err != nil {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.done++
	c.tell(c.done, c.total)
}
