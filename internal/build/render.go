package build

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"

	"shortlist/internal/output"
	"shortlist/internal/site"
)

// render writes every page of a site into the sink, on all processors. When it
// fails, the sink has forgotten all of them.
func render(ctx context.Context, planned *site.Site, s output.Settings, o Options, took *stages) error {
	if err := o.Sink.Begin(ctx, s); err != nil {
		return err
	}
	if err := renderAll(ctx, planned, o, took); err != nil {
		return errors.Join(err, o.Sink.Discard())
	}
	return nil
}

func renderAll(ctx context.Context, planned *site.Site, o Options, took *stages) error {
	done := counter{total: len(planned.Pages()), tell: o.Progress}
	if err := renderSome(ctx, planned, planned.Pages(), &done, o, took); err != nil {
		return err
	}
	parts := planned.Parts()
	done.grow(len(parts))
	return renderSome(ctx, planned, parts, &done, o, took)
}

func renderSome(ctx context.Context, planned *site.Site, pages []site.Page, done *counter, o Options, took *stages) error {
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	for _, p := range pages {
		group.Go(func() error {
			if err := ctx.Err(); err != nil {
				return err
			}
			began := took.now()
			var from, to time.Duration
			err := o.Sink.Write(p.File(), func(w io.Writer) error {
				from = took.now()
				if err := planned.Render(w, p); err != nil {
					return fmt.Errorf("render %s: %w", p.Path, err)
				}
				to = took.now()
				return nil
			})
			took.page(p, began, from, to, took.now())
			done.add(err)
			return err
		})
	}
	return group.Wait()
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
