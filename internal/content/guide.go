package content

import (
	"fmt"

	"shortlist/internal/content/front"
	"shortlist/internal/diag"
	"shortlist/internal/guide"
)

var (
	badNoun = diag.Define(diag.Error, "noun",
		"The noun is not two forms, one provider and several.")
	staleYear = diag.Define(diag.Warning, "stale-year",
		"The year in a title is older than the last review or update.")
	reviewedBefore = diag.Define(diag.Warning, "reviewed-before-accessed",
		"A source of a guide was read after the facts were last reviewed, as the guide says.")
	reviewOverdue = diag.Define(diag.Advice, "review-overdue",
		"The promised review is overdue.")
	badGrain = diag.Define(diag.Error, "grain",
		"The grain of the scores is not between 0 and 10.")
	noEntries = diag.Define(diag.Error, "no-entries",
		"A guide has no entry to rank.")
)

// guideFile is guides/<guide>/guide.md with the folder around it.
type guideFile struct {
	*reader
	bonds
	guide     *guide.Guide
	authors   []ref
	topics    []ref
	related   []related
	regions   [][]ref // what each use case requires, in its order
	added     [][]ref // what it requires of an add-on
	sources   []*declared
	hold      hold
	reviewed  dated
	entries   []*entryFile
	editions  []*editionFile // in the order of their names
	former    []formerly
	diagrams  diagrams
	pinned    [][2]ref // pairs that are compared
	corrected []corrected

	// Whether every criterion and attribute could be read, so that a name that
	// is not among them is wrong.
	criteriaKnown, attributesKnown bool
}

func readGuide(r *reader, slug string) *guideFile {
	f := r.root
	g := &guide.Guide{Slug: slug, Origin: r.origin()}
	file := &guideFile{reader: r, guide: g}
	g.Title = f.text("title", required)
	year := f.year("year")
	g.Year = year.name
	g.Description = f.description(required)
	g.Basis = f.inline("basis", optional)
	g.Category = f.text("category", optional)
	file.topics = f.slugs("topics", optional)
	g.Topics = names(file.topics)
	file.authors = f.texts("authors", required)
	file.hold = f.readHold()
	g.Dates = f.readDates(file.hold)
	file.reviewed = f.readReview(&g.Dates, year)
	g.Noun = f.forms("noun", required)
	g.Stress = f.readStress()
	g.Unknown = f.readUnknown()
	g.Grain = f.readGrain(defaultGrain)
	g.MinKnown = f.readMinKnown(defaultMinKnown)
	file.related = f.readRelated()
	file.pinned = f.readPinned()
	file.former = f.readFormer(slug)
	g.Former, g.Aliases = plainFormer(file.former), withFormer(f.aliases(), file.former, "/guides/")

	g.Labels = f.readLabels()
	g.Criteria, file.criteriaKnown = f.readCriteria()
	g.Attributes, file.attributesKnown = f.readAttributes()
	file.readLenses()
	file.readUseCases()
	file.corrected = f.readCorrections(true)
	g.Corrections = plainCorrections(file.corrected)
	file.sources = f.readSources("")
	g.Sources = plainSources(file.sources)
	file.diagrams = f.readDiagrams()
	g.Diagrams = file.diagrams.all
	g.Extra = f.readExtra()
	f.readAccept()
	g.Body = r.readBody(true)
	return file
}

// readReview reads when the facts were checked and how often they are to be.
func (f *fields) readReview(d *guide.Dates, year ref) dated {
	reviewed := f.date("reviewed", optional)
	every := f.period("review_every")
	f.r.past("reviewed", reviewed)
	d.Reviewed, d.ReviewEvery = reviewed.Date, every
	switch {
	case every.IsZero():
	case !f.has("reviewed"):
		f.r.report(missingKey, f.at("review_every"), "a guide with `review_every` has no `reviewed`",
			"add `reviewed`, the date when the facts were last checked")
	case !reviewed.IsZero():
		if due := d.NextReview(); due.Compare(f.r.now) < 0 {
			d.Overdue = true
			f.r.report(reviewOverdue, reviewed.at, "the review has been due since "+due.Words(),
				"check the facts, then set `reviewed`")
		}
	}
	if last := fmt.Sprintf("%04d", max(d.Updated.Year, reviewed.Year)); year.name != "" && last > year.name {
		f.r.report(staleYear, year.at, fmt.Sprintf("the title says %s, but the guide was changed or reviewed in %s", year.name, last),
			"set `year`, or accept this rule with a reason")
	}
	return reviewed
}

