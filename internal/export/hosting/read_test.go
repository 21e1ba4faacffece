package hosting

import (
	"bytes"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestHeadersReadBack reads our own file as a host does: the rules come back,
// and hold for the paths that Cloudflare finds them to hold for.
func TestHeadersReadBack(t *testing.T) {
	for _, base := range []string{"/", "/a/b/"} {
		s := small
		s.Base = base
		var file bytes.Buffer
		if err := Headers(&file, s); err != nil {
			t.Fatal(err)
		}
		rules := ReadHeaders(file.String())
		if diff := cmp.Diff(Rules(s), rules); diff != "" {
			t.Errorf("%s: %s", base, diff)
		}
		for _, path := range append(s.Paths, "/nowhere", "/assets/") {
			got := map[string][]string{}
			for _, r := range rules {
				for _, h := range r.Headers {
					if r.Match(s.under(path)) {
						got[h.Name] = append(got[h.Name], h.Value)
					}
				}
			}
			if diff := cmp.Diff(served(s, "Cloudflare", path), got); diff != "" {
				t.Errorf("%s: %s", s.under(path), diff)
			}
		}
	}
}

func TestReadHeadersOfSomebodyElse(t *testing.T) {
	got := ReadHeaders("  X-Lost: no pattern yet\r\n# a remark\n/*\r\n  X-Frame-Options:DENY  \n\tLink: </a>; rel=\"preload\"\nX-Flush: not indented\n\n  # X-Remark: 1\n/a/*\n/b\n  nothing\n")
	want := []Rule{
		{"/*", []Header{{"X-Frame-Options", "DENY"}, {"Link", `</a>; rel="preload"`}}},
		{"/a/*", nil},
		{"/b", nil},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestMatch(t *testing.T) {
	for _, tt := range []struct {
		pattern, path string
		want          bool
	}{
		{"/", "/", true},
		{"/", "/a", false},
		{"/*", "/", true},
		{"/*", "/a/b", true},
		{"/a*", "/a", true},
		{"/a/*", "/a", false},
		{"/*.md", "/a/index.md", true},
		{"/*.md", "/.md", true},
		{"/ab*bc", "/abc", false},
		{"/ab*bc", "/abbc", true},
		{"/:name", "/x", false},
	} {
		if got := (Rule{Pattern: tt.pattern}).Match(tt.path); got != tt.want {
			t.Errorf("%s for %s: %v", tt.pattern, tt.path, got)
		}
	}
}

func TestReadRedirects(t *testing.T) {
	var file bytes.Buffer
	if err := Redirects(&file, Site{Base: "/a/"}, []Redirect{{From: "/old/", To: "/new/"}}); err != nil {
		t.Fatal(err)
	}
	got := ReadRedirects(file.String() + "# a remark\n\n/x /y#part # why\n/z https://elsewhere.example/ 302\r\n" +
		"/blog/* /articles/:splat\n/:a/x /y\n/q a=:a /y 301\n/one\n/app /index.html 200\n/r /s 301!\n/us /en 302 Country=us\nhttps://old.example/* /x\n")
	want := []Move{{"/a/old/", "/a/new/", 301}, {"/x", "/y#part", 301}, {"/z", "https://elsewhere.example/", 302}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
