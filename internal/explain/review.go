package explain

import "shortlist/internal/guide"

// NextReview is when the facts are to be checked again: as exact as the date on
// which they were, and zero where nothing is promised.
func NextReview(d guide.Dates) guide.Date {
	if d.Reviewed.IsZero() || d.ReviewEvery.IsZero() {
		return guide.Date{}
	}
	due := d.Reviewed.Plus(d.ReviewEvery)
	if d.Reviewed.Day == 0 {
		due.Day = 0
	}
	return due
}
