package sentence

import (
	"slices"
	"strings"
	"unicode/utf8"

	"shortlist/internal/guide"
)

const (
	unchangedFacts = "no rank, weight, award or fact has changed"
	unchangedRanks = "nothing that the ranking depends on has changed, and no award"

	factNamed   = "{was} is now called {is}"
	factOf      = "{name}: {what}"
	factChanged = "{fact} changed from “{was}” to “{is}”"
	factFigure  = "{fact} changed from {was} to {is}"
	factKnown   = "{fact} became known: {is}"
	factUnknown = "{fact} is no longer known; it was {was}"
	factGiven   = "{fact} added: “{is}”"
	factTaken   = "{fact} removed, which was “{was}”"
	factMore    = "{fact} added: {is}"
	factFewer   = "{fact} removed: {was}"
	factBoth    = "{fact} added: {is}; removed: {was}"
	factRewrote = "{fact} rewritten"
	factLeads   = "source “{title}” leads to {is}, no longer to {was}"
	factAnswer  = "answer to “{title}” rewritten"
	factColumn  = "{fact} added: {is}, known of {count} of {all}"
)

// Fact is one thing that readers were told before and are told otherwise after.
type Fact struct {
	Provider string   // slug; empty for the guide as a whole
	Kind     string   // "fees", "regions", "attribute": see the calls of add
	ID       string   // of the criterion, attribute or source that it is of
	Was, Is  []string // what was said and what is said, in full; for lists only what went and what came
	Text     Text     // without a full stop
}

// longest is how many characters of a text are quoted in a sentence. What is longer
// was rewritten, and Was and Is have it in full.
const longest = 240

// Facts compares what readers were told at two times, but for ranks and scores:
// those are in [Changes]. Where one side has no facts frozen, only what both have is
// compared. Of an entry that joins or leaves only its place is told.
func Facts(before, after *guide.Edition) []Fact {
	d := facts{wording: wording{before, after}}
	if before.HoldsFacts() && after.HoldsFacts() {
		d.ofGuide()
	}
	for i := range after.Entries {
		is := &after.Entries[i]
		if was := entryOf(before, is.Provider); was != nil {
			d.provider = is.Provider
			d.ofEntry(was, is)
		}
	}
	if before.HoldsFacts() && after.HoldsFacts() {
		d.apart()
	}
	return d.out
}

// Unchanged says that nothing differs of what both sides hold.
func Unchanged(before, after *guide.Edition) Text {
	template := unchangedRanks
	if before.HoldsFacts() && after.HoldsFacts() {
		template = unchangedFacts
	}
	return say("unchanged", template).Stop()
}

// entryOf is the entry of a provider in an edition, or nil.
func entryOf(e *guide.Edition, provider string) *guide.EditionEntry {
	for i := range e.Entries {
		if e.Entries[i].Provider == provider {
			return &e.Entries[i]
		}
	}
	return nil
}

// facts collects them.
type facts struct {
	wording
	provider string // that they are told of; empty for the guide
	out      []Fact
}

func (d *facts) add(kind, id string, was, is []string, what Text) {
	if d.provider != "" {
		name := slot{"name", []Part{{Words: d.wording.provider(d.provider), Name: "name", Of: d.provider}}}
		what = say("fact", factOf, name, what.as("what"))
	}
	what.Claim = "fact"
	d.out = append(d.out, Fact{d.provider, kind, id, was, is, what})
}

// text compares a text that may be empty.
func (d *facts) text(kind, fact, was, is string) {
	if was == is {
		return
	}
	template := factChanged
	switch {
	case max(utf8.RuneCountInString(was), utf8.RuneCountInString(is)) > longest:
		template = factRewrote
	case was == "":
		template = factGiven
	case is == "":
		template = factTaken
	}
	d.add(kind, "", some(was), some(is), say("", template, words("fact", fact), words("was", strings.TrimSuffix(was, ".")), words("is", strings.TrimSuffix(is, "."))))
}

// value compares a value or a figure, which may be unknown.
func (d *facts) value(kind, id, fact, was, is string) {
	template := factFigure
	switch {
	case was == is:
		return
	case was == "":
		template = factKnown
	case is == "":
		template = factUnknown
	}
	d.add(kind, id, some(was), some(is), say("", template, words("fact", fact), words("was", was), words("is", is)))
}

// list compares a list, whose order says nothing.
func (d *facts) list(kind, id, fact string, was, is []string, quote bool) {
	gone, come := without(was, is), without(is, was)
	template := factBoth
	switch {
	case len(gone)+len(come) == 0:
		return
	case len(gone) == 0:
		template = factMore
	case len(come) == 0:
		template = factFewer
	}
	d.add(kind, id, gone, come, say("", template, words("fact", fact), words("was", enumerated(gone, quote)), words("is", enumerated(come, quote))))
}

func some(s string) []string {
	if s == "" {
		return nil
	}
	return []string{s}
}

func without(list, other []string) []string {
	var out []string
	for _, x := range list {
		if !slices.Contains(other, x) {
			out = append(out, x)
		}
	}
	return out
}

// enumerated is a list of names, or of what is said in so many words.
func enumerated(list []string, quote bool) string {
	if !quote {
		return List(list)
	}
	quoted := make([]string, len(list))
	for i, x := range list {
		quoted[i] = "“" + strings.TrimSuffix(cut(x), ".") + "”"
	}
	return strings.Join(quoted, ", ")
}

// cut is the beginning of a text that is long, up to a whole word.
func cut(text string) string {
	if utf8.RuneCountInString(text) <= longest {
		return text
	}
	short := string([]rune(text)[:longest])
	if at := strings.LastIndex(short, " "); at > 0 {
		short = short[:at]
	}
	return short + " …"
}
