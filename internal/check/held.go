package check

import (
	"bytes"
	"fmt"
	"path"
	"strings"
	"unicode"
	"unicode/utf8"
)

// leaks looks for what is held back in every byte of a file but those of
// pictures. An address counts where it is one of this site: "/about/" is not
// found in another site's, nor at the end of a longer path.
func (d *document) leaks() {
	switch path.Ext(d.name) {
	case ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".ico", ".woff2", ".woff", ".pdf":
		d.standsAt()
		return
	}
	if len(d.site.held) > 0 {
		d.standsAt()
		for i, c := range d.data {
			switch c {
			case '/':
				d.leadsTo(i)
			case ':':
				d.identifies(i)
			}
		}
	}
	d.titles = d.site.named.In(d.data)
}

func (d *document) leaked(address string) {
	d.add(heldAddress, d.whole(), fmt.Sprintf("the file contains %q, the address of what is held back", address), "")
}

// standsAt looks at the file's own path.
func (d *document) standsAt() {
	at := "/" + d.name
	for i, c := range at {
		if c == '/' && d.site.held[at[:i+1]] {
			d.add(heldAddress, d.whole(), fmt.Sprintf("the file stands at %q, the address of what is held back", at[:i+1]), "")
		}
	}
}

// deepest is how many parts an address has that is held back: /guides/x/.
const deepest = 3

// leadsTo looks for an address of the site that begins with the slash at i.
func (d *document) leadsTo(i int) {
	end, parts := i+1, 0
	for end < len(d.data) && parts < deepest {
		c := d.data[end]
		end++
		switch {
		case c == '/':
			parts++
			if parts == 1 && !d.site.first[string(d.data[i+1:end-1])] {
				return
			}
			if a := string(d.data[i:end]); d.site.held[a] && d.site.begins(d.data[:i]) {
				d.leaked(a)
			}
		case c == '-' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9':
		default:
			return
		}
	}
}

// begins reports whether an address that follows some bytes is one of the site.
func (c *Checker) begins(before []byte) bool {
	if c.base.path != "/" {
		before = bytes.TrimSuffix(before, []byte(strings.TrimSuffix(c.base.path, "/")))
	}
	rest := bytes.TrimRightFunc(before, inHost)
	host := string(before[len(rest):])
	if host == "" {
		return !bytes.HasSuffix(before, []byte("/"))
	}
	return bytes.HasSuffix(rest, []byte("//")) && ascii(host) == c.base.host
}

// identifies looks for an identifier that a feed makes of an address:
// tag:example.com,2025:guides/x
func (d *document) identifies(i int) {
	end := i + 1
	for end < len(d.data) && (d.data[end] == '-' || d.data[end] == '/' || d.data[end] >= 'a' && d.data[end] <= 'z' || d.data[end] >= '0' && d.data[end] <= '9') {
		if end++; end-i > 200 {
			return
		}
	}
	if bare := d.data[i+1 : end]; bytes.IndexByte(bare, '/') > 0 {
		if a := "/" + string(bytes.TrimSuffix(bare, []byte("/"))) + "/"; d.site.held[a] {
			d.leaked(a)
		}
	}
}

// inHost reports what may stand in a host or a part of a path.
func inHost(r rune) bool { return inWord(r) || strings.ContainsRune("-._~%:@", r) }

func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// Phrases are titles that are looked for in text, whatever it is written in:
// what counts are their words. A title of less than three may be said of
// anything and is left out.
type Phrases struct {
	byFirst map[string][]phrase // by the first word
	all     map[string]bool     // folded
}

type phrase struct {
	title string
	words []string
}

const leastWords = 3

// NewPhrases returns the titles that can be looked for, nil if there are none.
func NewPhrases(titles []string) *Phrases {
	p := &Phrases{map[string][]phrase{}, map[string]bool{}}
	for _, t := range titles {
		if words := wordsOf([]byte(t)); len(words) >= leastWords {
			p.byFirst[words[0]] = append(p.byFirst[words[0]], phrase{t, words})
			p.all[strings.Join(words, " ")] = true
		}
	}
	if len(p.all) == 0 {
		return nil
	}
	return p
}

// In returns the titles that stand in a text.
func (p *Phrases) In(text []byte) (found []string) {
	if p == nil {
		return nil
	}
	words := wordsOf(text)
	seen := map[string]bool{}
	for i, w := range words {
		for _, ph := range p.byFirst[w] {
			if len(words)-i >= len(ph.words) && strings.Join(words[i:i+len(ph.words)], " ") == strings.Join(ph.words, " ") && !seen[ph.title] {
				seen[ph.title] = true
				found = append(found, ph.title)
			}
		}
	}
	return found
}

func (p *Phrases) has(title string) bool { return p != nil && p.all[folded(title)] }

// folded is what a title is compared by.
func folded(title string) string { return strings.Join(wordsOf([]byte(title)), " ") }

// wordsOf returns the words of a text in lower case. Character references,
// escapes and the addresses of Markdown links are none; what hyphens join is one
// word, so that an address that is made of a title does not count as the title.
func wordsOf(text []byte) (words []string) {
	for i := 0; i < len(text); {
		if n := skipped(text[i:]); n > 0 {
			i += n
			continue
		}
		r, size := utf8.DecodeRune(text[i:])
		if !inWord(r) {
			i += size
			continue
		}
		start := i
		for i < len(text) && (inWord(r) || r == '-') {
			i += size
			r, size = utf8.DecodeRune(text[i:])
		}
		words = append(words, strings.ToLower(strings.TrimRight(string(text[start:i]), "-")))
	}
	return words
}

// skipped is how much of a text to leave out: an entity, an escape, an address.
func skipped(text []byte) int {
	switch {
	case text[0] == '&':
		if end := bytes.IndexByte(text[:min(len(text), 12)], ';'); end > 0 {
			return end + 1
		}
	case text[0] == '\\' && len(text) > 5 && text[1] == 'u':
		return 6
	case text[0] == '\\' && len(text) > 1 && (text[1] == 'n' || text[1] == 't' || text[1] == 'r'):
		return 2
	case bytes.HasPrefix(text, []byte("](")):
		if end := bytes.IndexByte(text[:min(len(text), 2048)], ')'); end > 0 {
			return end + 1
		}
	}
	return 0
}
