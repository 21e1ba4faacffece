package report

import (
	"shortlist/internal/guide"
	"shortlist/internal/report/sentence"
	"shortlist/internal/report/table"
)

// Edition is a frozen ranking. It is made from the edition's own file, so that it
// stays what it was when the guide has moved on.
type Edition struct {
	Date     guide.Date
	Title    string // the guide's full title at the time
	Criteria []guide.EditionCriterion
	Weighs   []string // what each weighs, in words
	Order    []int    // of the criteria, the heaviest first
	Rows     []EditionRow
	Since    *Changes      // what has changed from it to the guide as it stands; nil when nothing has
	Same     sentence.Text // says that nothing has
	News     sentence.Text // what it changed of the ranking, for a feed
	Facts    sentence.Text // what it changed of the facts; empty for nothing
}

// EditionRow is a place of the time.
type EditionRow struct {
	Place
	Now   string // what the provider is called today, where that is another name
	Award string
	Cells []Cell // by criterion
	Facts []Line // the facts of the time; nil where none were frozen
}

// Changes is what changed between two states of a guide: of its ranking, and of the
// facts that it tells.
type Changes struct {
	Moves  []sentence.Text // who stands elsewhere, and because of what
	Still  []sentence.Text // what changed and moved nobody
	Groups []MoveGroup
	Facts  []sentence.Text
}

// MoveGroup is moves that have one cause. It is said once, before them; of a
// move alone it is said in its sentence, and Because is empty.
type MoveGroup struct {
	Because sentence.Text
	Moves   []sentence.Text
}

// editions computes what the frozen rankings say.
func (c *compiler) editions(out *Guide) {
	all := c.g.Editions
	if len(all) == 0 {
		return
	}
	now := table.Freeze(c.g, c.published, c.g.Dates.Updated, Plain)
	for i, e := range all {
		edition := c.edition(e)
		edition.Since, edition.Same = c.changes(e, now), sentence.Unchanged(e, now)
		edition.News = sentence.FirstNews(e, c.rank(table.Edition(e)))
		if i > 0 {
			change := sentence.ChangesFrom(c.rank(table.Edition(all[i-1])), all[i-1], e)
			edition.News, edition.Facts = sentence.News(change), sentence.FactNews(change)
		}
		out.Editions = append(out.Editions, edition)
	}
	if len(all) > 1 {
		out.Latest = c.changes(all[len(all)-2], all[len(all)-1])
		out.History = history(all)
	}
}

func (c *compiler) edition(e *guide.Edition) Edition {
	r := c.rank(table.Edition(e))
	exact := make([]guide.Weight, len(e.Criteria))
	for k, x := range e.Criteria {
		if exact[k] = x.Weight; x.Parts > 0 {
			exact[k] = guide.Weight(x.Parts)
		}
	}
	out := Edition{
		Weighs: Weighs(exact),
		Date:   e.Date, Title: e.Title, Criteria: e.Criteria,
		Order: HeaviestFirst(len(e.Criteria), func(k int) guide.Weight { return exact[k] }),
	}
	for _, x := range e.Entries { // a provider that was renamed may stand elsewhere among its equals
		row := EditionRow{Award: x.Award, Facts: frozenFacts(e, &x), Now: x.Now, Place: placeOf(r, r.Places[r.Find(x.Provider)], x.Provider, x.Name)}
		for _, s := range x.Scores {
			row.Cells = append(row.Cells, frozen(s))
		}
		out.Rows = append(out.Rows, row)
	}
	return out
}

// frozen says a score of the time.
func frozen(s guide.EditionScore) Cell {
	if s.Low == 0 && s.High == guide.MaxScore {
		return Cell{Text: "not known", Shade: -1}
	}
	cell := interval(s.Low, s.High)
	cell.Figure = s.Figure
	return cell
}

// changes compares two states; nil when nothing changed.
func (c *compiler) changes(before, after *guide.Edition) *Changes {
	found := sentence.ChangesFrom(c.rank(table.Edition(before)), before, after)
	if found.None() {
		return nil
	}
	out := &Changes{Groups: byCause(found.Moves)}
	for _, m := range found.Moves {
		out.Moves = append(out.Moves, m.Sentence().Stop())
	}
	for _, s := range found.Still {
		out.Still = append(out.Still, s.Text.Stop())
	}
	for _, f := range found.Facts {
		out.Facts = append(out.Facts, f.Text.Stop())
	}
	return out
}

// byCause gathers the moves that have one cause, in the order of the first of
// each.
func byCause(moves []sentence.Move) []MoveGroup {
	alike := map[string]int{}
	for _, m := range moves {
		alike[m.Because().String()]++
	}
	var groups []MoveGroup
	at := map[string]int{}
	for _, m := range moves {
		because, said := sentence.Text{}, m.Sentence()
		if key := m.Because().String(); key != "" && alike[key] > 1 {
			because, said = m.Group(), m.Short()
		}
		i, seen := at[because.String()]
		if !seen {
			i = len(groups)
			at[because.String()] = i
			groups = append(groups, MoveGroup{Because: because})
		}
		groups[i].Moves = append(groups[i].Moves, said.Stop())
	}
	return groups
}

// History is how ranks moved from edition to edition.
type History struct {
	Caption sentence.Text // who led, and who leads
	Rows    []HistoryRow
}

// HistoryRow is one provider's rank in each edition, 0 where it had none.
type HistoryRow struct {
	Provider, Name string
	Now            string // what it is called today, where that is another name
	Ranks          []int
}

// Printed are the ranks as they are printed: "3rd", a dash where it had none.
func (h *HistoryRow) Printed() []string {
	out := make([]string, len(h.Ranks))
	for i, rank := range h.Ranks {
		if out[i] = "–"; rank > 0 {
			out[i] = sentence.Ordinal(rank)
		}
	}
	return out
}

// history lists providers in the order of the latest edition that ranks them.
func history(editions []*guide.Edition) *History {
	h := &History{Caption: sentence.Led(editions)}
	at := map[string]int{}
	for i := len(editions) - 1; i >= 0; i-- {
		for _, x := range editions[i].Entries {
			if _, seen := at[x.Provider]; !seen {
				at[x.Provider] = len(h.Rows)
				h.Rows = append(h.Rows, HistoryRow{x.Provider, x.Name, x.Now, make([]int, len(editions))})
			}
			h.Rows[at[x.Provider]].Ranks[i] = x.Rank
		}
	}
	return h
}
