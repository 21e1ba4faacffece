package hosting

import (
	"bytes"
	"flag"
	"fmt"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write the golden files anew")

var small = Site{Base: "/", Secure: true, Paths: []string{
	"/", "/guides/", "/guides/keepers/", "/guides/keepers/index.md", "/guides/keepers/ranking.json", "/guides/keepers/ranking.csv",
	"/guides/keepers/changes.xml", "/guides/keepers/changes.json", "/guides/keepers/card.png", "/articles/", "/articles/keys/", "/articles/feed.xml", "/about/",
	"/feed.xml", "/feed.json", "/sitemap.xml", "/robots.txt", "/llms.txt", "/404.html", "/favicon.svg",
	"/assets/site.3f2a9c01.css", "/assets/search.9c013f2a.js", "/assets/logo.png",
	"/search/", "/search/index/0f3c/words-a.json", "/search/index/0f3c/manifest.json",
}}

// hosts are what the two do with a pattern, as their published parsers have it:
// Cloudflare's workers-sdk, pages-shared/asset-server/rulesEngine.ts, and
// Netlify's build, headers-parser/src/for_regexp.ts.
var hosts = map[string]func(pattern string) *regexp.Regexp{
	"Cloudflare": func(pattern string) *regexp.Regexp {
		return regexp.MustCompile("^" + strings.ReplaceAll(regexp.QuoteMeta(pattern), `\*`, ".*") + "$")
	},
	"Netlify": func(pattern string) *regexp.Regexp {
		var parts []string
		for part := range strings.SplitSeq(pattern, "/") {
			switch {
			case part == "":
			case part == "*":
				parts = append(parts, "?(.*)")
			case strings.Contains(part, "*"):
				parts = append(parts, strings.ReplaceAll(part, "*", "(.*)"))
			default:
				parts = append(parts, regexp.QuoteMeta(part))
			}
		}
		return regexp.MustCompile("(?i)^/" + strings.Join(parts, "/") + "/?$")
	},
}

// served returns the headers that a host gives a path, each with all its values.
func served(s Site, host, path string) map[string][]string {
	got := map[string][]string{}
	for _, rule := range Rules(s) {
		if hosts[host](rule.Pattern).MatchString(s.under(path)) {
			for _, h := range rule.Headers {
				got[h.Name] = append(got[h.Name], h.Value)
			}
		}
	}
	return got
}

func TestHeadersGolden(t *testing.T) {
	var b bytes.Buffer
	if err := Headers(&b, small); err != nil {
		t.Fatal(err)
	}
	const file = "testdata/_headers"
	if *update {
		if err := os.WriteFile(file, b.Bytes(), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), b.String()); diff != "" {
		t.Error(diff)
	}
}

func TestWhatEachFileIsServedWith(t *testing.T) {
	based := small
	based.Base = "/a/b/"
	for _, s := range []Site{small, based} {
		for _, tt := range []struct{ path, kind, lifetime string }{
			{"/", "", revalidate},
			{"/guides/keepers/", "", revalidate},
			{"/guides/keepers/nothing/", "", revalidate},
			{"/about/", "", revalidate},
			{"/guides/keepers/index.md", "text/markdown; charset=utf-8", revalidate},
			{"/guides/keepers/ranking.csv", "text/csv; charset=utf-8", revalidate},
			{"/guides/keepers/ranking.json", "", revalidate},
			{"/guides/keepers/changes.xml", "application/atom+xml; charset=utf-8", revalidate},
			{"/guides/keepers/changes.json", "application/feed+json; charset=utf-8", revalidate},
			{"/articles/feed.xml", "application/atom+xml; charset=utf-8", revalidate},
			{"/feed.xml", "application/atom+xml; charset=utf-8", revalidate},
			{"/feed.json", "application/feed+json; charset=utf-8", revalidate},
			{"/sitemap.xml", "", revalidate},
			{"/llms.txt", "text/plain; charset=utf-8", revalidate},
			{"/assets/site.3f2a9c01.css", "", forever},
			{"/assets/search.9c013f2a.js", "", forever},
			{"/assets/logo.png", "", ""},
			{"/search/", "", revalidate},
			{"/search/index/0f3c/words-a.json", "", forever},
		} {
			for host := range hosts {
				got := served(s, host, tt.path)
				for name, want := range map[string]string{"Content-Type": tt.kind, "Cache-Control": tt.lifetime} {
					if values := strings.Join(got[name], ", "); values != want {
						t.Errorf("%s serves %s with %s %q, want %q", host, s.under(tt.path), name, values, want)
					}
				}
				if len(got["Content-Security-Policy"]) != 1 || len(got["Strict-Transport-Security"]) != 1 {
					t.Errorf("%s serves %s without the headers of every file", host, s.under(tt.path))
				}
			}
		}
	}
}

// TestNoHeaderTwice holds names that the hosts confuse: one begins another, in
// other letters, or that of the style sheets.
func TestNoHeaderTwice(t *testing.T) {
	s := Site{Base: "/", Paths: []string{
		"/", "/guides/", "/guides/x/", "/guides-old/", "/guides-old/y/", "/Guides.txt", "/guides", "/about/", "/about-us/",
		"/a/", "/a/b/", "/ass/x.txt", "/assets/site.00.css", "/assets/deep/er/x.js", "/assets/notes.md", "/feed.xml", "/my-feed.xml", "/feed/x/",
		"/feed.xml.md", "/odd name.txt", "/odd:name/", "/1/", "/1/feed.xml",
		"/search/", "/search/more/", "/search/index/0f/a.json", "/searches/", "/sea/rch/",
	}}
	for _, path := range s.Paths {
		for host := range hosts {
			for name, values := range served(s, host, path) {
				if len(values) > 1 {
					t.Errorf("%s gives %s %d times to %s: %q", host, name, len(values), path, values)
				}
			}
			got, want := served(s, host, path)["Cache-Control"], revalidate
			if Hashed(path) {
				want = forever
			}
			if len(got) == 1 && got[0] != want {
				t.Errorf("%s keeps %s as %q", host, path, got[0])
			}
		}
	}
}

func TestLimitsOfHeaders(t *testing.T) {
	s := Site{Base: "/" + strings.Repeat("deep/", 40), Secure: true, Paths: slices.Clone(small.Paths)}
	for i := range 300 {
		s.Paths = append(s.Paths, fmt.Sprintf("/page-%03d/", i))
	}
	var b bytes.Buffer
	if err := Headers(&b, s); err != nil {
		t.Fatal(err)
	}
	if n := len(Rules(s)); n != 100 {
		t.Errorf("%d rules", n)
	}
	rules := 0
	for line := range strings.SplitSeq(b.String(), "\n") {
		if len(line) > 2000 {
			t.Errorf("a line of %d characters", len(line))
		}
		if strings.HasPrefix(line, "/") {
			rules++
		}
		if strings.Count(line, "*") > 1 {
			t.Errorf("a pattern has two asterisks: %s", line)
		}
	}
	if rules != 100 {
		t.Errorf("%d lines begin a rule", rules)
	}
}

func TestRulesStayBelowTheBasePath(t *testing.T) {
	s := small
	s.Base = "/a/b/"
	for _, rule := range Rules(s) {
		for host, matches := range hosts {
			for _, path := range []string{"/", "/a/", "/a/c/", "/guides/", "/feed.xml", "/assets/site.00.css"} {
				if matches(rule.Pattern).MatchString(path) {
					t.Errorf("%s applies %s to %s", host, rule.Pattern, path)
				}
			}
		}
	}
}

func TestHeadersDoNotDependOnTheOrderOfFiles(t *testing.T) {
	other := small
	other.Paths = slices.Clone(small.Paths)
	slices.Reverse(other.Paths)
	if diff := cmp.Diff(Rules(small), Rules(other)); diff != "" {
		t.Error(diff)
	}
}

func TestPolicy(t *testing.T) {
	directives := func(s Site) map[string]string {
		all := map[string]string{}
		for d := range strings.SplitSeq(Policy(s), "; ") {
			name, value, _ := strings.Cut(d, " ")
			all[name] = value
		}
		return all
	}
	want := map[string]string{
		"default-src": "'none'", "base-uri": "'none'", "frame-ancestors": "'none'", "connect-src": "'self'",
		"form-action": "'self'", "img-src": "'self'", "script-src": "'self'", "style-src": "'self'",
	}
	if diff := cmp.Diff(want, directives(small)); diff != "" {
		t.Error(diff)
	}
	more := small
	more.Paths = append(slices.Clone(small.Paths), "/fonts/text.woff2", "/talk.mp3", "/site.webmanifest")
	maps.Copy(want, map[string]string{"font-src": "'self'", "media-src": "'self'", "manifest-src": "'self'"})
	if diff := cmp.Diff(want, directives(more)); diff != "" {
		t.Error(diff)
	}
}

func TestStrictTransportOnlyOverHTTPS(t *testing.T) {
	plain := small
	plain.Secure = false
	if got := served(plain, "Cloudflare", "/")["Strict-Transport-Security"]; got != nil {
		t.Errorf("a site without https has %q", got)
	}
	got := served(small, "Cloudflare", "/")["Strict-Transport-Security"]
	if diff := cmp.Diff([]string{"max-age=31536000"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestRedirects(t *testing.T) {
	var b bytes.Buffer
	err := Redirects(&b, Site{Base: "/a/b/"}, []Redirect{{From: "/old/path/", To: "/guides/keepers/"}, {From: "/guides/k/", To: "/guides/keepers/", Below: true}, {From: "/Tents/", To: "/"}})
	if want := "/a/b/old/path/ /a/b/guides/keepers/ 301\n/a/b/Tents/ /a/b/ 301\n/a/b/guides/k/* /a/b/guides/keepers/:splat 301\n"; err != nil || b.String() != want {
		t.Errorf("Redirects() = %v, wrote %q, want %q", err, b.String(), want)
	}
}

func TestLimitsOfRedirects(t *testing.T) {
	long := Redirect{From: "/" + strings.Repeat("x/", 600), To: "/"}
	all := []Redirect{long}
	for i := range 2003 {
		all = append(all, Redirect{From: fmt.Sprintf("/old/%d/", i), To: "/"})
	}
	read, unread := Split(Site{Base: "/"}, all)
	if diff := cmp.Diff([]Redirect{long, all[2001], all[2002], all[2003]}, unread); diff != "" || len(read) != 2000 {
		t.Errorf("%d are read; the others: %s", len(read), diff)
	}
	var b bytes.Buffer
	if err := Redirects(&b, Site{Base: "/"}, all); err != nil || strings.Count(b.String(), "\n") != 2000 || strings.Contains(b.String(), "x/x/") {
		t.Errorf("Redirects() = %v, wrote %d lines", err, strings.Count(b.String(), "\n"))
	}
}

// TestLengthOfRedirects: a line of a thousand characters is read, one more is not.
func TestLengthOfRedirects(t *testing.T) {
	for length, want := range map[int]int{999: 1, 1000: 1, 1001: 0} {
		from := "/" + strings.Repeat("x", length-len("/ / 301"))
		if read, unread := Split(Site{Base: "/"}, []Redirect{{From: from, To: "/"}}); len(read) != want || len(unread) != 1-want {
			t.Errorf("of %d characters: %d are read, %d are not", length, len(read), len(unread))
		}
	}
}

// failing is a writer that has room for some bytes.
type failing struct{ left int }

func (f *failing) Write(p []byte) (int, error) {
	if len(p) > f.left {
		return 0, fmt.Errorf("full")
	}
	f.left -= len(p)
	return len(p), nil
}

func TestFullDisk(t *testing.T) {
	var whole bytes.Buffer
	if err := Headers(&whole, small); err != nil {
		t.Fatal(err)
	}
	for _, room := range []int{0, 2, 100, whole.Len() - 1} {
		if Headers(&failing{room}, small) == nil {
			t.Errorf("no error with room for %d bytes", room)
		}
	}
	if Redirects(&failing{5}, small, []Redirect{{From: "/a/", To: "/"}}) == nil {
		t.Error("no error from Redirects")
	}
}
