package check

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html"
	"io/fs"
	"net/url"
	"path"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"shortlist/internal/diag"
)

// Held looks for what is held back in every byte of the output. A mark that
// begins with a slash is the address that something would have, without the
// path of the site; any other is its title. Base is as for [Site].
//
// An address counts where it is one of this site: "/about/" is not found in
// another site's, nor at the end of a longer path. A title of less than three
// words, such as "About", may be said of anything, and one that a published
// page has too gives nothing away; neither is looked for. Pictures and
// compressed twins, which say what other files say, are not opened.
func Held(pages fs.FS, base string, marks []string) diag.List {
	var problems diag.List
	names, err := list(pages)
	if err != nil || len(marks) == 0 {
		return nil // what cannot be listed is reported by Site
	}
	h := held{base: "/" + strings.Trim(base, "/")}
	if u, err := url.Parse(readSheet(pages, "index.html").canonical); err == nil {
		h.host = u.Host
	}
	for _, mark := range marks {
		if strings.HasPrefix(mark, "/") {
			h.addresses = append(h.addresses, mark)
		} else if len(strings.Fields(mark)) >= 3 {
			h.titles = append(h.titles, title{mark, spellings(mark)})
		}
	}
	headings := sync.OnceValue(func() []string {
		out := make([]string, len(names))
		parallel(len(names), func(i int) {
			if strings.HasSuffix(names[i], ".html") {
				out[i] = readSheet(pages, names[i]).heading
			}
		})
		return out
	})
	found := make([]diag.List, len(names))
	parallel(len(names), func(i int) {
		switch path.Ext(names[i]) {
		case ".br", ".gz", ".png":
			return
		}
		data, err := fs.ReadFile(pages, names[i])
		if err != nil {
			return
		}
		at := diag.Span{File: outputPrefix + names[i]}
		for _, address := range h.addresses {
			if strings.HasPrefix("/"+names[i], address) {
				found[i].Add(auditHeld, at, fmt.Sprintf("the file stands at %q, the address of what is held back", address), "")
			}
			if h.leadsTo(data, address) {
				found[i].Add(auditHeld, at, fmt.Sprintf("the file contains %q, the address of what is held back", address), "")
			}
		}
		for _, t := range h.titles {
			if t.in(data) && !slices.Contains(headings(), t.text) {
				found[i].Add(auditHeld, at, fmt.Sprintf("the file contains %q, the title of what is held back", t.text), "")
			}
		}
	})
	for _, list := range found {
		problems = append(problems, list...)
	}
	problems.Sort()
	return problems
}

// held is what is looked for.
type held struct {
	base, host string // the path of the site, without a slash at its end; the host may be ""
	addresses  []string
	titles     []title
}

// title is a text with the ways in which files write it.
type title struct {
	text      string
	spellings []string
}

// leadsTo reports whether a file has an address of the site, or the identifier
// that a feed makes of it.
func (h *held) leadsTo(data []byte, address string) bool {
	for i := range occurrences(data, []byte(address)) {
		before := data[:i]
		if h.base != "/" {
			before = bytes.TrimSuffix(before, []byte(h.base))
		}
		rest := bytes.TrimRightFunc(before, inHost)
		host, begins := before[len(rest):], bytes.HasSuffix(rest, []byte("//"))
		if len(host) == 0 && !bytes.HasSuffix(before, []byte("/")) || begins && (h.host == "" || string(host) == h.host) {
			return true
		}
	}
	// tag:example.com,2025:guides/x
	bare := strings.Trim(address, "/")
	if !strings.Contains(bare, "/") {
		return false
	}
	for i := range occurrences(data, []byte(":"+bare)) {
		if after, _ := utf8.DecodeRune(data[i+1+len(bare):]); !inWord(after) && after != '-' {
			return true
		}
	}
	return false
}

// inHost reports what may stand in a host or a part of a path.
func inHost(r rune) bool { return inWord(r) || strings.ContainsRune("-._~%:@", r) }

func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// in reports whether a file has the title, as words of their own.
func (t *title) in(data []byte) bool {
	for _, spelling := range t.spellings {
		for i := range occurrences(data, []byte(spelling)) {
			before, _ := utf8.DecodeLastRune(data[:i])
			after, _ := utf8.DecodeRune(data[i+len(spelling):])
			if !inWord(before) && !inWord(after) {
				return true
			}
		}
	}
	return false
}

// occurrences yields where a text stands in a file.
func occurrences(data, text []byte) func(func(int) bool) {
	return func(yield func(int) bool) {
		for at := 0; len(text) > 0; at++ {
			i := bytes.Index(data[at:], text)
			if i < 0 || !yield(at+i) {
				return
			}
			at += i
		}
	}
}

// spellings are the ways in which text is written in HTML, XML and JSON, with
// straight and with typographic apostrophes.
func spellings(text string) (out []string) {
	for _, t := range []string{text, strings.ReplaceAll(text, "'", "’")} {
		escaped := html.EscapeString(t)
		inJSON, _ := json.Marshal(t) // a string can always be written
		out = append(out, t, escaped, strings.ReplaceAll(escaped, "+", "&#43;"), strings.ReplaceAll(t, "&", "&amp;"),
			strings.Trim(string(inJSON), `"`), strings.ReplaceAll(t, `"`, `\"`))
	}
	slices.Sort(out)
	return slices.Compact(out)
}
