package content

import "shortlist/internal/guide"

// readLabels reads the words of a field: those of the site, or those in which a
// guide differs from it.
func (f *fields) readLabels() guide.Labels {
	t := f.table("labels", "[labels]")
	if t.t == nil {
		return guide.Labels{}
	}
	return guide.Labels{
		Provider: t.forms("provider", optional), Audience: t.text("audience", optional), ConsiderIf: t.text("consider_if", optional),
		Alternatives: t.text("alternatives", optional), Fees: t.text("fees", optional), Regions: t.text("regions", optional),
		Serves: t.text("serves", optional), Features: t.text("features", optional),
		Note: t.text("note", optional), Warning: t.text("warning", optional), Video: t.text("video", optional),
	}
}
