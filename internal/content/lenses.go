package content

import (
	"fmt"

	"shortlist/internal/content/front"
	"shortlist/internal/diag"
	"shortlist/internal/guide"
)

var unknownCriterion = diag.Define(diag.Error, "unknown-criterion",
	"A score or weight names a criterion that the guide does not have.")

func (file *guideFile) readLenses() {
	seen := map[string]bool{}
	for _, t := range file.root.tables("lenses", "lens", optional) {
		lens := guide.Lens{ID: t.id(seen), Name: t.text("name", required), About: t.inline("about", optional), Origin: origin(t.t.Span)}
		lens.Weights = file.readWeights(t, required)
		file.guide.Lenses = append(file.guide.Lenses, lens)
	}
}

// readWeights reads own weights, { scale = 15, security = 50 }, and completes
// them: the criteria that are not named share the rest. It returns nil when none
// are given or something is wrong.
func (file *guideFile) readWeights(f *fields, n need) []guide.Weight {
	r := file.reader
	v := f.find("weights", n, "{ "+file.anyCriterion()+" = 50 }")
	if v == nil {
		return nil
	}
	if v.Kind != front.Inline {
		r.wrongType(v, "weights", "a table", "write { "+file.anyCriterion()+" = 50 }")
		return nil
	}
	criteria := file.guide.Criteria
	full, own := make([]guide.Weight, len(criteria)), make([]guide.Weight, len(criteria))
	for i, c := range criteria {
		full[i], own[i] = c.Weight, -1
	}
	sum, named, ok := guide.Weight(0), 0, file.criteriaKnown
	t := f.in(v.Table, "[weights]")
	for _, k := range t.free() {
		i := file.guide.Criterion(k.Name)
		if i < 0 && t.slipped(k) {
			ok = false
			continue
		}
		w, good := r.percent(k.Value, k.Name, "weight")
		ok = ok && good
		if i < 0 {
			file.unknownCriterion(r, k)
			ok = false
			continue
		}
		own[i] = w
		sum += w
		named++
	}
	switch {
	case !ok:
		return nil
	case named == 0:
		r.report(emptyValue, v.Span, "`weights` is empty", "write something, or leave it out")
		return nil
	case named == len(criteria) && sum != guide.FullWeight:
		r.reportSum(v.Span, "these weights", sum, "they name every criterion and must sum to 100")
		return nil
	case sum > guide.FullWeight:
		r.reportSum(v.Span, "these weights", sum, "the other criteria share what is left of 100")
		return nil
	}
	return guide.Complete(full, own)
}

func (file *guideFile) anyCriterion() string {
	for _, c := range file.guide.Criteria {
		if c.ID != "" {
			return c.ID
		}
	}
	return "criterion"
}

// unknownCriterion reports the name of a criterion that the guide does not have,
// in a file of the guide; not when some criterion could not be read.
func (file *guideFile) unknownCriterion(r *reader, k *front.Key) {
	if !file.criteriaKnown {
		return
	}
	var ids []string
	for _, c := range file.guide.Criteria {
		ids = append(ids, c.ID)
	}
	r.report(unknownCriterion, k.Span, fmt.Sprintf("the guide has no criterion `%s`", k.Name),
		didYouMean(k.Name, ids, "its criteria are "+listed(ids)))
}
