package twin

import (
	"shortlist/internal/guide"
	"shortlist/internal/report"
)

// apart writes an entry that takes no place.
func (t *twin) apart(a *report.Apart) {
	t.para("### %s", escape(a.Name))
	said := escape(a.Said.String()) + ": " + cite(a.Note, a.Cited)
	if !a.Last.Empty() {
		said += " " + escape(a.Last.String())
	}
	t.para("%s", said)
	t.status(a.Status, a.Cited)
	t.tie(a.Tie)
	t.deeper, t.prefix = 2, a.Provider+"-"
	t.body(&a.Body, a.Cited)
	t.deeper, t.prefix = 0, ""
	t.items(append(speaks("Strengths", report.Traits{Written: a.Strengths}, a.Cited), speaks("Drawbacks", report.Traits{Written: a.Drawbacks}, a.Cited)...))
}

// status says what has become of a provider; nothing for one that goes on.
func (t *twin) status(s report.Status, sources func(id string) *guide.Source) {
	if s.Kind != "" {
		t.para("%s: %s", escape(s.Said.String()), cite(s.Note, sources))
	}
}
