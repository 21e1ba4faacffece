package dataset

import (
	"encoding/json"
	"strconv"

	"shortlist/internal/guide"
	"shortlist/internal/rank"
)

func (in inputs) entries(entries []*guide.Entry, unknown rank.Unknown) []Entry {
	out := make([]Entry, len(entries))
	for i, e := range entries {
		p := e.Provider
		out[i] = Entry{
			Provider: p.Slug, Name: p.Name, Website: p.Website, Kind: p.Kind, Home: p.Home,
			Regions: regionIDs(e.Regions), RegionsNote: in.plain(e.RegionsNote),
			Fees: in.plain(e.Fees), ConsiderIf: in.plain(e.ConsiderIf),
			Attributes: in.values(e),
			Scores:     make([]Score, len(e.Scores)),
		}
		for _, a := range e.Alternatives {
			out[i].Alternatives = append(out[i].Alternatives, Alternative{a.Provider.Slug, a.Provider.Name, a.For})
		}
		for k := range e.Scores {
			out[i].Scores[k] = in.score(&in.g.Criteria[k], &e.Scores[k], unknown)
		}
	}
	return out
}

// values are the attributes that the entry gives; one that is missing is not
// established.
func (in inputs) values(e *guide.Entry) map[string]any {
	out := map[string]any{}
	for _, a := range in.g.Attributes {
		v, given := e.Attributes[a.ID]
		if !given {
			continue
		}
		switch a.Type {
		case guide.YesNo:
			out[a.ID] = v.YesNo
		case guide.Number:
			out[a.ID] = number(v.Number)
		case guide.Items:
			out[a.ID] = v.Items
		default:
			out[a.ID] = v.Text
		}
	}
	return out
}

func (in inputs) score(c *guide.Criterion, a *guide.Assessment, unknown rank.Unknown) Score {
	low, high := a.Low, a.High
	if a.State == guide.NotCovered {
		low, high = c.Reach() // as package table has it
	}
	counts := rank.Interval{Low: int(low), High: int(high)}.Counts(unknown)
	out := Score{
		Criterion: c.ID,
		State:     state(a.State),
		Low:       int(low), High: int(high), Published: hundredths(counts),
		Printed:   PrintedScore{low.String(), high.String(), counts.String()},
		Disclosed: a.Published,
		Why:       in.plain(a.Why),
	}
	if c.Measured() && a.State != guide.NotCovered {
		out.Figure = &FigureRange{number(a.Figures[0]), number(a.Figures[1])}
	}
	for _, s := range a.Sources {
		out.Sources = append(out.Sources, Source{Title: s.Title, URL: s.URL, Kind: string(s.Kind), Accessed: date(s.Accessed)})
	}
	return out
}

func state(s guide.State) string {
	switch s {
	case guide.Exact:
		return "point"
	case guide.Ranged:
		return "range"
	}
	return "unknown"
}

// hundredths states half-hundredths as hundredths: 850, or 512.5.
func hundredths(h rank.Half) json.Number {
	if h%2 != 0 {
		return json.Number(strconv.Itoa(int(h)/2) + ".5")
	}
	return json.Number(strconv.Itoa(int(h) / 2))
}
