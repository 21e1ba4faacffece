package markdown

import (
	"bytes"
	"fmt"
	"net/url"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// linkParser is goldmark's, watched: it keeps where each link ends, and reports
// what looks like a link and stays text.
type linkParser struct{ parser.InlineParser }

// Parse implements parser.InlineParser.
func (l linkParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	p := passOf(pc)
	line, segment := block.PeekLine()
	closing := line[0] == ']'
	rest := line[1:] // behind the closing bracket, on its line
	node := l.InlineParser.Parse(parent, block, pc)
	if !closing {
		if node != nil {
			p.labels = append(p.labels, segment.Start)
		}
		return node
	}
	if len(p.labels) == 0 {
		return node
	}
	open := p.labels[len(p.labels)-1]
	p.labels = p.labels[:len(p.labels)-1]
	switch {
	case node != nil:
		_, after := block.Position()
		p.ranges[node] = span{open, after.Start}
	default:
		p.unlinked(open, segment.Start, rest)
	}
	return node
}

// CloseBlock implements parser.CloseBlocker.
func (l linkParser) CloseBlock(parent ast.Node, block text.Reader, pc parser.Context) {
	passOf(pc).labels = passOf(pc).labels[:0]
	l.InlineParser.(parser.CloseBlocker).CloseBlock(parent, block, pc)
}

// unlinked reports brackets that goldmark left as text although they were meant
// as a link: the label from open to its closing bracket, and what follows.
func (p *pass) unlinked(open, closing int, rest []byte) {
	label := string(bytes.TrimLeft(p.source[open:closing], "!["))
	if strings.HasPrefix(label, "^") && strings.TrimSpace(label[1:]) != "" {
		if p.line {
			p.report(ruleFootnoteMisplaced, span{open, closing + 1}, "a footnote is called from a field of one line", "cite a source, or put it into the body")
			return
		}
		p.report(ruleFootnoteUndefined, span{open, closing + 1}, fmt.Sprintf("the footnote %q is not defined", label[1:]),
			fmt.Sprintf("define it: [%s]: words", label))
		return
	}
	if len(rest) == 0 || rest[0] != '(' && rest[0] != '[' {
		return
	}
	shut := byte(')')
	if rest[0] == '[' {
		shut = ']'
	}
	end := bytes.IndexByte(rest, shut)
	if end < 0 {
		return
	}
	at := span{open, closing + 1 + end + 1}
	if p.line && rest[1] != '@' && rest[1] != '^' {
		p.report(ruleLinkInLine, at, "a field of one line has what looks like a link in it", `write \[ for a bracket`)
		return
	}
	if shut == ')' {
		p.report(ruleLinkSyntax, at, "this looks like a link and is not one",
			`write [words](address) with no space in the address and no link in the words, or \[ for a bracket`)
		return
	}
	name := string(rest[1:end])
	if strings.HasPrefix(name, "@") || strings.HasPrefix(name, "^") {
		return // a citation or a footnote of its own
	}
	if strings.TrimSpace(name) == "" {
		name = label
	}
	p.report(ruleLinkUndefined, at, fmt.Sprintf("the link %q is not defined", name), fmt.Sprintf("define it: [%s]: address", name))
}

// resolve takes backslashes and entities out of an address as it was written.
func resolve(dest []byte) string {
	dest = util.UnescapePunctuations(dest)
	dest = util.ResolveNumericReferences(dest)
	return string(util.ResolveEntityNames(dest))
}

// checkLink reports a destination that no page may have. An empty message means
// that it is in order.
func checkLink(dest string, image bool) (rule, message, hint string) {
	noun := "link"
	if image {
		noun = "image"
	}
	scheme, rest, hasScheme := strings.Cut(dest, ":")
	hasScheme = hasScheme && isScheme(scheme)
	scheme = strings.ToLower(scheme)
	web := hasScheme && (scheme == "http" || scheme == "https")
	parsed, err := url.Parse(dest)
	errEscaped := err
	if e := escaped(dest); e != dest { // as it will stand in the page
		_, errEscaped = url.Parse(e)
	}
	switch {
	case dest == "":
		return ruleUnsafeLink, "a " + noun + " has no address", "write the address in the round brackets"
	case strings.ContainsFunc(dest, Hidden) || strings.ContainsAny(dest, "\\\t\n") || strings.TrimSpace(dest) != dest:
		return ruleUnsafeLink, "an address has a character that addresses cannot have", "write it with percent signs, or leave it out"
	case web && image, strings.HasPrefix(dest, "//") && image:
		return ruleRemoteImage, "an image comes from another site", "put the file beside the text and write its name, or into static/ and write its path: /img/name.png"
	case strings.HasPrefix(dest, "//"):
		return ruleUnsafeLink, fmt.Sprintf("the address %q has no scheme", dest), "write https: before it"
	case image && (hasScheme || dest[0] == '#' || dest[0] == '?'):
		return ruleUnsafeLink, fmt.Sprintf("the address %q is not that of an image", dest), "put the file beside the text and write its name, or into static/ and write its path: /img/name.png"
	case hasScheme && !web && scheme != "mailto":
		return ruleUnsafeLink, fmt.Sprintf("a link cannot have the scheme %q", scheme+":"), "links are https:, http:, mailto:, a path of this site, or #id"
	case err != nil || errEscaped != nil || web && parsed.Host == "" || hasScheme && rest == "":
		return ruleUnsafeLink, fmt.Sprintf("the address %q is malformed", dest), "write it as in https://example.com/page"
	}
	return "", "", ""
}

// escaped writes what addresses cannot hold with percent signs.
func escaped(dest string) string { return string(util.URLEscape([]byte(dest), false)) }

// isScheme reports whether s is what stands before the colon of an address.
func isScheme(s string) bool {
	for i := range len(s) {
		c := s[i] | 0x20
		if (c < 'a' || c > 'z') && (i == 0 || (s[i] < '0' || s[i] > '9') && !strings.ContainsRune("+.-", rune(s[i]))) {
			return false
		}
	}
	return s != ""
}

// maxLinked bounds what all links of a body stand for, in bytes of addresses and
// titles: a definition of 60 KB can be referred to ten thousand times.
const maxLinked = 2 * 128 << 10

func (p *pass) tooLong(n ast.Node, dest, title []byte) bool {
	before := p.linked
	p.linked += len(dest) + len(title)
	if p.linked > maxLinked && before <= maxLinked {
		p.report(ruleMarkdownLimit, p.ranges[n], fmt.Sprintf("the links stand for more than %d KiB of addresses", maxLinked>>10),
			"shorten the definitions that are referred to most")
	}
	return p.linked > maxLinked
}
