package check

import (
	"encoding/json"
	"path"
	"regexp"
	"strconv"
	"strings"
)

// search is what the files of the search index show.
type search struct {
	first  string            // the file that findings about the whole stand at
	titles map[string]string // of documents, by path
	guides map[string]string // slugs, by the title of the guide
}

// shard reads one file of the search index: what results show (d), or the best
// results for a prefix (p). The lists of words are for the script only.
func (a *audit) shard(name string, data []byte, found *search) {
	var rows [][]any
	var err error
	switch path.Base(name)[0] {
	case 'd':
		err = json.Unmarshal(data, &rows)
	case 'p':
		var prefix struct {
			Top [][]any `json:"top"`
		}
		err = json.Unmarshal(data, &prefix)
		for _, row := range prefix.Top {
			rows = append(rows, row[min(1, len(row)):])
		}
	default:
		return
	}
	if err != nil {
		a.add(auditData, name, "the search index cannot be read: %v", err)
		return
	}
	if found.first == "" {
		found.first = name
	}
	for _, row := range rows {
		var cells [3]string
		for i := range min(len(row), 3) {
			cells[i], _ = row[i].(string)
		}
		a.result(name, cells[0], cells[1], cells[2], found.guides)
		found.titles[cells[1]] = cells[0]
	}
}

// result compares a document of the index with its page.
func (a *audit) result(name, title, address, note string, guides map[string]string) {
	// Addresses of the index are without the path of the site.
	file, id := a.target("index.html", a.base+strings.TrimPrefix(address, "/"))
	s := a.sheets[file]
	if s == nil || id != "" && s.ids[id] == 0 {
		a.add(auditMissing, name, "the search index has %q, which is not on the site", address)
		return
	}
	want := s.heading
	if id != "" {
		want = title
		for _, q := range s.questions {
			if q.id == id {
				want = q.question
			}
		}
	}
	if title != want && want != "" && (id != "" || title != a.ownTitle(s)) {
		a.add(auditName, name, "the search index calls `%s` %q, the page itself %q", address, title, want)
	}
	parts := strings.Split(file, "/")
	if id == "" && len(parts) == 3 && parts[0] == "providers" {
		a.note(name, parts[1], note, guides)
	}
}

var rankedIn = regexp.MustCompile(`^(\d+) of (\d+) in (.+)$`)

// note compares "4 of 10 in Best Vaults", of a provider, with the guide.
func (a *audit) note(name, provider, note string, guides map[string]string) {
	for part := range strings.SplitSeq(note, "; ") {
		m := rankedIn.FindStringSubmatch(part)
		if m == nil {
			continue
		}
		if slug, ok := guides[m[3]]; ok {
			const label = "the search index"
			a.of(name, label, slug, m[2], a.guides[slug])
			a.compare(a.guides[slug].says, surface{file: name, label: label, extent: some, places: []place{{id: provider, rank: m[1]}}})
		}
	}
}

// searchable reports guides, articles and providers that cannot be found. A
// site without an index has none to be found in.
func (a *audit) searchable(found search) {
	if found.first == "" {
		return
	}
	missing := 0
	for _, s := range a.reads() {
		if _, ok := found.titles["/"+strings.TrimSuffix(s.name, "index.html")]; ok {
			continue
		}
		if missing++; missing <= 10 {
			a.add(auditMissing, s.name, "the search index lacks this page")
		}
	}
	if missing > 10 {
		a.add(auditMissing, found.first, "the search index lacks %s pages in all", strconv.Itoa(missing))
	}
}
