package content

import (
	"fmt"
	"slices"
	"strings"

	"shortlist/internal/content/front"
	"shortlist/internal/diag"
	"shortlist/internal/guide"
)

var editionName = diag.Define(diag.Error, "edition-name",
	"An edition's file is not named after its date.")

// maxEdition is the greatest size of an edition in bytes: it holds a whole
// guide's scores with their reasons.
const maxEdition = 512 << 10

// editionFile is guides/<guide>/editions/<date>.toml. It is TOML as
// [EncodeEdition] writes it, read as strictly as what people write: a file that
// somebody changed by hand must not pass for a record.
type editionFile struct {
	*reader
	edition *guide.Edition
}

// DecodeEdition reads one edition. The file's name must be that of the date.
// The edition is nil when there is an error in the list.
func DecodeEdition(path string, data []byte) (*guide.Edition, diag.List) {
	r := &reader{noun: "edition"}
	r.file, r.list = front.TOML(path, data, maxEdition)
	r.root = &fields{r: r, t: r.file.Root, noun: r.noun}
	r.tables = []*fields{r.root}
	e := readEdition(r, slugOf(path)).edition
	r.finish()
	r.list.Sort()
	if r.list.Count(diag.Error) > 0 {
		return nil, r.list
	}
	return e, r.list
}

// ParseDate reads a date as content writes it, "2025-09-12" or "2025-09".
func ParseDate(text string) (guide.Date, bool) { return parseDate(text) }

// EditionPath is where an edition of a guide is kept, from the site's folder.
func EditionPath(guide string, date guide.Date) string {
	return fmt.Sprintf("%s/guides/%s/editions/%s.toml", root, guide, date)
}

func readEdition(r *reader, stem string) *editionFile {
	f := r.root
	e := &guide.Edition{Origin: r.origin()}
	date := f.date("date", required)
	if !date.IsZero() && date.String() != stem {
		r.report(editionName, date.at, fmt.Sprintf("the edition of %s is in a file called %s.toml", date, stem),
			fmt.Sprintf("name it %s.toml", date))
	}
	e.Date = date.Date
	e.Title = f.text("title", required)
	if v := f.find("stress", required, "10"); v != nil {
		e.Stress, _ = r.percent(v, "stress", "stress")
	}
	if choice(f, "unknown", required, "midpoint", "low") == "low" {
		e.Unknown = guide.Low
	}
	e.Grain = f.readGrain(0)
	e.MinKnown = f.readMinKnown(0)

	known := f.readEditionCriteria(e)
	f.readGuideFacts(e)
	readable := f.readEditionEntries(e, known) && known
	if readable && len(r.list) == 0 {
		r.checkDrift(f, e)
	}
	return &editionFile{r, e}
}

// readEditionCriteria reports whether every criterion could be read.
func (f *fields) readEditionCriteria(e *guide.Edition) bool {
	known, seen := true, map[string]bool{}
	list := f.criteria()
	weights := newWeighing(list)
	for _, t := range list {
		c := guide.EditionCriterion{ID: t.id(seen), Name: t.text("name", required)}
		c.Weight, c.Parts = weights.read(t, c.ID)
		known = known && c.ID != ""
		e.Criteria = append(e.Criteria, c)
	}
	if len(list) > 0 {
		for k, w := range weights.full(f.r, list[0].t.Span) {
			e.Criteria[k].Weight = w
		}
	}
	return known && len(list) > 0
}

// readEditionEntries reports whether every entry could be read. With unknown
// criteria the scores are left alone.
func (f *fields) readEditionEntries(e *guide.Edition, known bool) bool {
	readable := true
	seen := map[string]bool{}
	list := f.tables("entries", "entry", required)
	for _, t := range list {
		x := guide.EditionEntry{Provider: t.editionProvider(seen)}
		x.Name = t.text("name", required)
		x.Award = t.text("award", optional)
		x.Rank = t.whole("rank", len(list))
		x.Total = t.readTotal()
		x.Facts = t.readFrozenFacts(e)
		scores := t.table("scores", "[entries.scores]")
		scores.open = !known
		readable = readable && scores.t != nil && len(t.lacks) == 0
		for _, c := range e.Criteria {
			if known {
				s, ok := scores.editionScore(c.ID)
				x.Scores = append(x.Scores, s)
				readable = readable && ok
			}
		}
		if !t.has("scores") {
			f.r.report(missingKey, t.head(), "the entry has no `scores`", "add a table [entries.scores]")
		}
		e.Entries = append(e.Entries, x)
	}
	return readable && len(list) > 0
}

