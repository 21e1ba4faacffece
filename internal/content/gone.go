package content

import (
	"shortlist/internal/guide"
)

// readGone reads what is no longer published, and why.
func (f *fields) readGone() []guide.Gone {
	var out []guide.Gone
	for _, t := range f.tables("gone", "page that is gone", optional) {
		paths := t.texts("paths", required)
		date := t.date("date", required)
		f.r.past("date", date)
		reason := t.inline("reason", required)
		for _, x := range paths {
			if f.r.checkPath(x) {
				out = append(out, guide.Gone{Path: x.name, Date: date.Date, Reason: reason, Origin: origin(x.at)})
			}
		}
	}
	return out
}
