package bench

import (
	"bytes"
	"flag"
	"fmt"
	"io/fs"
	"math"
	"strings"
	"syscall"
	"testing"
	"time"

	"shortlist/internal/build"
	"shortlist/internal/content"
	"shortlist/internal/lint"
	"shortlist/internal/site"
	"shortlist/internal/theme"
	"shortlist/static"
	"shortlist/templates"
)

var growth = flag.Bool("growth", false, "print how cost grows with guides and with entries")

// used is the processor time of this process so far.
func used() time.Duration {
	var r syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &r) != nil {
		return 0
	}
	return time.Duration(r.Utime.Nano() + r.Stime.Nano())
}

// parts are what a build does, each with what it took in processor time; files and
// largest are of the pages.
type parts struct {
	names   []string
	took    []time.Duration
	files   int
	largest map[string]int // by template, bytes of its largest page
}

func (p *parts) time(name string, do func()) {
	began := used()
	do()
	p.names, p.took = append(p.names, name), append(p.took, used()-began)
}

// measure does what a build does, one thing after the other; own says whether it
// makes the guides' own pages, too.
func measure(t *testing.T, tree fs.FS, own bool) *parts {
	t.Helper()
	p := &parts{largest: map[string]int{}}
	var s *site.Site
	p.time("load", func() {
		lib, problems := content.Load(tree, content.Options{Now: now})
		if lib == nil {
			t.Fatal(problems)
		}
		th, _ := theme.Load(templates.FS, static.FS)
		p.time("advise", func() { lint.Library(lib) })
		p.time("plan", func() { s, _ = site.New(lib, th) })
	})
	last := len(p.took) - 1
	p.took[last] -= p.took[last-1] + p.took[last-2]
	render := func(name string, want func(site.Page) bool) {
		p.time(name, func() {
			for _, page := range s.Pages() {
				if !want(page) {
					continue
				}
				var b bytes.Buffer
				if err := s.Render(&b, page); err != nil {
					t.Fatal(err)
				}
				p.largest[page.Template] = max(p.largest[page.Template], b.Len())
			}
		})
	}
	p.files = len(s.Pages())
	guidePages := func(page site.Page) bool {
		return strings.HasPrefix(page.Path, "/guides/") && strings.Count(page.Path, "/") > 2 && !strings.HasPrefix(page.Path, "/guides/page/") && !strings.HasSuffix(page.Path, ".png")
	}
	if own {
		render("guides' pages", guidePages)
	}
	render("providers, articles", func(page site.Page) bool {
		return page.Template == "templates/pages/provider.html" || page.Template == "templates/pages/article.html"
	})
	render("lists, feeds, sitemaps", func(page site.Page) bool {
		return !guidePages(page) && !strings.HasSuffix(page.Path, "/card.png") && page.Path != "/search/" &&
			page.Template != "templates/pages/provider.html" && page.Template != "templates/pages/article.html" && page.Open == nil
	})
	render("search page", func(page site.Page) bool { return page.Path == "/search/" })
	return p
}

// exponent is that of the power of x that y grows with, by least squares.
func exponent(x []int, y []time.Duration) float64 {
	var n, sx, sy, sxx, sxy float64
	for i := range x {
		a, b := math.Log(float64(x[i])), math.Log(max(y[i].Seconds(), 1e-6))
		n, sx, sy, sxx, sxy = n+1, sx+a, sy+b, sxx+a*a, sxy+a*b
	}
	return (n*sxy - sx*sy) / (n*sxx - sx*sx)
}

func grow(t *testing.T, what string, sizes []int, tree func(int) fs.FS, own bool) {
	var all []*parts
	for _, n := range sizes {
		all = append(all, measure(t, tree(n), own))
	}
	var b strings.Builder
	fmt.Fprintf(&b, "\n| part | %s | exponent |\n", strings.Trim(strings.ReplaceAll(fmt.Sprint(sizes), " ", " | "), "[]"))
	for k, name := range all[0].names {
		var took []time.Duration
		fmt.Fprintf(&b, "| %s ", name)
		for _, p := range all {
			took = append(took, p.took[k])
			fmt.Fprintf(&b, "| %.2f s ", p.took[k].Seconds())
		}
		fmt.Fprintf(&b, "| %.2f |\n", exponent(sizes, took))
	}
	b.WriteString("| files ")
	for _, p := range all {
		fmt.Fprintf(&b, "| %d ", p.files)
	}
	b.WriteString("| |\nlargest page of each kind at the largest size:\n")
	for template, n := range all[len(all)-1].largest {
		if template != "" {
			fmt.Fprintf(&b, "  %s %d bytes\n", strings.TrimPrefix(template, "templates/pages/"), n)
		}
	}
	t.Logf("%s: processor time, load %s%s", what, load(), b.String())
}

// TestGrowth prints with which power of its size the cost of a publication grows:
// of its guides, then (with -guides 1 only) of the entries of one guide.
func TestGrowth(t *testing.T) {
	if !*growth {
		t.Skip("takes minutes: -growth")
	}
	if *guides == 0 {
		grow(t, "guides", []int{125, 250, 500, 1000, 2000}, func(n int) fs.FS {
			return Publication{Guides: n, Providers: 2 * n, Articles: 2 * n, Entries: 4}.tree()
		}, false)
	}
	for what, sizes := range map[string][]int{
		"entries of one guide":                          {10, 25, 50, 100, 200, 400},
		"entries of one guide that all name each other": {20, 40, 80, 160},
	} {
		all := len(sizes) == 4
		grow(t, what, sizes, func(n int) fs.FS {
			return Publication{Guides: 1, Providers: n, Articles: 1, Entries: n, All: all}.tree()
		}, true)
	}
}

// TestListsDoNotGrow holds the lists of a publication of some hundred guides to
// their size.
func TestListsDoNotGrow(t *testing.T) {
	p := Publication{Guides: 150, Providers: 700, Articles: 500, Entries: 4, Favourite: true}
	planned, report := build.Plan(build.Options{Site: p.tree(), Now: now})
	if planned == nil {
		t.Fatal(report.Problems)
	}
	lists := map[string]bool{"/": true, "/404.html": true, "/search/": true, "/llms.txt": true, "/feed.xml": true, "/feed.json": true}
	kinds := map[string]int{}
	for _, page := range planned.Pages() {
		kind := strings.TrimSuffix(strings.TrimPrefix(page.Template, "templates/pages/"), ".html")
		list := kind == "guides" || kind == "providers" || kind == "articles" || kind == "faq" || kind == "topic" || kind == "author" || kind == "names" || kind == "provider"
		if !list && !lists[page.Path] {
			continue
		}
		kinds[kind]++
		var b bytes.Buffer
		if err := planned.Render(&b, page); err != nil {
			t.Fatal(err)
		}
		if b.Len() > 60_000 {
			t.Errorf("%s has %d bytes", page.Path, b.Len())
		}
	}
	for _, kind := range []string{"guides", "providers", "articles", "faq", "topic", "author", "provider"} {
		if least := map[string]int{"provider": 701}[kind]; kinds[kind] < max(2, least) {
			t.Errorf("%s is not divided", kind)
		}
	}
}
