package main

import (
	"fmt"
	"io"
	"time"

	"github.com/schollz/progressbar/v3"
)

// soon is how long a build may take before it says how far it is, and how often
// it says so when nobody watches.
const soon = time.Second

// progress shows how far a build is: a bar on a terminal, else a line now and
// then. A quick build shows nothing.
type progress struct {
	out      io.Writer
	terminal bool
	last     time.Time // of the last line, or the start
	now      func() time.Time
	bar      *progressbar.ProgressBar
}

func newProgress(out io.Writer, terminal bool, started time.Time) *progress {
	return &progress{out: out, terminal: terminal, last: started, now: time.Now}
}

// update is called after each page.
func (p *progress) update(done, total int) {
	if p.bar != nil {
		p.bar.Set(done)
		return
	}
	now := p.now()
	if now.Sub(p.last) < soon {
		return
	}
	p.last = now
	if !p.terminal {
		fmt.Fprintf(p.out, "rendered %s of %s\n", number(done), count(total, "file"))
		return
	}
	p.bar = progressbar.NewOptions(total,
		progressbar.OptionSetWriter(p.out),
		progressbar.OptionSetDescription("rendering"),
		progressbar.OptionShowCount(),
		progressbar.OptionSetWidth(30),
		progressbar.OptionThrottle(100*time.Millisecond),
		progressbar.OptionClearOnFinish(),
		progressbar.OptionSetPredictTime(true),
	)
	p.bar.Set(done)
}

// finish takes the bar away.
func (p *progress) finish() {
	if p.bar != nil {
		p.bar.Finish()
	}
}
