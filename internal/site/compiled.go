package site

import (
	"runtime"
	"sync"

	"shortlist/internal/guide"
	"shortlist/internal/report"
)

// compiled keeps the reports of the guides that were asked for last. The pages of
// a guide stand together in the list of pages, so that a build compiles each guide
// once and forgets it with its last page: memory does not grow with the guides. A
// guide that is wanted again later is compiled again, to the same value.
type compiled struct {
	mu   sync.Mutex
	last []keptReport // the latest use first
}

type keptReport struct {
	of   *planned
	made func() *report.Guide
}

// keptReports is how many reports are kept: one for each processor, that of the
// guide that comes next, and some that a reader of the preview goes back to.
var keptReports = 2*runtime.GOMAXPROCS(0) + 4

// of returns a guide's report. Several goroutines may want one at once; it is
// compiled by the first.
func (c *compiled) of(p *planned, compile func() *report.Guide) *report.Guide {
	c.mu.Lock()
	at := 0
	for at < len(c.last) && c.last[at].of != p {
		at++
	}
	var kept keptReport
	if at < len(c.last) {
		kept = c.last[at]
	} else {
		kept = keptReport{p, sync.OnceValue(compile)}
		if len(c.last) < keptReports {
			c.last = append(c.last, kept)
		}
		at = len(c.last) - 1
	}
	copy(c.last[1:at+1], c.last[:at])
	c.last[0] = kept
	c.mu.Unlock()
	return kept.made()
}

// outlined is a guide of which no report is wanted yet.
func (c *compiled) outlined(g *guide.Guide, in report.Inputs) *planned {
	o := report.Sketch(g, in.Regions)
	p := &planned{Guide: g, outline: o, summary: report.Summarize(g, o, in.Labels)}
	p.report = func() *report.Guide {
		return c.of(p, func() *report.Guide {
			r := report.Compile(g, o, in)
			return &r
		})
	}
	return p
}