// editionProvider reads the slug of a provider, whom the site need not know any
// more.
func (f *fields) editionProvider(seen map[string]bool) string {
	v := f.find("provider", required, `"..."`)
	if v == nil {
		return ""
	}
	slug := f.r.text(v, "provider")
	if message, hint := checkFileSlug(slug); slug != "" && message != "" {
		f.r.report(badSlug, v.Span, message, hint)
	}
	if seen[slug] {
		f.r.report(repeatedID, v.Span, fmt.Sprintf("another entry has the provider `%s`", slug), "remove one")
	}
	seen[slug] = true
	return slug
}

// whole reads a whole number that is at least 0 and at most so much.
func (f *fields) whole(name string, most int) int {
	v := f.find(name, required, "1")
	if v == nil {
		return 0
	}
	if v.Kind != front.Integer {
		f.r.wrongType(v, name, "a whole number", "write it without a decimal point")
		return 0
	}
	n, ok := f.r.number(v, name, name, 0)
	if ok && (n < 0 || n > int64(most)) {
		f.r.report(badNumber, v.Span, fmt.Sprintf("%s %s is not between 0 and %d", name, v.Raw, most), driftHint)
	}
	return int(n)
}

// readTotal reads a sum of weights times hundredths, or a half more, as one of
// half-hundredths.
func (f *fields) readTotal() int {
	v := f.find("total", required, "1")
	if v == nil {
		return 0
	}
	const most = int64(guide.FullWeight) * int64(guide.MaxScore)
	tenths, ok := f.r.number(v, "total", "total", 1)
	if ok && (tenths < 0 || tenths > 10*most || tenths%5 != 0) {
		f.r.report(badNumber, v.Span, fmt.Sprintf("total %s is not between 0 and %d, in halves", v.Raw, most), driftHint)
	}
	return int(tenths / 5)
}

// editionScore reads { score = 8.5, why = "..." }, { low = 4, high = 7 } or
// "unknown"; false when it is missing or wrong. Of several that an entry lacks the
// first is reported.
func (f *fields) editionScore(id string) (guide.EditionScore, bool) {
	anything := guide.EditionScore{Low: 0, High: guide.MaxScore}
	v := f.find(id, need(len(f.lacks) == 0), `"unknown"`)
	switch {
	case v == nil:
		return anything, false
	case v.Kind == front.String && v.Text == "unknown":
		return anything, true
	case v.Kind == front.String:
		f.r.report(scoreForm, v.Span, fmt.Sprintf("`%s` cannot be `%s`", id, v.Text), scoreHint)
		return anything, false
	case v.Kind != front.Inline:
		f.r.wrongType(v, id, "a table or \"unknown\"", scoreHint)
		return anything, false
	}
	t := f.in(v.Table, "score")
	s := score{key: f.t.Get(id), published: true}
	s.point = t.find("score", optional, "")
	s.low, s.high = t.find("low", optional, ""), t.find("high", optional, "")
	figure, why := t.text("figure", optional), t.text("why", optional)
	s.checkForm(t)
	before := len(f.r.list)
	a := s.assess(f.r, &guide.Criterion{ID: id})
	return guide.EditionScore{Low: a.Low, High: a.High, Why: why, Figure: figure}, !s.bad && len(f.r.list) == before
}

// takeEditions gives the guide its editions, the oldest first.
func (file *guideFile) takeEditions() {
	for _, e := range file.editions {
		file.guide.Editions = append(file.guide.Editions, e.edition)
	}
	slices.SortFunc(file.guide.Editions, func(a, b *guide.Edition) int {
		if c := a.Date.Compare(b.Date); c != 0 {
			return c
		}
		return strings.Compare(a.Date.String(), b.Date.String())
	})
}
