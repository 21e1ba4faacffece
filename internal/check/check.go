// Package check reads finished pages as any visitor would.
//
// It knows nothing of guides, themes or templates. It is given the files of a
// site one after the other, as they would be served, and reports what a reader,
// a screen reader, a browser or a search engine would find broken: links that
// lead nowhere, ids that are not there, headings, titles, names and labels,
// structured data that lacks what its type needs, pages that nobody links to,
// addresses of what is held back. That two pages of one site state the same
// figures is for the program's own tests to prove.
//
// A site may be larger than the memory of the machine. So a file is read once,
// in any order and on any number of goroutines, and forgotten: what stays of a
// page is its title, its ids and the pages that it links to, and of each address
// that is linked to, the first place. One fault that stands on many pages, as
// one of a template does, is one finding that says on how many.
//
// Pages are read with a tokenizer rather than a parser. A parser repairs what it
// reads and forgets where it stood; a tokenizer shows the page as it was sent,
// and at which line and column.
package check

import (
	"fmt"
	"hash/maphash"
	"net/url"
	"path"
	"strings"
	"sync"

	"shortlist/internal/diag"
)

// Options say what the files are.
type Options struct {
	// BaseURL is the absolute address of the site. What is below it is internal,
	// everything else, on the same host too, is somebody else's.
	BaseURL string

	// Addresses are those of what is held back, from the root of the site, such
	// as "/guides/x/". No file may stand there or name one of them.
	Addresses []string

	// Titles are those of what is held back. One that a page of the site shows as
	// a heading is not looked for.
	Titles *Phrases
}

// Checker reads the files of one site.
type Checker struct {
	base  address
	held  map[string]bool // addresses
	first map[string]bool // their first segments
	named *Phrases

	mu         sync.Mutex
	files      map[string]*file   // by path, also those that are only linked to
	wanted     map[target]*demand // where links lead that were read before what they lead to
	nodes      map[uint64]bool    // the ids that structured data defines, hashed
	headings   map[string]bool    // of published pages, those that are titles of what is held back
	compressed []compressed
	findings   findings
}

// file is what is remembered of one.
type file struct {
	name  string
	there bool
	sum   uint64 // of its bytes
	page  *page  // nil for what is neither HTML nor SVG
}

// page is what is remembered of a page or drawing.
type page struct {
	html, stub, hidden bool
	title              string
	titleAt            diag.Span
	canonical          *file    // another page that stands for it; nil if it does itself
	ids                []uint64 // hashed, sorted
	links              []*file
}

// listed reports whether a page is to be found by search engines as itself.
func (f *file) listed() bool {
	return f.page != nil && f.page.html && !f.page.stub && !f.page.hidden && f.name != notFound && (f.page.canonical == nil || f.page.canonical == f)
}

const notFound = "404.html"

// outputPrefix sets a finished file apart from one that somebody wrote.
const outputPrefix = "public/"

var seed = maphash.MakeSeed()

// New returns a checker that has read nothing yet.
func New(o Options) *Checker {
	c := &Checker{named: o.Titles, held: map[string]bool{}, first: map[string]bool{}, files: map[string]*file{}, wanted: map[target]*demand{},
		nodes: map[uint64]bool{}, headings: map[string]bool{}, findings: findings{}}
	if u, err := url.Parse(o.BaseURL); err == nil {
		c.base = address{scheme: u.Scheme, host: ascii(u.Host), path: strings.TrimRight(u.Path, "/") + "/"}
	}
	for _, a := range o.Addresses {
		c.held[a] = true
		segment, _, _ := strings.Cut(strings.TrimPrefix(a, "/"), "/")
		c.first[segment] = true
	}
	return c
}

