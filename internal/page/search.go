package page

import (
	"io"
	"strings"

	"shortlist/internal/export/search"
	"shortlist/internal/guide"
)

// SearchPage is the view of the search page: a form that a script brings to
// life, and the list of everything, for whoever has none.
type SearchPage struct {
	Frame
	Base     string
	Digest   string
	Words    string // where each page of words begins, set apart by blanks; the same for the next
	Prefixes string
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
	search.Guide:    {"guide", "Guides", "All guides", "/guides/"},
	search.Provider: {"provider", "Providers", "All providers", "/providers/"},
	search.Article:  {"article", "Articles", "All articles", "/articles/"},
	search.Question: {"question", "Questions", "All questions", "/faq/"},
	search.Region:   {"region", "Guides by region", "All guides", "/guides/"},
}

// Search prints the search page of an index.
func (s *Printer) Search(w io.Writer, ix *search.Index) error {
	page := SearchPage{
		Frame: s.frame(head{
			path: "/search/", title: "Search",
			description: "Find a guide, provider, article or answer on " + s.Publication.Title + ", or read the list of them all.",
			scripts:     []string{"search.js"},
			unlisted:    true,
		}),
		Base: s.Base, Digest: ix.Manifest.Digest,
		Words: strings.Join(ix.Manifest.Pages, " "), Prefixes: strings.Join(ix.Manifest.Prefixes, " "),
	}
	for _, r := range s.Publication.Regions {
		if r.ID != guide.Everywhere {
			page.Regions = append(page.Regions, RegionChoice{r.ID, r.Name})
		}
	}
	items, shown := ix.Items, shortest(ix.Manifest.Counts)
	for kind, count := range ix.Manifest.Counts {
		g := searchGroups[kind]
		group := SearchGroup{ID: g.id, Title: g.title, Count: count}
		if !shown[kind] {
			group.Elsewhere = Link{Label: g.label, URL: s.URL(g.path)}
		} else {
			for _, item := range items[:count] {
				group.Items = append(group.Items, s.searchItem(item))
			}
		}
		items = items[count:]
		page.Groups = append(page.Groups, group)
	}
	return s.show(w, "search", page)
}

// shortest chooses the lists that the page has room for, the shortest first.
func shortest(counts [search.Kinds]int) (shown [search.Kinds]bool) {
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

// searchItem is a line of the list. Titles say enough, but for questions:
// several guides may ask the same.
func (s *Printer) searchItem(item search.Item) SearchItem {
	line := SearchItem{Link: Link{Label: item.Title, URL: s.URL(item.Path)}}
	switch {
	case item.Kind == search.Question:
		line.Note = item.Note
	default:
		line.Note = item.State
	}
	return line
}
