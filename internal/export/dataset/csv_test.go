package dataset

import (
	"bytes"
	"shortlist/internal/report/table"
	"strings"
	"testing"
)

func TestCSV(t *testing.T) {
	var b bytes.Buffer
	if err := CSV(&b, document(vaults(), table.View{}, "/")); err != nil {
		t.Fatal(err)
	}
	got := b.String()
	if strings.Count(got, "\n") != strings.Count(got, "\r\n") || !strings.HasSuffix(got, "\r\n") {
		t.Error("a line does not end in CR LF")
	}
	golden(t, "vaults.csv", []byte(strings.ReplaceAll(got, "\r\n", "\n")))
}

func TestTextIsNoFormula(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"Evertas", "Evertas"},
		{"A = B", "A = B"},
		{"Coca-Cola", "Coca-Cola"},
		{"", ""},
		{"=HYPERLINK(\"https://x.example\")", "'=HYPERLINK(\"https://x.example\")"},
		{"+1 Custody", "'+1 Custody"},
		{"-zero-", "'-zero-"},
		{"@home", "'@home"},
		{" =1+1", "' =1+1"},
		{"\t=1+1", "'\t=1+1"},
		{"\rx", "'\rx"},
		{"＝1", "'＝1"},
		{"'quoted'", "'quoted'"},
	} {
		if got := text(tt.in); got != tt.want {
			t.Errorf("text(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}
