package content

import (
	"fmt"

	"shortlist/internal/guide"
)

// corrected is one of the [[corrections]] of a file, with what the second pass needs.
type corrected struct {
	guide.Correction
	concerns []ref
}

// readCorrections reads what a file said and is corrected in. Who is concerned is
// only asked of a guide: elsewhere it is clear.
func (f *fields) readCorrections(concerns bool) []corrected {
	var out []corrected
	for _, t := range f.tables("corrections", "correction", optional) {
		c := corrected{Correction: guide.Correction{Origin: origin(t.t.Span)}}
		date := t.date("date", required)
		f.r.past("date", date)
		c.Date = date.Date
		c.Was = t.inline("was", required)
		c.Is = t.inline("is", required)
		since := t.date("since", optional)
		c.Since = since.Date
		if !since.IsZero() && !date.IsZero() && precedes(date.Date, since.Date) {
			f.r.report(dateOrder, since.at, fmt.Sprintf("`since` is after `date`, %s", date), "`since` says from when on it stood there, `date` when it was corrected")
		}
		if c.Source = t.text("source", optional); c.Source != "" {
			f.r.cited = append(f.r.cited, citation{c.Source, t.t.Get("source").Value.Span})
		}
		if concerns {
			c.concerns = t.texts("concerns", optional)
		}
		out = append(out, c)
	}
	return out
}

// plainCorrections are those of a file that concerns nobody in particular.
func plainCorrections(list []corrected) []guide.Correction {
	var out []guide.Correction
	for _, c := range list {
		out = append(out, c.Correction)
	}
	return out
}

// resolveCorrections finds whom the corrections of a guide concern.
func (s *site) resolveCorrections(g *guideFile) {
	for i, c := range g.corrected {
		for _, want := range c.concerns {
			if p := s.bySlug[want.name]; p != nil {
				g.guide.Corrections[i].Concerns = append(g.guide.Corrections[i].Concerns, p.provider)
				continue
			}
			g.report(unknownProvider, want.at, fmt.Sprintf("there is no provider `%s`", want.name), didYouMean(want.name, s.providerSlugs(), "name one of content/providers"))
		}
	}
}
