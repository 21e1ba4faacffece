package main

import (
	"shortlist/internal/guide"
	"shortlist/internal/rank"
)

// undeclared reports whether a published guide says something else than it did, and
// neither an edition nor a correction came with it: nobody can tell then whether the
// world changed or the guide had been wrong.
func (d *difference) undeclared(c guideChange) bool {
	before, after := guideOf(d.before.library, c.Guide), guideOf(d.after.library, c.Guide)
	if before == nil || after == nil || before.Draft != "" || after.Draft != "" || !c.changesFacts() {
		return false
	}
	return len(after.Editions) <= len(before.Editions) && corrected(after) <= corrected(before)
}

// changesFacts reports whether a fact or a score of somebody changed, other than by
// coming or going.
func (c guideChange) changesFacts() bool {
	for _, f := range c.Facts {
		switch f.Kind {
		case "name", "status", "verdict", "source": // who says so says since when, or why; and a page that is cited is no claim
		default:
			return true
		}
	}
	for _, x := range c.Still {
		if x.Step.Cause == rank.ScoreChanged {
			return true
		}
	}
	for _, m := range c.Moves {
		for _, x := range m.Causes {
			if x.Step.Cause == rank.ScoreChanged {
				return true
			}
		}
	}
	return false
}

// guideOf is the guide of a slug, or the one that had it; nil for none.
func guideOf(lib *guide.Library, slug string) *guide.Guide {
	if lib == nil {
		return nil
	}
	for _, g := range lib.Guides {
		if g.Slug == slug {
			return g
		}
	}
	for _, g := range lib.Guides {
		for _, a := range g.Aliases {
			if a.Path == "/guides/"+slug+"/" {
				return g
			}
		}
	}
	return nil
}

// corrected counts the corrections of a guide, its entries and their providers.
func corrected(g *guide.Guide) int {
	n := len(g.Corrections)
	for _, e := range g.Entries {
		n += len(e.Corrections) + len(e.Provider.Corrections)
	}
	return n
}

// asks is the question that such a change leaves open.
func asks(slug string) string {
	return "Is this a change in the world, or a correction? For a change freeze an edition (`shortlist snapshot " + slug +
		"`); for a correction say what was wrong under [[corrections]] in the file that had it wrong."
}
