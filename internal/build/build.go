// Package build is the pipeline, from the files of a site to its finished
// pages, top to bottom.
//
// [Run] is the whole of it: load the content and the theme, plan the site,
// render its pages over all processors into a sink, and commit the sink. Every
// problem that is found on the way is in the [Report]; when they fail the
// build, the sink is never begun, so nothing is written.
//
// The result depends on the files, the options and nothing else: not on the
// clock, the folder, the time zone or the number of processors. Memory does not
// grow with the site's bytes: each processor holds one page, which is forgotten
// when the sink has it.
package build

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"sync"
	"time"

	"shortlist/internal/diag"
	"shortlist/internal/export/hosting"
	"shortlist/internal/guide"
	"shortlist/internal/manifest"
	"shortlist/internal/output"
	"shortlist/internal/site"
	"shortlist/internal/theme"
)

var ownFolder = diag.Define(diag.Error, "own-folder", "The site's own templates or static folder cannot be read.")

// Options say what to build. All but Site and Sink may be zero, for [Plan] Sink
// as well.
type Options struct {
	Site    fs.FS          // the site folder: content/, and if need be its own templates/ and static/
	Now     time.Time      // decides by its date what is published
	Drafts  bool           // publish drafts and what is to be published later
	Expired bool           // publish what has expired
	Preview bool           // keep search engines out
	Strict  bool           // let warnings fail the build
	BaseURL string         // absolute, ends in a slash; empty for that of site.toml
	Host    guide.HostKind // empty for that of site.toml
	Sink    output.Sink

	// Program stands for the program: whatever else is equal, another one makes other
	// pages. Where it is empty, every page is made each time.
	Program string

	// Past is what the last build into the sink did: while nothing has changed, nothing
	// is done. It may be nil. Again says that everything is done all the same.
	Past  *output.Past
	Again bool
	same  bool // nothing has changed, as far as Past knows, and everything is done all the same

	// Version names the program in the list of files that is published, and Revision
	// the commit that the site is made from; empty where that is not to be said.
	Version, Revision string

	// Explain is the path or file of a page of which the report says why it was made.
	Explain string

	// Stop is asked between the parts of a plan whether its result is wanted no more. It
	// may be nil.
	Stop func() bool

	// Planned is called once, when it is known what the site is made of and
	// before its first page is rendered.
	Planned func(Report)

	// Clock tells the time since any moment. Without it nothing is measured.
	Clock func() time.Duration

	// Progress is called after each page that is finished, one call at a time.
	Progress func(done, total int)
}

// Report says what a build found and did.
type Report struct {
	Problems  diag.List // sorted
	Published bool      // false when the problems failed the build: nothing was written
	Pages     int       // those that people read, of Files
	output.Result
	Held      []guide.Held
	Drafts    []guide.Held // what is shown although it is not published: drafts, what is to come or has expired
	Accepted  []guide.Accepted
	BaseURL   string                      // the address of the site, ends in a slash
	Base      string                      // the path that every internal address begins with: "/" or "/a/b/"
	Made      func() map[string]site.Page // by the name of each file of the site
	Addresses []string                    // the addresses that lead somewhere for good once they are published
	Stages    []Stage                     // what the build took, if there is a clock
	Why       string                      // the page that was asked for was made, or was not; empty when the site has none

	// Stopped says that the plan came to nothing because it was to stop. What has
	// changed is known; it need not be told again.
	Stopped bool

	// Reread are the guides that were read, by their slugs, where what the last build
	// knew of the rest of the site was enough; nil where all of it was read.
	Reread []string

	// Overlooked says that files came out otherwise than in the last build, although
	// nothing was found to have changed: a fault in the program.
	Overlooked bool

	// Same says that nothing has changed since the last build, and that this one has
	// done nothing: the report is that of the last, without reminders, and without Made.
	Same bool
}

