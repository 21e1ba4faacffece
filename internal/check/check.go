// Package check reads finished pages as a visitor would.
//
// It knows nothing of guides or templates: it takes the files of an output
// folder, as they would be served, and reports what a reader, a screen reader
// or a browser would stumble over. Links that an author wrote are resolved
// while the site is made and reported at the author's own line; what is left
// for this package is the fault of a template or of the program, so a finding
// stands at the page, and [Name] adds what the page was made from.
//
// Pages are read with a tokenizer rather than a parser. A parser repairs what
// it reads and forgets where it stood; a tokenizer shows the page as it was
// sent, and at which line and column.
package check

import (
	"fmt"
	"io/fs"
	"path"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"shortlist/internal/diag"
)

// Site checks every file of an output folder and returns what is wrong, sorted.
// Base is the path of the site's address, "/" or "/a/b/", that every internal
// link begins with. Findings name a file by its path under public/.
func Site(pages fs.FS, base string) diag.List {
	var problems diag.List
	names, err := list(pages)
	if err != nil {
		problems.Add(unreadable, diag.Span{File: outputPrefix}, "the output cannot be listed: "+err.Error(), "")
		return problems
	}
	s := &site{base: "/" + strings.TrimLeft(strings.TrimRight(base, "/")+"/", "/"), files: map[string]*page{}}
	read := make([]*page, len(names))
	parallel(len(names), func(i int) { read[i] = s.read(pages, names[i]) })
	for i, name := range names {
		s.files[name] = read[i]
	}
	s.origin = originOf(s.files["index.html"], read)
	parallel(len(read), func(i int) { s.resolve(read[i]) })

	for _, want := range []string{"index.html", "404.html"} {
		if s.files[want] == nil {
			problems.Add(missing, diag.Span{File: outputPrefix + want}, "the output has no `"+want+"`", "")
		}
	}
	s.uniqueTitles(read)
	for _, p := range read {
		p.quote(pages)
		problems = append(problems, p.problems...)
	}
	problems.Sort()
	return problems
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
		if p.Hint != "" {
			p.Hint += "; "
		}
		p.Hint += "the page is made from `" + from + "`"
		if by != "" {
			p.Hint += " by `" + by + "`"
		}
	}
}

// outputPrefix sets a finished page apart from a file that somebody wrote.
const outputPrefix = "public/"

// site is the output while it is checked.
type site struct {
	base   string           // ends with a slash
	origin string           // scheme and host of the canonical addresses; "" if there are none
	files  map[string]*page // by path in the output
}

// page is what is remembered of one file; of a file that is neither HTML, SVG
// nor CSS, no more than that it is there.
type page struct {
	name      string
	html      bool
	stub      bool // sends the reader elsewhere at once
	title     string
	titleAt   diag.Span
	canonical string
	canonAt   diag.Span
	ids       map[string]diag.Span
	links     []link
	problems  diag.List
}

func (p *page) add(rule *diag.Rule, at diag.Span, message, hint string) {
	p.problems.Add(rule, at, message, hint)
}

// address is the path at which the file is served.
func (s *site) address(name string) string {
	if path.Base(name) == "index.html" {
		name = strings.TrimSuffix(name, "index.html")
	}
	return s.base + name
}

func list(pages fs.FS) ([]string, error) {
	var names []string
	err := fs.WalkDir(pages, ".", func(name string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			names = append(names, name)
		}
		return err
	})
	slices.Sort(names)
	return names, err
}

func (s *site) read(pages fs.FS, name string) *page {
	p := &page{name: name, html: strings.HasSuffix(name, ".html")}
	ext := path.Ext(name)
	if !p.html && ext != ".svg" && ext != ".css" {
		return p
	}
	data, err := fs.ReadFile(pages, name)
	if err != nil {
		p.add(unreadable, diag.Span{File: outputPrefix + name}, "the file cannot be read: "+err.Error(), "")
		return p
	}
	if ext == ".css" {
		p.readStyle(data)
	} else {
		p.readMarkup(data)
	}
	return p
}

// uniqueTitles reports pages that a reader cannot tell apart by their title,
// in a tab, a bookmark or a list of results.
func (s *site) uniqueTitles(pages []*page) {
	first := map[string]*page{}
	for _, p := range pages {
		if p.stub || p.title == "" {
			continue
		}
		if other := first[p.title]; other != nil {
			p.add(sameTitle, p.titleAt, fmt.Sprintf("the title %q is that of `%s` too", p.title, s.address(other.name)), "")
			continue
		}
		first[p.title] = p
	}
}

// maxQuoted keeps a minified page, which is one long line, from being repeated
// whole in every finding.
const maxQuoted = 4096

// quote puts the source line into each finding. It reads the page once more,
// because pages are forgotten while the site is read.
func (p *page) quote(pages fs.FS) {
	if len(p.problems) == 0 {
		return
	}
	data, err := fs.ReadFile(pages, p.name)
	if err != nil {
		return
	}
	lines := strings.Split(string(data), "\n")
	for i := range p.problems {
		at := &p.problems[i].Span
		if at.Line > 0 && at.Line <= len(lines) && len(lines[at.Line-1]) <= maxQuoted {
			at.Text = strings.TrimSuffix(lines[at.Line-1], "\r")
		}
	}
}

// parallel calls f for every index below n, on all processors. Results belong
// in a slice by index, so that the order of the calls does not show.
func parallel(n int, f func(i int)) {
	var next atomic.Int64
	var group sync.WaitGroup
	for range min(n, runtime.GOMAXPROCS(0)) {
		group.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				f(i)
			}
		})
	}
	group.Wait()
}
