package site

import (
	"fmt"
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
// page of its own, which any host can serve, and by a line in _redirects. The old
// path of a guide takes what is cited or asked for below it along: [Site.moveGuides].
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
		out = append(out, aliased{"/" + p.Slug + "/", p.Aliases})
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
			if isPage {
				s.addStub(file, a.Origin, page.path)
				planned.add(s.pages[len(s.pages)-1])
			}
			s.redirects = append(s.redirects, hosting.Redirect{From: a.Path, To: page.path})
		}
	}
	s.moveGuides(planned, given)
	s.adviseUnread(given, problems)
}

// movesAny reports whether there is anything to send readers on from: most sites
// have nothing, and need not know then which paths are taken.
func (s *Site) movesAny(all []aliased) bool {
	if slices.ContainsFunc(all, func(page aliased) bool { return len(page.aliases) > 0 }) {
		return true
	}
	return slices.ContainsFunc(s.lib.Guides, func(g *guide.Guide) bool {
		return slices.ContainsFunc(g.Lenses, func(l guide.Lens) bool { return len(l.Former) > 0 }) ||
			slices.ContainsFunc(g.UseCases, func(u guide.UseCase) bool { return len(u.Former) > 0 })
	})
}

// moveGuides sends readers on from what others keep the address of below a guide:
// where it had another slug, from all that it has below, and from comparisons,
// lenses and use cases that are called something else. An alias that is no address
// of a guide had nothing below.
func (s *Site) moveGuides(planned *occupied, given map[string]guide.Alias) {
	m := moves{s, planned, given}
	for _, p := range s.guides {
		m.moveGuide(p)
		for _, a := range p.Aliases {
			slug, ok := strings.CutPrefix(strings.TrimSuffix(a.Path, "/"), "/guides/")
			if !ok || slug == "" || strings.Contains(slug, "/") || strings.EqualFold(slug, p.Slug) {
				continue
			}
			for _, path := range p.below {
				m.move(a.Origin, address.Guide(slug)+strings.TrimPrefix(path, address.Guide(p.Slug)), path)
			}
		}
	}
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

// adviseUnread says once that hosts will not read all of the redirects.
func (s *Site) adviseUnread(given map[string]guide.Alias, problems *diag.List) {
	read, unread := hosting.Split(s.hosting(), s.redirects)
	if len(unread) == 0 {
		return
	}
	first := given[addressKey(unread[0].From)]
	problems.Add(aliasUnread, spanOf(first.Origin, len(first.Path)+2),
		fmt.Sprintf("hosts read %d of the %d aliases of the site as redirects: not %s, the first of the others", len(read), len(s.redirects), first.Path),
		"the page at the alias itself still sends readers on")
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
