package build

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/gob"
	"maps"
	"strings"

	"shortlist/internal/content"
	"shortlist/internal/diag"
	"shortlist/internal/export/hosting"
	"shortlist/internal/lint"
	"shortlist/internal/output"
	"shortlist/internal/site"
	"shortlist/internal/theme"
)

// A build leaves what it knows of each part of the site ([site.Facts], [content.Rest]).
// Where only texts and scores of one guide have changed since, the next one reads that
// guide and those whom it names, makes its pages and those of all that is listed, and
// leaves every other file alone. Whatever is not certain (the guide may be something
// else to others, a page is wanted of which nothing was read, something is wrong with
// what was written) has the whole site built as ever.

// known is what a build leaves for the next one.
type known struct {
	Rest *content.Rest
	Site *site.Facts
}

// know has the commit keep what is known of a site.
func (o *Options) know(p *Planner, planned *site.Site, keys *site.Keys) {
	if o.Past == nil || keys == nil {
		return
	}
	o.Past.Know(func() []byte {
		k := known{p.loader.Rest(), planned.Facts(keys)}
		if k.Rest == nil || k.Site == nil {
			return nil
		}
		return k.bytes()
	})
}

func (k *known) bytes() []byte {
	var b bytes.Buffer
	if gob.NewEncoder(&b).Encode(k) != nil {
		return nil // so that the next build makes all of it
	}
	return b.Bytes()
}

// edited builds the site again where one guide was edited. It is done where it could.
func (o *Options) edited(ctx context.Context, took *stages) (r Report, done bool, err error) {
	sink, ok := o.Sink.(*output.Dir)
	if !ok || o.Past == nil || o.Program == "" || o.Again || o.Explain != "" || sink.Verify || sink.Adopt {
		return r, false, nil
	}
	end := took.mark("look for what was edited")
	defer func() { end() }()
	files, said, facts, until, ok := o.Past.Edited(o.flags())
	slug := guideOf(files)
	if !ok || slug == "" {
		return r, false, nil
	}
	was, understood := retold(said)
	for _, p := range was.Problems {
		understood = understood && (guideOf([]string{p.Span.File}) != slug || !site.Finds(p.Rule))
	}
	var k known
	if !understood || gob.NewDecoder(bytes.NewReader(facts())).Decode(&k) != nil || k.Rest == nil || k.Site == nil {
		return r, false, nil
	}
	end()
	end = took.mark("read the guide")
	planned, some, doubts, look := k.site(o, slug)
	if planned == nil {
		return r, false, nil
	}
	r = Report{Held: was.Held, Drafts: was.Drafts, BaseURL: some.Site.BaseURL}
	for _, p := range was.Problems {
		if guideOf([]string{p.Span.File}) != slug {
			r.Problems = append(r.Problems, p)
		}
	}
	if r.found(doubts); r.Problems.Fails(o.Strict) {
		return Report{}, false, nil
	}
	planned.KeepBlocks = true
	sums := map[string][sha256.Size]byte{}
	for name, sum := range k.Site.Files {
		sums[name] = sum
	}
	maps.Copy(sums, some.Sums)
	for _, g := range some.Guides {
		r.Reread = append(r.Reread, g.Slug)
	}
	r.describe(planned)
	end()
	m := &making{site: planned, Options: *o, took: took, rest: sink}
	m.keys = planned.Keys(site.Inputs{Files: sums, Program: o.programOf(look, &some.Site)})
	if o.Planned != nil {
		o.Planned(r)
	}
	end = took.mark("make the pages")
	to := settings(*o, planned, &some.Site)
	to.Rest = true
	switch err := m.render(ctx, to); {
	case ctx.Err() != nil:
		return r, true, err
	case err != nil:
		return Report{}, false, nil // whatever it is, a build of the whole site will say
	}
	if len(tooMuch(planned, hosting.Of(some.Site.Host), nil)) > 0 {
		return Report{}, false, o.Sink.Discard()
	}
	end()
	took.rendered()
	end = took.mark("publish")
	o.Past.Say(until, r.tell)
	o.Past.Know(func() []byte {
		now := known{k.Rest, planned.Facts(m.keys)}
		if now.Site == nil {
			return nil
		}
		return now.bytes()
	})
	err = r.commit(o.Sink)
	end()
	end = func() {}
	r.Stages = took.all
	return r, true, err
}

// mostRead is how many guides are read at most: where one edit changes the pages of
// more, all of the site is read.
const mostRead = 40

// site plans the site with an edited guide, and with those of whose pages some change
// with it; nil where that is not certain. The list is what is doubtful in the edited
// guide.
func (k *known) site(o *Options, slug string) (*site.Site, *content.Some, diag.List, *theme.Theme) {
	var p Planner
	if len(p.lookAgain(*o, nil).Only(diag.Error, diag.Warning)) > 0 {
		return nil, nil, nil, nil
	}
	var list diag.List
	for slugs := []string{slug}; len(slugs) <= mostRead; {
		some := k.Rest.Guides(o.Site, content.Options{Now: o.Now, Drafts: o.Drafts, Expired: o.Expired}, slugs)
		if some == nil {
			return nil, nil, nil, nil
		}
		o.override(&some.Site)
		planned, others := k.Site.Edited(some.Guides, some.Site, some.Providers, p.look)
		if planned != nil || len(others) == 0 {
			doubts := lint.Guide(some.Guides[0], k.Site.Providers, some.Site.Regions)
			doubts.Quote(o.Site)
			for _, p := range append(lint.WithoutAccepted(doubts, some.Accepted), some.Problems...) {
				if guideOf([]string{p.Span.File}) == slug {
					list = append(list, p)
				}
			}
			return planned, some, list, p.look
		}
		slugs = append(slugs, others...)
	}
	return nil, nil, nil, nil
}

// guideOf is the guide in whose folder all files lie that are a guide's own text or
// an entry's; empty where one lies elsewhere.
func guideOf(files []string) string {
	guide := ""
	for _, name := range files {
		below, ok := strings.CutPrefix(name, "content/guides/")
		slug, file, inside := strings.Cut(below, "/")
		entry := strings.HasPrefix(file, "entries/") && strings.HasSuffix(file, ".md")
		if !ok || !inside || !entry && file != "guide.md" || guide != "" && guide != slug {
			return ""
		}
		guide = slug
	}
	return guide
}

// changing are those pages of a site of which one guide was read that may have to be
// made: not those of other guides, and not what is copied.
func (m *making) changing() []site.Page {
	var pages []site.Page
	for _, p := range m.site.Pages() {
		if p.Open == nil && !(p.Unread() && m.keys.Of(p) == nil) {
			pages = append(pages, p)
		}
	}
	return pages
}

// changed are those parts of the index of words that the build before did not make.
func (m *making) changed(parts []site.Page) []site.Page {
	var out []site.Page
	for _, p := range parts {
		if data := p.Bytes(); !m.rest.KeepSame(p.File(), data) {
			out = append(out, p)
		}
	}
	return out
}

// keepRest takes over all that was not made.
func (m *making) keepRest() error {
	wanted := map[string]bool{}
	for _, p := range m.site.Parts() {
		wanted[p.File()] = true
	}
	for _, p := range m.site.Pages() {
		wanted[p.File()] = true
	}
	return m.rest.KeepRest(wanted)
}
