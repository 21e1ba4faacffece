package build

import (
	"bytes"
	"fmt"
	"maps"
	"reflect"
	"runtime"
	"strings"
	"testing"

	"shortlist/internal/site"
	"shortlist/internal/testrun"
)

// TestPlannerPlansWhatPlanPlans edits a site at random and plans it each time both
// ways: the same findings, and the same bytes of every page.
func TestPlannerPlansWhatPlanPlans(t *testing.T) {
	for seed := range uint64(testrun.Some(1, 2)) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			t.Parallel()
			s := newSession(seed)
			var p Planner
			var changed map[string]bool
			good := 0
			for step := range 8 {
				o := Options{Site: s.files, Now: s.now, Drafts: s.drafts}
				glimpse := p.Glimpse(o, changed)
				got, gotReport := p.Plan(o, changed)
				want, wantReport := Plan(o)
				if !reflect.DeepEqual(gotReport.Problems, wantReport.Problems) || !reflect.DeepEqual(gotReport.Accepted, wantReport.Accepted) ||
					!reflect.DeepEqual(gotReport.Held, wantReport.Held) || (got == nil) != (want == nil) {
					t.Fatalf("step %d, %q: other findings:\n%v\n%v", step, s.done, gotReport.Problems, wantReport.Problems)
				}
				if got != nil {
					good++
					samePages(t, fmt.Sprintf("step %d, %q", step, s.done), got, want)
				}
				when := fmt.Sprintf("step %d, %q", step, s.done)
				sameGlimpse(t, when, glimpse, want)
				changed = s.edit()
				if s.random.IntN(3) == 0 {
					changed = nil
				}
			}
			if good < 3 {
				t.Errorf("only %d of the sites were without problems", good)
			}
		})
	}
}

// TestGlimpse: what is shown at once after an edit of one guide is what a plan has,
// also when the plan for an edit before was stopped.
func TestGlimpse(t *testing.T) {
	glimpsed := 0
	for seed := range uint64(testrun.Some(2, 8)) {
		s := newSession(seed)
		var p Planner
		o := Options{Site: s.files, Now: s.now}
		if planned, r := p.Plan(o, nil); planned == nil {
			t.Fatal(r.Problems)
		}
		for step := range 6 {
			changed := map[string]bool{}
			for len(changed) == 0 {
				s.done = nil
				s.rewrite(changed)
				for name := range changed { // of one guide, in most steps
					if !strings.HasPrefix(name, "content/guides/guide-000") && s.random.IntN(4) > 0 {
						s.files[name] = s.base[name]
						clear(changed)
					}
				}
			}
			when := fmt.Sprintf("seed %d, step %d, %q", seed, step, s.done)
			want, r := Plan(o)
			n := sameGlimpse(t, when, p.Glimpse(o, changed), want)
			if want == nil && n > 0 {
				t.Fatalf("%s: shown although it is wrong: %v", when, r.Problems)
			}
			glimpsed += n
			o.Stop = func() bool { return s.random.IntN(3) == 0 }
			if got, r := p.Plan(o, changed); got != nil && want != nil {
				samePages(t, when, got, want)
			} else if !r.Stopped && (got == nil) != (want == nil) {
				t.Fatalf("%s: %v", when, r.Problems)
			}
			o.Stop = nil
			if want == nil {
				s.files = maps.Clone(s.base)
				p.Plan(o, nil)
			}
		}
	}
	if glimpsed == 0 {
		t.Error("nothing was shown at once")
	}
}

// sameGlimpse holds pages that are shown at once against the site, and counts them.
func sameGlimpse(t *testing.T, when string, glimpse map[string]site.Page, want *site.Site) int {
	t.Helper()
	if want == nil {
		return len(glimpse)
	}
	pages := map[string]site.Page{}
	for _, p := range want.Pages() {
		pages[p.Path] = p
	}
	n := 0
	for path, p := range glimpse {
		q, ok := pages[path]
		if !ok {
			continue // the preview shows those that there were
		}
		n++
		if !bytes.Equal(rendered(t, want, p), rendered(t, want, q)) {
			t.Fatalf("%s: %s is shown at once, and is not what it should be", when, path)
		}
	}
	return n
}

// samePages renders two sites and compares them.
func samePages(t *testing.T, when string, got, want *site.Site) {
	t.Helper()
	if len(got.Pages()) != len(want.Pages()) {
		t.Fatalf("%s: %d files, want %d", when, len(got.Pages()), len(want.Pages()))
	}
	for i, p := range want.Pages() {
		q := got.Pages()[i]
		if q.Path != p.Path || q.Source != p.Source || p.Open != nil {
			if p.Open == nil {
				t.Fatalf("%s: file %d is %s of %v, want %s of %v", when, i, q.Path, q.Source, p.Path, p.Source)
			}
			continue
		}
		if a, b := rendered(t, got, q), rendered(t, want, p); !bytes.Equal(a, b) {
			t.Fatalf("%s: %s is not what it should be", when, p.Path)
		}
	}
}

func rendered(t *testing.T, s *site.Site, p site.Page) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := s.Render(&b, p); err != nil {
		t.Fatalf("%s: %v", p.Path, err)
	}
	return b.Bytes()
}

// TestPlannerForgets: what an edit has replaced is not kept, however many edits
// there are, and whatever the guides say of one another.
func TestPlannerForgets(t *testing.T) {
	s := newSession(0)
	guides := []string{"content/guides/guide-0000/guide.md", "content/guides/guide-0001/guide.md"}
	texts := map[string][]byte{}
	for i, name := range guides {
		related := fmt.Appendf(nil, "related = [\"guide-000%d\"]\nnoun = ", 1-i)
		texts[name] = bytes.Replace(s.files[name].Data, []byte("noun = "), related, 1)
		s.put(name, texts[name])
	}
	var p Planner
	heap := func() uint64 {
		var m runtime.MemStats
		runtime.GC()
		runtime.GC()
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	edit := func(times int) {
		for i := range times {
			name := guides[i%2]
			s.put(name, append(bytes.Clone(texts[name]), fmt.Sprintf("\nIn edit %d.\n", i)...))
			o, changed := Options{Site: s.files, Now: s.now}, map[string]bool{name: true}
			if glimpse := p.Glimpse(o, changed); glimpse["/guides/guide-0000/"].Path != "" {
				rendered(t, p.before, glimpse["/guides/guide-0000/"])
			}
			planned, r := p.Plan(o, changed)
			if planned == nil {
				t.Fatal(r.Problems)
			}
			for _, page := range planned.Pages() {
				if page.Path == "/guides/guide-0000/" {
					rendered(t, planned, page)
				}
			}
		}
	}
	edit(20)
	before := heap()
	edit(testrun.Some(30, 100))
	if after := heap(); after > before+before/5 {
		t.Errorf("%d bytes after 20 edits, %d after many more", before, after)
	}
	runtime.KeepAlive(&p)
}
