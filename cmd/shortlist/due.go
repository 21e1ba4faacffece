package main

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"io"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"shortlist/internal/guide"
	"shortlist/internal/report/sentence"
)

func newDue(t *tui) *cobra.Command {
	var in inputs
	var format string
	var exitCode, next bool
	cmd := &cobra.Command{
		Use:   "due",
		Short: "List when each guide's facts are to be checked again",
		Long: `Due lists the guides that promise a review (review_every), the one that has waited
longest first, with the date on which its facts were last checked, the promise,
and when that ran out or will: a day, or a month where the last check is dated by
its month. Whoever has checked the facts sets reviewed in guide.md; nothing else
makes a review less overdue.

A month counts as its first day, as in the advice of check. With --exit-code the
status is 1 when a review is overdue.

With --next it says instead when a build of the same content would next give
another site: a page is published or expires, or a review becomes overdue. A job
that runs every hour can end early until then: it keeps the answer of --format json
beside the site. With --exit-code the status is 1 when nothing lies ahead.`,
		Example: `  shortlist due
  shortlist due --now 2026-01-01
  shortlist due --exit-code --format markdown
  shortlist due --next --format ics`,
		Args: cobra.NoArgs,
		RunE: verb(func(context.Context, []string) error {
			if next {
				return runNext(t, &in, format, exitCode)
			}
			return runDue(t, &in, format, exitCode)
		}),
	}
	in.addSite(cmd)
	flags := cmd.Flags()
	flags.StringVar(&format, "format", "text", "the `format` of the list: text, markdown or json; with --next text, json or ics")
	flags.BoolVar(&next, "next", false, "say when a build of the same content would next give another site")
	flags.BoolVar(&exitCode, "exit-code", false, "exit with 1 when a review is overdue")
	completeFlag(cmd, "format", cobra.FixedCompletions(answerFormats, cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

// calendar is the reviews that are promised, seen from one day.
type calendar struct {
	today    guide.Date
	promised []review // by the day on which they are due, equals by slug
	silent   []string // slugs of the guides that promise none
}

// review is one that is promised. Late is how many days ago it was due, below
// zero while it still lies ahead.
type review struct {
	guide *guide.Guide
	due   guide.Date
	late  int
}

func runDue(t *tui, in *inputs, format string, exitCode bool) error {
	if err := checkFormat(format, answerFormats); err != nil {
		return err
	}
	today, err := in.today()
	if err != nil {
		return err
	}
	in.now = today.Format(time.RFC3339) // content and calendar are of one instant
	lib, err := in.library(t, "nothing was listed")
	if err != nil {
		return err
	}
	c := newCalendar(lib.Guides, dateOf(today))
	var printed bytes.Buffer
	if format == "json" {
		err = c.json(&printed)
	} else {
		err = c.answer().write(&printed, format, screenOf(t.out))
	}
	if err != nil {
		return err
	}
	if _, err := t.out.Write(printed.Bytes()); err != nil {
		return err
	}
	if exitCode && c.overdue() > 0 {
		return found
	}
	return nil
}

func newCalendar(guides []*guide.Guide, today guide.Date) *calendar {
	c := &calendar{today: today}
	for _, g := range guides {
		due := g.Dates.NextReview()
		if due.IsZero() {
			c.silent = append(c.silent, g.Slug)
			continue
		}
		c.promised = append(c.promised, review{g, due, days(due, today)})
	}
	slices.SortFunc(c.promised, func(a, b review) int {
		return cmp.Or(a.due.Compare(b.due), cmp.Compare(a.guide.Slug, b.guide.Slug))
	})
	return c
}

// days counts from one day to another.
func days(from, to guide.Date) int {
	midnight := func(d guide.Date) time.Time {
		d = d.First()
		return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
	}
	return int(midnight(to).Sub(midnight(from)) / (24 * time.Hour))
}

func (c *calendar) overdue() int {
	n := 0
	for _, r := range c.promised {
		if r.late > 0 {
			n++
		}
	}
	return n
}

// answer is the calendar for people.
func (c *calendar) answer() answer {
	var s answer
	s.add(block{title: "Reviews due, as of " + c.today.Words()})
	s.add(block{text: c.summary()})
	if len(c.promised) > 0 {
		t := &grid{columns: []column{{head: "Guide"}, {head: "Reviewed"}, {head: "Promise", quiet: true}, {head: "Due"}, {}}}
		for _, r := range c.promised {
			d := r.guide.Dates
			t.rows = append(t.rows, []string{r.guide.Slug, d.Reviewed.String(), "every " + d.ReviewEvery.String(), r.due.String(), r.words()})
		}
		s.add(block{table: t})
	}
	if len(c.silent) > 0 && len(c.promised) > 0 {
		s.add(block{text: "No review is promised of " + sentence.List(c.silent) + "."})
	}
	return s
}

// summary is "One of two promised reviews is overdue."
func (c *calendar) summary() string {
	late, all := c.overdue(), len(c.promised)
	switch {
	case all == 0:
		return "No guide promises a review; `review_every` in guide.md does."
	case late == 0:
		return "No review is overdue."
	case all == 1:
		return "The one review that is promised is overdue."
	}
	is := "are"
	if late == 1 {
		is = "is"
	}
	return fmt.Sprintf("%s of %s promised reviews %s overdue.", upper(sentence.Number(late)), sentence.Number(all), is)
}

// words says how long it has been due, or how long there is.
func (r review) words() string {
	switch {
	case r.late > 0:
		return count(r.late, "day") + " overdue"
	case r.late == 0:
		return "due today"
	}
	return "in " + count(-r.late, "day")
}

// The JSON form.
type (
	dueDocument struct {
		Version int         `json:"version"`
		Today   string      `json:"today"`
		Overdue int         `json:"overdue"`
		Reviews []dueReview `json:"reviews"`
		Silent  []string    `json:"without_promise"`
	}
	dueReview struct {
		Guide    string `json:"guide"`
		Title    string `json:"title"`
		Reviewed string `json:"reviewed"`
		Every    string `json:"review_every"`
		Due      string `json:"due"`
		Days     int    `json:"days_overdue"` // below zero while it lies ahead
	}
)

func (c *calendar) json(w io.Writer) error {
	doc := dueDocument{Version: 1, Today: c.today.String(), Overdue: c.overdue(), Reviews: []dueReview{}, Silent: append([]string{}, c.silent...)}
	for _, r := range c.promised {
		d := r.guide.Dates
		doc.Reviews = append(doc.Reviews, dueReview{r.guide.Slug, r.guide.FullTitle(), d.Reviewed.String(), d.ReviewEvery.String(), r.due.String(), r.late})
	}
	return writeJSON(w, doc)
}
