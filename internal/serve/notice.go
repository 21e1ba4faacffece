package serve

import (
	"bytes"
	_ "embed"
	"fmt"
	"html/template"
	"regexp"
	"slices"
	"strings"

	"shortlist/internal/diag"
)

//go:embed notice.html
var noticeSource string

var notices = template.Must(template.New("notice.html").Parse(noticeSource))

// maxFindings is how many problems a page lists before the rest is counted. The
// terminal has them all.
const maxFindings = 50

// notice is what the preview has to say on a page.
type notice struct {
	State    string
	Alone    bool // there is no page of the site below it
	Heading  string
	Note     string
	Findings []finding
}

// finding is a problem as package diag writes it, in its three parts.
type finding struct{ What, Source, Help string }

// insert puts the preview's own lines into a page of the site: what reloads it,
// and the problems above it.
func (s *state) insert(page []byte) []byte {
	page = splice(page, headEnd, 0, fill("head", s.name))
	if len(s.problems) == 0 {
		return page
	}
	n := s.notice()
	n.Note = "Below is the site as it was before."
	return splice(page, bodyStart, 1, fill("notice", n))
}

// alone is a page of the problems and nothing else.
func (s *state) alone() []byte {
	n := s.notice()
	n.Alone, n.Note = true, "The site appears once that is fixed."
	return fill("alone", n)
}

// failed is a page in place of one that cannot be rendered.
func (s *state) failed(err error) []byte {
	return fill("alone", notice{State: s.name, Alone: true, Heading: "This page cannot be rendered",
		Note: "The other pages may be well.", Findings: []finding{{What: err.Error()}}})
}

func (s *state) notice() notice {
	files := map[string]bool{}
	for _, p := range s.problems {
		files[p.Span.File] = true
	}
	n := notice{State: s.name, Heading: count(len(s.problems), "problem") + " in " + count(len(files), "file")}
	for _, p := range s.problems[:min(len(s.problems), maxFindings)] {
		n.Findings = append(n.Findings, found(p))
	}
	if more := len(s.problems) - maxFindings; more > 0 {
		n.Findings = append(n.Findings, finding{What: fmt.Sprintf("and %d more, which the terminal lists", more)})
	}
	return n
}

// found splits the text of a problem: the place and what is wrong, the
// source line with the caret, what to do.
func found(p diag.Problem) finding {
	var text bytes.Buffer
	diag.WriteText(&text, diag.List{p}, false) // into memory, so without errors
	lines := strings.Split(strings.TrimRight(text.String(), "\n"), "\n")
	f := finding{What: lines[0]}
	lines = lines[1:]
	if last := len(lines) - 1; p.Hint != "" && last >= 0 {
		f.Help = strings.TrimLeft(lines[last], " =")
		lines = lines[:last]
	}
	f.Source = strings.Join(lines, "\n")
	return f
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

func fill(name string, view any) []byte {
	var b bytes.Buffer
	if err := notices.ExecuteTemplate(&b, name, view); err != nil {
		panic(err) // our own template with our own view
	}
	return b.Bytes()
}

var (
	headEnd   = regexp.MustCompile(`(?i)</head\s*>`)
	bodyStart = regexp.MustCompile(`(?i)<body(\s[^>]*)?>`)
)

// splice inserts text at the beginning (end 0) or end (end 1) of the first
// match, or after everything, where a browser takes it as well.
func splice(page []byte, where *regexp.Regexp, end int, text []byte) []byte {
	at := len(page)
	if m := where.FindIndex(page); m != nil {
		at = m[end]
	}
	return slices.Concat(page[:at], text, page[at:])
}
