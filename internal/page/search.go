package page

import (
	"io"
	"strings"

	"shortlist/internal/export/search"
	"shortlist/internal/guide"
	"shortlist/internal/report/sentence"
)

// SearchPage is the view of the search page: a form that a script brings to
// life, and the list of everything, for whoever has none.
type SearchPage struct {
	Frame
	Base     string
	Words    string // where each page of words begins, with its name, set apart by blanks; the same for the next two
	Prefixes string
	Slips    string
	Rows     string // names
	Common   string // words
	Size     int    // documents that there is room for
	Regions  []RegionChoice
	Groups   []SearchGroup
}

// RegionChoice is a region that the results can be kept to.
type RegionChoice struct{ ID, Name string }

// SearchGroup is the documents of one kind. Items is empty when there are too
// many for a page; Elsewhere then leads to where they are listed.
type SearchGroup struct {
	ID        string // also the value of the choice: "guide"
	Title     string
	Count     int
	From, To  int // the numbers of its documents
	Items     []SearchItem
	Elsewhere Link
}

// SearchItem is a document in the list.
type SearchItem struct {
	Link
	Note string
}

// listed is how many lines the page may have, some 130 bytes each. Where there
// are more, the longest lists are left out: each stands on pages of its own.
const listed = 300

// searchGroups names the kinds, in the order of the index, and where they are
// listed when they are too many for the page.
var searchGroups = [search.Kinds]struct{ id, title, label, path string }{
	search.Guide:      {"guide", "Guides", "All guides", "/guides/"},
	search.Provider:   {"provider", "Providers", "All providers", "/providers/"},
	search.Comparison: {"comparison", "Comparisons", "All guides", "/guides/"},
	search.View:       {"view", "By need, weight or region", "All guides", "/guides/"},
	search.Fact:       {"fact", "Facts", "All guides", "/guides/"},
	search.Article:    {"article", "Articles", "All articles", "/articles/"},
	search.Question:   {"question", "Questions", "All questions", "/faq/"},
}

// Search prints the search page of an index.
func (s *Printer) Search(w io.Writer, ix *search.Index) error {
	page := SearchPage{
		Frame: s.frame(head{
			path: "/search/", title: "Search",
			description: "Find a guide, " + s.labels().Provider + ", article or answer on " + s.Publication.Title + ", or read the list of them all.",
			scripts:     []string{"search.js"},
			unlisted:    true,
		}),
		Base: s.Base, Words: tokens(ix.Manifest.Words), Prefixes: tokens(ix.Manifest.Prefixes), Slips: tokens(ix.Manifest.Slips),
		Rows: strings.Join(ix.Manifest.Rows, " "), Common: strings.Join(ix.Manifest.Common, " "), Size: len(ix.Items),
	}
	for _, r := range s.Publication.Regions {
		if r.ID != guide.Everywhere {
			page.Regions = append(page.Regions, RegionChoice{r.ID, r.Name})
		}
	}
	starts, shown := ix.Manifest.Starts, shortest(ix.Manifest.Counts)
	for kind, count := range ix.Manifest.Counts {
		g := searchGroups[kind]
		if kind == int(search.Provider) {
			g.title, g.label = sentence.Capital(page.Labels.Providers), "All "+page.Labels.Providers
		}
		if kind == int(search.View) && len(page.Regions) == 0 {
			g.title = "By need or weight"
		}
		group := SearchGroup{ID: g.id, Title: g.title, Count: count, From: starts[kind], To: starts[kind+1]}
		if !shown[kind] {
			group.Elsewhere = Link{Label: g.label, URL: s.URL(g.path)}
		} else {
			for _, item := range ix.Items[group.From:group.To] {
				if item.Path != "" {
					group.Items = append(group.Items, s.searchItem(item))
				}
			}
		}
		page.Groups = append(page.Groups, group)
	}
	return s.show(w, "search", page)
}

// tokens writes parts of the index, each as what it begins with and its name.
func tokens(parts []search.Part) string {
	var b strings.Builder
	for i, p := range parts {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(p.Begins)
		b.WriteString(p.Name)
	}
	return b.String()
}

// shortest chooses the lists that the page has room for, the shortest first. Facts
// are never listed: they are lines of the guides.
func shortest(counts [search.Kinds]int) (shown [search.Kinds]bool) {
	counts[search.Fact] = listed + 1
	room := listed
	for range counts {
		at := -1
		for kind, n := range counts {
			if !shown[kind] && (at < 0 || n < counts[at]) {
				at = kind
			}
		}
		if room -= counts[at]; room < 0 {
			break
		}
		shown[at] = true
	}
	return shown
}

// searchItem is a line of the list. Titles say enough, but for what several guides
// may call the same: a question, a use case, a comparison.
func (s *Printer) searchItem(item search.Item) SearchItem {
	line := SearchItem{Link: Link{Label: item.Title, URL: s.URL(item.Path)}}
	switch item.Kind {
	case search.Question, search.View, search.Comparison, search.Fact:
		line.Note = item.Note
	}
	return line
}
