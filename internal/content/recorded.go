package content

import (
	"fmt"
	"slices"
	"strings"

	"shortlist/internal/diag"
	"shortlist/internal/guide"
)

var badRecorded = diag.Define(diag.Error, "recorded-address",
	"A line of addresses.txt is not an address of the site.")

// AddressesPath is where the addresses that were published are kept.
const AddressesPath = root + "/addresses.txt"

const addressesNoun = "list of addresses"

const addressesHead = `# The addresses that were published, which lead somewhere for good. ` + "`shortlist snapshot` and\n# `shortlist build --record` add to it; nobody takes a line out.\n"

// addressesFile is addresses.txt: one path of a page a line, and remarks.
type addressesFile struct {
	*reader
	paths []guide.Address
}

func readAddresses(r *reader) *addressesFile {
	file := &addressesFile{reader: r}
	for i, line := range strings.Split(r.lines, "\n") {
		text := strings.TrimSpace(strings.TrimPrefix(line, "\ufeff"))
		if text == "" || strings.HasPrefix(text, "#") {
			continue
		}
		at := diag.Span{File: r.file.Path, Line: i + 1, Column: 1, Width: len([]rune(text)), Text: strings.TrimRight(line, "\r")}
		if !pathPattern.MatchString(text) {
			r.report(badRecorded, at, fmt.Sprintf("`%s` is not an address of a page of this site", text), "write one a line, from the root of the site: /guides/name/")
			continue
		}
		file.paths = append(file.paths, guide.Address{URL: text, Origin: origin(at)})
	}
	r.lines = ""
	return file
}

// comparisons are the addresses of comparisons, in one text.
func (file *addressesFile) comparisons() string {
	var b strings.Builder
	if file != nil {
		for _, a := range file.paths {
			if strings.Contains(a.URL, "/compare/") {
				b.WriteString(a.URL + "\n")
			}
		}
	}
	return b.String()
}

// EncodeAddresses are the bytes of addresses.txt: the paths in order, each once.
func EncodeAddresses(paths []string) []byte {
	paths = slices.Clone(paths)
	slices.Sort(paths)
	return []byte(addressesHead + strings.Join(slices.Compact(paths), "\n") + "\n")
}

// comparing finds the pair of a comparison's address: "a-vs-b". A slug may have
// "-vs-" in it, so that it is a question of who is ranked.
func comparing(name string, ranked func(slug string) string) (pair [2]string, ok bool) {
	for at := 0; ; {
		i := strings.Index(name[at:], "-vs-")
		if i < 0 {
			return pair, false
		}
		at += i + len("-vs-")
		a, b := ranked(name[:at-len("-vs-")]), ranked(name[at:])
		if a != "" && b != "" && a != b {
			return [2]string{min(a, b), max(a, b)}, true
		}
	}
}

// keepComparisons gives the guide those pairs that its author pinned and those that
// were published: a comparison stays while both are ranked, wherever they stand.
func (s *site) keepComparisons(g *guideFile) {
	ranked := func(slug string) string {
		if now := s.former[slug]; now != nil {
			slug = now.provider.Slug
		}
		if g.guide.Entry(slug) == nil {
			return ""
		}
		return slug
	}
	add := func(pair [2]string) {
		if !slices.Contains(g.guide.Compared, pair) {
			g.guide.Compared = append(g.guide.Compared, pair)
		}
	}
	for _, p := range g.pinned {
		if pair, ok := s.pinned(g, p); ok {
			add(pair)
		}
	}
	if s.addresses == nil {
		return
	}
	slugs := []string{g.guide.Slug}
	for _, a := range g.guide.Aliases {
		if old := a.Slug("/guides/"); old != "" {
			slugs = append(slugs, old)
		}
	}
	for _, a := range s.addresses.paths {
		for _, slug := range slugs {
			if name, ok := strings.CutPrefix(a.URL, "/guides/"+slug+"/compare/"); ok {
				if pair, ok := comparing(strings.TrimSuffix(name, "/"), ranked); ok {
					add(pair)
				}
			}
		}
	}
}

// readPinned reads pairs of providers: [["a", "b"]].
func (f *fields) readPinned() [][2]ref {
	var out [][2]ref
	pairs, _ := f.pairs("compare", badPair, `write two providers of the guide: [["one", "another"]]`)
	for _, p := range pairs {
		a, b := f.r.text(p[0], "compare"), f.r.text(p[1], "compare")
		if a != "" && b != "" {
			out = append(out, [2]ref{{a, p[0].Span}, {b, p[1].Span}})
		}
	}
	return out
}

var badPair = diag.Define(diag.Error, "compare",
	"A comparison that is pinned is not of two providers that the guide ranks.")

// pinned resolves a pair that the author wrote.
func (s *site) pinned(g *guideFile, pair [2]ref) (slugs [2]string, ok bool) {
	if pair[0].name == pair[1].name {
		g.report(badPair, pair[1].at, fmt.Sprintf("`%s` is compared with itself", pair[1].name), "name another one")
		return slugs, false
	}
	var known []string
	for _, e := range g.entries {
		known = append(known, e.slug)
	}
	ok = true
	for _, x := range pair {
		if !slices.Contains(known, x.name) {
			g.report(badPair, x.at, fmt.Sprintf("the guide does not rank `%s`", x.name), didYouMean(x.name, known, "its entries: "+strings.Join(known, ", ")))
			ok = false
		}
	}
	return [2]string{min(pair[0].name, pair[1].name), max(pair[0].name, pair[1].name)}, ok && g.guide.Entry(pair[0].name) != nil && g.guide.Entry(pair[1].name) != nil
}
