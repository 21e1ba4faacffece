package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"

	"golang.org/x/term"

	"shortlist/internal/build"
	"shortlist/internal/diag"
	"shortlist/internal/report/sentence"
)

// tui is the screen: what a command answers goes to out, what it remarks on the
// way to err. The words of a build and a check are in this file; what is longer
// is an [answer].
type tui struct {
	out, err io.Writer
	terminal bool   // err is one
	color    bool   // of err
	broken   error  // the first failure to write to out
	folder   string // of the site in its repository, "" or "docs/site/", for programs that look at all of it
}

func newTUI(out, err *os.File) *tui {
	t := &tui{out: out, err: err, terminal: term.IsTerminal(int(err.Fd()))}
	t.color = t.terminal && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
	return t
}

// say prints a line of the answer.
func (t *tui) say(format string, args ...any) {
	if _, err := fmt.Fprintf(t.out, format+"\n", args...); err != nil && t.broken == nil {
		t.broken = err
	}
}

// remark prints a line beside the answer.
func (t *tui) remark(format string, args ...any) { fmt.Fprintf(t.err, format+"\n", args...) }

// complain prints an error. What the machine says of a file has its name in it,
// which may be anybody's; our own remarks may have several lines.
func (t *tui) complain(err error) {
	said := err.Error()
	if _, ok := errors.AsType[*fs.PathError](err); ok {
		said = diag.Escaped(said)
	}
	t.remark("shortlist: %s", said)
}

func (t *tui) pointTo(command string) { t.remark("`%s --help` shows how it is used", command) }

// show prints problems: as text beside the answer, in the formats for programs
// as the answer.
func (t *tui) show(problems diag.List, format string) error {
	switch format {
	case "json":
		return diag.WriteJSON(t.out, problems)
	case "github":
		return diag.WriteGitHub(t.out, below(t.folder, problems))
	case "sarif":
		return writeSARIF(t.out, below(t.folder, problems))
	}
	return diag.WriteText(t.err, problems, t.color)
}

// below names the files of problems from the folder that the site's lies in.
func below(folder string, problems diag.List) diag.List {
	if folder == "" {
		return problems
	}
	out := slices.Clone(problems)
	for i := range out {
		out[i].Span.File = folder + out[i].Span.File
	}
	return out
}

// refuse shows problems that keep a command from its work, and says what was
// therefore not done.
func (t *tui) refuse(problems diag.List, undone string) error {
	if err := t.show(problems, "text"); err != nil {
		return err
	}
	t.counted(problems, undone)
	return found
}

// counted closes a list of problems: "3 problems in 3 files; nothing was written".
func (t *tui) counted(problems diag.List, then string) {
	line := tally(problems)
	if then != "" {
		line += "; " + then
	}
	t.remark("%s", line)
}

// tally is "2 problems and 1 warning in 3 files".
func tally(problems diag.List) string {
	var parts []string
	for _, kind := range []struct {
		severity diag.Severity
		name     string
	}{{diag.Error, "problem"}, {diag.Warning, "warning"}, {diag.Advice, "reminder"}} {
		if n := problems.Count(kind.severity); n > 0 {
			parts = append(parts, count(n, kind.name))
		}
	}
	files := map[string]bool{}
	for _, p := range problems {
		files[p.Span.File] = true
	}
	return sentence.List(parts) + " in " + count(len(files), "file")
}

// maxListed is how many files of a kind are named before the rest is counted.
const maxListed = 10

// built closes a build. Where the answer is for a program, it is a remark.
func (t *tui) built(r build.Report, out, took, format string) {
	say := t.say
	if format != "text" {
		say = t.remark
	}
	for _, h := range r.Held {
		say("held back %s: %s", h.Path, h.Reason)
	}
	listed(say, r.Repaired, "repaired %s: it had been changed since the last build")
	for _, path := range r.Adopted { // all of them: nothing else says what was replaced or removed
		say("took over %s", path)
	}
	listed(say, r.Foreign, "left alone %s: no build wrote it")
	var changes []string
	for _, c := range []struct {
		n    int
		what string
	}{{len(r.Written), "changed"}, {r.Unchanged, "as they were"}, {len(r.Removed), "removed"}} {
		if c.n > 0 {
			changes = append(changes, number(c.n)+" "+c.what)
		}
	}
	if warnings := r.Problems.Count(diag.Warning); warnings > 0 {
		changes = append(changes, count(warnings, "warning"))
	}
	extent := count(r.Files, "file") + ", " + size(r.Bytes)
	if r.Compressed > 0 {
		extent += "; " + count(r.Compressed, "compressed form") + ", " + size(r.CompressedBytes)
	}
	if r.Same {
		say("nothing has changed: %s (%s) in %s, looked at in %s; %s", count(r.Pages, "page"), extent, out, took, strings.Join(changes, ", "))
		return
	}
	say("wrote %s (%s) to %s in %s; %s", count(r.Pages, "page"), extent, out, took, strings.Join(changes, ", "))
}

// listed names the first files, and counts the others.
func listed(say func(string, ...any), paths []string, format string) {
	for _, path := range paths[:min(len(paths), maxListed)] {
		say(format, diag.Escaped(path))
	}
	if more := len(paths) - maxListed; more > 0 {
		say(format, number(more)+" more")
	}
}

// checked closes a check that did or did not fail.
func (t *tui) checked(r build.Report, problems, shown diag.List, failed bool) {
	if len(shown) > 0 {
		t.counted(shown, "")
	}
	for _, a := range r.Accepted {
		t.say("accepted in %s: %s, %q (%s)", a.Origin.File, a.Rule, a.Reason, count(a.Count, "finding"))
	}
	if r.Published && !failed {
		result := "no problems"
		if len(shown) > 0 {
			result = tally(shown)
		}
		t.say("checked %s: %s", count(r.Pages, "page"), result)
	}
	if hidden := len(problems) - len(shown); hidden > 0 {
		t.say("%s not shown; --advice shows them", count(hidden, "reminder"))
	}
}

// writeJSON prints a document for programs.
func writeJSON(w io.Writer, document any) error {
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	return enc.Encode(document)
}

// count is "1 page", "2 pages" or "1,000 pages".
func count(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return number(n) + " " + noun
}

// number groups the digits of a number that is not negative.
func number(n int) string {
	digits := fmt.Sprint(n)
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits
}

// size is a number of bytes for people: "612 kB". A kilobyte is 1000 bytes.
func size(n int64) string {
	if n < 1000 {
		return fmt.Sprintf("%d bytes", n)
	}
	value, unit := float64(n)/1000, "kB"
	for _, next := range []string{"MB", "GB"} {
		if value < 999.5 {
			break
		}
		value, unit = value/1000, next
	}
	if value < 9.95 {
		return fmt.Sprintf("%.1f %s", value, unit)
	}
	return fmt.Sprintf("%.0f %s", value, unit)
}