// Read reads a file of the site. The name is its path in the output; the bytes
// are not kept. Several goroutines may call Read, each file once.
func (c *Checker) Read(name string, data []byte) {
	d := &document{site: c, name: name, data: data, own: c.ownAddress(name)}
	f := &file{name: name, there: true, sum: maphash.Bytes(seed, data)}
	if original, ok := compressedOf(name); ok {
		d.unpack(original)
	} else {
		d.read()
		d.leaks()
	}
	d.quote()
	f.page = d.page
	c.keep(f, d)
}

// read goes through a file by what it is.
func (d *document) read() {
	switch path.Ext(d.name) {
	case ".html", ".svg":
		d.readMarkup()
	case ".css":
		d.readStyle()
	case ".xml":
		d.readXML()
	case ".json", ".webmanifest":
		d.readJSON()
	case ".md":
		d.readMarkdown()
	case ".txt":
		if d.name == "llms.txt" {
			d.readMarkdown()
		} else {
			d.readPlain()
		}
	case ".csv", ".bib":
		d.readPlain()
	case "":
		if d.name == "_redirects" {
			d.readRedirects()
		}
	}
}

// keep adds what was read of a file to what is known of the site.
func (c *Checker) keep(f *file, d *document) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if known := c.files[f.name]; known != nil {
		*known = *f
		f = known
	} else {
		c.files[f.name] = f
	}
	for _, a := range d.arrivals {
		to := c.file(a.file)
		if a.follows && f.page != nil {
			f.page.links = append(f.page.links, to)
		}
		if a.canonical {
			f.page.canonical = to
		}
		c.want(a)
	}
	for _, name := range d.moved {
		c.file(name).there = true
	}
	for _, n := range d.nodes {
		c.nodes[n] = true
	}
	for _, h := range d.headings {
		c.headings[h] = true
	}
	if d.compressed != nil {
		c.compressed = append(c.compressed, *d.compressed)
	}
	if f.page != nil {
		f.page.links = unique(f.page.links)
	}
	c.findings.add(d.problems)
	for _, t := range d.titles {
		message := fmt.Sprintf("the file contains %q, the title of what is held back", t)
		c.findings.at(fault{heldTitle, message, folded(t)}).add(d.whole(), "")
	}
}

func (c *Checker) file(name string) *file {
	f := c.files[name]
	if f == nil {
		f = &file{name: name}
		c.files[name] = f
	}
	return f
}

// Problems returns what is wrong with the files that were read, sorted.
func (c *Checker) Problems() diag.List {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, want := range []string{"index.html", notFound} {
		if !c.file(want).there {
			c.findings.one(missing, diag.Span{File: outputPrefix + want}, "the output has no `"+want+"`", "")
		}
	}
	c.deadLinks()
	c.sameTitles()
	c.orphans()
	c.differing()
	return c.findings.list(c.headings)
}

// Name adds to each finding the file that its page was made from and the
// template that it was made by: made is given the page's path in the output,
// and returns "" for what there is not.
func Name(problems diag.List, made func(file string) (from, by string)) {
	for i := range problems {
		p := &problems[i]
		from, by := made(strings.TrimPrefix(p.Span.File, outputPrefix))
		if from == "" {
			continue
		}
		hint := "the page is made from `" + from + "`"
		if by != "" {
			hint += " by `" + by + "`"
		}
		p.Hint = joined(p.Hint, hint)
	}
}

func joined(hint, more string) string {
	if hint == "" || more == "" {
		return hint + more
	}
	return hint + "; " + more
}

// sameTitles reports pages that a reader cannot tell apart by their title, in a
// tab, a bookmark or a list of results.
func (c *Checker) sameTitles() {
	first := map[string]*file{}
	for _, f := range c.sorted() {
		if !f.listed() || f.page.title == "" {
			continue
		}
		if other := first[f.page.title]; other != nil {
			c.findings.one(sameTitle, f.page.titleAt, fmt.Sprintf("the title %q is that of `%s` too", f.page.title, c.shown(other.name)), "")
			continue
		}
		first[f.page.title] = f
	}
}
