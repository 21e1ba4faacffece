package main

import (
	"fmt"
	"slices"

	"shortlist/internal/guide"
	"shortlist/internal/report/sentence"
)

// answer is the comparison for people.
func (d *difference) answer() answer {
	var s answer
	s.add(block{title: fmt.Sprintf("Changes: %s to %s", d.before.label, d.after.label)})
	s.add(block{text: d.summary()})
	var same, ranked []string // unchanged; of the latter only what ranks is known on both sides
	several := false
	for _, c := range d.guides {
		switch {
		case c.Before == nil:
			s.add(block{heading: c.After.Title}, block{text: "This guide is new: " + placed(c.After) + "."})
		case c.After == nil:
			s.add(block{heading: c.Before.Title}, block{text: "This guide is gone: " + placed(c.Before) + "."})
		case c.None() && c.Before.HoldsFacts() && c.After.HoldsFacts():
			same = append(same, c.After.Title)
		case c.None():
			ranked = append(ranked, c.After.Title)
		default:
			s.add(c.blocks()...)
			if d.undeclared(c) {
				s.add(block{text: asks(c.Guide)})
			}
			several = several || c.causes() > 1
		}
	}
	if len(same) > 0 {
		s.add(block{text: "No rank, weight, award or fact has changed in " + sentence.List(same) + ". Rubrics, lenses, use cases and ties are not compared."})
	}
	if len(ranked) > 0 {
		s.add(block{text: "Nothing that ranks has changed in " + sentence.List(ranked) + ", and no award."})
	}
	if several {
		s.add(block{text: "Changes are replayed in a fixed order: who left, who joined, scores, weights, method. A move is put down to the change at which it happened."})
	}
	return s
}

// summary is "Two ranks moved in one of two guides."
func (d *difference) summary() string {
	moved, facts, in, both := d.moved(), 0, 0, 0
	for _, c := range d.guides {
		if c.Before != nil && c.After != nil {
			both++
		}
		if len(c.Moves) > 0 {
			in++
		}
		facts += len(c.Facts)
	}
	guides, told := counted(both, "guide", "guides"), ""
	if facts > 0 {
		told = " " + upper(counted(facts, "fact", "facts")+" changed.")
	}
	switch {
	case both == 0:
		return "There is no guide on both sides to compare."
	case moved == 0:
		return "No rank moved in " + guides + "." + told
	case in < both:
		guides = sentence.Number(in) + " of " + guides
	}
	return upper(counted(moved, "rank", "ranks")+" moved in "+guides+".") + told
}

// placed is "three entries, Alder first".
func placed(e *guide.Edition) string {
	return counted(len(e.Entries), "entry", "entries") + ", " + sentence.Foremost(e).String()
}

func (c guideChange) blocks() []block {
	out := []block{{heading: c.After.Title}}
	for _, m := range c.Moves {
		out = append(out, block{item: true, text: m.Sentence().Stop().String()})
	}
	if len(c.Still) > 0 {
		intro := "No rank moved. Changed:"
		if len(c.Moves) > 0 {
			intro = "Also changed, with no move put down to it:"
		}
		out = append(out, block{text: intro})
	}
	for _, x := range c.Still {
		out = append(out, block{item: true, text: x.Text.Stop().String()})
	}
	if len(c.Facts) > 0 {
		out = append(out, block{text: "Facts that changed:"})
	}
	for _, f := range c.Facts {
		out = append(out, block{item: true, text: f.Text.Stop().String()})
	}
	return out
}

// causes counts the changes that moved somebody.
func (c guideChange) causes() int {
	var seen []string
	for _, m := range c.Moves {
		for _, x := range m.Causes {
			seen = append(seen, fmt.Sprint(x.Step.Cause, x.Step.Entry, x.Step.Criterion))
		}
	}
	slices.Sort(seen)
	return len(slices.Compact(seen))
}
