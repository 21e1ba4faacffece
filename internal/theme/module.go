package theme

import (
	"bytes"
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/tdewolff/minify/v2"

	"shortlist/internal/diag"
)

var badImport = diag.Define(diag.Error, "theme-import", "A script imports what is no script of the site, or what imports it.")

// importing finds the address in an import or export statement, and in a call
// of import(). The same words in a template or a comment are no import; see
// [imports].
var importing = regexp.MustCompile(`(?:(?m:^)[ \t]*(?:import\s*|(?:import|export)\b[^"';]*?\bfrom\s*)|\bimport\s*\(\s*)["']([^"'\n]*)["']`)

// linker gives scripts their hashed names, in the order in which they depend on
// one another: the hash of a script is that of its text with the hashed names of
// what it imports, so that a change anywhere below changes the name.
type linker struct {
	sources  map[string][]byte // by name in static/
	sheets   map[string][]byte // the style sheets, likewise
	done     map[string]Asset
	imports  map[string][]string // names, directly imported
	path     []string            // that is being linked, outermost first
	m        *minify.M
	checked  bool // by a test
	problems *diag.List
}

// link returns a script as it is served.
func (l *linker) link(name string) (Asset, error) {
	if asset, ok := l.done[name]; ok {
		return asset, nil
	}
	l.path = append(l.path, name)
	defer func() { l.path = l.path[:len(l.path)-1] }()
	source := l.sources[name]
	var out bytes.Buffer
	from := 0
	for _, at := range imports(source) {
		start, end := at.start, at.end
		address := string(source[start:end])
		target := path.Join(path.Dir(name), address)
		_, ours := l.sources[target]
		switch {
		case !strings.HasPrefix(address, "./") && !strings.HasPrefix(address, "../"):
			l.report(name, start, end, fmt.Sprintf("imports %q, which is not a script of the site", address), "write it as `./name.js`; the content security policy allows no others")
			continue
		case !ours:
			l.report(name, start, end, fmt.Sprintf("imports %q, and there is no %s", address, path.Join("static", target)), "")
			continue
		case slices.Contains(l.path, target):
			round := slices.Concat(l.path[slices.Index(l.path, target):], []string{target})
			l.report(name, start, end, "imports itself: "+strings.Join(round, ", "), "a script's name is a hash of what it imports, so imports cannot go in a circle")
			continue
		}
		asset, err := l.link(target)
		if err != nil {
			return Asset{}, err
		}
		if !slices.Contains(l.imports[name], target) {
			l.imports[name] = append(l.imports[name], target)
		}
		out.Write(source[from : end-len(path.Base(address))])
		out.WriteString(path.Base(asset.Path))
		from = end
	}
	out.Write(source[from:])
	asset, err := newAsset(name, withoutComments(out.Bytes(), l.checked), l.m)
	if err == nil {
		l.done[name] = asset
	}
	return asset, err
}

// imports lists the addresses that a script imports, without their quotes. In a
// script that cannot be read to its end, whatever looks like an import is one.
func imports(source []byte) []part {
	_, texts, ok := parts(source)
	var out []part
	for _, at := range importing.FindAllSubmatchIndex(source, -1) {
		if !ok || slices.Contains(texts, part{at[2] - 1, at[3] + 1}) {
			out = append(out, part{at[2], at[3]})
		}
	}
	return out
}

func (l *linker) report(name string, start, end int, message, hint string) {
	l.problems.Add(badImport, spanIn("static/"+name, l.sources[name], start, end), message, hint)
}

// spanIn is the place of some bytes of a file.
func spanIn(file string, source []byte, start, end int) diag.Span {
	at := diag.Span{File: file, Line: 1 + bytes.Count(source[:start], []byte("\n"))}
	line := source[bytes.LastIndexByte(source[:start], '\n')+1:]
	at.Column = 1 + utf8.RuneCount(source[len(source)-len(line):start])
	at.Width = utf8.RuneCount(source[start:end])
	if n := bytes.IndexByte(line, '\n'); n >= 0 {
		line = line[:n]
	}
	at.Text = strings.TrimSuffix(string(line), "\r")
	return at
}

// Scripts returns the scripts that a page asks for by their names in static/,
// and whatever those import, directly or not, each once: what a browser would
// find out last comes first. A script that is not there is left out.
func (t *Theme) Scripts(names []string) (scripts, imports []Asset) {
	var visit func(name string)
	seen := map[string]bool{}
	visit = func(name string) {
		for _, target := range t.imports[name] {
			if !seen[target] {
				seen[target] = true
				visit(target)
				imports = append(imports, t.asset(target))
			}
		}
	}
	for _, name := range names {
		if a := t.asset(name); a.Path != "" && !seen[name] {
			seen[name] = true
			scripts = append(scripts, a)
			visit(name)
		}
	}
	return scripts, imports
}

func (t *Theme) asset(name string) Asset {
	for _, a := range t.assets {
		if a.Name == name {
			return a
		}
	}
	return Asset{}
}
