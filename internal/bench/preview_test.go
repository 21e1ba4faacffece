package bench

import (
	"bytes"
	"cmp"
	"fmt"
	"runtime"
	"slices"
	"testing"
	"testing/fstest"
	"time"

	"shortlist/internal/build"
	"shortlist/internal/site"
)

// BenchmarkPreview is what the preview of -guides guides (20) takes in processor time:
// to show the first page of a guide, before any other is read; to read the site, to show the page of a guide of which one score was edited, and to
// plan the site after it; and what stays in memory.
func BenchmarkPreview(b *testing.B) {
	n := cmp.Or(*guides, 20)
	p := Publication{Guides: n, Providers: 2 * n, Articles: 2 * n, Entries: 10}
	tree, planner := p.tree(), build.Planner{}
	o := build.Options{Site: tree, Now: now, Drafts: true, Expired: true}
	began := used()
	g := p.guide(1)
	at := "/guides/" + g.slug + "/"
	alone := build.First(o, at)
	if alone == nil {
		b.Fatal("the guide cannot be shown by itself")
	}
	for _, page := range alone.Pages() {
		if page.Path == at {
			if err := alone.Render(new(bytes.Buffer), page); err != nil {
				b.Fatal(err)
			}
		}
	}
	glance := used() - began
	began = used()
	if s, r := planner.Plan(o, nil); s == nil {
		b.Fatal(r.Problems)
	}
	first := used() - began
	g = p.guide(0)
	files := tree.(indexed).MapFS
	name := "content/guides/" + g.slug + "/entries/" + providerSlug(g.entries[0].provider) + ".md"
	path, text := "/guides/"+g.slug+"/", files[name].Data
	was := fmt.Appendf(nil, "c2 = { score = %d", g.entries[0].scores[1])
	var shown, whole []time.Duration
	for i := 0; b.Loop(); i++ {
		files[name] = &fstest.MapFile{Data: bytes.Replace(text, was, fmt.Appendf(nil, "c2 = { score = %d", 1+i%9), 1), ModTime: time.Unix(int64(i), 0)}
		changed := map[string]bool{name: true}
		began := used()
		page, ok := planner.Glimpse(o, changed)[path]
		if !ok {
			b.Fatal("the page is not shown at once")
		}
		if err := (*site.Site)(nil).Render(new(bytes.Buffer), page); err != nil {
			b.Fatal(err)
		}
		shown = append(shown, used()-began)
		began = used()
		if s, r := planner.Plan(o, changed); s == nil {
			b.Fatal(r.Problems)
		}
		whole = append(whole, used()-began)
	}
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	slices.Sort(shown)
	slices.Sort(whole)
	for unit, took := range map[string]time.Duration{
		"first-page-ms": glance, "first-plan-ms": first, "page-ms": shown[len(shown)/2], "worst-page-ms": shown[len(shown)-1], "plan-ms": whole[len(whole)/2],
	} {
		b.ReportMetric(float64(took.Microseconds())/1000, unit)
	}
	b.ReportMetric(float64(m.HeapAlloc>>20), "live-MB")
}
