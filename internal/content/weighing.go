package content

import (
	"fmt"

	"shortlist/internal/content/front"
	"shortlist/internal/diag"
	"shortlist/internal/guide"
	"shortlist/internal/report/table"
)

var (
	weightsSum = diag.Define(diag.Error, "weights-sum",
		"Weights that make up the whole do not sum to 100, or parts to more than 10000.")
	badParts = diag.Define(diag.Error, "parts",
		"Parts are not positive whole numbers, or some criteria have them and others do not.")
)

// maxParts is the greatest sum of parts: no criterion then has less than a
// hundredth of a percent, and seven decimals tell all totals apart.
const maxParts = int64(guide.FullWeight)

// weighing reads what the criteria of a guide or an edition weigh: percentages
// that sum to 100, or parts of whatever they sum to.
type weighing struct {
	inParts bool
	of      []guide.Weight // percentages or parts, as far as they were read
	sum     guide.Weight
	bad     bool
	mixed   bool // reported: some criteria have parts and others do not
}

// newWeighing looks whether any of the criteria has parts: then all must.
func newWeighing(list []*fields) *weighing {
	w := &weighing{}
	for _, t := range list {
		w.inParts = w.inParts || t.has("parts")
	}
	return w
}

// read returns the weight of one criterion, or its parts and no weight yet.
func (w *weighing) read(t *fields, id string) (guide.Weight, int) {
	weight, parts := t.find("weight", need(!w.inParts), "10"), t.find("parts", optional, "")
	n, ok := guide.Weight(0), false
	switch {
	case weight != nil && parts != nil:
		t.r.report(badParts, t.at("weight"), "a criterion has `weight` and `parts`", "leave one of the two, the same one on every criterion")
	case w.inParts && parts == nil && w.mixed: // one mistake
	case w.inParts && parts == nil:
		w.mixed = true
		t.r.report(badParts, t.head(), fmt.Sprintf("`%s` has no `parts`, as other criteria have", id), "write `parts` on every criterion, or `weight` on every one")
	case parts != nil:
		n, ok = t.r.parts(parts, "parts")
	case weight != nil:
		if n, ok = t.r.percent(weight, "weight", "weight"); ok && n == 0 {
			t.r.report(percentRange, weight.Span, "weight 0 gives the criterion no part in the order", "give it a weight, or remove the criterion")
			ok = false
		}
	}
	w.bad = w.bad || !ok
	w.of = append(w.of, n)
	w.sum += n
	if w.inParts {
		return 0, int(n)
	}
	return n, 0
}

// full reports a sum that cannot be. It returns what parts are of 100 %, for
// people; nothing where they are percentages, or where something is wrong.
func (w *weighing) full(r *reader, at diag.Span) []guide.Weight {
	switch {
	case w.bad:
	case !w.inParts && w.sum != guide.FullWeight:
		r.reportSum(at, "the weights of the criteria", w.sum, "they must sum to 100")
	case w.inParts && r.partsFit(at, "the parts of the criteria", int64(w.sum)):
		return table.Percent(w.of)
	}
	return nil
}

// parts reads a positive whole number of parts.
func (r *reader) parts(v *front.Value, name string) (guide.Weight, bool) {
	const hint = "write a whole number, such as 2: what it is of the sum of all parts"
	if v.Kind != front.Integer {
		r.wrongType(v, name, "a whole number", hint)
		return 0, false
	}
	n, ok := r.number(v, name, "parts", 0)
	if ok && (n < 1 || n > maxParts) {
		r.report(badParts, v.Span, fmt.Sprintf("parts %s is not between 1 and %d", v.Raw, maxParts), hint)
		ok = false
	}
	return guide.Weight(n), ok
}

func (r *reader) partsFit(at diag.Span, what string, sum int64) bool {
	if sum > maxParts {
		r.report(weightsSum, at, fmt.Sprintf("%s sum to %d", what, sum), fmt.Sprintf("divide them all by the same number: they may sum to %d", maxParts))
	}
	return sum <= maxParts
}

func (r *reader) reportSum(at diag.Span, what string, sum guide.Weight, goal string) {
	gap := guide.FullWeight - sum
	hint := fmt.Sprintf("add %s", gap)
	if gap < 0 {
		hint = fmt.Sprintf("take %s off", -gap)
	}
	r.report(weightsSum, at, fmt.Sprintf("%s sum to %s", what, sum), hint+": "+goal)
}
