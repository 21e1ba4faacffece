// Package history fetches another edition or revision of a site to compare
// with.
//
// A ranking is compared as a frozen edition, whatever it comes from: [table.Freeze]
// makes one of a guide as it stands, the editions of a guide are some already,
// and the content of any git revision is loaded like any other ([Repository])
// and then frozen. So a comparison never depends on where its two sides come
// from, and needs no second model. Package report says what differs.
//
// # Why the git command
//
// A revision is read through the git command and not through a library. Whoever
// has a work tree has git; it alone reads every kind of repository that it can
// make (linked work trees, shallow and partial clones, alternates, other hashes),
// and it brings no dependency; github.com/go-git/go-git would bring twenty
// modules and reads fewer kinds. Only plumbing is used: rev-parse, ls-tree
// and cat-file. They write nothing, take no lock, and do not look at the work
// tree or the index. `git archive` is not used, because the attribute
// export-ignore makes it leave files out.
//
// # What a repository may not do
//
// Whoever compares a stranger's branch has the stranger's repository on the
// machine. Nothing that it brings along is run, and nothing is fetched: see
// guards and environment (command.go) for how git is called. A partial clone
// therefore says that it is one, rather than fetching what it lacks. What is read
// of a revision is bounded (object.go) in files, in bytes, and in the memory that
// git may take for one object.
package history

import (
	"slices"

	"shortlist/internal/guide"
	"shortlist/internal/rank"
	"shortlist/internal/report/table"
)

// State is the rankings of a site at one time.
type State struct {
	Guides []Ranking // by slug

	// Partial says that the state is silent about the guides that it does not
	// have: not every guide has an edition of every date.
	Partial bool

	former former // what its guides and providers were called
}

// Ranking is the frozen ranking of one guide.
type Ranking struct {
	Guide   string // slug
	Edition *guide.Edition
}

// Now is the state of a library: every guide as it stands, dated by its last
// update.
func Now(lib *guide.Library, plain func(guide.Inline) string) State {
	s := State{former: formerOf(lib)}
	for _, g := range lib.Guides {
		s.Guides = append(s.Guides, Ranking{g.Slug, table.Freeze(g, rank.Rank(table.Published(g)), g.Dates.Updated, plain)})
	}
	return s
}

// At is the editions of one date, of those guides that have one.
func At(lib *guide.Library, date guide.Date) State {
	s := State{Partial: true, former: formerOf(lib)}
	for _, g := range lib.Guides {
		for _, e := range g.Editions {
			if e.Date == date {
				s.Guides = append(s.Guides, Ranking{g.Slug, e})
			}
		}
	}
	return s
}

// Dates is the dates of all editions of a library, the oldest first.
func Dates(lib *guide.Library) []guide.Date {
	var out []guide.Date
	for _, g := range lib.Guides {
		for _, e := range g.Editions {
			out = append(out, e.Date)
		}
	}
	slices.SortFunc(out, guide.Date.Compare)
	return slices.Compact(out)
}

// Pair is one guide in two states; a side is nil where it has no such guide.
type Pair struct {
	Guide         string // slug
	Before, After *guide.Edition
}

// Pairs lays two states side by side, guide by guide in the order of their
// slugs. A guide about which one of them is silent is left out. What was renamed
// between them, as either says, stands under its later slug in both.
func Pairs(before, after State) []Pair {
	before, after = sameNames(before, after)
	var out []Pair
	for _, slug := range slugs(before, after) {
		p := Pair{slug, before.find(slug), after.find(slug)}
		if p.Before == nil && before.Partial || p.After == nil && after.Partial {
			continue
		}
		out = append(out, p)
	}
	return out
}

func (s State) find(slug string) *guide.Edition {
	for _, r := range s.Guides {
		if r.Guide == slug {
			return r.Edition
		}
	}
	return nil
}

func slugs(states ...State) []string {
	var out []string
	for _, s := range states {
		for _, r := range s.Guides {
			out = append(out, r.Guide)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
