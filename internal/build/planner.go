package build

import (
	"maps"
	"strings"
	"sync"

	"shortlist/internal/content"
	"shortlist/internal/diag"
	"shortlist/internal/guide"
	"shortlist/internal/lint"
	"shortlist/internal/site"
	"shortlist/internal/theme"
	"shortlist/static"
	"shortlist/templates"
)

// Planner plans one site again and again. It gives what [Plan] gives; what has not
// changed since the plan before is not read, checked or ranked again. It is used by
// one goroutine; the sites that it made may be rendered by others meanwhile.
type Planner struct {
	loader content.Loader
	linter lint.Linter
	look   *theme.Theme
	faults diag.List       // of the look
	before *site.Site      // the last one; nil if there was none yet
	apart  bool            // its files can be published as they are named
	good   bool            // the last plan came to a site, or would have, had it not been stopped
	since  content.Changes // what has changed since the site before
}

// Glimpse is what can be told at once of a change: pages of one guide, by their paths,
// as the next [Planner.Plan] will have them. There are none where that is not sure;
// all else is as it was, until the plan says so.
func (p *Planner) Glimpse(o Options, changed content.Changes) map[string]site.Page {
	if !p.good || changed == nil {
		return nil
	}
	all := content.Changes{}
	maps.Copy(all, p.since)
	maps.Copy(all, changed)
	g := p.loader.Guide(o.Site, content.Options{Now: o.Now, Drafts: o.Drafts, Expired: o.Expired}, all)
	if g == nil {
		return nil
	}
	return p.before.Anew(g)
}

// Plan plans the site as it is now. The site is nil when the problems would fail
// the build.
func (p *Planner) Plan(o Options, changed content.Changes) (*site.Site, Report) {
	_, planned, r := p.plan(o, changed, &stages{})
	return planned, r
}

// plan loads the content and the theme and plans the site, nil when the problems
// fail the build.
func (p *Planner) plan(o Options, changed content.Changes, took *stages) (*guide.Library, *site.Site, Report) {
	var r Report
	follows := p.good && changed != nil // what has changed since the site before is known
	p.good = false
	stop := func() bool {
		if r.Stopped = o.stopped(); r.Stopped {
			if p.good = follows; follows {
				if p.since == nil {
					p.since = content.Changes{}
				}
				maps.Copy(p.since, changed)
			}
		}
		return r.Stopped
	}
	end := took.mark("read the content")
	lib, problems := p.loader.Load(o.Site, content.Options{Now: o.Now, Drafts: o.Drafts, Expired: o.Expired}, ofContent(changed))
	r.found(problems)
	end()
	end = took.mark("read templates and static files")
	r.found(p.lookAgain(o, changed))
	end()
	if r.Problems.Count(diag.Error) > 0 {
		return nil, nil, r
	}
	if stop() {
		return nil, nil, r
	}
	end = took.mark("advise on the content")
	problems = p.linter.Library(lib)
	problems.Quote(o.Site)
	r.found(problems)
	end()
	r.Held, r.Drafts, r.Accepted = lib.Held, lib.Drafts, lib.Accepted

	o.override(&lib.Site)
	if stop() {
		return nil, nil, r
	}
	end = took.mark("plan the pages")
	planned, problems := p.before.Next(lib, p.look, o.Site)
	p.before = planned
	problems.Quote(o.Site)
	r.found(problems)
	if p.apart = p.apart && planned.Alike(); !p.apart {
		problems = unpublishable(planned.Pages())
		p.apart = len(problems) == 0
		r.found(problems)
	}
	end()
	if r.Problems.Fails(o.Strict) {
		return nil, nil, r
	}
	r.BaseURL = lib.Site.BaseURL
	p.good, p.since = true, nil
	r.describe(planned)
	return lib, planned, r
}

// override puts what the options say in place of what site.toml says.
func (o *Options) override(of *guide.Publication) {
	if o.BaseURL != "" {
		of.BaseURL = o.BaseURL
	}
	of.Unlisted = o.Preview
	if o.Host != "" {
		of.Host = o.Host
	}
}

// lookAgain reads the theme, unless no file of it can have changed.
func (p *Planner) lookAgain(o Options, changed content.Changes) diag.List {
	for name := range changed {
		if !strings.HasPrefix(name, "content/") {
			changed = nil
		}
	}
	if p.look != nil && changed != nil {
		return p.faults
	}
	var own Report
	its, files := own.own(o.Site, "templates"), own.own(o.Site, "static")
	load := theProgramsLook
	if its != nil || files != nil {
		load = func() (*theme.Theme, diag.List) {
			return theme.Load(theme.Overlay(its, templates.FS), theme.Overlay(files, static.FS))
		}
	}
	look, problems := load()
	own.found(problems)
	p.look, p.faults = look, own.Problems
	return p.faults
}

// theProgramsLook is that of every site without templates and static files of its
// own. It is checked by a test, once, and not in each build.
var theProgramsLook = sync.OnceValues(func() (*theme.Theme, diag.List) {
	return theme.LoadChecked(templates.FS, static.FS)
})

// ofContent are those changes that the content can have.
func ofContent(changed content.Changes) content.Changes {
	if changed == nil {
		return nil
	}
	own := content.Changes{}
	for name := range changed {
		if strings.HasPrefix(name, "content/") {
			own[name] = true
		}
	}
	return own
}

func (o *Options) stopped() bool { return o.Stop != nil && o.Stop() }
