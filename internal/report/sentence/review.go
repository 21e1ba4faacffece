package sentence

import "shortlist/internal/guide"

// Overdue says that a promised review has not been made in time: "Review overdue
// since December 2025." It is empty where it has, or none is promised.
func Overdue(d guide.Dates) string {
	if !d.Overdue {
		return ""
	}
	return "Review overdue since " + d.NextReview().Words() + "."
}

// Review says the promise while it is kept, and that it is broken where it is not;
// empty where none is made.
func Review(d guide.Dates) string {
	due := d.NextReview()
	switch {
	case d.Overdue:
		return Overdue(d)
	case due.IsZero():
		return ""
	}
	return "They are checked " + every(d.ReviewEvery) + "; the next review is due " + due.Words() + "."
}

// every is a period as a habit: "every three months", "every year".
func every(p guide.Period) string {
	unit := p.Unit
	if p.Count == 1 {
		return "every " + unit[:len(unit)-1]
	}
	return "every " + Number(p.Count) + " " + unit
}
