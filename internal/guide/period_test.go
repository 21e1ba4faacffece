package guide

import "testing"

func TestDatePlus(t *testing.T) {
	for _, tt := range []struct {
		from   Date
		period Period
		want   string
	}{
		{Date{2025, 9, 0}, Period{3, "months"}, "2025-12-01"},
		{Date{2025, 11, 30}, Period{3, "months"}, "2026-02-28"},
		{Date{2025, 12, 31}, Period{1, "months"}, "2026-01-31"},
		{Date{2024, 2, 29}, Period{1, "years"}, "2025-02-28"},
		{Date{2025, 12, 25}, Period{2, "weeks"}, "2026-01-08"},
		{Date{2024, 2, 28}, Period{2, "days"}, "2024-03-01"},
		{Date{2025, 1, 1}, Period{365, "days"}, "2026-01-01"},
	} {
		if got := tt.from.Plus(tt.period).String(); got != tt.want {
			t.Errorf("%v plus %v = %s, want %s", tt.from, tt.period, got, tt.want)
		}
	}
}

func TestNextReview(t *testing.T) {
	quarter := Period{Count: 3, Unit: "months"}
	for _, tt := range []struct {
		reviewed Date
		every    Period
		want     string
	}{
		{Date{Year: 2025, Month: 9}, quarter, "December 2025"},
		{Date{Year: 2025, Month: 11, Day: 30}, quarter, "28 February 2026"},
		{Date{}, quarter, ""},
		{Date{Year: 2025, Month: 9}, Period{}, ""},
	} {
		got := ""
		if due := (Dates{Reviewed: tt.reviewed, ReviewEvery: tt.every}).NextReview(); !due.IsZero() {
			got = due.Words()
		}
		if got != tt.want {
			t.Errorf("%v every %v: got %q, want %q", tt.reviewed, tt.every, got, tt.want)
		}
	}
}
