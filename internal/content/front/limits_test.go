package front

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
)

func TestLimits(t *testing.T) {
	markdown := func(matter string) []string {
		f, problems := Markdown("f.md", []byte("+++\n"+matter+"\n+++\nbody\n"))
		if len(problems) > 0 && len(matter) < MaxFile && f.Body != "body\n" {
			t.Errorf("the body is lost: %q", f.Body)
		}
		return lines(problems)
	}
	const deep = "2:13+1 nesting: a list or table inside 8 others (nest at most 8 deep)"
	for _, c := range []struct {
		name string
		got  []string
		want []string
	}{
		{"8 deep", markdown("x = " + strings.Repeat("[", 8) + strings.Repeat("]", 8)), nil},
		{"9 deep", markdown("x = " + strings.Repeat("[", 9) + "'[' # [\n" + strings.Repeat("]", 9)), []string{deep}},
		{"9 deep, twice in one value", markdown("x = " + strings.Repeat("[", 9) + "], [" + strings.Repeat("]", 9)), []string{deep}},
		{"8 parts", markdown("a.b.c.d.e.f.g.h = 1\n[a.b.c.d.e.f.g.i]"), nil},
		{"32 KiB", markdown("x = '" + strings.Repeat("é", MaxFrontMatter/2-4) + "' "), nil},
		{"a byte more", markdown("x = '" + strings.Repeat("é", MaxFrontMatter/2-4) + "'  "), []string{
			"1:1+3 front-matter-size: the front matter is larger than 32 KiB (move prose below the closing +++)"}},
		{"5 MB", markdown("x = '" + strings.Repeat("x", 5_000_000) + "'"), []string{
			"0:0+0 file-size: the file is larger than 1 MiB (split it, or move what is not content out of it)"}},
	} {
		if !slices.Equal(c.got, c.want) {
			t.Errorf("%s: got %q, want %q", c.name, c.got, c.want)
		}
	}
	if _, problems := TOML("f.toml", []byte("a = 1\n"), 5); !slices.Equal(lines(problems), []string{
		"0:0+0 file-size: the file is larger than 5 bytes (split it, or move what is not content out of it)"}) {
		t.Error(problems)
	}
	if f, problems := TOML("f.toml", []byte("a = 1\n"), 6); problems != nil || f.Root.Get("a") == nil || f.Body != "" || f.BodyLine != 0 {
		t.Error(f, problems)
	}
}

// What takes the decoder minutes, or its stack, is refused at once; and what
// passes the limits is no burden at several times the size of front matter.
// The bound is wide, for slow machines: what it tells apart is seconds from
// minutes.
func TestHazards(t *testing.T) {
	const size = 128 << 10
	fill := func(s string) string { return strings.Repeat(s, size/len(s)) }
	keys := func(format string) string {
		var b strings.Builder
		for i := 0; b.Len() < size; i++ {
			fmt.Fprintf(&b, format, i)
		}
		return b.String()
	}
	for name, src := range map[string]string{
		"brackets":              "x = " + strings.Repeat("[", 3_000_000),
		"braces":                "x = " + fill("{a="),
		"braces, dotted":        "x = " + fill("{a.b.c.d.e.f.g.h="),
		"brackets at the start": fill("["),
		"a dotted key":          fill("a.") + "a = 1",
		"a dotted header":       "[" + fill("a.") + "a]",
		"closed brackets":       fill("]"),
		"open strings":          fill("a = \"\n"),
		"open lists":            fill("a = [\n"),
		"open lists, headers":   fill("a = [\n[b]\n"),
		"bad escapes":           `x = "` + fill(`\q`) + `"`,
		"lists 9 deep":          "x = [[[[[[[[" + fill("[],") + "]]]]]]]]",
		"numbers on one line":   "x = [" + fill("1,") + "]",
		"bad numbers":           "x = [" + fill("01,") + "]",
		"strings on one line":   "x = [" + fill(`"é",`) + "]",
		"keys":                  keys("k%d=1\n"),
		"keys of one table":     "x = {" + keys("k%d=1,") + "}",
		"the same key":          fill("a=1\n"),
		"tables":                keys("[a.b.c.d.e.f.g.k%d]\n"),
		"arrays of tables":      fill("[[a.b.c.d.e.f.g.h]]\n"),
		"dotted keys":           keys("a.b.c.d.e.f.g.k%d=1\n"),
		"inline tables":         "x = [" + fill("{a={a={a={a={a={a={}}}}}}},") + "]",
		"joined lines":          `x = """` + fill("\\\n") + `"""`,
		"comments":              fill("#\n"),
	} {
		start := time.Now()
		TOML("f.toml", []byte(src), 4<<20)
		if took := time.Since(start); took > 20*time.Second {
			t.Errorf("%s: %v", name, took)
		}
	}
}
