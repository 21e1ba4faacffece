package scaffold

import "testing"

func TestTitled(t *testing.T) {
	for text, want := range map[string]string{"bank vaults": "Bank Vaults", "überseehäfen": "Überseehäfen", " é  x ": "É X", "": ""} {
		if got := Titled(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
