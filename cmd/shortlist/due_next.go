package main

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"time"

	"shortlist/internal/guide"
)

// nextFormats are the forms of due --next.
var nextFormats = []string{"text", "json", "ics"}

// runNext says when time alone would next change the site.
func runNext(t *tui, in *inputs, format string, exitCode bool) error {
	if err := checkFormat(format, nextFormats); err != nil {
		return err
	}
	now, err := in.today()
	if err != nil {
		return err
	}
	in.now = now.Format(time.RFC3339)
	lib, err := in.library(t, "nothing was listed")
	if err != nil {
		return err
	}
	var answer bytes.Buffer
	switch format {
	case "json":
		err = nextJSON(&answer, now, lib.Turns)
	case "ics":
		nextCalendar(&answer, now, lib.Site.BaseURL, lib.Turns)
	default:
		nextText(&answer, lib.Turns)
	}
	if err != nil {
		return err
	}
	if _, err := t.out.Write(answer.Bytes()); err != nil {
		return err
	}
	if exitCode && len(lib.Turns) == 0 {
		return found
	}
	return nil
}

func instantOf(turn guide.Turn) time.Time { return time.Unix(turn.Seconds, 0).UTC() }

// first is those of the first instant.
func first(turns []guide.Turn) []guide.Turn {
	n := 0
	for n < len(turns) && turns[n].Seconds == turns[0].Seconds {
		n++
	}
	return turns[:n]
}

func nextText(w *bytes.Buffer, turns []guide.Turn) {
	if len(turns) == 0 {
		fmt.Fprintln(w, "Time alone changes nothing any more.")
		return
	}
	fmt.Fprintln(w, instantOf(turns[0]).Format(time.RFC3339))
	for _, turn := range first(turns) {
		fmt.Fprintf(w, "%s %s\n", turn.Path, turn.What)
	}
}

// The JSON form.
type (
	nextDocument struct {
		Version int        `json:"version"`
		Now     string     `json:"now"`
		Next    string     `json:"next,omitempty"` // left out where nothing lies ahead
		Turns   []nextTurn `json:"turns"`          // all that lie ahead, the earliest first
	}
	nextTurn struct {
		At   string `json:"at"`
		Path string `json:"path"`
		What string `json:"what"`
		File string `json:"file"`
	}
)

func nextJSON(w io.Writer, now time.Time, turns []guide.Turn) error {
	doc := nextDocument{Version: 1, Now: now.Format(time.RFC3339), Turns: []nextTurn{}}
	for _, turn := range turns {
		doc.Turns = append(doc.Turns, nextTurn{instantOf(turn).Format(time.RFC3339), turn.Path, turn.What, turn.Origin.File})
	}
	if len(turns) > 0 {
		doc.Next = doc.Turns[0].At
	}
	return writeJSON(w, doc)
}

// nextCalendar writes all that lies ahead as a calendar (RFC 5545). Paths are of
// small letters, digits, hyphens and slashes, and nothing else is an author's, so
// that no text needs an escape.
func nextCalendar(w *bytes.Buffer, now time.Time, base string, turns []guide.Turn) {
	const form = "20060102T150405Z"
	// A line has at most 75 bytes, and one that goes on begins with a blank.
	line := func(text string) {
		for len(text) > 75 {
			w.WriteString(text[:75] + "\r\n")
			text = " " + text[75:]
		}
		w.WriteString(text + "\r\n")
	}
	line("BEGIN:VCALENDAR")
	line("VERSION:2.0")
	line("PRODID:-//shortlist//due//EN")
	for _, turn := range turns {
		url := strings.TrimSuffix(base, "/") + turn.Path
		line("BEGIN:VEVENT")
		line(fmt.Sprintf("UID:%d-%s@shortlist", turn.Seconds, strings.ReplaceAll(strings.Trim(turn.Path+turn.What, "/"), " ", "-")))
		line("DTSTAMP:" + now.Format(form))
		line("DTSTART:" + instantOf(turn).Format(form))
		line("SUMMARY:" + turn.Path + " " + turn.What)
		line("URL:" + url)
		line("END:VEVENT")
	}
	line("END:VCALENDAR")
}
