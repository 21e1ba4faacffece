package front

import (
	"regexp"
	"strings"

	"shortlist/internal/diag"
)

var Fence = diag.Define(diag.Error, "front-matter-fence",
	"A content file does not begin with front matter between two lines of three plus signs.")

const fence = "+++"

const fenceHint = "begin the file with a line +++, the front matter in TOML, and a line +++"

var tomlLine = regexp.MustCompile(`^[ \t]*(\[|[A-Za-z0-9_"'-][^:]*=)`)

// Markdown splits a Markdown file into TOML front matter and body. A file with
// problems in its front matter still has its body.
//
// The first line that looks like a fence closes the front matter, also inside
// a string of several lines; a string that needs such a line writes \u002b.
func Markdown(path string, data []byte) (*File, diag.List) {
	f := &File{Path: path}
	if problems := oversized(path, len(data), MaxFile); problems != nil {
		return f, problems
	}
	s, problems := clean(path, data)
	if problems != nil {
		return f, problems
	}
	f.text = newText(path, s)
	from, to, ok := f.split(&problems)
	if !ok {
		return f, problems
	}
	if to-from > MaxFrontMatter {
		problems.Add(FrontMatterSize, f.lineSpan(max(f.text.lineAt(from)-1, 0)),
			"the front matter is larger than "+bytesText(MaxFrontMatter),
			"move prose below the closing +++")
		return f, problems
	}
	f.Root = scan(f.text, from, to, &problems)
	return f, problems
}

// TOML reads a file that is TOML and nothing else; limit is its greatest size in bytes.
func TOML(path string, data []byte, limit int) (*File, diag.List) {
	f := &File{Path: path}
	if problems := oversized(path, len(data), limit); problems != nil {
		return f, problems
	}
	s, problems := clean(path, data)
	if problems != nil {
		return f, problems
	}
	f.text = newText(path, s)
	f.Root = scan(f.text, 0, len(s), &problems)
	return f, problems
}

// split finds the fences, sets the body, and returns the stretch between the
// fences; not ok if there is no front matter that is worth reading.
func (f *File) split(problems *diag.List) (from, to int, ok bool) {
	t := f.text
	first := f.opening(problems)
	if first == noFence {
		return 0, 0, false
	}
	if first < len(t.starts) { // else the opening fence is all there is
		from = t.starts[first]
	}
	for i := first; i < len(t.starts); i++ {
		line := t.line(i)
		text := strings.TrimSpace(line)
		if !looksLikeFence(text) {
			continue
		}
		switch {
		case text != fence:
			problems.Add(Fence, f.lineSpan(i), shown(text)+" does not close the front matter",
				"close it with a line of exactly three plus signs: +++")
		case !strings.HasPrefix(line, fence):
			problems.Add(Fence, f.lineSpan(i), "the closing +++ is indented", "move it to the start of the line")
		}
		f.setBody(i + 1)
		return from, t.starts[i], true
	}
	for i := first; i < len(t.starts); i++ {
		if dashes(t.line(i)) {
			problems.Add(Fence, f.lineSpan(i), shown(strings.TrimSpace(t.line(i)))+" does not close the front matter",
				"close it with a line of exactly three plus signs: +++")
			f.setBody(i + 1)
			return 0, 0, false
		}
	}
	problems.Add(Fence, f.lineSpan(max(first-1, 0)), "the front matter is not closed", "put a line +++ between it and the text")
	return 0, 0, false
}

// noFence says that the file has no front matter.
const noFence = -1

// opening returns the line, from 0, on which the front matter begins, behind
// its fence. A fence that is only a little wrong is reported and accepted, so
// that what it opens is checked too.
func (f *File) opening(problems *diag.List) int {
	t := f.text
	if strings.TrimRight(t.line(0), " \t") == fence {
		return 1
	}
	first := 0
	for first < len(t.starts) && strings.TrimSpace(t.line(first)) == "" {
		first++
	}
	if first == len(t.starts) {
		problems.Add(Fence, diag.Span{File: f.Path}, "the file is empty", fenceHint)
		return noFence
	}
	text := strings.TrimSpace(t.line(first))
	switch {
	case text == fence && first > 0:
		problems.Add(Fence, f.lineSpan(0), "a blank line before the opening +++", "delete it: the fence is the first line of the file")
		return first + 1
	case text == fence:
		problems.Add(Fence, f.lineSpan(0), "the opening +++ is indented", "move it to the start of the line")
		return first + 1
	case looksLikeFence(text):
		problems.Add(Fence, f.lineSpan(first), shown(text)+" does not open the front matter",
			"open it with a line of exactly three plus signs: +++")
		return first + 1
	case strings.HasPrefix(text, "---"):
		problems.Add(Fence, f.lineSpan(first), "the front matter is fenced as YAML", "front matter is TOML between two lines +++")
		for i := first + 1; i < len(t.starts); i++ {
			if dashes(t.line(i)) {
				f.setBody(i + 1)
				break
			}
		}
		return noFence
	}
	if tomlLine.MatchString(t.line(first)) {
		for i := first; i < len(t.starts); i++ {
			if strings.TrimSpace(t.line(i)) == fence {
				problems.Add(Fence, f.lineSpan(first), "no +++ before the front matter", "the first line of the file is +++")
				return first
			}
		}
	}
	problems.Add(Fence, f.lineSpan(first), "the file has no front matter", fenceHint)
	f.setBody(0)
	return noFence
}

// setBody makes the body begin on a line, from 0.
func (f *File) setBody(line int) {
	f.bodyAt = len(f.text.s)
	if line < len(f.text.starts) {
		f.bodyAt = f.text.starts[line]
	}
	f.Body, f.BodyLine = f.text.s[f.bodyAt:], line+1
}

// looksLikeFence reports whether a trimmed line is a fence or was meant as
// one. No line of TOML begins with two plus signs.
func looksLikeFence(text string) bool {
	return strings.HasPrefix(text, fence) || text == "++"
}

func dashes(line string) bool {
	line = strings.TrimSpace(line)
	return len(line) >= 3 && strings.Trim(line, "-") == ""
}

// lineSpan is the place of what a line, from 0, has to show.
func (f *File) lineSpan(i int) diag.Span {
	line, from := f.text.line(i), f.text.starts[i]
	trimmed := strings.TrimLeft(line, " \t")
	from += len(line) - len(trimmed)
	return f.text.span(from, from+len(strings.TrimRight(trimmed, " \t")))
}

// shown is a piece of the author's text in a message, shortened.
func shown(s string) string {
	const most = 40
	n := 0
	for i := range s {
		if n++; n > most {
			return "`" + s[:i] + "…`"
		}
	}
	return "`" + s + "`"
}
