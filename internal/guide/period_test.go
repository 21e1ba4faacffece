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
