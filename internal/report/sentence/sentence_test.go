package sentence

import (
	"testing"

	"shortlist/internal/guide"
)

func TestOrdinal(t *testing.T) {
	for n, want := range map[int]string{1: "1st", 2: "2nd", 3: "3rd", 4: "4th", 11: "11th", 12: "12th", 13: "13th", 21: "21st", 22: "22nd", 101: "101st", 111: "111th", 112: "112th"} {
		if got := Ordinal(n); got != want {
			t.Errorf("Ordinal(%d) = %q, want %q", n, got, want)
		}
	}
}

func TestList(t *testing.T) {
	for _, tt := range []struct {
		names []string
		want  string
	}{{nil, ""}, {[]string{"a"}, "a"}, {[]string{"a", "b"}, "a and b"}, {[]string{"a", "b", "c"}, "a, b and c"}} {
		if got := List(tt.names); got != tt.want {
			t.Errorf("List(%q) = %q, want %q", tt.names, got, tt.want)
		}
	}
}

func TestNumber(t *testing.T) {
	for n, want := range map[int]string{0: "no", 1: "one", 10: "ten", 11: "11"} {
		if got := Number(n); got != want {
			t.Errorf("Number(%d) = %q, want %q", n, got, want)
		}
	}
}

func TestUnmet(t *testing.T) {
	apac := &guide.Region{Name: "Asia-Pacific"}
	staking := &guide.Requirement{Attribute: &guide.Attribute{ID: "staking", Name: "Staking cover", Type: guide.YesNo}, YesNo: true}
	e := &guide.Entry{Attributes: map[string]guide.Value{"role": {Text: "adviser"}, "lines": {Items: []string{"crime", "kidnap"}}, "least": {Number: 5_000_000}}}
	for _, tt := range []struct {
		unmet guide.Unmet
		want  string
	}{
		{guide.Unmet{Region: apac}, "not listed for Asia-Pacific"},
		{guide.Unmet{Region: apac, NotEstablished: true}, "regions not established"},
		{guide.Unmet{Requirement: staking}, "Staking cover: no"},
		{guide.Unmet{Requirement: &guide.Requirement{Attribute: &guide.Attribute{ID: "role", Name: "Role", Type: guide.Choice}, Items: []string{"broker", "carrier"}}}, "Role: adviser, not broker or carrier"},
		{guide.Unmet{Requirement: &guide.Requirement{Attribute: &guide.Attribute{ID: "lines", Name: "Lines named", Type: guide.Items}, Items: []string{"crime", "specie", "cyber"}}}, "Lines named: without specie or cyber"},
		{guide.Unmet{Requirement: staking, NotEstablished: true}, "Staking cover not established"},
	} {
		if got := Unmet(e, tt.unmet).String(); got != tt.want {
			t.Errorf("got %q, want %q", got, tt.want)
		}
	}
}
