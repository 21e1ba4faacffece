package bench

import (
	"bytes"
	"flag"
	"fmt"
	"runtime"
	"testing"
	"testing/fstest"
	"time"

	"shortlist/internal/build"
	"shortlist/internal/site"
)

var (
	preview = flag.Bool("preview", false, "print what an edit costs in the preview, with -guides guides, or 20, 300 and 2,000")
	edits   = flag.Int("edits", 20, "how many edits are measured")
)

// TestPreview prints what the preview takes in processor time: to read the site, to
// show the page of a guide of which one score was edited, and to plan the site after
// it; and what stays in memory.
func TestPreview(t *testing.T) {
	if !*preview {
		t.Skip("takes minutes: -preview")
	}
	sizes := []int{20, 300, 2000}
	if *guides > 0 {
		sizes = []int{*guides}
	}
	t.Logf("load %s\n| guides | first plan | edit to page, median | worst | whole site after it, median | live heap after 10 edits | after %d |", load(), *edits)
	for _, n := range sizes {
		t.Log(previewed(t, Publication{Guides: n, Providers: 2 * n, Articles: 2 * n, Entries: 10}))
	}
	t.Logf("load %s", load())
}

func previewed(t *testing.T, p Publication) string {
	tree, planner := p.tree(), build.Planner{}
	o := build.Options{Site: tree, Now: now, Drafts: true, Expired: true}
	began := used()
	if s, r := planner.Plan(o, nil); s == nil {
		t.Fatal(r.Problems)
	}
	first := used() - began
	g, files := p.guide(0), tree.(indexed).MapFS
	name := "content/guides/" + g.slug + "/entries/" + providerSlug(g.entries[0].provider) + ".md"
	path, text := "/guides/"+g.slug+"/", files[name].Data
	var shown, whole []cost
	var heaps []uint64
	for i := range *edits {
		was := fmt.Appendf(nil, "c2 = { score = %d", g.entries[0].scores[1])
		files[name] = &fstest.MapFile{Data: bytes.Replace(text, was, fmt.Appendf(nil, "c2 = { score = %d", 1+i%9), 1), ModTime: time.Unix(int64(i), 0)}
		changed := map[string]bool{name: true}
		began := used()
		page, ok := planner.Glimpse(o, changed)[path]
		if !ok {
			t.Fatal("the page is not shown at once")
		}
		var b bytes.Buffer
		if err := (*site.Site)(nil).Render(&b, page); err != nil {
			t.Fatal(err)
		}
		shown = append(shown, cost{cpu: used() - began})
		began = used()
		if s, r := planner.Plan(o, changed); s == nil {
			t.Fatal(r.Problems)
		}
		whole = append(whole, cost{cpu: used() - began})
		if i == 9 || i == *edits-1 {
			var m runtime.MemStats
			runtime.GC()
			runtime.GC()
			runtime.ReadMemStats(&m)
			heaps = append(heaps, m.HeapAlloc>>20)
		}
	}
	ms := func(c []cost, of func([]cost) float64) string { return fmt.Sprintf("%.0f ms", 1000*of(c)) }
	mid := func(c []cost) float64 { return median(c, func(c cost) float64 { return c.cpu.Seconds() }) }
	worst := func(c []cost) float64 {
		w := 0.0
		for _, x := range c {
			w = max(w, x.cpu.Seconds())
		}
		return w
	}
	return fmt.Sprintf("| %d | %.2f s | %s | %s | %s | %d MB | %d MB |", p.Guides, first.Seconds(), ms(shown, mid), ms(shown, worst), ms(whole, mid), heaps[0], heaps[len(heaps)-1])
}
