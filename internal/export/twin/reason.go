package twin

import "shortlist/internal/report"

// reason is the line of what an entry's place owes to its scores; none where
// nothing is said.
func reason(e *report.Entry) []string {
	if e.Reason.Empty() {
		return nil
	}
	return []string{"Speaks for it: " + escape(e.Reason.String())}
}
