package content

import (
	"bytes"
	"fmt"
	"strings"

	"shortlist/internal/content/front"
	"shortlist/internal/guide"
)

// The facts of an edition: how they are written, and how they are read back. An
// edition of before facts were frozen has none of the keys.

func writeGuideFacts(b *bytes.Buffer, e *guide.Edition) {
	for _, a := range e.Attributes {
		fmt.Fprintf(b, "\n[[attributes]]\nid = %q\nname = %s\n", a.ID, front.Quoted(a.Name))
	}
	for _, q := range e.Questions {
		fmt.Fprintf(b, "\n[[questions]]\ntext = %s\n", front.Quoted(q.Text))
		if q.Answer != "" {
			fmt.Fprintf(b, "answer = %s\n", front.Quoted(q.Answer))
		}
	}
	for _, s := range e.Sources {
		fmt.Fprintf(b, "\n[[sources]]\nid = %q\ntitle = %s\nurl = %s\n", s.ID, front.Quoted(s.Title), front.Quoted(s.URL))
	}
}

// writeApart writes the entries that took no place.
func writeApart(b *bytes.Buffer, e *guide.Edition) {
	for _, x := range e.Apart {
		fmt.Fprintf(b, "\n[[apart]]\nprovider = %q\nname = %s\nverdict = %q\n", x.Provider, front.Quoted(x.Name), x.Kind)
		if !x.Date.IsZero() {
			fmt.Fprintf(b, "date = %q\n", x.Date)
		}
		if x.Note != "" {
			fmt.Fprintf(b, "note = %s\n", front.Quoted(x.Note))
		}
	}
}

func writeFacts(b *bytes.Buffer, e *guide.Edition, f *guide.EditionFacts) {
	b.WriteString("\n[entries.facts]\n")
	text := func(key, value string) {
		if value != "" {
			fmt.Fprintf(b, "%s = %s\n", key, front.Quoted(value))
		}
	}
	list := func(key string, values []string) {
		if len(values) > 0 {
			fmt.Fprintf(b, "%s = %s\n", key, front.QuotedList(values...))
		}
	}
	text("kind", f.Kind)
	text("home", f.Home)
	text("website", f.Website)
	if f.Role != guide.Core {
		text("role", string(f.Role))
	}
	if f.Status.Kind != "" {
		text("status", f.Status.Kind)
		text("status_date", f.Status.Date.String())
		text("status_note", f.Status.Note)
	}
	list("audience", f.Audience)
	text("consider_if", f.ConsiderIf)
	list("strengths", f.Strengths)
	list("drawbacks", f.Drawbacks)
	list("regions", f.Regions)
	text("regions_note", f.RegionsNote)
	list("alternatives", f.Alternatives)
	text("fees", f.Fees)
	list("stated", f.Stated)
	tables(b, "prices", f.Prices, frozenPrice)
	if !f.AsOf.IsZero() {
		text("as_of", f.AsOf.String())
	}
	var given []string
	for i, words := range f.Attributes {
		if words != "" {
			given = append(given, fmt.Sprintf("%s = %s", e.Attributes[i].ID, front.Quoted(words)))
		}
	}
	if len(given) > 0 {
		fmt.Fprintf(b, "attributes = { %s }\n", strings.Join(given, ", "))
	}
	tables(b, "text", f.Text, func(t guide.EditionText) string {
		title := ""
		if t.Title != "" {
			title = "title = " + front.Quoted(t.Title) + ", "
		}
		return fmt.Sprintf("%slines = %s", title, front.QuotedList(t.Lines...))
	})
	tables(b, "sources", f.Sources, func(s guide.EditionSource) string {
		return fmt.Sprintf("id = %q, title = %s, url = %s", s.ID, front.Quoted(s.Title), front.Quoted(s.URL))
	})
}

// tables writes a list of inline tables, each on a line of its own.
func tables[T any](b *bytes.Buffer, key string, list []T, say func(T) string) {
	if len(list) == 0 {
		return
	}
	fmt.Fprintf(b, "%s = [\n", key)
	for _, x := range list {
		fmt.Fprintf(b, "  { %s },\n", say(x))
	}
	b.WriteString("]\n")
}

