package content

import (
	"fmt"
	"slices"

	"shortlist/internal/content/front"
	"shortlist/internal/diag"
	"shortlist/internal/guide"
)

var (
	unknownProvider = diag.Define(diag.Error, "unknown-provider",
		"An entry or alternative names a provider that has no file.")
	alternativeSelf = diag.Define(diag.Error, "alternative-self",
		"An entry names itself as an alternative.")
)

// entryFile is guides/<guide>/entries/<provider>.md.
type entryFile struct {
	*reader
	slug         string
	draft        bool
	entry        *guide.Entry
	alternatives []alternative
	regions      []ref
	attributes   *fields
	scores       *fields
	given        []score
	prices       []price
	sources      []*declared
}

// alternative is another provider, and what it is an alternative for.
type alternative struct {
	ref
	purpose string
}

func readEntry(r *reader, slug string) *entryFile {
	f := r.root
	e := &guide.Entry{Origin: r.origin()}
	file := &entryFile{reader: r, slug: slug, entry: e}
	file.draft = f.bool("draft")
	e.Verdict = f.readVerdict()
	e.Role = choice(f, "role", optional, guide.Core, guide.AddOn, guide.Reference)
	e.Award = f.inline("award", need(e.Verdict.Kind != guide.NotRecommended))
	e.Audience = names(f.texts("audience", required))
	e.ConsiderIf = f.inline("consider_if", optional)
	e.Strengths, e.Drawbacks = f.lines("strengths"), f.lines("drawbacks")
	file.alternatives = f.readAlternatives()
	file.regions = f.texts("regions", optional)
	e.RegionsNote = f.inline("regions_note", optional)
	e.Fees = f.inline("fees", optional)
	e.AsOf = f.asOf()
	file.prices = f.readPrices()

	file.attributes = f.table("attributes", "[attributes]")
	file.attributes.open = true // they are read when the guide is known
	file.scores = f.table("scores", "[scores]")
	e.Corrections = plainCorrections(f.readCorrections(false))
	file.sources = f.readSources(slug)
	file.given = file.scores.readScores()
	e.Sources = plainSources(file.sources)
	e.Extra = f.readExtra()
	f.readAccept()
	e.Body = r.readFacts()
	r.wantBody(e.Body)
	return file
}

// readAlternatives reads a list of providers, some with a purpose:
// ["marsh", { provider = "munich-re", for = "staking" }].
func (f *fields) readAlternatives() []alternative {
	v := f.find("alternatives", optional, "")
	if v == nil {
		return nil
	}
	var out []alternative
	for _, item := range f.r.items(v, "alternatives") {
		a := alternative{ref: ref{at: item.Span}}
		if item.Kind == front.Inline {
			t := f.in(item.Table, "alternative")
			if a.name = t.text("provider", required); a.name != "" {
				a.at = t.t.Get("provider").Value.Span
			}
			a.purpose = t.text("for", optional)
		} else {
			a.name = f.r.text(item, "alternatives")
		}
		if a.name == "" {
			continue
		}
		same := func(b alternative) bool { return a.name == b.name && a.purpose == b.purpose }
		if slices.ContainsFunc(out, same) {
			f.r.report(duplicateValue, a.at, fmt.Sprintf("`alternatives`: `%s` is given twice", a.name), "remove one")
			continue
		}
		out = append(out, a)
	}
	return out
}
