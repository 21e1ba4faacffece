package report

import (
	"slices"

	"shortlist/internal/guide"
	"shortlist/internal/report/sentence"
	"shortlist/internal/report/table"
)

// Region is the guide for one region.
type Region struct {
	Served
	Serving sentence.Text // how many name it, and how the others come to be here
	Groups  []ReachGroup  // those that name it come first; a group without entries is left out
	LeftOut []RuledOut
}

// ReachGroup is the entries that serve a region in one way, ranked among
// themselves: a rank among all of them would set a provider that says it is here
// against one that says nothing of here.
type ReachGroup struct {
	ID        string // of its section
	Title     string
	About     string        // what the reader is to make of it
	Leader    sentence.Text // who is first in it
	Standings Standings
}

// reachIDs are the sections of a region's page, in order.
var reachIDs = []struct {
	way guide.Reach
	id  string
}{{guide.Named, "named"}, {guide.Wider, "wider"}, {guide.Worldwide, "worldwide"}}

func (c *compiler) region(region *guide.Region) Region {
	out := Region{Served: Served{region.ID, region.Name}}
	counts := map[guide.Reach]int{}
	for _, kind := range reachIDs {
		entries := table.Reaching(c.g, region, kind.way)
		if counts[kind.way] = len(entries); len(entries) == 0 {
			continue
		}
		other := c.other(table.Table(c.g, nil, entries))
		group := ReachGroup{ID: kind.id, Standings: c.standings(other, false)}
		group.Standings.Serves = true
		title, about := sentence.Reaching(kind.way, region.Name)
		group.Title, group.About = title.String(), about.String()
		group.Leader = sentence.FirstOf(other, c.names)
		out.Groups = append(out.Groups, group)
	}
	out.Serving = sentence.Serving(counts, len(c.g.Entries), region.Name, c.g.Noun.Many)
	for _, p := range c.published.Places {
		e := c.g.Entry(p.ID)
		if lacks, ok := e.Lacks(region); ok {
			out.LeftOut = append(out.LeftOut, RuledOut{Provider: p.ID, Name: e.Provider.Name, State: sentence.State(e).String(), By: sentence.Unmet(e, lacks)})
		}
	}
	return out
}

// marks says of which required regions an entry is not known to be: those that it
// satisfies by a wider name, or by serving the whole world.
func marks(e *guide.Entry, required []*guide.Region) string {
	var out []string
	for _, region := range required {
		reach, by := e.Reaches(region)
		if said := sentence.Reach(reach, region.Name, by).String(); said != "" && !slices.Contains(out, said) {
			out = append(out, said)
		}
	}
	return sentence.List(out)
}

// regionWords names where an entry serves, with its note.
func regionWords(regions []*guide.Region, note guide.Inline) string {
	e := Entry{RegionsNote: note}
	for _, r := range regions {
		e.Regions = append(e.Regions, Served{r.ID, r.Name})
	}
	return e.RegionWords()
}

// Regional reports whether the guide says of any entry where it serves. Where it
// says so of none, as of cameras, no page has a word of regions.
func (g *Guide) Regional() bool {
	return slices.ContainsFunc(g.Entries, func(e Entry) bool { return len(e.Regions) > 0 || !e.RegionsNote.IsZero() })
}

// RegionWords says where the entry serves, with its note on who is eligible.
func (e *Entry) RegionWords() string {
	words := e.RegionNames()
	if !e.RegionsNote.IsZero() {
		words += " (" + Plain(e.RegionsNote) + ")"
	}
	return words
}
