package site

import (
	"strings"

	"shortlist/internal/guide"
	"shortlist/internal/report/sentence"
)

// ChangesView is what changed between two states of a ranking.
type ChangesView struct {
	Moves []string // who stands elsewhere, and because of what
	Still []string // what changed and moved nobody

	Groups []MoveGroup // the moves again, those with one cause together
}

// MoveGroup is moves that have one cause. It is said once, before them; of a
// move alone it is said in its sentence, and Because is empty.
type MoveGroup struct {
	Because string
	Moves   []string
}

// changes compares two states; nil when nothing changed.
func (r *guideRendering) changes(before, after *guide.Edition) *ChangesView {
	c := sentence.Changes(before, after)
	if len(c.Moves) == 0 && len(c.Still) == 0 {
		return nil
	}
	v := &ChangesView{}
	for _, m := range c.Moves {
		v.Moves = append(v.Moves, m.Sentence()+".")
	}
	v.Groups = byCause(c.Moves)
	for _, s := range c.Still {
		v.Still = append(v.Still, strings.ToUpper(s.Text[:1])+s.Text[1:]+".")
	}
	return v
}

// byCause gathers the moves that have one cause, in the order of the first of
// each.
func byCause(moves []sentence.Move) []MoveGroup {
	alike := map[string]int{}
	for _, m := range moves {
		alike[m.Because()]++
	}
	var groups []MoveGroup
	at := map[string]int{}
	for _, m := range moves {
		because, said := m.Because(), m.Sentence()
		if because != "" && alike[because] > 1 {
			said = m.Name + ": " + m.Places()
			if firm := m.Firm(); firm != "" {
				said += "; " + firm
			}
			if strings.HasPrefix(because, "of ") {
				because = "because " + because
			}
			because = sentence.Capital(because) + "."
		} else {
			because = ""
		}
		i, seen := at[because]
		if !seen {
			i = len(groups)
			at[because] = i
			groups = append(groups, MoveGroup{Because: because})
		}
		groups[i].Moves = append(groups[i].Moves, said+".")
	}
	return groups
}

// ChangesBlock is the section of a guide on its editions.
type ChangesBlock struct {
	Editions []Link
	Since    *ChangesView // since the latest edition; nil when nothing changed
	Latest   Day
	Last     *ChangesView // between the two latest editions; nil for fewer, or when nothing changed
	Chart    *BumpView    // from two editions on
	Feed     string
}

func (r *guideRendering) changesBlock() (*ChangesBlock, error) {
	editions := r.guide.Editions
	if len(editions) == 0 {
		return nil, nil
	}
	latest := editions[len(editions)-1]
	b := &ChangesBlock{
		Editions: r.editionLinks(nil),
		Since:    r.changes(latest, r.now()),
		Latest:   *day(latest.Date),
		Feed:     r.below(changesPath(r.guide.Slug)),
	}
	if len(editions) > 1 {
		b.Last = r.changes(editions[len(editions)-2], latest)
		var err error
		if b.Chart, err = r.bump(); err != nil {
			return nil, err
		}
	}
	return b, nil
}
