package rank

import (
	"cmp"
	"maps"
	"slices"
)

// Cause is why a rank moved.
type Cause int

// The causes, in the order in which they are replayed.
const (
	EntryLeft Cause = iota
	EntryJoined
	ScoreChanged
	WeightsChanged
	MethodChanged // what a range counts as, or the stress; the latter moves ranges only
)

// String is the cause in a word: "score".
func (c Cause) String() string {
	return [...]string{"exit", "entry", "score", "weights", "method"}[c]
}

// Step is one change between two tables, and the ranks after it.
type Step struct {
	Cause     Cause
	Entry     string         // the id of the entry that left, joined or was rescored
	Criterion string         // the id, where a score changed
	Was, Is   Interval       // that score
	Weights   []WeightChange // where the weights changed: those that did
	Order     []Standing     // who stands where after the step
	Moves     []Move         // who stands at another rank than before it
}

// WeightChange is a criterion's weight before and after, in basis points, half up
// where its parts are no whole number of them; 0 where the table does not have the
// criterion.
type WeightChange struct {
	Criterion string
	Was, Is   int
}

// Standing is an entry's rank and total at some time. Totals compare within one
// order only: with other weights or scores their unit may be another.
type Standing struct {
	ID    string
	Rank  int
	Total int
}

// Move is an entry's change of rank; 0 means that it is not ranked.
type Move struct {
	ID       string
	From, To int
}

// Standings is the order as ids, ranks and totals.
func (r Ranking) Standings() []Standing {
	out := make([]Standing, len(r.Places))
	for i, p := range r.Places {
		out[i] = Standing{p.ID, p.Rank, p.Total}
	}
	return out
}

// Moves returns who stands at another rank after than before: in the order
// after, then those who are no longer ranked in the order before.
func Moves(before, after []Standing) []Move {
	rankIn := func(order []Standing) map[string]int {
		ranks := make(map[string]int, len(order))
		for _, s := range order {
			ranks[s.ID] = s.Rank
		}
		return ranks
	}
	from, to := rankIn(before), rankIn(after)
	var out []Move
	for _, s := range after {
		if from[s.ID] != s.Rank {
			out = append(out, Move{s.ID, from[s.ID], s.Rank})
		}
	}
	for _, s := range before {
		if to[s.ID] == 0 {
			out = append(out, Move{s.ID, s.Rank, 0})
		}
	}
	return out
}

// Compare says why ranks moved between two tables: it replays what changed,
// one exit, entry and score after another, then all weights, then the method,
// with the ranks after each. The order is fixed, so that each move has one
// cause; within a cause it goes by entry and criterion id. After the last step
// the ranks are those of the table after; without a change there is no step.
//
// A criterion that only one table has counts in the other with no weight: it
// appears or disappears as the weights change. An entry that joins is not known
// on one that is about to disappear.
func Compare(before, after Table) []Step {
	p := newReplay(before.normalized(), after.normalized())
	for _, id := range p.ids {
		if _, stays := p.after[id]; !stays {
			delete(p.now, id)
			p.record(Step{Cause: EntryLeft, Entry: id})
		}
	}
	for _, id := range p.ids {
		if _, had := p.before[id]; !had {
			p.now[id] = p.after[id]
			p.record(Step{Cause: EntryJoined, Entry: id})
		}
	}
	for _, id := range p.ids {
		row := p.now[id] // nil for one that left
		for k, was := range row {
			if is := p.after[id][k]; was != is {
				row[k] = is
				p.record(Step{Cause: ScoreChanged, Entry: id, Criterion: p.criteria[k], Was: was, Is: is})
			}
		}
	}
	var changes []WeightChange
	was, is := max(before.Whole(), 1), max(after.Whole(), 1)
	for k, id := range p.criteria {
		if p.weights[k]*is != p.goal[k]*was {
			changes = append(changes, WeightChange{id, inBasisPoints(p.weights[k], was), inBasisPoints(p.goal[k], is)})
		}
	}
	p.weights = p.goal
	if len(changes) > 0 {
		p.record(Step{Cause: WeightsChanged, Weights: changes})
	}
	if before.Unknown != after.Unknown || p.stressed {
		p.unknown = after.Unknown
		p.record(Step{Cause: MethodChanged})
	}
	return p.steps
}

