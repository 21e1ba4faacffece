package content

import (
	"testing"

	"shortlist/internal/guide"
)

// TestUnitOf asks for signs and groups as the tables of Unicode have them.
func TestUnitOf(t *testing.T) {
	figure := guide.Figure(1_234_567_500_000)
	for _, tt := range []struct{ language, unit, per, want string }{
		{"en", "USD", "", "$1,234,567.50"}, {"en", "EUR", "month", "€1,234,567.50 per month"}, {"en-GB", "GBP", "", "£1,234,567.50"},
		{"en", "CHF", "", "CHF\u00a01,234,567.50"}, {"en-IN", "INR", "", "₹12,34,567.50"}, {"en", "JPY", "", "¥1,234,567.5"},
		{"en", "bps", "", "1,234,567.5 bps"}, {"en", "DPI", "", "1,234,567.5 DPI"}, {"en", "usd", "", "1,234,567.5 usd"}, {"", "", "", "1,234,567.5"},
	} {
		if got := figure.In(UnitOf(tt.language, tt.unit, tt.per)); got != tt.want {
			t.Errorf("%s %s: %q, want %q", tt.language, tt.unit, got, tt.want)
		}
	}
}
