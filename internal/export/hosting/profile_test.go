package hosting

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"shortlist/internal/guide"
)

// moved has each kind of redirect, and characters that a server could take for
// something else.
var moved = []Redirect{
	{From: "/guides/k/", To: "/guides/keepers/", Below: true},
	{From: "/guides/k/", To: "/guides/keepers/"},
	{From: "/2019/a$b.html", To: "/about/"},
	{From: "/caf%C3%A9", To: "/about/"},
}

func TestEveryKindHasAProfile(t *testing.T) {
	for _, kind := range append(guide.HostKinds, guide.AnyHost) {
		p, ok := profiles[kind]
		if !ok || p.Files && p.Config || !p.Files && p.Redirects > 0 || !p.Moves() && !p.Stubs {
			t.Errorf("%q: %+v, %v", kind, p, ok)
		}
	}
	if len(profiles) != len(guide.HostKinds)+1 {
		t.Errorf("%d profiles", len(profiles))
	}
}

func TestRedirectsOfEachKind(t *testing.T) {
	for kind, want := range map[guide.HostKind]string{
		guide.AnyHost: "/a/guides/k/ /a/guides/keepers/ 301\n/a/2019/a$b.html /a/about/ 301\n/a/caf%C3%A9 /a/about/ 301\n/a/guides/k/* /a/guides/keepers/:splat 301\n",
		guide.Netlify: "/a/guides/k/ /a/guides/keepers/ 301!\n/a/2019/a$b.html /a/about/ 301!\n/a/caf%C3%A9 /a/about/ 301!\n/a/guides/k/* /a/guides/keepers/:splat 301!\n",
		guide.CloudflarePages: "/a/guides/k/ /a/guides/keepers/ 301\n/a/guides/k /a/guides/keepers/ 301\n/a/2019/a$b.html /a/about/ 301\n/a/2019/a$b.html/ /a/about/ 301\n" +
			"/a/caf%C3%A9 /a/about/ 301\n/a/caf%C3%A9/ /a/about/ 301\n/a/guides/k/* /a/guides/keepers/:splat 301\n",
		guide.GitHubPages: "",
		guide.PlainHost:   "",
	} {
		var b bytes.Buffer
		if err := Redirects(&b, Site{Kind: kind, Base: "/a/"}, moved); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, b.String()); diff != "" {
			t.Errorf("%q: %s", kind, diff)
		}
	}
}

// TestGone: of the hosts that read the file, one can say that something is gone.
func TestGone(t *testing.T) {
	for kind, want := range map[guide.HostKind]string{guide.Netlify: "/a/x/ /a/x/index.html 410!\n", guide.CloudflarePages: "", guide.AnyHost: ""} {
		var b bytes.Buffer
		if err := Redirects(&b, Site{Kind: kind, Base: "/a/", Gone: []string{"/x/"}}, nil); err != nil || b.String() != want {
			t.Errorf("%q: %q, %v", kind, b.String(), err)
		}
	}
}

// TestWildcardsAreFew: Cloudflare reads a hundred lines with an asterisk.
func TestWildcardsAreFew(t *testing.T) {
	var all []Redirect
	for i := range 120 {
		all = append(all, Redirect{From: fmt.Sprintf("/guides/o%d/", i), To: "/guides/n/", Below: true})
	}
	read, unread := Split(Site{Kind: guide.CloudflarePages, Base: "/"}, all)
	if len(read) != 100 || len(unread) != 20 {
		t.Errorf("%d and %d", len(read), len(unread))
	}
}

// TestNoRuleForWhatIsNotThere: a pattern that holds for a hashed file that is not
// there would have its 404 kept for a year.
func TestNoRuleForWhatIsNotThere(t *testing.T) {
	for _, kind := range guide.HostKinds {
		s := small
		s.Kind = kind
		for host := range hosts {
			for _, path := range []string{"/assets/site.00000000.css", "/assets/", "/search/index/0f3c/words-b.json"} {
				if got := served(s, host, path)["Cache-Control"]; len(got) > 0 {
					t.Errorf("%s, %s: %s has %q", kind, host, path, got)
				}
			}
		}
	}
}

// TestHashedFilesComeFirst: where there are more than a host takes rules, style
// sheets and scripts are among the first.
func TestHashedFilesComeFirst(t *testing.T) {
	s := Site{Kind: guide.Netlify, Base: "/", Paths: []string{"/"}}
	for i := range 300 {
		s.Paths = append(s.Paths, fmt.Sprintf("/search/index/%04d.json", i))
	}
	s.Paths = append(s.Paths, "/assets/site.3f2a9c01.css")
	rules := Rules(s)
	if len(rules) != maxRules || rules[1].Pattern != "/assets/site.3f2a9c01.css" {
		t.Errorf("%d rules, the second is %q", len(rules), rules[1].Pattern)
	}
}

func TestConfigGolden(t *testing.T) {
	for kind, file := range map[guide.HostKind]string{guide.Nginx: "nginx.conf", guide.Caddy: "Caddyfile", guide.Apache: "apache.conf"} {
		s := small
		s.Kind, s.Base, s.Gone = kind, "/a/b.c/", []string{"/providers/old/"}
		var b bytes.Buffer
		if err := Config(&b, s, moved, "/srv/www/research"); err != nil {
			t.Fatal(err)
		}
		file = filepath.Join("testdata", file)
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
			t.Errorf("%s: %s", kind, diff)
		}
	}
}

func TestNoConfigForOthers(t *testing.T) {
	var b bytes.Buffer
	if err := Config(&b, Site{Kind: guide.Netlify, Base: "/"}, nil, "/srv"); err == nil || b.Len() > 0 {
		t.Errorf("wrote %q, %v", b.String(), err)
	}
}

// TestPagePolicy: what a page cannot say is left out, and nothing else.
func TestPagePolicy(t *testing.T) {
	page, full := PagePolicy(small), Policy(small)
	if strings.Contains(page, "frame-ancestors") || len(full)-len(page) != len("frame-ancestors 'none'; ") {
		t.Errorf("%q of %q", page, full)
	}
}
