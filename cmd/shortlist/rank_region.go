package main

import (
	"fmt"
	"strings"

	"shortlist/internal/guide"
	"shortlist/internal/report"
	"shortlist/internal/report/sentence"
)

// A terminal ranks all who serve a region in one table, as its JSON and CSV do,
// where the region's page has one for each way of serving it: a column says which
// way, in the words of the page.

const headServes = "Serves"

// reaches are the ways of serving a region, the closest first.
var reaches = []guide.Reach{guide.Named, guide.Wider, guide.Worldwide}

// ways are the cells that say them.
var ways = map[guide.Reach]string{guide.Named: "by name", guide.Wider: "wider", guide.Worldwide: "worldwide"}

// reach is the way in which a provider serves the region that is asked for.
func (p *presentation) reach(provider string) guide.Reach {
	reach, _ := p.guide.Entry(provider).Reaches(p.view.Region)
	return reach
}

// serving counts the ways in which entries serve the region.
func (p *presentation) serving() string {
	counts := map[guide.Reach]int{}
	for _, place := range p.g.Ranking.Places {
		counts[p.reach(place.ID)]++
	}
	return sentence.Serving(counts, len(p.guide.Entries), p.view.Region.Name, p.guide.Noun.Many).String()
}

// served says what each way that occurs is worth, and what entries note on the
// clients that they take.
func (p *presentation) served() (out []block) {
	if p.view.Region == nil {
		return nil
	}
	found := map[guide.Reach]bool{}
	var notes []string
	for i := range p.g.Entries {
		e := &p.g.Entries[i]
		found[p.reach(e.Provider)] = true
		if note := report.Plain(e.RegionsNote); note != "" {
			notes = append(notes, fmt.Sprintf("%s (%s)", e.Name, note))
		}
	}
	for _, way := range reaches {
		if found[way] {
			out = append(out, block{term: ways[way], text: p.worth(way)})
		}
	}
	if len(notes) > 0 {
		out = append(out, block{term: "Notes", text: strings.Join(notes, "; ")})
	}
	return out
}

// worth is what a way of serving the region is worth.
func (p *presentation) worth(way guide.Reach) string {
	_, about := sentence.Reaching(way, p.view.Region.Name)
	return about.String()
}

// servedBy says of the provider whose place is proved how it serves the region,
// with its note; empty where no region is asked for.
func (p *presentation) servedBy() string {
	if p.view.Region == nil {
		return ""
	}
	return fmt.Sprintf("%s serves %s. %s", p.provider.Name, p.provider.RegionWords(), p.worth(p.reach(p.provider.Provider)))
}

// absence says why an entry has no place in a region.
func absence(e *guide.Entry, r *guide.Region) string {
	lacks, _ := e.Lacks(r)
	return sentence.Unmet(e, lacks).String()
}
