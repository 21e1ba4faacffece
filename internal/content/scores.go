package content

import (
	"cmp"
	"fmt"
	"slices"

	"shortlist/internal/content/front"
	"shortlist/internal/diag"
	"shortlist/internal/guide"
)

var (
	scoreForm = diag.Define(diag.Error, "score-form",
		"A score is not one score, a range, a measured value or \"unknown\".")
	unpublishedReason = diag.Define(diag.Error, "unpublished-reason",
		"A score says that the provider does not publish something, but not what.")
)

// score is one line of [scores] as the first pass leaves it: what it means
// depends on the guide's criterion.
type score struct {
	key                   *front.Key
	point, low, high, raw *front.Value // score, low, high, value
	least                 *front.Value // from
	asOf                  dated
	why                   guide.Inline
	sources               []ref
	published             bool
	bad                   bool // reported already
}

const scoreHint = "write { score = 8.5 }, { low = 4, high = 7 } or \"unknown\""

// readScores reads the forms of the scores; values wait for the criteria.
func (f *fields) readScores() []score {
	var out []score
	if f.keys != nil {
		f.asked("criterion", optional)
		f.in(&front.Table{}, "score").readScore(&score{key: &front.Key{}})
	}
	for _, k := range f.free() {
		s := score{key: k, published: true}
		switch {
		case !looksLikeScore(k.Value) && f.slipped(k):
			continue
		case k.Value.Kind == front.String:
			if k.Value.Text != "unknown" {
				f.r.report(scoreForm, k.Value.Span, fmt.Sprintf("`%s` cannot be `%s`", k.Name, k.Value.Text), scoreHint)
			}
		case k.Value.Kind != front.Inline:
			f.r.wrongType(k.Value, k.Name, "a table or \"unknown\"", scoreHint)
			s.bad = true
		default:
			f.in(k.Value.Table, "score").readScore(&s)
		}
		out = append(out, s)
	}
	return out
}

// looksLikeScore tells the score on a criterion called "fees" from the fees of the
// entry: the guide, which knows its criteria, has not been read yet.
func looksLikeScore(v *front.Value) bool {
	if v.Kind != front.Inline {
		return v.Kind == front.String && v.Text == "unknown"
	}
	return slices.ContainsFunc(v.Table.Keys, func(k *front.Key) bool {
		return slices.Contains(scoreKeys, k.Name)
	})
}

// scoreKeys are the keys that say what a score is; one of them is in every score.
var scoreKeys = []string{"score", "low", "high", "value", "from", "published", "why"}

func (f *fields) readScore(s *score) {
	s.point = f.find("score", optional, "")
	s.low, s.high = f.find("low", optional, ""), f.find("high", optional, "")
	s.raw, s.least = f.find("value", optional, ""), f.find("from", optional, "")
	s.asOf = f.date("as_of", optional)
	f.r.past("as_of", s.asOf)
	s.why = f.inline("why", optional)
	s.sources = f.sourceNames()
	if v := f.find("published", optional, ""); v != nil {
		s.published = f.r.bool(v, "published")
		if v.Kind == front.Bool && !v.Bool && !f.has("why") {
			f.r.report(unpublishedReason, v.Span, "`published = false` has no reason",
				"add why = \"...\": what is it that the provider does not publish?")
		}
	}
	s.checkForm(f)
}

// checkForm reports a score that says too much or too little.
func (s *score) checkForm(f *fields) {
	forms := 0
	for _, there := range []bool{s.point != nil, s.low != nil || s.high != nil, s.raw != nil, s.least != nil} {
		if there {
			forms++
		}
	}
	message, hint := "", scoreHint
	switch {
	case forms > 1:
		message, hint = "a score has more than one of `score`, `low` and `high`, `value`, and `from`", "leave one form"
	case s.low != nil && s.high == nil:
		message, hint = "a range has `low` but no `high`", "add `high`"
	case s.high != nil && s.low == nil:
		message, hint = "a range has `high` but no `low`", "add `low`"
	case forms == 0 && s.published && s.why.IsZero(): // with a reason alone the score may be that of a price
		message = "a score says nothing"
	default:
		return
	}
	s.bad = true
	f.r.report(scoreForm, s.key.Span, message, hint)
}

// assess gives the score its meaning under a criterion.
func (s *score) assess(r *reader, c *guide.Criterion) guide.Assessment {
	a := uncovered(c)
	a.Why, a.Published, a.Origin, a.AsOf = s.why, s.published, origin(s.key.Span), s.asOf.Date
	switch {
	case s.bad:
	case c.Prices:
		s.priced(r, c)
	case s.silent():
		r.report(scoreForm, s.key.Span, "a score says nothing", scoreHint)
	case s.point != nil && c.Measured():
		r.report(scoreForm, s.point.Span, fmt.Sprintf("`%s` is measured: it takes a figure, not a score", c.ID),
			fmt.Sprintf("write { value = ... }, in %s", unitOf(c)))
	case (s.raw != nil || s.least != nil) && !c.Measured():
		r.report(scoreForm, cmp.Or(s.raw, s.least).Span, fmt.Sprintf("`%s` is not measured: it takes a score, not a figure", c.ID), scoreHint)
	case s.point != nil:
		n, _ := r.score(s.point, "score")
		a.State, a.Low, a.High = guide.Exact, n, n
	case s.raw != nil:
		n, _ := r.figure(s.raw, "value")
		a.measure(c, n, n)
	case s.least != nil:
		if n, ok := r.figure(s.least, "from"); ok {
			a.least(c, n)
		}
	case s.low == nil:
	case c.Measured():
		low, good := r.figure(s.low, "low")
		high, fine := r.figure(s.high, "high")
		if good && fine && s.ordered(r, low > high) {
			a.measure(c, low, high)
		}
	default:
		low, good := r.score(s.low, "low")
		high, fine := r.score(s.high, "high")
		if good && fine && s.ordered(r, low > high) {
			a.between(low, high)
		}
	}
	return guide.Assessment(a)
}

// silent reports whether a score is a reason for nothing.
func (s *score) silent() bool {
	return s.point == nil && s.low == nil && s.raw == nil && s.least == nil && s.published && !s.why.IsZero()
}

func (s *score) ordered(r *reader, wrong bool) bool {
	if wrong {
		r.report(rangeOrder, s.low.Span, fmt.Sprintf("low %s is above high %s", s.low.Raw, s.high.Raw), "swap them")
	}
	return !wrong
}

func unitOf(c *guide.Criterion) string {
	if c.Unit.IsZero() {
		return "the criterion's own unit"
	}
	return c.Unit.String()
}

// assessment is a score while it is made.
type assessment guide.Assessment

// uncovered is what nothing was said of: anything that the criterion reaches.
func uncovered(c *guide.Criterion) assessment {
	a := assessment{State: guide.NotCovered, Published: true}
	a.Low, a.High = c.Reach()
	return a
}

func (a *assessment) measure(c *guide.Criterion, low, high guide.Figure) {
	a.Figures = [2]guide.Figure{low, high}
	a.between(c.Curve.Range(low, high))
}

func (a *assessment) between(low, high guide.Score) {
	a.State, a.Low, a.High = guide.Ranged, low, high
	if low == high {
		a.State = guide.Exact
	}
}
