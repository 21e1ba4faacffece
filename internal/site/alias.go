package site

import (
	"fmt"
	"io"
	"net/url"
	"path"
	"slices"
	"strings"

	"shortlist/internal/diag"
	"shortlist/internal/export/hosting"
	"shortlist/internal/guide"
	"shortlist/internal/report/address"
)

// An alias is an old path of a page. Readers who come there are sent on: by a
// line in _redirects, and where the host may not read that, by a page of its own:
// [Site.standIn]. The old path of a guide takes what lies below it along.
//
// An alias stands in the front matter of the very page that it leads to, so it
// cannot dangle, and aliases cannot form a chain; what can go wrong is that
// nobody would be sent on, or not to one page.
var (
	aliasLoop = diag.Define(diag.Error, "alias-loop",
		"A page has its own path as an alias.")
	aliasShadowed = diag.Define(diag.Error, "alias-shadowed",
		"An alias is taken by another page or file of the site.")
	aliasRepeated = diag.Define(diag.Error, "alias-repeated",
		"An alias is given twice, by one page or by two.")
	aliasUnread = diag.Define(diag.Advice, "alias-unread",
		"An alias is beyond the redirects that hosts read and works by its page alone.")
	aliasLost = diag.Define(diag.Warning, "alias-lost",
		"An alias is the address of no page, and the host does not send readers on.")
	staleLink = diag.Define(diag.Warning, "stale-link",
		"A link leads to an old path of a page.")
)

// aliased is a page with its old paths.
type aliased struct {
	path    string
	aliases []guide.Alias
}

// aliasedPages lists every page that may have aliases.
func (s *Site) aliasedPages() []aliased {
	var out []aliased
	for _, g := range s.lib.Guides {
		out = append(out, aliased{address.Guide(g.Slug), g.Aliases})
	}
	for _, a := range s.lib.Articles {
		out = append(out, aliased{address.Article(a.Slug), a.Aliases})
	}
	for _, p := range s.lib.Providers {
		out = append(out, aliased{address.Provider(p.Slug), p.Aliases})
	}
	for _, a := range s.lib.Authors {
		out = append(out, aliased{address.Author(a.Slug), a.Aliases})
	}
	for _, p := range s.lib.Pages {
		out = append(out, aliased{address.Page(p.Slug), p.Aliases})
	}
	return out
}

// planAliases adds a page for each alias that can have one. All other pages are
// known by now.
func (s *Site) planAliases(problems *diag.List) {
	all := s.aliasedPages()
	if !s.movesAny(all) {
		return
	}
	planned := newOccupied(s.pages)
	for _, path := range forHosts {
		planned.add(Page{Path: path, Source: s.lib.Site.Origin})
	}
	given := map[string]guide.Alias{}
	var moved []movedTo
	for _, page := range all {
		for _, a := range page.aliases {
			at := spanOf(a.Origin, len(a.Path)+2) // with its quotes
			if addressKey(a.Path) == addressKey(page.path) {
				problems.Add(aliasLoop, at, fmt.Sprintf("the alias %s is the page's own path%s", a.Path, unlessEqual(a.Path, page.path)), "remove it")
				continue
			}
			if first, ok := given[addressKey(a.Path)]; ok {
				problems.Add(aliasRepeated, at,
					fmt.Sprintf("the alias %s is given in %s:%d as well%s", a.Path, first.Origin.File, first.Origin.Line, unlessEqual(a.Path, first.Path)),
					"keep the one whose page shows what stood there")
				continue
			}
			given[addressKey(a.Path)] = a
			file, isPage := stubPath(a.Path)
			if why := planned.taken(file); why != "" {
				problems.Add(aliasShadowed, at, fmt.Sprintf("the alias %s %s", a.Path, why),
					"readers who come there would not be sent on: remove the alias, or rename what takes it")
				continue
			}
			to := movedTo{Redirect: hosting.Redirect{From: a.Path, To: page.path}, by: a}
			if isPage {
				to.file = file
			}
			moved = append(moved, to)
			planned.add(Page{Path: file, Source: a.Origin})
		}
	}
	m := moves{s, planned, moved}
	for _, p := range s.guides {
		m.moveGuide(p)
		m.moveBelow(p.Guide)
	}
	s.keepRecorded(&m, problems)
	s.moved = m.moved
	for _, to := range m.moved {
		s.redirects = append(s.redirects, to.Redirect)
	}
	s.standIn(m.moved, planned)
	s.adviseUnread(m.moved, problems)
}

