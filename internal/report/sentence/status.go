package sentence

import "shortlist/internal/guide"

const (
	statusSaid     = "{became} {when}"
	verdictLeft    = "left the ranking {when}"
	verdictLeftAs  = "left {guide} {when}"
	verdictNot     = "not recommended"
	verdictNotIn   = "not recommended in {guide}"
	verdictLast    = "it was {rank} of {count} in the edition of {when}"
	draftSaid      = "not published ({why})"
	factAgain      = "goes on again; it was {was}"
	factNoLonger   = "no longer mentioned; before: {was}"
	factWithReason = "{what} (“{reason}”)"
)

// when is a date in a sentence: "in March 2026", "on 3 March 2026".
func when(d guide.Date) slot {
	if d.Day == 0 {
		return words("when", "in "+d.Words())
	}
	return words("when", "on "+d.Words())
}

// Status says what has become of a provider: "closed in March 2026"; empty for one
// that goes on.
func Status(s guide.Status) Text {
	if s.Kind == "" {
		return Text{}
	}
	return say("status", statusSaid, words("became", string(s.Kind)), when(s.Date))
}

// Apart says why an entry takes no place: "left the ranking in March 2026", "not
// recommended". Where the words stand elsewhere, they name the guide.
func Apart(v guide.Verdict, guideTitle string) Text {
	switch {
	case v.Kind == guide.Withdrawn && guideTitle != "":
		return say("verdict", verdictLeftAs, words("guide", guideTitle), when(v.Date))
	case v.Kind == guide.Withdrawn:
		return say("verdict", verdictLeft, when(v.Date))
	case v.Kind == guide.NotRecommended && guideTitle != "":
		return say("verdict", verdictNotIn, words("guide", guideTitle))
	case v.Kind == guide.NotRecommended:
		return say("verdict", verdictNot)
	}
	return Text{}
}

// State says in few words what a reader should know beside an entry's name: that its
// provider has closed, that it is a draft; empty for most.
func State(e *guide.Entry) Text {
	var parts []Text
	if e.Draft != "" {
		parts = append(parts, say("", draftSaid, words("why", e.Draft)))
	}
	if said := Status(e.Provider.Status); !said.Empty() {
		parts = append(parts, said)
	}
	return Text{"status", list("", "; ", parts).parts}
}

// LastPlace says which place a provider had in the latest edition that ranks it;
// empty where none does.
func LastPlace(editions []*guide.Edition, provider string) Text {
	for i := len(editions) - 1; i >= 0; i-- {
		if x := entryOf(editions[i], provider); x != nil {
			return say("last", verdictLast, ordinal("rank", x.Rank), fig("count", decimal(len(editions[i].Entries)), int64(len(editions[i].Entries)), 1),
				words("when", editions[i].Date.Words())).Stop()
		}
	}
	return Text{}
}

// status compares what has become of the provider.
func (d *facts) status(was, is guide.EditionStatus) {
	if was == is {
		return
	}
	before, after := statusWords(was), statusWords(is)
	if is.Kind == "" {
		d.add("status", "", some(before.String()), nil, say("", factAgain, before.as("was")))
		return
	}
	d.add("status", "", some(before.String()), some(after.String()), withReason(after, is.Note))
}

func statusWords(s guide.EditionStatus) Text {
	return Status(guide.Status{Kind: guide.StatusKind(s.Kind), Date: s.Date})
}

// apart compares the entries that take no place.
func (d *facts) apart() {
	find := func(e *guide.Edition, provider string) *guide.EditionApart {
		for i := range e.Apart {
			if e.Apart[i].Provider == provider {
				return &e.Apart[i]
			}
		}
		return nil
	}
	for i := range d.after.Apart {
		is := &d.after.Apart[i]
		if was := find(d.before, is.Provider); was != nil && was.EditionStatus == is.EditionStatus {
			continue
		}
		d.provider = is.Provider
		said := verdictWords(is)
		d.add("verdict", "", nil, some(said.String()), withReason(said, is.Note))
	}
	for i := range d.before.Apart {
		was := &d.before.Apart[i]
		if find(d.after, was.Provider) == nil && entryOf(d.after, was.Provider) == nil {
			d.provider = was.Provider
			said := verdictWords(was)
			d.add("verdict", "", some(said.String()), nil, say("", factNoLonger, said.as("was")))
		}
	}
}

func verdictWords(x *guide.EditionApart) Text {
	return Apart(guide.Verdict{Kind: guide.VerdictKind(x.Kind), Date: x.Date}, "")
}

func withReason(said Text, note string) Text {
	if note == "" {
		return said
	}
	return say("", factWithReason, said.as("what"), words("reason", cut(note)))
}
