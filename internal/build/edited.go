package build

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/gob"
	"errors"
	"io"
	"maps"
	"slices"
	"strings"

	"shortlist/internal/content"
	"shortlist/internal/diag"
	"shortlist/internal/export/hosting"
	"shortlist/internal/export/search"
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
	o.Past.Know(func(w io.Writer) bool { return (&known{p.loader.Rest(), planned.Facts(keys)}).write(w) })
}

// write writes what is known, in pieces, so that it need not stand in memory twice: all
// but the guides and the words for the index, then these, each by itself. It is false
// where something is not known.
func (k *known) write(w io.Writer) bool {
	if k.Rest == nil || k.Site == nil {
		return false
	}
	to, of := gob.NewEncoder(w), *k.Site
	of.Guides, of.Blocks = nil, nil
	err := errors.Join(to.Encode(k.Rest), to.Encode(&of), to.Encode([]int{len(k.Site.Guides), len(k.Site.Blocks)}))
	for i := range k.Site.Guides {
		err = errors.Join(err, to.Encode(&k.Site.Guides[i]))
	}
	for _, path := range slices.Sorted(maps.Keys(k.Site.Blocks)) {
		err = errors.Join(err, to.Encode(path), to.Encode([]byte(k.Site.Blocks[path])))
	}
	return err == nil
}

// read reads what was written.
func (k *known) read(text []byte) error {
	from, counts := gob.NewDecoder(bytes.NewReader(text)), []int{}
	k.Rest, k.Site = new(content.Rest), new(site.Facts)
	if err := errors.Join(from.Decode(k.Rest), from.Decode(k.Site), from.Decode(&counts)); err != nil {
		return err
	}
	k.Site.Guides, k.Site.Blocks = make([]site.GuideFacts, counts[0]), make(map[string]search.Block, counts[1])
	for i := range k.Site.Guides {
		if err := from.Decode(&k.Site.Guides[i]); err != nil {
			return err
		}
	}
	for range counts[1] {
		var path string
		var block []byte
		if err := errors.Join(from.Decode(&path), from.Decode(&block)); err != nil {
			return err
		}
		k.Site.Blocks[path] = block
	}
	return nil
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
	if !understood || k.read(facts()) != nil {
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
	o.Past.Know(func(w io.Writer) bool { return (&known{k.Rest, planned.Facts(m.keys)}).write(w) })
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
