package check

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"shortlist/internal/diag"
)

// document is one file while it is read, with what is to be kept of it.
type document struct {
	site *Checker
	name string
	own  address // where it is served
	data []byte

	problems   diag.List
	page       *page
	arrivals   []arrival
	moved      []string // files that redirects stand for
	nodes      []uint64
	headings   []string // those that are titles of what is held back
	titles     []string // of what is held back, found in the text
	compressed *compressed
}

func (d *document) add(rule *diag.Rule, at diag.Span, message, hint string) {
	d.problems.Add(rule, at, message, hint)
}

func (d *document) whole() diag.Span { return diag.Span{File: outputPrefix + d.name} }

// maxQuoted keeps a minified page, which is one long line, from being repeated
// whole in a finding.
const maxQuoted = 4096

// quote puts the source line into each finding.
func (d *document) quote() {
	if len(d.problems) == 0 {
		return
	}
	lines := strings.Split(string(d.data), "\n")
	for i := range d.problems {
		at := &d.problems[i].Span
		if at.Line > 0 && at.Line <= len(lines) && len(lines[at.Line-1]) <= maxQuoted {
			at.Text = strings.TrimSuffix(lines[at.Line-1], "\r")
		}
	}
}

// findings are kept by what they say, since one of a template is that of every
// page that it makes.
type findings map[fault]*places

type fault struct {
	rule    *diag.Rule
	message string
	title   string // of what is held back, if that is what was found
}

// places are where one fault was met. The first is the first by name and
// position, whatever was read first.
type places struct {
	first diag.Span
	hint  string
	files []string // the first few by name, sorted
	total int      // of files
	last  string   // the file that was added last
}

const maxFiles = 4 // named in a finding

func (p *places) add(at diag.Span, hint string) {
	if p.total == 0 || earlier(at, p.first) {
		p.first, p.hint = at, hint
	}
	if at.File == p.last {
		return // all places of a file are added together
	}
	p.last = at.File
	p.total++
	if i, found := slices.BinarySearch(p.files, at.File); !found {
		p.files = slices.Insert(p.files, i, at.File)
		p.files = p.files[:min(len(p.files), maxFiles)]
	}
}

func earlier(a, b diag.Span) bool {
	return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column)) < 0
}

// elsewhere names the other files, "" if there are none.
func (p *places) elsewhere() string {
	if p.total < 2 {
		return ""
	}
	var named []string
	for _, name := range p.files {
		if name != p.first.File {
			named = append(named, "`"+name+"`")
		}
	}
	named = named[:min(len(named), maxFiles-1)]
	if more := p.total - 1 - len(named); more > 0 {
		return fmt.Sprintf("so it is in %s and %d more", strings.Join(named, ", "), more)
	}
	return "so it is in " + strings.Join(named, ", ")
}

func (f findings) add(problems diag.List) {
	for _, p := range problems {
		f.one(p.Rule, p.Span, p.Message, p.Hint)
	}
}

func (f findings) one(rule *diag.Rule, at diag.Span, message, hint string) {
	f.at(fault{rule: rule, message: message}).add(at, hint)
}

func (f findings) at(key fault) *places {
	p := f[key]
	if p == nil {
		p = &places{}
		f[key] = p
	}
	return p
}

// list is what was found, sorted, without the titles that pages show.
func (f findings) list(shown map[string]bool) diag.List {
	var problems diag.List
	for key, p := range f {
		if key.title == "" || !shown[key.title] {
			problems.Add(key.rule, p.first, key.message, joined(p.hint, p.elsewhere()))
		}
	}
	problems.Sort()
	return problems
}
