package main

import (
	"context"
	"time"

	"github.com/spf13/cobra"

	"shortlist/internal/build"
	"shortlist/internal/serve"
	"shortlist/internal/site"
)

func newServe(t *tui) *cobra.Command {
	in := inputs{drafts: true}
	var addr string
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Preview the site in a browser while you write",
		Long: `Serve shows the site on this machine alone, renders each page when it is asked
for, and reloads the browser whenever content, templates or static change. It
writes nothing.

Drafts, and what is to be published later or has expired, are shown and marked.
Problems stand on the page with their source lines, above the site as it was
before them. Pages have the headers that _headers gives them, so that what the
host will forbid is forbidden here.`,
		Example: `  shortlist serve
  shortlist serve --drafts=false
  shortlist serve --addr 127.0.0.1:0`,
		Args: cobra.NoArgs,
		RunE: verb(func(ctx context.Context, _ []string) error { return runServe(ctx, t, &in, addr) }),
	}
	in.addSite(cmd)
	cmd.Flags().StringVar(&addr, "addr", "127.0.0.1:8421", "the `address` to serve at, of this machine alone; port 0 takes a free one")
	drafts := cmd.Flags().Lookup("drafts")
	drafts.Usage = "show drafts, what is to be published later and what has expired; =false shows what is published"
	completeFlag(cmd, "addr", cobra.NoFileCompletions)
	return cmd
}

func runServe(ctx context.Context, t *tui, in *inputs, addr string) error {
	if err := serve.CheckAddr(addr); err != nil {
		return misused("--addr: %w", err)
	}
	root, options, err := in.open()
	if err != nil {
		return err
	}
	defer root.Close()
	options.Expired = in.drafts
	listener, err := serve.Listen(addr)
	if err != nil {
		return err
	}
	told := &preview{tui: t}
	planner, begun := new(build.Planner), options
	return serve.Run(ctx, listener, serve.Options{
		Folder: in.site,
		Plan: func(changed map[string]bool, stop func() bool) (*site.Site, build.Report) {
			told.started = time.Now()
			if now, err := in.today(); err == nil { // it has been right once
				options.Now = now
			}
			options.Stop = stop
			return planner.Plan(options, changed)
		},
		Glimpse: func(changed map[string]bool) map[string]site.Page {
			return planner.Glimpse(options, changed)
		},
		First:   func(path string) *site.Site { return build.First(begun, path) },
		Base:    func() string { return build.Base(begun) },
		Begun:   told.begin,
		Planned: told.planned,
		Polling: func(err error) {
			t.remark("this system does not watch the files (%v); they are looked at every second instead", err)
		},
	})
}

// preview says on the screen what a preview does.
type preview struct {
	*tui
	started time.Time // of the reading
	begun   bool      // a site has been shown
	plans   int       // how often the files were read
	address string
}

// begin is called where the site can be looked at before all of it was read.
func (p *preview) begin(address string) {
	p.say("serving the site at %s; Ctrl-C ends it", address)
	p.address = address
}

// planned is called each time that the files have been read.
func (p *preview) planned(r build.Report, good bool, address string) {
	shown := visible(r.Problems, false)
	p.show(shown, "text") // a terminal that is gone keeps nobody from looking
	switch {
	case good && len(shown) > 0:
		p.counted(shown, "")
	case !good && p.begun:
		p.counted(shown, "the site stays as it was before")
	case !good:
		p.counted(shown, "the site appears once that is fixed")
	}
	if good && !p.begun {
		for _, h := range r.Held {
			p.say("held back %s: %s", h.Path, h.Reason)
		}
		for _, h := range r.Drafts {
			p.say("not published, but shown %s: %s", h.Path, h.Reason)
		}
	}
	if p.address != address {
		p.say("serving the site at %s; Ctrl-C ends it", address)
	} else if good && p.plans > 0 {
		p.say("read %s again in %s", count(r.Pages, "page"), since(p.started))
	}
	p.address, p.begun, p.plans = address, p.begun || good, p.plans+1
}
