// Package diag reports an author's mistakes at file, line and column.
//
// A mistake is a value, a [Problem]; a run collects all of them in a [List],
// sorts it and shows it once. The same list has several renderings: text for
// people ([WriteText]), JSON lines for programs ([WriteJSON]) and workflow
// commands for GitHub ([WriteGitHub]); the command adds SARIF. An error, by
// contrast, means that the machine failed, and never passes through here.
package diag

import (
	"cmp"
	"io/fs"
	"slices"
	"strings"
)

// Severity says what a finding does to a build.
type Severity int

const (
	Error   Severity = iota // a problem: fails the build
	Warning                 // something doubtful: fails with --strict
	Advice                  // a reminder: never fails
)

// String returns "error", "warning" or "advice".
func (s Severity) String() string {
	switch s {
	case Warning:
		return "warning"
	case Advice:
		return "advice"
	default:
		return "error"
	}
}

// Span is a stretch of one line of one file. Lines and columns count from 1;
// columns and the width count Unicode code points of the line as an editor
// shows it, so a byte order mark is not counted and a tab is one. Text is the
// line itself, without its end; it may be empty when there is no line to show,
// and Line is 0 when the finding is about the file as a whole.
type Span struct {
	File   string
	Line   int
	Column int
	Width  int
	Text   string
}

// Problem is one finding: which rule, where, what, and what to do about it.
type Problem struct {
	Rule    *Rule
	Span    Span
	Message string // one line, lower case, no full stop
	Hint    string // one line; empty when there is nothing to add
}

// List is a collection of findings in any order; [List.Sort] gives the order
// in which they are shown.
type List []Problem

// Add appends a finding.
func (l *List) Add(rule *Rule, at Span, message, hint string) {
	*l = append(*l, Problem{Rule: rule, Span: at, Message: message, Hint: hint})
}

// Sort orders the list by file, line, column, rule and message, and removes
// repeated findings.
func (l *List) Sort() {
	slices.SortFunc(*l, compare)
	*l = slices.CompactFunc(*l, func(a, b Problem) bool { return compare(a, b) == 0 })
}

func compare(a, b Problem) int {
	return cmp.Or(
		cmp.Compare(a.Span.File, b.Span.File),
		cmp.Compare(a.Span.Line, b.Span.Line),
		cmp.Compare(a.Span.Column, b.Span.Column),
		cmp.Compare(a.Rule.Name, b.Rule.Name),
		cmp.Compare(a.Message, b.Message),
	)
}

// Count returns how many findings have the given severity.
func (l List) Count(s Severity) int {
	n := 0
	for _, p := range l {
		if p.Rule.Severity == s {
			n++
		}
	}
	return n
}

// Fails reports whether the list fails a build: any error, or with strict any
// warning too.
func (l List) Fails(strict bool) bool {
	return l.Count(Error) > 0 || strict && l.Count(Warning) > 0
}

// Only returns the findings with one of the given severities, in their order.
func (l List) Only(severities ...Severity) List {
	var out List
	for _, p := range l {
		if slices.Contains(severities, p.Rule.Severity) {
			out = append(out, p)
		}
	}
	return out
}

// Quote adds the source line to the findings that have none, from the tree that
// their files are in. A file that is not in it is left as it is.
func (l List) Quote(tree fs.FS) {
	files := map[string][]string{}
	for i := range l {
		at := &l[i].Span
		if at.Text != "" || at.Line == 0 {
			continue
		}
		lines, read := files[at.File]
		if !read {
			data, _ := fs.ReadFile(tree, at.File)
			text := strings.TrimPrefix(strings.ReplaceAll(string(data), "\r\n", "\n"), "\ufeff")
			lines = strings.Split(text, "\n")
			files[at.File] = lines
		}
		if at.Line <= len(lines) {
			at.Text = lines[at.Line-1]
		}
	}
}
