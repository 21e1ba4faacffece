package sentence

import (
	"testing"

	"shortlist/internal/guide"
)

func TestReview(t *testing.T) {
	september := guide.Date{Year: 2025, Month: 9}
	for _, c := range []struct {
		dates guide.Dates
		want  string
	}{
		{guide.Dates{Reviewed: september, ReviewEvery: guide.Period{Count: 3, Unit: "months"}}, "They are checked every three months; the next review is due December 2025."},
		{guide.Dates{Reviewed: september, ReviewEvery: guide.Period{Count: 1, Unit: "years"}}, "They are checked every year; the next review is due September 2026."},
		{guide.Dates{Reviewed: september, ReviewEvery: guide.Period{Count: 3, Unit: "months"}, Overdue: true}, "Review overdue since December 2025."},
		{guide.Dates{Reviewed: september}, ""},
	} {
		if got := Review(c.dates).String(); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
		if over := Overdue(c.dates).String(); over != "" != c.dates.Overdue {
			t.Errorf("%v: %q", c.dates, over)
		}
	}
}
