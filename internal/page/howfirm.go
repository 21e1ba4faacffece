package page

import (
	"shortlist/internal/report/address"
	"shortlist/internal/report/sentence"
)

// FirmView is how firm the order is: what stands behind the one sentence of the
// answer.
type FirmView struct {
	ID, Title string
	Findings  []string // about first place
	Chart     *Figure
	Draws     string // what is drawn, or why nothing is
	Method    string // URL of the table that says the same
}

const (
	howFirmID    = "how-firm"
	howFirmTitle = "How firm is this?"
)

// firmness is how firm first place is, in one sentence. Where it cannot be said in
// draws it is said in guarantees.
func (r *guidePrinter) firmness() string {
	f := &r.g.Findings
	if f.First.Empty() {
		return f.Firmness.String()
	}
	return f.First.String()
}

// howFirm is nil where there is nobody to be overtaken by.
func (r *guidePrinter) howFirm() (*FirmView, error) {
	f := &r.g.Findings
	if len(r.g.Entries) < 2 {
		return nil, nil
	}
	v := &FirmView{ID: howFirmID, Title: howFirmTitle, Draws: f.Draws.String(), Method: r.below(address.Methodology(r.g.Slug)) + "#the_firmness"}
	for _, said := range []sentence.Text{f.Lead, f.Edge, f.Likely, f.Loss, f.Worst} {
		if !said.Empty() {
			v.Findings = append(v.Findings, said.String())
		}
	}
	var err error
	v.Chart, err = r.firmnessFigure("The table on the page of the method says the same.")
	return v, err
}
