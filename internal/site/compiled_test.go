package site

import (
	"sync"
	"testing"

	"shortlist/internal/report"
)

// TestCompiledOnceAndForgotten asks for reports as a build does, a guide's pages
// one after the other and several at once, and for one that is long forgotten.
func TestCompiledOnceAndForgotten(t *testing.T) {
	var c compiled
	var mu sync.Mutex
	runs := map[*planned]int{}
	ask := func(p *planned) *report.Guide {
		return c.of(p, func() *report.Guide {
			mu.Lock()
			defer mu.Unlock()
			runs[p]++
			return &report.Guide{Slug: "g"}
		})
	}
	guides := make([]*planned, 5*keptReports)
	for i := range guides {
		guides[i] = &planned{}
		var pages sync.WaitGroup
		first := ask(guides[i])
		for range 8 {
			pages.Go(func() {
				if ask(guides[i]) != first {
					t.Error("two pages of a guide have two reports")
				}
			})
		}
		pages.Wait()
	}
	for i, p := range guides {
		if runs[p] != 1 {
			t.Errorf("guide %d was compiled %d times", i, runs[p])
		}
	}
	if len(c.last) != keptReports {
		t.Errorf("%d reports are kept, want %d", len(c.last), keptReports)
	}
	ask(guides[0])
	if runs[guides[0]] != 2 {
		t.Error("the first guide was not forgotten")
	}
	last := guides[len(guides)-1]
	ask(last)
	if runs[last] != 1 {
		t.Error("the last guide was forgotten")
	}
}
