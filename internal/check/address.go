package check

import (
	"fmt"
	"hash/maphash"
	"maps"
	"net/url"
	"path"
	"slices"
	"strings"

	"golang.org/x/net/idna"

	"shortlist/internal/diag"
)

// address is where something is served: a file, or with a path that ends in a
// slash the site itself.
type address struct{ scheme, host, path string }

// ascii is a host as browsers ask for it, whichever way it is written.
func ascii(host string) string {
	name, port, ported := strings.Cut(host, ":")
	if encoded, err := idna.Lookup.ToASCII(name); err == nil {
		name = encoded
	}
	if ported {
		name += ":" + port
	}
	return strings.ToLower(name)
}

func (c *Checker) ownAddress(name string) address {
	return address{c.base.scheme, c.base.host, c.shown(name)}
}

// shown is the path at which a file is served.
func (c *Checker) shown(name string) string {
	if path.Base(name) == "index.html" {
		name = strings.TrimSuffix(name, "index.html")
	}
	return c.base.path + name
}

// link is an address that a file names.
type link struct {
	at        diag.Span
	from      string // "<a href>", for messages
	written   string
	fetched   bool // by the browser, without being asked
	follows   bool // a reader can go there
	canonical bool
	meaning   meaning
}

// meaning is what an address has to be.
type meaning int

const (
	place    meaning = iota // a file of the site, with the fragment if there is one
	node                    // that, or a node of structured data
	listing                 // a page that search engines may list
	unbased                 // no address of the site, but one if the path of the site is put before it
	optional                // whatever is not a place of the site is none of ours
)

// target is what an address means on this site.
type target struct {
	file, fragment string
	meaning        meaning
}

// arrival is a link that leads to a place of this site.
type arrival struct {
	target
	link
}

// lead follows a link as far as it can be without the other files.
func (d *document) lead(l link) {
	l.written = strings.TrimSpace(l.written)
	u, err := url.Parse(l.written)
	switch {
	case err != nil && l.meaning == optional:
		return
	case err != nil:
		d.add(deadLink, l.at, fmt.Sprintf("%s is not an address: %q", l.from, l.written), "")
		return
	case l.written == "":
		d.add(deadLink, l.at, l.from+" is empty", "")
		return
	case strings.EqualFold(u.Scheme, "javascript"):
		d.add(inline, l.at, l.from+" is a script", "")
		return
	case u.Host == "" && (u.Scheme == "http" || u.Scheme == "https"):
		d.add(deadLink, l.at, fmt.Sprintf("%s names no host: %q", l.from, l.written), "")
		return
	case u.Host == "" && u.Scheme != "": // mailto:, tel:, data:
		return
	case d.name == notFound && u.Host == "" && u.Path != "" && !strings.HasPrefix(u.Path, "/"):
		d.add(deadLink, l.at, fmt.Sprintf("%s is relative: %q", l.from, l.written), "404.html is shown at any path: begin its links with a slash")
		return
	}
	named := u.Host != ""
	if named && (ascii(u.Host) != d.own.host || u.Scheme != "" && u.Scheme != d.own.scheme) {
		if l.fetched {
			d.add(otherOrigin, l.at, fmt.Sprintf("%s asks another origin: %q", l.from, l.written), "serve the file with the site, or link to it")
		}
		return
	}
	written := u
	u = (&url.URL{Scheme: d.own.scheme, Host: d.own.host, Path: d.own.path}).ResolveReference(u)
	if u.Path == "" {
		u.Path = "/"
	}
	// A text directive after :~: is for the browser alone.
	fragment, _, _ := strings.Cut(u.Fragment, ":~:")
	t := target{fragment: fragment, meaning: l.meaning}
	rel, inside := strings.CutPrefix(u.Path, d.site.base.path)
	switch {
	case inside:
		t.file = fileAt(rel)
	case named || l.meaning == optional:
		return // the host's other pages are no more ours than another host's
	case !strings.HasPrefix(written.Path, "/"):
		d.add(outsideBase, l.at, fmt.Sprintf("%s leads out of the site: %q", l.from, l.written), "every internal address begins with `"+d.site.base.path+"`")
		return
	default:
		t = target{file: fileAt(strings.TrimPrefix(u.Path, "/")), meaning: unbased}
		l.follows = false
	}
	if t.meaning == optional {
		t.meaning = place
	}
	d.arrivals = append(d.arrivals, arrival{t, l})
}

func fileAt(rel string) string {
	if rel == "" || strings.HasSuffix(rel, "/") {
		return rel + "index.html"
	}
	return rel
}