// readGuideFacts reads the facts of the guide as a whole.
func (f *fields) readGuideFacts(e *guide.Edition) {
	e.Description = f.text("description", optional)
	seen := map[string]bool{}
	for _, t := range f.tables("attributes", "attribute", optional) {
		e.Attributes = append(e.Attributes, guide.EditionAttribute{ID: t.id(seen), Name: t.text("name", required)})
	}
	for _, t := range f.tables("questions", "question", optional) {
		e.Questions = append(e.Questions, guide.EditionQuestion{Text: t.text("text", required), Answer: t.text("answer", optional)})
	}
	e.Sources = f.readFrozenSources()
	who := map[string]bool{}
	for _, t := range f.tables("apart", "entry", optional) {
		x := guide.EditionApart{Provider: t.editionProvider(who), Name: t.text("name", required)}
		x.Kind = string(choice(t, "verdict", required, guide.Withdrawn, guide.NotRecommended))
		x.Date, x.Note = t.date("date", need(x.Kind == string(guide.Withdrawn))).Date, t.text("note", optional)
		e.Apart = append(e.Apart, x)
	}
}

func (f *fields) readFrozenSources() []guide.EditionSource {
	var out []guide.EditionSource
	seen := map[string]bool{}
	for _, t := range f.tables("sources", "source", optional) {
		out = append(out, guide.EditionSource{ID: t.id(seen), Title: t.text("title", required), URL: t.text("url", required)})
	}
	return out
}

// readFrozenFacts reads the facts of an entry; nil where there are none.
func (f *fields) readFrozenFacts(e *guide.Edition) *guide.EditionFacts {
	t := f.table("facts", "[entries.facts]")
	if t.t == nil {
		return nil
	}
	out := &guide.EditionFacts{
		Kind: t.text("kind", optional), Home: t.text("home", optional), Website: t.text("website", optional),
		Role:     choice(t, "role", optional, guide.Core, guide.AddOn, guide.Reference),
		Status:   t.readFrozenStatus(),
		Audience: names(t.frozenTexts("audience")), ConsiderIf: t.text("consider_if", optional),
		Strengths: names(t.frozenTexts("strengths")), Drawbacks: names(t.frozenTexts("drawbacks")),
		Regions: names(t.frozenTexts("regions")), RegionsNote: t.text("regions_note", optional),
		Alternatives: names(t.frozenTexts("alternatives")), Fees: t.text("fees", optional), Stated: names(t.frozenTexts("stated")),
		AsOf: t.date("as_of", optional).Date,
	}
	given := t.table("attributes", "[entries.facts.attributes]")
	for _, a := range e.Attributes {
		words := ""
		if a.ID != "" {
			words = given.text(a.ID, optional)
		}
		out.Attributes = append(out.Attributes, words)
	}
	for _, part := range t.tables("text", "text", optional) {
		out.Text = append(out.Text, guide.EditionText{Title: part.text("title", optional), Lines: names(part.frozenTexts("lines"))})
	}
	out.Sources = t.readFrozenSources()
	out.Prices = t.readFrozenPrices()
	return out
}

func (f *fields) readFrozenStatus() guide.EditionStatus {
	if !f.has("status") {
		f.find("status", optional, "")
		return guide.EditionStatus{}
	}
	return guide.EditionStatus{Kind: string(choice(f, "status", required, guide.Closed, guide.Acquired, guide.Paused)),
		Date: f.date("status_date", required).Date, Note: f.text("status_note", optional)}
}

// frozenTexts reads a list of texts as they were, which may name one thing twice.
func (f *fields) frozenTexts(name string) []ref {
	v := f.find(name, optional, "")
	if v == nil {
		return nil
	}
	var out []ref
	for _, item := range f.r.items(v, name) {
		if item.Kind != front.String {
			f.r.wrongType(item, name, "a string", driftHint)
			continue
		}
		if s := f.r.text(item, name); s != "" {
			out = append(out, ref{s, item.Span})
		}
	}
	return out
}
