package serve

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"shortlist/internal/diag"
)

var broken = diag.Lookup("score-range")

func TestFound(t *testing.T) {
	at := diag.Span{File: "content/a.md", Line: 9, Column: 3, Width: 2, Text: "a = 11 <b>"}
	for name, test := range map[string]struct {
		problem diag.Problem
		want    finding
	}{
		"all of it": {diag.Problem{Rule: broken, Span: at, Message: "score 11 is above 10", Hint: "scores run = from 0"},
			finding{"content/a.md:9:3: error: score 11 is above 10 (score-range)", "   9 | a = 11 <b>\n     |   ^^", "help: scores run = from 0"}},
		"no hint": {diag.Problem{Rule: broken, Span: at, Message: "score 11 is above 10"},
			finding{"content/a.md:9:3: error: score 11 is above 10 (score-range)", "   9 | a = 11 <b>\n     |   ^^", ""}},
		"no line": {diag.Problem{Rule: broken, Span: diag.Span{File: "content"}, Message: "is empty", Hint: "fill it"},
			finding{"content: error: is empty (score-range)", "", "help: fill it"}},
	} {
		if diff := cmp.Diff(test.want, found(test.problem)); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func TestInsert(t *testing.T) {
	s := &state{name: "1-2"}
	head := `<link rel="stylesheet" href="/-/preview.css"><script src="/-/reload.js" data-state="1-2" defer></script>`
	for page, want := range map[string]string{
		"<html><head><title>a</title></head><body><p>b":   "<html><head><title>a</title>" + head + "</head><body><p>b",
		"<HTML><HEAD></HEAD ><BODY class=x>":              "<HTML><HEAD>" + head + "</HEAD ><BODY class=x>",
		"<!doctype html><p>no head</p>":                   "<!doctype html><p>no head</p>" + head,
		"<head></head><body><pre>&lt;/head></head></pre>": "<head>" + head + "</head><body><pre>&lt;/head></head></pre>",
		"": head,
	} {
		if got := string(s.insert([]byte(page))); got != want {
			t.Errorf("%s: %s", page, got)
		}
	}

	s.problems = diag.List{{Rule: broken, Span: diag.Span{File: "a.md"}, Message: "bad </script><b>"}}
	got := string(s.insert([]byte(`<head></head><body class="x"><p>page</p></body>`)))
	for _, want := range []string{
		`</head><body class="x"><section id="shortlist-preview" aria-label="Preview">`, "1 problem in 1 file",
		"a.md: error: bad &lt;/script&gt;&lt;b&gt; (score-range)", "</section><p>page</p></body>",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in %s", want, got)
		}
	}
	if got := string(s.insert([]byte("<p>no body</p>"))); !strings.HasSuffix(got, "</section>") {
		t.Errorf("a page without a body: %s", got)
	}
}

func TestManyProblems(t *testing.T) {
	s := &state{}
	for i := range maxFindings + 7 {
		s.problems.Add(broken, diag.Span{File: fmt.Sprint(i % 3)}, fmt.Sprint("number ", i), "")
	}
	page := string(s.alone())
	for _, want := range []string{"<title>57 problems in 3 files</title>", "number 49 ", "and 7 more", `class="alone"`, "/-/reload.js"} {
		if !strings.Contains(page, want) {
			t.Errorf("no %s", want)
		}
	}
	if strings.Contains(page, "number 50 ") {
		t.Error("the rest is listed, too")
	}
}

func TestFailed(t *testing.T) {
	s := &state{problems: diag.List{{Rule: broken}}}
	page := string(s.failed(errors.New("/a/: no <field>")))
	if !strings.Contains(page, "This page cannot be rendered") || !strings.Contains(page, "/a/: no &lt;field&gt;") {
		t.Error(page)
	}
}
