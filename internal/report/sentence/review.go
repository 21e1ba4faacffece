package sentence

import "shortlist/internal/guide"

const (
	reviewLate = "review overdue since {due}"
	reviewDue  = "they are checked {every}; the next review is due {due}"
	everyOne   = "every {unit}"
	everySome  = "every {count} {unit}"
)

// Overdue says that a promised review has not been made in time: "Review overdue
// since December 2025." It is empty where it has, or none is promised.
func Overdue(d guide.Dates) Text {
	if !d.Overdue {
		return Text{}
	}
	return say("overdue", reviewLate, words("due", d.NextReview().Words())).Stop()
}

// Review says the promise while it is kept, and that it is broken where it is not;
// empty where none is made.
func Review(d guide.Dates) Text {
	due := d.NextReview()
	switch {
	case d.Overdue:
		return Overdue(d)
	case due.IsZero():
		return Text{}
	}
	return say("review", reviewDue, every(d.ReviewEvery).as("every"), words("due", due.Words())).Stop()
}

// every is a period as a habit: "every three months", "every year".
func every(p guide.Period) Text {
	if p.Count == 1 {
		return say("", everyOne, words("unit", p.Unit[:len(p.Unit)-1]))
	}
	return say("", everySome, count("count", p.Count), words("unit", p.Unit))
}
