package check

import (
	"fmt"
	"io/fs"
	"net/url"
	"path"
	"slices"
	"strings"

	"shortlist/internal/diag"
)

// Audit holds the surfaces of a finished site against each other. What a guide
// says of its ranking stands in its comparison table, its entries, its answer,
// its contents, its structured data, ranking.json, ranking.csv and the Markdown
// twin: names, ranks, totals, the score on each criterion, weights and awards.
// Some of it stands again on the pages of the method, of two compared, of
// providers, lenses, use cases and regions, in feeds and in the search index.
// All of them must state the same; what a page computes by other weights is
// computed anew from ranking.json. Feeds must tell of editions what the pages
// of the editions say, and lists of pages must be complete. Audit also holds
// structured data to what its types need, and looks for pages that nothing
// leads to.
//
// Like [Site] it knows only the files, as they would be served, and base is the
// path of the site's address. Where two surfaces disagree it cannot tell which
// one is right: the finding names both, and stands at the file of the one that
// is compared with the guide's own page.
func Audit(pages fs.FS, base string) diag.List {
	a := &audit{
		pages:  pages,
		base:   "/" + strings.TrimLeft(strings.TrimRight(base, "/")+"/", "/"),
		sheets: map[string]*sheet{},
		guides: map[string]*ranked{},

		editions: map[string]surface{},
		feeds:    map[string][]item{},
	}
	names, err := list(pages)
	if err != nil {
		a.add(unreadable, "", "the output cannot be listed: %v", err)
		return a.problems
	}
	a.names = names
	html := slices.DeleteFunc(slices.Clone(names), func(name string) bool { return !strings.HasSuffix(name, ".html") })
	read := make([]*sheet, len(html))
	parallel(len(html), func(i int) { read[i] = readSheet(pages, html[i]) })
	for _, s := range read {
		a.sheets[s.name] = s
		if s.fault != "" {
			a.add(unreadable, s.name, "%s", s.fault)
		}
	}
	if home := a.sheets["index.html"]; home != nil {
		a.home = home
		if u, err := url.Parse(home.canonical); err == nil && u.Host != "" {
			a.origin = u.Scheme + "://" + u.Host
		}
	}
	for _, s := range read {
		if slug, ok := guideOf(s.name); ok && !s.stub {
			a.guide(slug, s)
		}
	}
	for _, s := range read {
		a.edition(s)
		a.page(s)
	}
	a.lists()
	a.hub(a.sheets["faq/index.html"])
	a.hub(a.sheets["search/index.html"])
	a.wording(read)
	a.orphans(read)
	a.problems.Sort()
	return a.problems
}

// audit is the site while it is held against itself.
type audit struct {
	pages    fs.FS
	names    []string // of all files, sorted
	base     string   // ends with a slash
	origin   string   // scheme and host of the home page's canonical address; "" if it has none
	home     *sheet   // nil if there is none
	sheets   map[string]*sheet
	guides   map[string]*ranked // by slug
	editions map[string]surface // by the file of their page
	feeds    map[string][]item  // by file
	problems diag.List
}

// ranked is a guide as its own page states it; all else is held against it.
type ranked struct {
	title string
	says  surface
	data  *ranking // ranking.json; nil if it cannot be read
}

func (a *audit) add(rule *diag.Rule, file, format string, values ...any) {
	a.problems.Add(rule, diag.Span{File: outputPrefix + file}, fmt.Sprintf(format, values...), "")
}

// guideOf returns the slug of the guide whose own page a file is.
func guideOf(name string) (slug string, ok bool) {
	rest, ok := strings.CutPrefix(name, "guides/")
	slug, last, _ := strings.Cut(rest, "/")
	return slug, ok && last == "index.html"
}

// target returns the file that an address stands for, and its fragment. The
// file is "" for what is not on the site; it need not be there.
func (a *audit) target(from, address string) (file, fragment string) {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || u.Opaque != "" || u.Host == "" && u.Scheme != "" {
		return "", ""
	}
	if u.Host != "" && (a.origin == "" || u.Scheme != "" && u.Scheme+"://"+u.Host != a.origin || !strings.HasSuffix(a.origin, "//"+u.Host)) {
		return "", ""
	}
	own := &url.URL{Path: a.base + strings.TrimSuffix(from, "index.html")}
	if path.Base(from) != "index.html" {
		own.Path = a.base + from
	}
	u = own.ResolveReference(u)
	rel, ok := strings.CutPrefix(u.Path, a.base)
	if !ok {
		return "", ""
	}
	if rel == "" || strings.HasSuffix(rel, "/") {
		rel += "index.html"
	}
	return rel, u.Fragment
}

// entry returns the guide and the entry that an address stands for.
func (a *audit) entry(from, address string) (guide *ranked, slug, id string) {
	file, id := a.target(from, address)
	slug, ok := guideOf(file)
	if !ok {
		return nil, "", ""
	}
	return a.guides[slug], slug, id
}
