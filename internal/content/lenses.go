package content

import (
	"fmt"
	"slices"
	"strings"

	"shortlist/internal/content/front"
	"shortlist/internal/diag"
	"shortlist/internal/guide"
	"shortlist/internal/report/table"
)

var unknownCriterion = diag.Define(diag.Error, "unknown-criterion",
	"A score or weight names a criterion that the guide does not have.")

func (file *guideFile) readLenses() {
	seen, former := map[string]bool{}, [][]formerly(nil)
	for _, t := range file.root.tables("lenses", "lens", optional) {
		lens := guide.Lens{ID: t.id(seen), Name: t.text("name", required), About: t.inline("about", optional), Origin: origin(t.t.Span)}
		lens.Weights, lens.Parts = file.readWeights(t, required)
		former = append(former, t.readFormer(lens.ID))
		lens.Former = plainFormer(former[len(former)-1])
		file.guide.Lenses = append(file.guide.Lenses, lens)
	}
	file.checkFormerIDs("a lens", seen, former)
}

// readWeights reads own weights, weights = { scale = 15, security = 50 }, and
// completes them: the criteria that are not named share the rest. Or it reads
// parts = { scale = 1, security = 2 }, which name every criterion; those it returns
// too. It returns nil when none are given or something is wrong.
func (file *guideFile) readWeights(f *fields, n need) ([]guide.Weight, []int) {
	parts := f.find("parts", optional, "")
	v := f.find("weights", need(n == required && parts == nil), "{ "+file.anyCriterion()+" = 50 }")
	switch {
	case v != nil && parts != nil:
		file.report(badParts, f.at("weights"), "there are `weights` and `parts`", "leave one of the two")
		return nil, nil
	case parts != nil:
		return file.readLensParts(f, parts)
	case v == nil:
		return nil, nil
	}
	own, named, sum, ok := file.namedWeights(f, v, "weights", func(k *front.Key) (guide.Weight, bool) {
		return file.percent(k.Value, k.Name, "weight")
	})
	switch {
	case !ok:
		return nil, nil
	case named == len(own) && sum != guide.FullWeight:
		file.reportSum(v.Span, "these weights", sum, "they name every criterion and must sum to 100")
		return nil, nil
	case sum > guide.FullWeight:
		file.reportSum(v.Span, "these weights", sum, "the other criteria share what is left of 100")
		return nil, nil
	}
	full, _ := table.Redistribute(file.guide.Exact(), own, table.ByAuthors)
	return full, nil
}

// readLensParts reads own parts, one for each criterion.
func (file *guideFile) readLensParts(f *fields, v *front.Value) ([]guide.Weight, []int) {
	own, named, sum, ok := file.namedWeights(f, v, "parts", func(k *front.Key) (guide.Weight, bool) {
		return file.parts(k.Value, k.Name)
	})
	if !ok {
		return nil, nil
	}
	if named < len(own) {
		i := slices.Index(own, -1)
		file.report(badParts, v.Span, fmt.Sprintf("these parts leave out `%s`", file.guide.Criteria[i].ID),
			"name every criterion: parts are parts of their sum")
		return nil, nil
	}
	if !file.partsFit(v.Span, "these parts", int64(sum)) {
		return nil, nil
	}
	parts := make([]int, len(own))
	for i, n := range own {
		parts[i] = int(n)
	}
	return table.Percent(own), parts
}

// namedWeights reads a number for each of the criteria that are named, with -1 for
// the others, how many those are and what they sum to. It is false when there are
// none or something is wrong.
func (file *guideFile) namedWeights(f *fields, v *front.Value, name string, read func(*front.Key) (guide.Weight, bool)) (own []guide.Weight, named int, sum guide.Weight, ok bool) {
	r := file.reader
	if v.Kind != front.Inline {
		r.wrongType(v, name, "a table", "write { "+file.anyCriterion()+" = 50 }")
		return nil, 0, 0, false
	}
	own = make([]guide.Weight, len(file.guide.Criteria))
	for i := range own {
		own[i] = -1
	}
	ok = file.criteriaKnown
	t := f.in(v.Table, "["+name+"]")
	for _, k := range t.free() {
		i := file.guide.Criterion(k.Name)
		if i < 0 && t.slipped(k) {
			ok = false
			continue
		}
		w, good := read(k)
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
	if ok && named == 0 {
		r.report(emptyValue, v.Span, "`"+name+"` is empty", "write something, or leave it out")
		ok = false
	}
	return own, named, sum, ok
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
		didYouMean(k.Name, ids, "its criteria: "+strings.Join(ids, ", ")))
}
