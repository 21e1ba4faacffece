package sentence

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"shortlist/internal/content"
	"shortlist/internal/guide"
	"shortlist/internal/rank"
)

// edition reads one of the frozen rankings of testdata: five editions of one
// guide, each with one kind of change against the one before.
func edition(t *testing.T, date string) *guide.Edition {
	t.Helper()
	name := filepath.Join("testdata", "editions", date+".toml")
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	e, list := content.DecodeEdition(filepath.ToSlash(name), data)
	if e == nil {
		t.Fatal(list)
	}
	return e
}

// spoken is a change as a reader sees it, with plain spaces.
func spoken(c Change) []string {
	var out []string
	for _, m := range c.Moves {
		out = append(out, m.Sentence().String())
	}
	for _, s := range c.Still {
		out = append(out, "still: "+s.Text.String())
	}
	for i := range out {
		out[i] = strings.ReplaceAll(out[i], "\u00a0", " ")
	}
	return out
}

func TestChanges(t *testing.T) {
	for _, tt := range []struct {
		name, before, after string
		want                []string
	}{
		{"a score", "2024-03", "2024-09", []string{
			"Elm: 3rd to 2nd, because its score on Security rose from 6.5 to 7 (“An audit was published in July.”); within the range that was stated, 2nd to 4th",
			"Ash: 2nd to 3rd, because the score of Elm on Security rose from 6.5 to 7; within the range that was stated, 2nd to 4th",
			"still: the score of Oak on Support fell from 8 to 7.5 (“Answers by day.”)",
		}},
		{"entries", "2024-09", "2025-03", []string{
			"Yew: joins at 2nd",
			"Elm: 2nd to 3rd, because Yew joined at 2nd; within the range that was stated, 2nd to 4th",
			"Ash: 3rd to 4th, because Yew joined at 2nd; within the range that was stated, 2nd to 4th",
			"Fir: leaves, 4th before",
		}},
		{"weights", "2025-03", "2025-09", []string{
			"Ash: 4th to 3rd, because the weights changed: Costs from 30 % to 20 %, Security from 50 % to 65 %, Support from 20 % to 15 %; within the range that was stated, 2nd to 4th",
			"Elm: 3rd to 4th, because the weights changed: Costs from 30 % to 20 %, Security from 50 % to 65 %, Support from 20 % to 15 %; within the range that was stated, 2nd to 4th",
		}},
		{"method", "2025-09", "2026-03", []string{
			"Ash: 3rd to 2nd, because a missing score now counts as the low end of its range, no longer as the middle, and the ranges now allow for 5 % of the weight to move, no longer for 10 %; within the range that was stated, 2nd to 4th",
			"Yew: 2nd to 3rd, because a missing score now counts as the low end of its range, no longer as the middle, and the ranges now allow for 5 % of the weight to move, no longer for 10 %; within the range that was stated, 1st to 4th",
		}},
		{"all of it, and Ash is back where it was", "2024-03", "2026-03", []string{
			"Yew: joins at 3rd, because of two changes: it joined, which made it 2nd; a missing score now counts as the low end of its range, no longer as the middle, and the ranges now allow for 5 % of the weight to move, no longer for 10 %, which made it 3rd",
			"Elm: 3rd to 4th, because of three changes: Yew joined at 2nd, which made it 4th; its score on Security rose from 6.5 to 7 (“An audit was published in July.”), which made it 3rd; the weights changed: Costs from 30 % to 20 %, Security from 50 % to 65 %, Support from 20 % to 15 %, which made it 4th; within the range that was stated, 2nd to 4th",
			"Fir: leaves, 4th before",
			"still: the score of Oak on Support fell from 8 to 7.5 (“Answers by day.”)",
		}},
		{"nothing", "2025-03", "2025-03", nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, spoken(Changes(edition(t, tt.before), edition(t, tt.after)))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestAttribution holds the parts of a change that programs read.
func TestAttribution(t *testing.T) {
	c := Changes(edition(t, "2024-03"), edition(t, "2024-09"))
	elm, ash := c.Moves[0], c.Moves[1]
	if elm.ID != "elm" || elm.From != 3 || elm.To != 2 || !elm.Within || elm.Stated != (rank.Range{Best: 2, Worst: 4}) {
		t.Errorf("%+v", elm)
	}
	for _, m := range []Move{elm, ash} {
		s := m.Causes[0].Step
		if len(m.Causes) != 1 || s.Cause != rank.ScoreChanged || s.Entry != "elm" || s.Criterion != "security" ||
			s.Was.Low != 650 || s.Is.Low != 700 || m.Causes[0].Reason != "An audit was published in July." {
			t.Errorf("%s: %+v", m.ID, m.Causes)
		}
	}
	if len(c.Still) != 1 || c.Still[0].Step.Entry != "oak" || c.Still[0].Made != "" {
		t.Errorf("%+v", c.Still)
	}
}

// TestMovesAddUp: the causes of a move lead from its old rank to its new one,
// and every change is either a cause or said to have moved nobody.
func TestMovesAddUp(t *testing.T) {
	dates := []string{"2024-03", "2024-09", "2025-03", "2025-09", "2026-03"}
	for _, before := range dates {
		for _, after := range dates {
			c := Changes(edition(t, before), edition(t, after))
			named := map[string]bool{}
			key := func(s rank.Step) string { return s.Cause.String() + " " + s.Entry + " " + s.Criterion }
			for _, m := range c.Moves {
				if len(m.Causes) == 0 {
					t.Fatalf("%s to %s: %s moves without a cause", before, after, m.ID)
				}
				if m.Causes[len(m.Causes)-1].Made != m.Is || m.From == m.To {
					t.Errorf("%s to %s: %+v", before, after, m)
				}
				for _, x := range m.Causes {
					named[key(x.Step)] = true
				}
			}
			for _, x := range c.Still {
				if named[key(x.Step)] {
					t.Errorf("%s to %s: %s is a cause and is none", before, after, key(x.Step))
				}
			}
			back := Changes(edition(t, after), edition(t, before))
			if len(back.Moves) != len(c.Moves) {
				t.Errorf("%s to %s: %d moves, and %d back", before, after, len(c.Moves), len(back.Moves))
			}
		}
	}
}

// frozen makes an edition of exact scores on two criteria.
func frozen(weights [2]guide.Weight, scores map[string][2]guide.Score, order ...string) *guide.Edition {
	e := &guide.Edition{Stress: 0, Criteria: []guide.EditionCriterion{{ID: "a", Name: "A", Weight: weights[0]}, {ID: "b", Name: "B", Weight: weights[1]}}}
	for _, id := range order {
		s := scores[id]
		e.Entries = append(e.Entries, guide.EditionEntry{Provider: id, Name: strings.ToUpper(id),
			Scores: []guide.EditionScore{{Low: s[0], High: s[0]}, {Low: s[1], High: s[1]}}})
	}
	return e
}

func TestTiesAreNamed(t *testing.T) {
	half := [2]guide.Weight{5000, 5000}
	before := frozen(half, map[string][2]guide.Score{"x": {900, 900}, "y": {800, 800}}, "x", "y")
	after := frozen(half, map[string][2]guide.Score{"x": {900, 900}, "y": {1000, 800}}, "x", "y")
	want := []string{"Y: 2nd to equal 1st, because its score on A rose from 8 to 10"}
	if diff := cmp.Diff(want, spoken(Changes(before, after))); diff != "" {
		t.Error(diff)
	}
}

// TestCriteriaComeAndGo: the weights say so, and the name is that of the time.
func TestCriteriaComeAndGo(t *testing.T) {
	before := frozen([2]guide.Weight{7000, 3000}, map[string][2]guide.Score{"x": {900, 100}, "y": {800, 800}}, "x", "y")
	after := frozen([2]guide.Weight{7000, 3000}, map[string][2]guide.Score{"x": {900, 900}, "y": {800, 100}}, "x", "y")
	after.Criteria[1] = guide.EditionCriterion{ID: "c", Name: "C", Weight: 3000}
	want := []string{
		"X: 2nd to 1st, because the weights changed: B, 30 % before, was dropped, C was added with 30 %",
		"Y: 1st to 2nd, because the weights changed: B, 30 % before, was dropped, C was added with 30 %",
	}
	if diff := cmp.Diff(want, spoken(Changes(before, after))); diff != "" {
		t.Error(diff)
	}
}

func TestBecame(t *testing.T) {
	anything := rank.Interval{Low: 0, High: 1000}
	for _, tt := range []struct {
		unknown guide.Unknown
		was, is rank.Interval
		want    string
	}{
		{guide.Midpoint, point(550), point(700), "rose from 5.5 to 7"},
		{guide.Midpoint, point(700), rank.Interval{Low: 300, High: 925}, "fell from 7 to 3–9.25"},
		{guide.Midpoint, rank.Interval{Low: 400, High: 800}, point(600), "narrowed from 4–8 to 6"},
		{guide.Low, rank.Interval{Low: 400, High: 800}, point(600), "rose from 4–8 to 6"},
		{guide.Low, point(400), rank.Interval{Low: 400, High: 500}, "widened from 4 to 4–5"},
		{guide.Midpoint, anything, point(600), "became known: 6"},
		{guide.Midpoint, anything, rank.Interval{Low: 300, High: 900}, "is known to lie in 3–9 now, and was not known"},
		{guide.Midpoint, point(600), anything, "is no longer known; it was 6"},
	} {
		w := wording{before: &guide.Edition{Unknown: tt.unknown}}
		if got := w.became(rank.Step{Was: tt.was, Is: tt.is}).String(); got != tt.want {
			t.Errorf("%v to %v: %q, want %q", tt.was, tt.is, got, tt.want)
		}
	}
}

// TestFirm: a move is held against the range that the ranking before stated.
func TestFirm(t *testing.T) {
	half := [2]guide.Weight{5000, 5000}
	before := frozen(half, map[string][2]guide.Score{"x": {900, 900}, "y": {800, 800}}, "x", "y")
	after := frozen(half, map[string][2]guide.Score{"x": {900, 600}, "y": {800, 800}}, "y", "x")
	before.Stress, after.Stress = 1000, 1000
	want := []string{
		"Y: 2nd to 1st, because the score of X on B fell from 9 to 6; outside the range that was stated, 2nd",
		"X: 1st to 2nd, because its score on B fell from 9 to 6; outside the range that was stated, 1st",
	}
	if diff := cmp.Diff(want, spoken(Changes(before, after))); diff != "" {
		t.Error(diff)
	}
}

func TestNoChange(t *testing.T) {
	if c := Changes(edition(t, "2025-09"), edition(t, "2025-09")); !reflect.DeepEqual(c, Change{}) {
		t.Errorf("%+v", c)
	}
}
