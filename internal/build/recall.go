package build

import (
	"encoding/json"
	"fmt"
	"time"

	"shortlist/internal/diag"
	"shortlist/internal/guide"
	"shortlist/internal/output"
)

// told is what a build said, as it is kept for the next one.
type told struct {
	Problems      []kept
	Pages         int
	Result        output.Result
	Held, Drafts  []guide.Held
	BaseURL, Base string
}

// kept is a problem with its rule by name.
type kept struct {
	Rule          string
	Span          diag.Span
	Message, Hint string
}

// flags are all that decides beside the files and the time.
func (o *Options) flags() string {
	return fmt.Sprintf("3 %q %q %q %q %q %v %v %v %v", o.Program, o.Version, o.Revision, o.BaseURL, o.Host, o.Preview, o.Drafts, o.Expired, o.Strict)
}

// recall says what the last build said, if this one would do and say the same.
// Otherwise it takes note of the files that are about to be read.
func (o *Options) recall() (Report, bool) {
	if o.Past == nil || o.Program == "" {
		return Report{}, false
	}
	if o.Explain == "" {
		said, ok := o.Past.Same(o.flags(), o.Now)
		if r, understood := retold(said); ok && understood && !o.Again {
			return r, true
		}
		o.same = ok
	}
	o.Past.Look(o.Program, o.flags(), o.Now)
	return Report{}, false
}

// remember has the commit keep what this build says.
func (o *Options) remember(r *Report, lib *guide.Library) {
	if o.Past != nil {
		o.Past.Say(until(o.Now, lib.Turns), r.tell)
	}
}

// until is when the day ends or time alone changes the site.
func until(now time.Time, turns []guide.Turn) time.Time {
	year, month, day := now.Date()
	end := time.Date(year, month, day+1, 0, 0, 0, 0, now.Location())
	for _, turn := range turns {
		if at := time.Unix(turn.Seconds, 0); at.Before(end) {
			end = at
		}
	}
	return end
}

// tell is what a build says, to be kept.
func (r *Report) tell(done output.Result) []byte {
	done = output.Result{Files: done.Files, Bytes: done.Bytes, Compressed: done.Compressed, CompressedBytes: done.CompressedBytes, Foreign: done.Foreign}
	t := told{Pages: r.Pages, Result: done, Held: r.Held, Drafts: r.Drafts, BaseURL: r.BaseURL, Base: r.Base}
	for _, p := range r.Problems {
		if p.Rule.Severity != diag.Advice {
			t.Problems = append(t.Problems, kept{p.Rule.Name, p.Span, p.Message, p.Hint})
		}
	}
	text, err := json.Marshal(t)
	if err != nil {
		return nil // which is not understood, so that there is no such record
	}
	return text
}

// retold is the report of a build that has nothing to do.
func retold(said []byte) (Report, bool) {
	var t told
	if json.Unmarshal(said, &t) != nil {
		return Report{}, false
	}
	done := t.Result
	done.Unchanged, done.Kept = done.Files, done.Files
	r := Report{Published: true, Same: true, Pages: t.Pages, Result: done, Held: t.Held, Drafts: t.Drafts, BaseURL: t.BaseURL, Base: t.Base}
	for _, p := range t.Problems {
		rule := diag.Lookup(p.Rule)
		if rule == nil {
			return Report{}, false
		}
		r.Problems = append(r.Problems, diag.Problem{Rule: rule, Span: p.Span, Message: p.Message, Hint: p.Hint})
	}
	return r, true
}