// movesAny reports whether there is anything to send readers on from: most sites
// have nothing, and need not know then which paths are taken.
func (s *Site) movesAny(all []aliased) bool {
	if slices.ContainsFunc(all, func(page aliased) bool { return len(page.aliases) > 0 }) {
		return true
	}
	return len(s.lib.Recorded) > 0 || slices.ContainsFunc(s.lib.Guides, func(g *guide.Guide) bool {
		return slices.ContainsFunc(g.Lenses, func(l guide.Lens) bool { return len(l.Former) > 0 }) ||
			slices.ContainsFunc(g.UseCases, func(u guide.UseCase) bool { return len(u.Former) > 0 })
	})
}

// addressKey is equal for addresses that a host may take for one: capitals aside,
// and with or without the slash at the end.
func addressKey(path string) string { return strings.ToLower(strings.TrimSuffix(path, "/")) }

// stubPath is the path of the page that sends readers of an alias on, as its file
// is named, and whether there is one: hosts show index.html for an address with no
// extension, and would serve a page at /feed.xml as something else than HTML, so
// that such an address has its line in _redirects alone.
func stubPath(alias string) (file string, isPage bool) {
	file, err := url.PathUnescape(alias)
	if err != nil {
		return alias, false
	}
	switch ext := path.Ext(file); {
	case strings.HasSuffix(file, "/"), ext == ".html", ext == ".htm":
		return file, true
	case ext == "":
		return file + "/", true
	}
	return file, false
}

// unlessEqual says how two addresses that are not written alike are one.
func unlessEqual(a, b string) string {
	switch {
	case a == b:
		return ""
	case strings.EqualFold(a, b):
		return " (capitals aside, which not every host tells apart)"
	}
	return " (the slash at the end aside, which hosts add)"
}

// occupied knows which files and folders the site has, letter case aside.
type occupied struct {
	files   map[string]Page
	folders map[string]Page // a page that is in it
}

func newOccupied(pages []Page) *occupied {
	o := &occupied{map[string]Page{}, map[string]Page{}}
	for _, p := range pages {
		o.add(p)
	}
	return o
}

func (o *occupied) add(p Page) {
	file := strings.ToLower(p.File())
	o.files[file] = p
	for i, r := range file {
		if r == '/' {
			o.folders[file[:i]] = p
		}
	}
}

// taken says why a page cannot have a path, "" when it can.
func (o *occupied) taken(path string) string {
	file := strings.ToLower(Page{Path: path}.File())
	if p, ok := o.files[file]; ok {
		return "is the path of " + p.Source.File + unlessEqual(path, p.Path)
	}
	for i, r := range file {
		if p, ok := o.files[file[:i]]; r == '/' && ok {
			return "lies below " + p.Path + " of " + p.Source.File + ", which is a file"
		}
	}
	if p, ok := o.folders[file]; ok {
		return "is a file where " + p.Path + " of " + p.Source.File + " needs a folder"
	}
	return ""
}

// addStub adds a page that leads to another path of the site.
func (s *Site) addStub(path string, source guide.Origin, target string) {
	s.addPage(path, "stub", source, func(w io.Writer) error { return s.print.Stub(w, target) })
}

// absolute is the address of a path of the site with scheme and host.
func (s *Site) absolute(path string) string { return s.print.Absolute(path) }
