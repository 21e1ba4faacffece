package page

import (
	"html/template"

	"shortlist/internal/guide"
	"shortlist/internal/report"
)

// TraitsView is what speaks for an entry and what against it.
type TraitsView struct {
	Sides   []TraitSide
	Unknown string // the criteria of which nothing is known
}

// TraitSide is one of the two.
type TraitSide struct {
	Name     string
	Computed bool
	Lines    []template.HTML
}

// traits is nil where there is nothing to say.
func (p prose) traits(strengths, drawbacks report.Traits, unknown string) (*TraitsView, error) {
	v := &TraitsView{Unknown: unknown}
	for i, t := range []report.Traits{strengths, drawbacks} {
		side := TraitSide{Name: [...]string{"Strengths", "Drawbacks"}[i], Computed: len(t.Computed) > 0}
		for _, written := range t.Written {
			line, err := p.line(written)
			if err != nil {
				return nil, err
			}
			side.Lines = append(side.Lines, line)
		}
		for _, said := range t.Computed {
			side.Lines = append(side.Lines, template.HTML(template.HTMLEscapeString(said.String())))
		}
		if len(side.Lines) > 0 {
			v.Sides = append(v.Sides, side)
		}
	}
	if len(v.Sides) == 0 && unknown == "" {
		return nil, nil
	}
	return v, nil
}

// written are traits of an entry that takes no place.
func written(lines []guide.Inline) report.Traits { return report.Traits{Written: lines} }
