package dataset

import (
	"encoding/json"
	"slices"
	"strings"

	"shortlist/internal/guide"
	"shortlist/internal/rank"
)

// inputs states what a ranking is made of.
type inputs struct {
	g     *guide.Guide
	plain func(guide.Inline) string
}

func (in inputs) guide(baseURL string) Guide {
	g := in.g
	out := Guide{
		Slug: g.Slug, Title: g.FullTitle(), Year: g.Year,
		Description: in.plain(guide.Inline{Source: g.Description}),
		URL:         baseURL + "guides/" + g.Slug + "/",
		Published:   g.Dates.Published.String(),
		Updated:     g.Dates.Updated.String(),
		Reviewed:    date(g.Dates.Reviewed),
	}
	if !g.Dates.ReviewEvery.IsZero() {
		out.ReviewEvery = g.Dates.ReviewEvery.String()
	}
	return out
}

func date(d guide.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.String()
}

func (in inputs) view(v View) Perspective {
	out := Perspective{Weights: "published"}
	switch {
	case v.Lens != nil:
		out.Weights, out.Lens = "lens", v.Lens.ID
	case v.Own != nil:
		out.Weights, out.OwnWeights = "own", map[string]int{}
		for k, w := range v.Own {
			if w >= 0 {
				out.OwnWeights[in.g.Criteria[k].ID] = int(w)
			}
		}
	}
	if v.Region != nil {
		out.Region = v.Region.ID
	}
	for _, e := range v.LeftOut(in.g) {
		out.LeftOut = append(out.LeftOut, e.Provider.Slug)
	}
	return out
}

// criteria states the criteria with the weights of the table.
func (in inputs) criteria(t rank.Table) []Criterion {
	out := make([]Criterion, len(in.g.Criteria))
	for k := range in.g.Criteria {
		c := &in.g.Criteria[k]
		w := guide.Weight(t.Criteria[k].Weight)
		out[k] = Criterion{
			ID: c.ID, Name: c.Name, Weight: int(w), WeightPercent: w.String(), PublishedWeight: int(c.Weight),
			About: in.plain(c.About), Unit: c.Unit,
		}
		for _, a := range c.Rubric {
			out[k].Rubric = append(out[k].Rubric, Anchor{int(a.Score), a.Score.String(), in.plain(a.Text)})
		}
		for _, p := range c.Curve {
			out[k].Points = append(out[k].Points, Point{number(p.Figure), int(p.Score)})
		}
	}
	return out
}

func number(f guide.Figure) json.Number { return json.Number(f.String()) }

// weights is nil for no weights.
func (in inputs) weights(weights []guide.Weight) map[string]int {
	if weights == nil {
		return nil
	}
	out := make(map[string]int, len(weights))
	for k, w := range weights {
		out[in.g.Criteria[k].ID] = int(w)
	}
	return out
}

func (in inputs) lenses() []Lens {
	out := make([]Lens, len(in.g.Lenses))
	for i, l := range in.g.Lenses {
		out[i] = Lens{ID: l.ID, Name: l.Name, About: in.plain(l.About), Weights: in.weights(l.Weights)}
	}
	return out
}

func (in inputs) useCases() []UseCase {
	out := make([]UseCase, len(in.g.UseCases))
	for i := range in.g.UseCases {
		u := &in.g.UseCases[i]
		out[i] = UseCase{ID: u.ID, Name: u.Name, About: in.plain(u.About), Regions: regionIDs(u.Regions), Weights: in.weights(u.Weights)}
		for j := range u.Requires {
			out[i].Requires = append(out[i].Requires, requirement(&u.Requires[j]))
		}
	}
	return out
}

func requirement(q *guide.Requirement) Requirement {
	out := Requirement{Attribute: q.Attribute.ID, Printed: q.String()}
	switch q.Attribute.Type {
	case guide.YesNo:
		yes := q.YesNo
		out.YesNo = &yes
	case guide.Number:
		if q.HasMin {
			out.Min = number(q.Min)
		}
		if q.HasMax {
			out.Max = number(q.Max)
		}
	case guide.Items:
		out.AllOf = q.Items
	default:
		out.AnyOf = q.Items
	}
	return out
}

// regions are those that the entries and use cases name and the larger ones
// around them, by id: all that is needed to see who serves where.
func (in inputs) regions(entries []*guide.Entry) []Region {
	out := []Region{}
	add := func(regions []*guide.Region) {
		for _, r := range regions {
			for ; r != nil; r = r.Within {
				region := Region{ID: r.ID, Name: r.Name}
				if r.Within != nil {
					region.Within = r.Within.ID
				}
				out = append(out, region)
			}
		}
	}
	for _, e := range entries {
		add(e.Regions)
	}
	for i := range in.g.UseCases {
		add(in.g.UseCases[i].Regions)
	}
	slices.SortFunc(out, func(a, b Region) int { return strings.Compare(a.ID, b.ID) })
	return slices.Compact(out)
}

func regionIDs(regions []*guide.Region) []string {
	out := make([]string, len(regions))
	for i, r := range regions {
		out[i] = r.ID
	}
	return out
}

func (in inputs) attributes() []Attribute {
	out := make([]Attribute, len(in.g.Attributes))
	for i, a := range in.g.Attributes {
		out[i] = Attribute{ID: a.ID, Name: a.Name, Type: string(a.Type), About: in.plain(a.About), Unit: a.Unit, Choices: a.Choices}
	}
	return out
}
