package front

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"shortlist/internal/diag"
	"shortlist/internal/markdown"
)

var Encoding = diag.Define(diag.Error, "encoding",
	"A file has bytes that are not UTF-8, or characters that cannot be seen: control, bidirectional and tag characters, spaces of no width, a stray byte order mark.")

var Conflict = diag.Define(diag.Error, "conflict-marker",
	"A file has a marker that git leaves where a merge was not finished.")

// maxEncoding is how many places of one file are reported; a file with more is
// a picture or an archive.
const maxEncoding = 20

const byteOrderMark = "\ufeff"

// clean returns the bytes of a file as text with LF line ends and without a
// byte order mark, and reports what may not stand in a text.
func clean(path string, data []byte) (string, diag.List) {
	s := string(data)
	if strings.HasPrefix(s, "\xff\xfe") || strings.HasPrefix(s, "\xfe\xff") {
		var problems diag.List
		problems.Add(Encoding, diag.Span{File: path}, "the file is UTF-16", "save it as UTF-8")
		return "", problems
	}
	s = strings.TrimPrefix(s, byteOrderMark)
	if problems := unclean(path, s); problems != nil {
		return "", problems
	}
	s = strings.ReplaceAll(s, "\r\n", "\n")
	return s, conflicts(path, s)
}

// conflicts finds the first lines of unfinished merges, and a last line that has
// lost its first. A line of equals signs alone may be a heading.
func conflicts(path, s string) diag.List {
	var problems diag.List
	open := false
	number := 0
	for line := range strings.SplitSeq(s, "\n") {
		number++
		begins := conflictMarker(line, "<<<<<<<")
		ends := conflictMarker(line, ">>>>>>>")
		if begins || ends && !open {
			problems.Add(Conflict, diag.Span{File: path, Line: number, Column: 1, Width: utf8.RuneCountInString(line), Text: line},
				"a merge was not finished here", "keep one of the two texts and delete the lines that git added; indent the line if it is meant")
		}
		open = begins || open && !ends
		if len(problems) == maxEncoding {
			break
		}
	}
	return problems
}

// conflictMarker reports whether a line is seven signs, with a name of what was
// merged or without one.
func conflictMarker(line, signs string) bool {
	rest, found := strings.CutPrefix(line, signs)
	return found && (rest == "" || rest[0] == ' ')
}

// unclean finds the characters that may not stand in a file. A run of the same
// mistake is one problem.
func unclean(path, s string) diag.List {
	var (
		problems diag.List
		line     = 1
		start    int // of the line
		until    int // the end of the last mistake
		before   rune
	)
	for i := 0; i < len(s); {
		if c := s[i]; c >= ' ' && c < 0x7f || c == '\t' {
			before = rune(c)
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		after, n := utf8.DecodeRuneInString(s[i+size:])
		if n == 0 {
			after = 0
		}
		switch {
		case r == '\n':
			line, start = line+1, i+1
		case r == '\r' && strings.HasPrefix(s[i+1:], "\n"):
		default:
			message, hint := invisible(before, r, after, size, s[i])
			if r == '\r' {
				message, hint = "a carriage return without a line feed", "end lines with LF or CRLF"
			}
			if message == "" {
				break
			}
			if n := len(problems); n > 0 && until == i && problems[n-1].Hint == hint {
				problems[n-1].Span.Width++
				until = i + size
				break
			}
			if len(problems) == maxEncoding {
				return problems
			}
			problems.Add(Encoding, diag.Span{
				File: path, Line: line, Column: utf8.RuneCountInString(s[start:i]) + 1, Width: 1,
				Text: lineFrom(s, start),
			}, message, hint)
			until = i + size
		}
		before = r
		i += size
	}
	return problems
}

// lineFrom returns the line that begins at an offset as valid text, in which
// every byte that is not UTF-8 stands as one code point.
func lineFrom(s string, start int) string {
	line, _, ended := strings.Cut(s[start:], "\n")
	if ended {
		line = strings.TrimSuffix(line, "\r")
	}
	if utf8.ValidString(line) {
		return line
	}
	return string([]rune(line))
}

// invisible says what is wrong with a character; empty if nothing is.
func invisible(before, r, after rune, size int, first byte) (message, hint string) {
	switch {
	case r == utf8.RuneError && size == 1:
		return fmt.Sprintf("byte 0x%02x is not UTF-8", first), "save the file as UTF-8"
	case !markdown.Unseen(before, r, after):
		return "", ""
	case r < ' ', r >= 0x7f && r < 0xa0:
		return fmt.Sprintf("control character U+%04X", r), "delete it"
	case r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069, r == 0x200e, r == 0x200f, r == 0x061c:
		return fmt.Sprintf("bidirectional control U+%04X", r), "delete it: it can make a text read as something it is not"
	case r == 0xfeff:
		return "a byte order mark inside the text", "delete it: it is invisible, and has no meaning here"
	case r >= 0xe0000 && r <= 0xe007f:
		return fmt.Sprintf("tag character U+%04X, which cannot be seen", r), "delete it: programs read it as text that no reader sees"
	case r == utf8.RuneError:
		return "the character U+FFFD, which stands for a byte that could not be read", "write what it was"
	}
	return fmt.Sprintf("the character U+%04X, which cannot be seen", r), "delete it: it has no use where it stands"
}
