package guide

import "testing"

func TestUnits(t *testing.T) {
	usd := Unit{Name: "USD", Before: "$", Cents: 2}
	monthly := Unit{Name: "USD", Per: "month", Before: "$", Cents: 2}
	francs := Unit{Name: "CHF", Before: "CHF\u00a0", Cents: 2}
	lakh := Unit{Name: "INR", Before: "₹", Cents: 2, Local: Local{",", ".", 2}}
	german := Unit{Name: "g", Local: Local{".", ",", 3}}
	m := func(n int64) Figure { return Figure(n) }
	for _, tt := range []struct{ got, want string }{
		{m(1199_000_000).In(usd), "$1,199"}, {m(12_500_000).In(usd), "$12.50"}, {m(-12_500_000).In(usd), "-$12.50"}, {m(0).In(usd), "$0"},
		{m(20_000_000).In(monthly), "$20 per month"}, {m(1_200_000_000_000).In(usd), "$1.2 million"}, {m(1_234_567_000_000).In(usd), "$1,234,567"},
		{m(1_234_567_890_000).In(lakh), "₹12,34,567.89"}, {m(1234_500_000).In(german), "1.234,5 g"}, {m(1_000_000_000_000).In(Unit{}), "1,000,000"},
		{FigureRange([2]Figure{m(5_000_000), m(7_000_000)}, monthly), "$5–7 per month"},
		{FigureRange([2]Figure{m(5_000_000), m(7_000_000)}, francs), "CHF\u00a05 to 7"},
		{FigureRange([2]Figure{m(900_000_000_000), m(1_200_000_000_000)}, usd), "$900,000–1.2 million"},
		{FigureRange([2]Figure{m(1_000_000_000_000), m(1_200_000_000_000)}, usd), "$1–1.2 million"},
		{FigureRange([2]Figure{m(-2_000_000), m(1_000_000)}, Unit{Name: "°C"}), "-2 to 1 °C"},
		{NumberRange(m(20_000_000), m(20_000_000), true, monthly), "from $20 per month"},
		{monthly.String(), "USD per month"}, {Unit{Per: "seat"}.String(), "per seat"},
	} {
		if tt.got != tt.want {
			t.Errorf("got %q, want %q", tt.got, tt.want)
		}
	}
}