func hash(s string) uint64 { return maphash.String(seed, s) }

// nodeID is what a node of structured data is known by on the whole site.
func nodeID(file, fragment string) uint64 { return hash(file + "#" + fragment) }

// demand is a place that links lead to.
type demand struct {
	places
	from, written string
}

// want remembers where a link leads, unless that is known to be there.
func (c *Checker) want(a arrival) {
	if a.target.meaning == place && c.arrives(a.target) {
		return
	}
	w := c.wanted[a.target]
	if w == nil {
		w = &demand{}
		c.wanted[a.target] = w
	}
	if w.total == 0 || earlier(a.at, w.first) {
		w.from, w.written = a.from, a.written
	}
	w.add(a.at, "")
}

// arrives reports whether a file is there, and has the id that is asked for.
func (c *Checker) arrives(t target) bool {
	f := c.files[t.file]
	return f != nil && f.there && f.has(t.fragment)
}

// has reports whether a file has an id. One with an equals sign is the state of
// a script or a part of a picture.
func (f *file) has(id string) bool {
	if id == "" || id == "top" || f.page == nil || strings.Contains(id, "=") || strings.Contains(id, "(") {
		return true
	}
	_, found := slices.BinarySearch(f.page.ids, hash(id))
	return found
}

// deadLinks reports the links that lead nowhere.
func (c *Checker) deadLinks() {
	for t, w := range c.wanted {
		f := c.files[t.file]
		there := f != nil && f.there
		report := func(rule *diag.Rule, message, hint string) {
			w.hint = hint
			c.findings.at(fault{rule: rule, message: message}).merge(w.places)
		}
		switch {
		case t.meaning == unbased:
			if there {
				report(outsideBase, fmt.Sprintf("%s leads out of the site: %q", w.from, w.written), "every internal address begins with `"+c.base.path+"`")
			}
		case t.meaning == node:
			if !c.nodes[nodeID(t.file, t.fragment)] && !c.arrives(t) {
				report(badNode, fmt.Sprintf("%s refers to %q, which no page defines", w.from, w.written), "")
			}
		case !there:
			hint := ""
			if folder := c.files[t.file+"/index.html"]; folder != nil && folder.there {
				hint = "did you mean `" + c.shown(t.file) + "/`?"
			}
			report(deadLink, fmt.Sprintf("%s leads nowhere: %q", w.from, w.written), hint)
		case t.meaning == listing && !f.listed():
			report(badSitemap, fmt.Sprintf("%s lists %q, which only leads elsewhere or is not to be listed", w.from, w.written), "")
		case !f.has(t.fragment):
			report(deadFragment, fmt.Sprintf("%s leads to `%s`, which has no id `%s`", w.from, c.shown(t.file), t.fragment), "")
		}
	}
}

// merge adds the places of the same fault.
func (p *places) merge(other places) {
	if p.total == 0 {
		*p = other
		return
	}
	total := p.total + other.total
	p.add(other.first, other.hint)
	for _, name := range other.files {
		if i, found := slices.BinarySearch(p.files, name); !found {
			p.files = slices.Insert(p.files, i, name)
		}
	}
	p.files = p.files[:min(len(p.files), maxFiles)]
	p.total = max(total, len(p.files))
}

// orphans looks for pages that no chain of links leads to from the home page.
func (c *Checker) orphans() {
	home := c.files["index.html"]
	if home.page == nil {
		return // reported as such
	}
	reached := map[*file]bool{home: true}
	for queue := []*file{home}; len(queue) > 0; queue = queue[1:] {
		for _, to := range queue[0].page.links {
			if to.page != nil && !reached[to] {
				reached[to] = true
				queue = append(queue, to)
			}
		}
	}
	for _, f := range c.files {
		if f.listed() && !reached[f] {
			c.findings.one(orphan, diag.Span{File: outputPrefix + f.name}, "no links lead from the home page to this page",
				"link to it from another page, or from [[navigation]] in site.toml")
		}
	}
}

func (c *Checker) sorted() []*file {
	out := make([]*file, 0, len(c.files))
	for _, name := range slices.Sorted(maps.Keys(c.files)) {
		out = append(out, c.files[name])
	}
	return out
}

// unique sorts files by name and leaves out what is there twice.
func unique(files []*file) []*file {
	slices.SortFunc(files, func(a, b *file) int { return strings.Compare(a.name, b.name) })
	return slices.Clip(slices.Compact(files))
}
