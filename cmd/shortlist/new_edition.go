package main

import (
	"errors"
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strings"

	"shortlist/internal/content"
	"shortlist/internal/guide"
	"shortlist/internal/output"
)

var (
	yearForm = regexp.MustCompile(`^20[0-9]{2}$`)
	yearLine = regexp.MustCompile(`(?m)^year[ \t]*=.*$`)
	// The keys in which a year says when something was done, which stays true.
	dated    = regexp.MustCompile(`^[ \t{,]*(published|updated|reviewed|as_of|accessed|since|year|aliases|url|id|publish_at|expire_at)[ \t]*=`)
	oldMark  = regexp.MustCompile(`(?m)^# REVIEW .*\n`)
	openings = regexp.MustCompile(`^(\x{feff})?\+\+\+[ \t]*\r?\n`)
)

// look is a file that has to be looked at, and why.
type look struct {
	file string
	why  []string
}

// runRollover takes a guide into its next year.
func runRollover(t *tui, in *inputs, slug, year string) error {
	if !yearForm.MatchString(year) {
		return misused("--edition: `%s` is not a year such as 2027", year)
	}
	in.drafts = true // a guide that is not published has a next year, too
	lib, err := in.library(t, "nothing was written")
	if err != nil {
		return err
	}
	chosen, err := perspective{}.of(lib, []string{slug})
	if err != nil {
		return err
	}
	g := chosen.guide
	if g.Year >= year {
		return misused("%s is of %s already; --edition names a later year", g.Slug, g.Year)
	}
	// An edition of that date is the record of that state, whatever was corrected since.
	if last := g.Dates.Updated; slices.ContainsFunc(g.Editions, func(e *guide.Edition) bool { return e.Date == last }) {
		t.say("%s is there already, and stays", content.EditionPath(g.Slug, last))
	} else if err := freeze(t, in, g, last, false); err != nil {
		return err
	}
	return inSite(t, in, func(b *adding) error { return b.rollOver(g, year) })
}

// rollOver sets the year, and leaves a remark in each file that is to be looked at.
func (b *adding) rollOver(g *guide.Guide, year string) error {
	guideFile := "content/guides/" + g.Slug + "/guide.md"
	looks := []look{{file: guideFile, why: guideReasons(g)}}
	for _, e := range g.Entries {
		looks = append(looks, look{file: entryPath(g.Slug, e.Provider.Slug), why: entryReasons(e)},
			look{file: "content/providers/" + e.Provider.Slug + ".md", why: sourceReasons(e.Provider.Sources, e.Provider.AsOf)})
	}
	marked := 0
	b.t.say("")
	b.t.say("Look at again for %s:", year)
	for i := range looks {
		l := &looks[i]
		data, err := b.site.ReadFile(l.file)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return err
		}
		text := oldMark.ReplaceAllString(string(data), "")
		if l.file == guideFile {
			text = withYear(text, year)
		}
		if g.Year != "" {
			l.why = append(l.why, mentions(text, g.Year)...)
		}
		if len(l.why) > 0 {
			text = marking(text, year, l.why)
			marked++
			b.t.say("- %s: %s", l.file, strings.Join(l.why, "; "))
		}
		if text != string(data) {
			if err := output.WriteRecord(b.site, l.file, []byte(text)); err != nil {
				return err
			}
		}
	}
	b.t.say("")
	b.t.say("%s is of %s now; %s a remark that begins with REVIEW: take it out when its facts are checked,", g.Slug, year, counted(marked, "file has", "files have"))
	b.t.say("then set `reviewed` in guide.md, and `updated` when the text has changed")
	return nil
}

// marking puts the remark at the head of a file's front matter.
func marking(text, year string, why []string) string {
	head := openings.FindString(text)
	return head + "# REVIEW " + year + ": " + strings.Join(why, "; ") + "\n" + text[len(head):]
}

// withYear sets the year in a guide's front matter: among its own keys, which come
// before the first table.
func withYear(text, year string) string {
	head := len(text)
	if i := strings.Index(text, "\n["); i >= 0 {
		head = i
	}
	line := fmt.Sprintf("year = %q", year)
	if at := yearLine.FindStringIndex(text[:head]); at != nil {
		return text[:at[0]] + line + text[at[1]:]
	}
	opening := openings.FindString(text)
	return opening + line + "\n" + text[len(opening):]
}

func guideReasons(g *guide.Guide) []string {
	why := sourceReasons(g.Sources, guide.Date{})
	if d := g.Dates.Reviewed; !d.IsZero() {
		why = slices.Insert(why, 0, "facts last checked "+d.String())
	}
	return why
}

// entryReasons says what of an entry is old or open.
func entryReasons(e *guide.Entry) []string {
	why := sourceReasons(e.Sources, e.AsOf)
	var open, bare []string
	for k := range e.Scores {
		id := e.Guide.Criteria[k].ID
		switch s := &e.Scores[k]; {
		case s.State != guide.Exact:
			open = append(open, id)
		case len(s.Sources) == 0:
			bare = append(bare, id)
		}
	}
	if len(open) > 0 {
		why = append(why, "not known for certain: "+strings.Join(open, ", "))
	}
	if len(bare) > 0 {
		why = append(why, "scored without a source: "+strings.Join(bare, ", "))
	}
	return why
}

// sourceReasons says how old the sources are.
func sourceReasons(sources []*guide.Source, asOf guide.Date) []string {
	var why []string
	if !asOf.IsZero() {
		why = append(why, "states what held on "+asOf.String())
	}
	var oldest guide.Date
	undated := 0
	for _, s := range sources {
		switch {
		case s.Accessed.IsZero():
			undated++
		case oldest.IsZero() || s.Accessed.Compare(oldest) < 0:
			oldest = s.Accessed
		}
	}
	if !oldest.IsZero() {
		why = append(why, "its oldest source was read "+oldest.String())
	}
	if undated > 0 {
		why = append(why, count(undated, "source")+" without the date on which it was read")
	}
	return why
}

// mentions lists the lines that speak of the year that is over, as they are counted
// below the remark.
func mentions(text, year string) []string {
	var lines []string
	n := 1
	for line := range strings.Lines(text) {
		n++
		if strings.Contains(line, year) && !dated.MatchString(line) && !strings.HasPrefix(line, "#") {
			lines = append(lines, fmt.Sprint(n))
		}
	}
	switch len(lines) {
	case 0:
		return nil
	case 1:
		return []string{"line " + lines[0] + " speaks of " + year}
	}
	return []string{"lines " + strings.Join(lines, ", ") + " speak of " + year}
}