// checkReviewed holds the last review against the sources: whoever has read one
// later has checked facts later, and readers are told an older date.
func (g *guideFile) checkReviewed() {
	if g.reviewed.IsZero() {
		return
	}
	var newest *guide.Source
	look := func(sources []*guide.Source) {
		for _, s := range sources {
			ahead := s.Accessed.Compare(g.now) > 0 // a mistake of its own
			if !s.Accessed.IsZero() && !ahead && (newest == nil || newest.Accessed.Compare(s.Accessed) < 0) {
				newest = s
			}
		}
	}
	look(g.guide.Sources)
	for _, e := range g.guide.AllEntries() {
		look(e.Sources)
		look(e.Provider.Sources)
	}
	if newest != nil && precedes(g.reviewed.Date, newest.Accessed) {
		g.report(reviewedBefore, g.reviewed.at, fmt.Sprintf("`reviewed` is before the source `%s` was read, %s: %s:%d",
			newest.ID, newest.Accessed, newest.Origin.File, newest.Origin.Line),
			"set `reviewed` if all facts were checked then, or accept this rule with a reason")
	}
}

// forms reads the words for one and several of something.
func (f *fields) forms(name string, n need) guide.Noun {
	v := f.find(name, n, `["provider", "providers"]`)
	if v == nil {
		return guide.Noun{}
	}
	const hint = `write one and several: ["provider", "providers"]`
	if v.Kind != front.Array {
		f.r.wrongType(v, name, "a list", hint)
		return guide.Noun{}
	}
	if len(v.Items) != 2 {
		f.r.report(badNoun, v.Span, "`"+name+"` must have two forms", hint)
		return guide.Noun{}
	}
	return guide.Noun{One: f.r.text(v.Items[0], name), Many: f.r.text(v.Items[1], name)}
}

// defaultStress is how much of the weight is moved when nothing else is said.
const defaultStress guide.Weight = 1000

func (f *fields) readStress() guide.Weight {
	v := f.find("stress", optional, "")
	if v == nil {
		return defaultStress
	}
	w, _ := f.r.percent(v, "stress", "stress")
	return w
}

// defaultGrain is half of the half point in which most scores are given.
const defaultGrain guide.Score = 25

// readGrain reads by how much a point score may be off.
func (f *fields) readGrain(otherwise guide.Score) guide.Score {
	v := f.find("grain", optional, "")
	if v == nil {
		return otherwise
	}
	n, ok := f.r.number(v, "grain", "grain", scoreDecimals)
	if ok && (n < 0 || n > int64(guide.MaxScore)) {
		f.r.report(badGrain, v.Span, fmt.Sprintf("grain %s is not between 0 and 10", v.Raw),
			"write by how much a score may be off: 0.25, or 0 for not at all")
		return otherwise
	}
	return guide.Score(n)
}

// defaultMinKnown is how much must be known of an entry that is not provisional.
const defaultMinKnown guide.Weight = 3000

func (f *fields) readMinKnown(otherwise guide.Weight) guide.Weight {
	v := f.find("min_known", optional, "")
	if v == nil {
		return otherwise
	}
	w, _ := f.r.percent(v, "min_known", "min_known")
	return w
}

func (f *fields) readUnknown() guide.Unknown {
	if choice(f, "unknown", optional, "midpoint", "low") == "low" {
		return guide.Low
	}
	return guide.Midpoint
}
