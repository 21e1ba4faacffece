package hosting

import (
	"slices"
	"strconv"
	"strings"

	"shortlist/internal/manifest"
)

// ReadHeaders reads a _headers file as the hosts do, whoever wrote it: lines
// that are neither a pattern nor a header are left out, and so is what stands
// before the first pattern. A preview sends what the host will send, from the
// very file that the host will read.
func ReadHeaders(text string) []Rule {
	var rules []Rule
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, " \t\r\n")
		bare := strings.TrimLeft(line, " \t")
		name, value, header := strings.Cut(bare, ":")
		switch {
		case bare == "" || strings.HasPrefix(bare, "#"):
		case strings.HasPrefix(line, "/"):
			rules = append(rules, Rule{Pattern: line})
		case header && bare != line && len(rules) > 0:
			last := &rules[len(rules)-1]
			last.Headers = append(last.Headers, Header{strings.TrimSpace(name), strings.TrimSpace(value)})
		}
	}
	return rules
}

// Match reports whether a rule holds for a path as a browser asks for it, as one of
// the published list does. Other notations of the hosts than one asterisk, ":name"
// and whole addresses, mean themselves and so match nothing.
func (r Rule) Match(path string) bool { return manifest.Rule{Pattern: r.Pattern}.Match(path) }

// Move is a line of a _redirects file. Both paths are as a browser asks for
// them; To may be an address elsewhere.
type Move struct {
	From, To string
	Status   int
}

// ReadRedirects reads a _redirects file: the lines that name one path. Those
// with an asterisk, a ":name", a query or a condition are the hosts' own affair
// and are left out, as is what only rewrites (status 200).
func ReadRedirects(text string) []Move {
	var moves []Move
	for line := range strings.Lines(text) {
		words := strings.Fields(line)
		if i := slices.IndexFunc(words, func(w string) bool { return strings.HasPrefix(w, "#") }); i >= 0 {
			words = words[:i] // a remark
		}
		if len(words) == 2 {
			words = append(words, "301")
		}
		if len(words) != 3 || !strings.HasPrefix(words[0], "/") || strings.ContainsAny(words[0], "*:") {
			continue
		}
		if status, err := strconv.Atoi(words[2]); err == nil && status >= 300 && status < 400 {
			moves = append(moves, Move{words[0], words[1], status})
		}
	}
	return moves
}
