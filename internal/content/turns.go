package content

import (
	"cmp"
	"slices"

	"shortlist/internal/guide"
)

// turn notes when a page comes or goes. A draft does neither, whatever it says.
func (s *site) turn(lib *guide.Library, h hold, path string, at guide.Origin) {
	if h.draft || !h.expires.IsZero() && s.now.reached(h.expires) {
		return
	}
	add := func(i instant, what string) {
		if !i.IsZero() && !s.now.reached(i) {
			lib.Turns = append(lib.Turns, guide.Turn{Seconds: i.seconds, Path: path, What: what, Origin: at})
		}
	}
	add(h.publish, "is published")
	add(h.expires, "expires")
}

// turnReview notes when the review of a published guide becomes overdue: on the
// day after it was due.
func (s *site) turnReview(lib *guide.Library, g *guide.Guide, path string) {
	due := g.Dates.NextReview()
	if due.IsZero() || g.Dates.Overdue {
		return
	}
	late := due.Plus(guide.Period{Count: 1, Unit: "days"})
	lib.Turns = append(lib.Turns, guide.Turn{Seconds: midnight(late), Path: path, What: "review becomes overdue", Origin: g.Origin})
}

func sortTurns(turns []guide.Turn) {
	slices.SortFunc(turns, func(a, b guide.Turn) int {
		return cmp.Or(cmp.Compare(a.Seconds, b.Seconds), cmp.Compare(a.Path, b.Path), cmp.Compare(a.What, b.What))
	})
}