// replay is a table on its way from one state to another, over all entries and
// criteria that either has.
type replay struct {
	ids           []string              // of all entries, sorted
	criteria      []string              // ids, sorted
	weights, goal []int                 // now and in the end, per criterion
	before, after map[string][]Interval // rows by entry, over all criteria
	now           map[string][]Interval // who is ranked now; begins as the rows of before and changes them
	unknown       Unknown
	stressed      bool // the stress changed
	order         []Standing
	steps         []Step
}

func newReplay(before, after Table) *replay {
	p := &replay{unknown: before.Unknown, stressed: before.Stress != after.Stress}
	for _, t := range []Table{before, after} {
		for _, e := range t.Entries {
			p.ids = append(p.ids, e.ID)
		}
		for _, c := range t.Criteria {
			p.criteria = append(p.criteria, c.ID)
		}
	}
	slices.Sort(p.ids)
	slices.Sort(p.criteria)
	p.ids, p.criteria = slices.Compact(p.ids), slices.Compact(p.criteria)
	p.weights, p.goal = p.weightsOf(before), p.weightsOf(after)
	p.before, p.after = p.rowsOf(before, after), p.rowsOf(after, before)
	p.now = maps.Clone(p.before)
	p.order = p.standings()
	return p
}

func (p *replay) weightsOf(t Table) []int {
	out := make([]int, len(p.criteria))
	for _, c := range t.Criteria {
		k, _ := slices.BinarySearch(p.criteria, c.ID)
		out[k] = c.Weight
	}
	return out
}

// rowsOf is a table's rows over all criteria. A score that the table has no
// column for is the other table's, so that it never counts as changed, or else
// unknown.
func (p *replay) rowsOf(t, other Table) map[string][]Interval {
	rows := make(map[string][]Interval, len(t.Entries))
	for _, e := range t.Entries {
		row := make([]Interval, len(p.criteria))
		for k := range row {
			row[k] = Interval{0, MaxScore}
		}
		rows[e.ID] = row
	}
	for _, from := range []Table{other, t} {
		for _, e := range from.Entries {
			row, has := rows[e.ID]
			if !has {
				continue
			}
			for k, c := range from.Criteria {
				column, _ := slices.BinarySearch(p.criteria, c.ID)
				row[column] = e.Scores[k]
			}
		}
	}
	return rows
}

// record adds a step with the ranks as they are now.
func (p *replay) record(s Step) {
	s.Order = p.standings()
	s.Moves = Moves(p.order, s.Order)
	p.order = s.Order
	p.steps = append(p.steps, s)
}

func (p *replay) standings() []Standing {
	t := Table{Criteria: make([]Criterion, len(p.criteria)), Unknown: p.unknown}
	for k, w := range p.weights {
		t.Criteria[k].Weight = w
	}
	for _, id := range p.ids {
		if row, ranked := p.now[id]; ranked {
			t.Entries = append(t.Entries, Entry{id, row})
		}
	}
	out := make([]Standing, len(t.Entries))
	for i, row := range t.spans(t.fine()) {
		out[i].ID = t.Entries[i].ID
		for k, x := range row {
			out[i].Total += p.weights[k] * x.counts
		}
	}
	slices.SortStableFunc(out, func(a, b Standing) int { return cmp.Compare(b.Total, a.Total) })
	for i := range out {
		out[i].Rank = i + 1
		if i > 0 && out[i-1].Total == out[i].Total {
			out[i].Rank = out[i-1].Rank
		}
	}
	return out
}

func inBasisPoints(weight, whole int) int { return (2*FullWeight*weight + whole) / (2 * whole) }
