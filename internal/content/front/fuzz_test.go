package front

import (
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"shortlist/internal/diag"
)

// stricter are the rules by which a file that the decoder accepts may be refused.
var stricter = []*diag.Rule{DuplicateKey, Number, Encoding, Nesting, KeyLength, FileSize}

// sixQuotes and offset60 are the places where the decoder reads more than TOML
// allows: behind an escaped backslash it takes three quotes before the closing
// three, and it takes an offset from UTC of 24 hours, or with 60 minutes.
const sixQuotes = `\\""""""`

var offset60 = regexp.MustCompile(`[+-](24:\d\d|\d\d:60)`)

func FuzzScan(f *testing.F) {
	for _, s := range valid {
		f.Add(s)
	}
	for _, m := range mistakes {
		f.Add(m.toml)
	}
	f.Fuzz(func(t *testing.T, src string) { agree(t, src) })
}

// FuzzTokens reaches further into the grammar than bytes do: each byte of the
// input picks a token.
func FuzzTokens(f *testing.F) {
	for i := range 8 {
		f.Add(randomBytes(uint64(i), 40))
	}
	f.Fuzz(func(t *testing.T, picks []byte) { agree(t, fromTokens(picks)) })
}

func TestScanAgreesWithTheDecoder(t *testing.T) {
	for _, s := range valid {
		if !agree(t, s) {
			t.Errorf("refused: %q", s)
		}
	}
	accepted := 0
	for i := range 2_500 {
		agree(t, fromTokens(randomBytes(uint64(i), 4+i%40)))
		r := rand.New(rand.NewPCG(uint64(i), 2))
		doc := document(r)
		if agree(t, doc) {
			accepted++
		}
		at := r.IntN(len(doc))
		agree(t, doc[:at]+doc[at+1:])
		agree(t, doc[:at])
	}
	if accepted < 800 {
		t.Errorf("only %d documents were valid: the generator is of no use", accepted)
	}
}

// agree checks that a text gives the tree that the decoder has for it, or a
// problem if it has none, and reports whether it has one.
func agree(t *testing.T, src string) (accepted bool) {
	t.Helper()
	file, problems := TOML("f.toml", []byte(src), MaxFrontMatter)
	checkSpans(t, file, problems)
	for _, p := range problems {
		if slices.Contains([]*diag.Rule{Nesting, KeyLength, FileSize}, p.Rule) {
			return false // the decoder must not see it
		}
	}
	lf := strings.ReplaceAll(strings.TrimPrefix(src, byteOrderMark), "\r\n", "\n")
	var want any
	meta, err := decodeWithKeys(lf, &want)
	if err != nil {
		if len(problems) == 0 {
			t.Fatalf("the decoder refuses it (%v), we do not: %q", err, src)
		}
		return false
	}
	for _, p := range problems {
		if !slices.Contains(stricter, p.Rule) && !strings.Contains(lf, sixQuotes) && !offset60.MatchString(lf) {
			t.Fatalf("the decoder accepts %q, we report %v %s", src, p.Span, p.Message)
		}
	}
	if len(problems) > 0 {
		return false
	}
	if got, keys := keysOf(file.Root), meta.Keys(); !slices.EqualFunc(got, keys, func(a, b toml.Key) bool { return slices.Equal(a, b) }) {
		t.Fatalf("%q:\n got keys %q\nwant keys %q", src, got, keys)
	}
	// The decoder takes an empty key in { } for the table itself, and loses
	// what stands before that table in a list: [1, { "" = 2 }].
	if !slices.ContainsFunc(meta.Keys(), func(k toml.Key) bool { return slices.Contains(k, "") }) {
		equal(t, src, &Value{Kind: Inline, Table: file.Root}, want)
	}
	return true
}

func FuzzMarkdown(f *testing.F) {
	f.Add("+++\ntitle = \"x\"\n+++\nbody\n")
	f.Add("\ufeff+++\r\ntitle = \"x\"\r\n+++  \r\nbody\r\n")
	f.Add("---\ntitle: x\n---\nbody\n")
	f.Add("title = \"x\"\n+++\nbody\n")
	f.Add("+++\nx = [1,\n++++\n")
	f.Fuzz(func(t *testing.T, src string) {
		file, problems := Markdown("f.md", []byte(src))
		checkSpans(t, file, problems)
		if len(problems) == 0 && (file.Root == nil || file.BodyLine < 3) {
			t.Fatalf("%q: no front matter and no problem", src)
		}
		if file.BodyLine == 0 && file.Body != "" {
			t.Fatalf("%q: a body on no line", src)
		}
		if file.BodyLine > 0 {
			lf := strings.ReplaceAll(strings.TrimPrefix(src, byteOrderMark), "\r\n", "\n")
			above, ok := strings.CutSuffix(lf, file.Body)
			if above != "" && !strings.HasSuffix(above, "\n") {
				above += "\n" // the closing fence ends the file
			}
			if !ok || strings.Count(above, "\n")+1 != file.BodyLine {
				t.Fatalf("%q: body %q on line %d", src, file.Body, file.BodyLine)
			}
		}
		if strings.Contains(file.Body, "\r") || !utf8.ValidString(file.Body) {
			t.Fatalf("%q: the body is not clean: %q", src, file.Body)
		}
		for i := range file.Body {
			if s := file.BodySpan(i, 1); s.Line < file.BodyLine || s.Column < 1 {
				t.Fatalf("%q: malformed place %+v", src, s)
			}
			if i > 100 {
				break
			}
		}
	})
}
