package dataset

import (
	"encoding/json"

	"shortlist/internal/guide"
	"shortlist/internal/report"
	"shortlist/internal/report/address"
)

func about(g *report.Guide, baseURL string) Guide {
	out := Guide{
		Slug: g.Slug, Title: g.Title, Year: g.Year,
		Description: report.Plain(g.Description),
		URL:         baseURL + address.Guide(g.Slug)[1:],
		Published:   g.Dates.Published.String(),
		Updated:     g.Dates.Updated.String(),
		Reviewed:    date(g.Dates.Reviewed),
	}
	if g.Dates.Overdue {
		out.OverdueFrom = g.Review.String()
	}
	out.Basis = report.Plain(g.Basis)
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

// criteria states the criteria with the weights of the order.
func criteria(g *report.Guide) []Criterion {
	out := make([]Criterion, len(g.Criteria))
	t := &g.Ranking.Table
	points := t.BasisPoints()
	for k := range g.Criteria {
		c := &g.Criteria[k]
		out[k] = Criterion{
			ID: c.ID, Name: c.Name, Weight: t.Criteria[k].Weight, BasisPoints: points[k],
			PublishedWeight: exact(c), WeightPrinted: c.Weighs,
			About: report.Plain(c.About), Unit: c.Unit.String(), Estimate: c.Estimate.String(),
		}
		for _, a := range c.Rubric {
			out[k].Rubric = append(out[k].Rubric, Anchor{int(a.Score), a.Score.String(), report.Plain(a.Text)})
		}
		for _, p := range c.Curve {
			out[k].Points = append(out[k].Points, Point{number(p.Figure), int(p.Score)})
		}
	}
	return out
}

func number(f guide.Figure) json.Number { return json.Number(f.String()) }

// exact is what a criterion weighs in the published order: its parts, where it has
// any.
func exact(c *report.Criterion) int {
	if c.Parts > 0 {
		return c.Parts
	}
	return int(c.Weight)
}

// weights states them by criterion, in parts where there are any; nil for none.
func weights(g *report.Guide, weights []guide.Weight, parts []int) map[string]int {
	if weights == nil {
		return nil
	}
	out := make(map[string]int, len(weights))
	for k, w := range weights {
		out[g.Criteria[k].ID] = int(w)
	}
	for k, n := range parts {
		out[g.Criteria[k].ID] = n
	}
	return out
}

func lenses(g *report.Guide) []Lens {
	out := make([]Lens, len(g.Lenses))
	for i, l := range g.Lenses {
		out[i] = Lens{ID: l.ID, Name: l.Name, About: report.Plain(l.About), Weights: weights(g, l.Weights, l.Parts)}
	}
	return out
}

func useCases(g *report.Guide) []UseCase {
	out := make([]UseCase, len(g.UseCases))
	for i := range g.UseCases {
		u := &g.UseCases[i]
		out[i] = UseCase{ID: u.ID, Name: u.Name, About: report.Plain(u.About), Regions: served(u.Regions), Weights: weights(g, u.Weights, u.Parts)}
		for j := range u.Facts {
			out[i].Requires = append(out[i].Requires, requirement(&u.Facts[j]))
		}
		if need := u.AddOn; need != nil {
			out[i].AddOn = &AddOn{Regions: served(need.Regions)}
			for j := range need.Facts {
				out[i].AddOn.Requires = append(out[i].AddOn.Requires, requirement(&need.Facts[j]))
			}
		}
	}
	return out
}

func requirement(q *report.Requirement) Requirement {
	out := Requirement{Attribute: q.ID, Printed: q.Words}
	switch q.Type {
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

func regions(g *report.Guide) []Region {
	out := make([]Region, len(g.Known))
	for i, r := range g.Known {
		out[i] = Region(r)
	}
	return out
}

// served are the ids of regions.
func served(regions []report.Served) []string {
	out := make([]string, len(regions))
	for i, r := range regions {
		out[i] = r.ID
	}
	return out
}

func attributes(g *report.Guide) []Attribute {
	out := make([]Attribute, len(g.Attributes))
	for i, a := range g.Attributes {
		out[i] = Attribute{ID: a.ID, Name: a.Name, Type: string(a.Type), About: report.Plain(a.About), Unit: a.Unit.String(), Choices: a.Choices}
	}
	return out
}
