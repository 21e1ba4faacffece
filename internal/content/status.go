package content

import (
	"fmt"
	"slices"

	"shortlist/internal/diag"
	"shortlist/internal/guide"
)

var (
	statusUnsourced = diag.Define(diag.Error, "status-unsourced",
		"A provider is said to have closed, been acquired or paused, and no source says so.")
	twoVerdicts = diag.Define(diag.Error, "two-verdicts",
		"An entry is both withdrawn and not recommended.")
)

// readStatus reads what has become of a provider: status, status_date and
// status_note, which cites its source.
func (f *fields) readStatus() guide.Status {
	var s guide.Status
	v := f.find("status", optional, "")
	if v != nil {
		s.Kind = oneOf(f.r, v, "status", guide.Closed, guide.Acquired, guide.Paused)
	}
	s.Date, s.Note = f.when("status", need(v != nil))
	if v == nil {
		f.only("status", "status_date", "status_note")
		return s
	}
	if !s.Note.IsZero() && !cites(s.Note.Prose.Nodes) {
		f.r.report(statusUnsourced, f.t.Get("status_note").Value.Span, "`status_note` cites no source",
			"cite where it was announced, as in [@statement], and declare it under [[sources]]")
	}
	return s
}

// readVerdict reads why an entry takes no place: status = "withdrawn" with its date
// and its note, or verdict = "not-recommended" with its note.
func (f *fields) readVerdict() guide.Verdict {
	var out guide.Verdict
	left, judged := f.find("status", optional, ""), f.find("verdict", optional, "")
	if left != nil {
		out.Kind = oneOf(f.r, left, "status", guide.Withdrawn)
	}
	out.Date, out.Note = f.when("status", need(left != nil))
	if left == nil {
		f.only("status", "status_date", "status_note")
	}
	if judged == nil {
		f.inline("verdict_note", optional)
		f.only("verdict", "verdict_note")
		return out
	}
	note := f.inline("verdict_note", required)
	if left != nil {
		f.r.report(twoVerdicts, judged.Span, "the entry is withdrawn, too", "keep `status` or `verdict`")
		return out
	}
	out.Kind, out.Note = oneOf(f.r, judged, "verdict", guide.NotRecommended), note
	return out
}

// when reads the date and the note that go with a status.
func (f *fields) when(name string, n need) (guide.Date, guide.Inline) {
	date := f.date(name+"_date", n)
	f.r.past(name+"_date", date)
	return date.Date, f.inline(name+"_note", n)
}

// only reports keys that mean nothing without another.
func (f *fields) only(with string, names ...string) {
	for _, name := range names {
		if f.has(name) {
			f.r.report(missingKey, f.at(name), fmt.Sprintf("`%s` is given without `%s`", name, with), fmt.Sprintf("add `%s`, or remove `%s`", with, name))
		}
	}
}

// cites reports whether prose cites a source.
func cites(nodes []guide.Node) bool {
	return slices.ContainsFunc(nodes, func(n guide.Node) bool { return len(n.Sources) > 0 || cites(n.Children) })
}
