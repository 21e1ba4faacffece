package content

import (
	"fmt"

	"shortlist/internal/content/front"
	"shortlist/internal/diag"
	"shortlist/internal/guide"
)

var rangeOrder = diag.Define(diag.Error, "range-order",
	"The low end of a range is above its high end.")

func (file *guideFile) readUseCases() {
	seen, former := map[string]bool{}, [][]formerly(nil)
	for _, t := range file.root.tables("use_cases", "use case", optional) {
		u := guide.UseCase{ID: t.id(seen), Name: t.text("name", required), About: t.inline("about", optional), Origin: origin(t.t.Span)}
		u.Weights, u.Parts = file.readWeights(t, optional)
		var regions, added []ref
		if q := t.table("require", "[use_cases.require]"); q.t != nil {
			regions = q.texts("regions", optional)
			u.Requires = file.readRequirements(q.table("attributes", "[attributes]"))
		}
		if q := t.table("add_on", "[use_cases.add_on]"); q.t != nil {
			u.AddOn = &guide.AddOnNeed{}
			added = q.texts("regions", optional)
			u.AddOn.Requires = file.readRequirements(q.table("attributes", "[attributes]"))
		}
		former = append(former, t.readFormer(u.ID))
		u.Former = plainFormer(former[len(former)-1])
		file.guide.UseCases = append(file.guide.UseCases, u)
		file.regions = append(file.regions, regions)
		file.added = append(file.added, added)
	}
	file.checkFormerIDs("a use case", seen, former)
}

func (file *guideFile) readRequirements(t *fields) []guide.Requirement {
	var out []guide.Requirement
	for _, k := range t.free() {
		a := file.attribute(t, k)
		if a == nil || a.Type == "" {
			continue
		}
		q := guide.Requirement{Attribute: a, Origin: origin(k.Span)}
		switch {
		case a.Type == guide.YesNo:
			q.YesNo = file.bool(k.Value, a.ID)
		case a.Type == guide.Number && k.Value.Kind == front.Inline:
			file.readBounds(&q, t.in(k.Value.Table, "requirement"))
		case a.Type == guide.Number:
			n, _ := file.figure(k.Value, a.ID)
			q.Min, q.Max, q.HasMin, q.HasMax = n, n, true, true
		case k.Value.Kind == front.Array:
			q.Items = file.attributeTexts(a, k.Value)
		default:
			q.Items = []string{file.attributeText(a, k.Value)}
		}
		out = append(out, q)
	}
	return out
}

// readBounds reads { min = 1, max = 5 }, of which one may be left out.
func (file *guideFile) readBounds(q *guide.Requirement, t *fields) {
	low, high := t.find("min", optional, ""), t.find("max", optional, "")
	if low != nil {
		q.Min, q.HasMin = file.figure(low, "min")
	}
	if high != nil {
		q.Max, q.HasMax = file.figure(high, "max")
	}
	switch {
	case low == nil && high == nil:
		file.report(missingKey, t.t.Span, "the requirement has neither `min` nor `max`", "add one: { min = 10 }")
	case q.HasMin && q.HasMax && q.Min > q.Max:
		file.report(rangeOrder, low.Span, fmt.Sprintf("`min` %s is above `max` %s", q.Min, q.Max), "swap them")
	}
}