// Run builds a site. The error means that the machine failed; what an author
// did wrong is in the report.
func Run(ctx context.Context, o Options) (Report, error) {
	took := &stages{clock: o.Clock}
	end := took.mark("look for changes")
	if r, ok := o.recall(); ok {
		end()
		r.Stages = took.all
		return r, nil
	}
	end()
	if r, done, err := o.edited(ctx, took); done || err != nil {
		return r, err
	}
	var p Planner
	lib, planned, r := p.plan(o, nil, took)
	if tree, ok := o.Site.(failing); ok && tree.Err() != nil {
		return r, tree.Err()
	}
	if planned == nil {
		return r, nil
	}
	if o.Planned != nil {
		o.Planned(r)
	}
	end = took.mark("make the pages")
	m := &making{site: planned, Options: o, took: took}
	if o.Program != "" {
		m.keys = planned.Keys(site.Inputs{
			Files: p.loader.Sums(), Program: o.programOf(p.look, &lib.Site),
		})
	}
	host := hosting.Of(lib.Site.Host)
	planned.KeepBlocks = o.Past != nil && m.keys != nil
	err := m.render(ctx, settings(o, planned, &lib.Site))
	r.Why = m.why
	end()
	took.rendered()
	if refused, ok := errors.AsType[*output.Refused](err); ok {
		r.found(standing([]output.Blocked{refused.Blocked}))
		return r, nil
	}
	if mistake, ok := errors.AsType[*theme.Mistake](err); ok {
		r.found(diag.List{mistake.Problem})
		return r, nil
	}
	if mistake, ok := errors.AsType[*site.Mistake](err); ok {
		r.found(diag.List{mistake.Problem})
		return r, nil
	}
	if err != nil {
		return r, err
	}
	if r.found(tooMuch(planned, host, lib.Accepted)); r.Problems.Fails(o.Strict) {
		return r, o.Sink.Discard()
	}
	end = took.mark("publish")
	o.remember(&r, lib)
	o.know(&p, planned, m.keys)
	err = r.commit(o.Sink)
	r.Overlooked = o.same && len(r.Written)+len(r.Removed) > 0
	end()
	r.Stages = took.all
	return r, err
}

// programOf stands for all that makes pages of the content.
func (o *Options) programOf(look *theme.Theme, of *guide.Publication) string {
	return fmt.Sprint(o.Program, " ", look.Sum(), " ", of.Compress)
}

// settings are what the sink has to know of a site.
func settings(o Options, planned *site.Site, of *guide.Publication) output.Settings {
	host := hosting.Of(of.Host)
	s := output.Settings{Compress: of.Compress && host.Forms, AtRoot: hosting.AtRoot}
	s.List = &manifest.Manifest{Program: o.Version, Revision: o.Revision, Address: of.BaseURL, Root: planned.Base(), Promises: promises(planned)}
	if host.Below {
		s.Below, s.List.Root = folderOf(planned.Base()), "/"
	}
	return s
}

// failing is a tree of files that knows whether the machine failed to read one.
// What reads the tree reports each file that it could not read as a problem, and
// cannot know that its author is not to blame.
type failing interface{ Err() error }

// Plan is [Run] without its second half: the site is ready to render any of its
// pages, and nothing is rendered or written. The site is nil when the problems
// would fail the build.
func Plan(o Options) (*site.Site, Report) {
	return new(Planner).Plan(o, nil)
}

// own is a folder of the site itself, nil when it has none.
func (r *Report) own(tree fs.FS, folder string) fs.FS {
	info, err := fs.Stat(tree, folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	var sub fs.FS
	if err == nil && !info.IsDir() {
		err = errors.New("it is not a folder")
	}
	if err == nil {
		sub, err = fs.Sub(tree, folder)
	}
	if err != nil {
		r.Problems.Add(ownFolder, diag.Span{File: folder}, fmt.Sprintf("the site's own %s cannot be read: %v", folder, err),
			"it must be a folder of the site; a link out of the site is not followed")
	}
	return sub
}

func (r *Report) found(problems diag.List) {
	r.Problems = append(r.Problems, problems...)
	r.Problems.Sort()
}

// commit publishes what was rendered, or reports what stands in the way.
func (r *Report) commit(sink output.Sink) error {
	var err error
	if r.Result, err = sink.Commit(); err != nil {
		return err
	}
	r.found(standing(r.Blocked))
	if r.Doubt != "" {
		r.Problems.Add(outputList, diag.Span{File: ".shortlist"}, "the list of what earlier builds wrote is not believed: "+r.Doubt,
			"keep .shortlist out of version control; what stands in the output folder is taken over only where its bytes are equal")
		r.Problems.Sort()
	}
	r.Published = len(r.Blocked) == 0
	return nil
}

// describe says what a site is made of.
func (r *Report) describe(planned *site.Site) {
	r.Base = planned.Base()
	r.Addresses = planned.Addresses()
	for _, p := range planned.Pages() {
		if strings.HasSuffix(p.File(), ".html") {
			r.Pages++
		}
	}
	r.Made = sync.OnceValue(func() map[string]site.Page {
		made := map[string]site.Page{}
		for _, p := range planned.Pages() {
			made[p.File()] = p
		}
		return made
	})
}
