package output

import (
	"io/fs"
	"strings"
	"testing"
)

func TestCheckName(t *testing.T) {
	for _, name := range []string{"index.html", "guides/x/index.html", "assets/site.3f2a.css", ".nojekyll", "_headers", "com10/x", "console", "a/.shortlist-stage", "é.png"} {
		if err := CheckName(name); err != nil {
			t.Errorf("CheckName(%q) = %v", name, err)
		}
	}
	for name, reason := range map[string]string{
		"":                            "empty",
		".":                           "empty",
		"..":                          "`..`",
		"a/../b":                      "`..`",
		"/etc/passwd":                 "relative",
		"a//b":                        "empty",
		"a/":                          "empty",
		`a\b`:                         "backslash",
		"a\xff":                       "UTF-8",
		"a\x00b":                      "control",
		"a\nb":                        "control",
		"\u202egpj.html":              "control",
		"c:/x":                        "`:`",
		"what?.html":                  "`?`",
		"CON":                         "device",
		"guides/con/index.html":       "device",
		"aux.html":                    "device",
		"nul .txt":                    "device",
		"COM1":                        "device",
		"lpt9.txt":                    "device",
		"lpt²":                        "device",
		"conin$":                      "device",
		"dot.":                        "ends in",
		"space /x":                    "ends in",
		strings.Repeat("x", 256):      "longer",
		".gitignore":                  "kept",
		".shortlist-stage/index.html": "kept",
		".Shortlist-Stage":            "kept",
	} {
		if err := CheckName(name); err == nil || !strings.Contains(err.Error(), reason) {
			t.Errorf("CheckName(%q) = %v, want something about %s", name, err, reason)
		}
	}
}

func TestFold(t *testing.T) {
	for _, pair := range [][2]string{{"About", "about"}, {"caf\u00e9", "cafe\u0301"}, {"CAFE\u0301", "caf\u00e9"}, {"STRASSE", "straße"}, {"\u212a", "k"}} {
		if Fold(pair[0]) != Fold(pair[1]) {
			t.Errorf("Fold(%q) != Fold(%q)", pair[0], pair[1])
		}
	}
	if Fold("cafe") == Fold("café") {
		t.Error("accents count")
	}
}

func FuzzCheckName(f *testing.F) {
	for _, seed := range []string{"a/b", "CON", "..", "a\\b", "é", "a/b.html"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, name string) {
		if CheckName(name) == nil && (!fs.ValidPath(name) || strings.ContainsAny(name, "\\\x00\n:")) {
			t.Errorf("%q was taken", name)
		}
		if once := Fold(name); Fold(once) != once {
			t.Errorf("Fold(Fold(%q)) = %q, not %q", name, Fold(once), once)
		}
	})
}
