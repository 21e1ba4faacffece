package content

import (
	"fmt"
	"slices"
	"strings"

	"shortlist/internal/diag"
	"shortlist/internal/guide"
)

var (
	badDiagram = diag.Define(diag.Error, "diagram",
		"A diagram has neither layers nor steps, or more of them than can be drawn.")
	unknownDrawing = diag.Define(diag.Error, "unknown-drawing",
		"A body calls for a chart or a diagram that there is none of.")
	unusedDiagram = diag.Define(diag.Warning, "unused-diagram",
		"A diagram is described, and the body does not call for it.")
)

// What can be drawn in one diagram, so that it fits the narrowest column.
const (
	mostLayers = 8
	mostSteps  = 8
	mostSpans  = 3
)

// diagrams are those of a file, with their places.
type diagrams struct {
	all []guide.Diagram
	ids []string
	at  map[string]diag.Span
}

// readDiagrams reads [[diagrams]].
func (f *fields) readDiagrams() diagrams {
	out := diagrams{at: map[string]diag.Span{}}
	seen := map[string]bool{}
	for _, t := range f.tables("diagrams", "diagram", optional) {
		d := guide.Diagram{ID: t.id(seen), Title: t.text("title", required), About: t.text("about", required), Origin: origin(t.t.Span)}
		layers, _ := t.pairs("layers", badDiagram, `write what it is called and what it does: ["Deductible", "..."]`)
		for _, pair := range layers {
			d.Layers = append(d.Layers, guide.Layer{Name: f.r.text(pair[0], "layers"), Text: f.r.text(pair[1], "layers")})
		}
		for _, step := range t.texts("steps", optional) {
			d.Steps = append(d.Steps, step.name)
		}
		d.Spans = t.readSpans(len(d.Steps))
		t.checkDiagram(&d)
		out.all = append(out.all, d)
		if d.ID != "" {
			out.ids, out.at[d.ID] = append(out.ids, d.ID), t.t.Span
		}
	}
	return out
}

// checkDiagram reports what cannot be drawn.
func (f *fields) checkDiagram(d *guide.Diagram) {
	if f.keys != nil {
		return
	}
	fault := func(message, hint string) { f.r.report(badDiagram, f.t.Span, message, hint) }
	switch {
	case f.has("layers") && f.has("steps"):
		fault("a diagram has `layers` and `steps`", "leave one of the two")
	case !f.has("layers") && !f.has("steps"):
		fault("a diagram has neither `layers` nor `steps`", `write layers = [["Deductible", "..."]] or steps = ["...", "..."]`)
	case len(d.Layers) > mostLayers:
		fault(fmt.Sprintf("a diagram has %d layers", len(d.Layers)), fmt.Sprintf("it may have %d", mostLayers))
	case len(d.Steps) > mostSteps:
		fault(fmt.Sprintf("a diagram has %d steps", len(d.Steps)), fmt.Sprintf("it may have %d", mostSteps))
	case len(d.Spans) > mostSpans:
		fault(fmt.Sprintf("a diagram has %d spans", len(d.Spans)), fmt.Sprintf("it may have %d", mostSpans))
	case f.has("spans") && !f.has("steps"):
		fault("a diagram has `spans` and no `steps`", "spans last from one step to another: write the steps")
	}
}

// readSpans reads spans = [["Old key", 1, 4]], each from one step to another.
func (f *fields) readSpans(steps int) []guide.Span {
	v := f.find("spans", optional, "")
	if v == nil {
		return nil
	}
	var out []guide.Span
	hint := `write what lasts, and its first and last step: ["Old key", 1, 4]`
	for _, item := range f.r.items(v, "spans") {
		if len(item.Items) != 3 {
			f.r.report(badDiagram, item.Span, "a span is not a name and two steps", hint)
			continue
		}
		s := guide.Span{Name: f.r.text(item.Items[0], "spans")}
		from, ok := f.r.number(item.Items[1], "spans", "step", 0)
		to, also := f.r.number(item.Items[2], "spans", "step", 0)
		switch {
		case !ok || !also:
			continue
		case from < 1 || to < from || steps > 0 && to > int64(steps):
			f.r.report(badDiagram, item.Span, fmt.Sprintf("a span lasts from step %d to step %d, and there are %d", from, to, steps), hint)
			continue
		}
		s.From, s.To = int(from), int(to)
		out = append(out, s)
	}
	return out
}

// checkCalls reports calls in a body for drawings that there are none of, and
// diagrams that no call uses. Charts are drawn from a guide's data, which is nil in
// an article.
func (r *reader) checkCalls(body *guide.Body, own diagrams, g *guide.Guide) {
	called, seen := map[string]bool{}, map[string]bool{}
	for _, c := range body.Calls {
		at := r.file.BodySpan(c.Offset, width(body.Source, c.Offset, c.Offset+c.Length))
		words, hint := strings.Join(c.Words, " "), ""
		all := strings.TrimSpace(c.Name + " " + words)
		if seen[all] {
			r.report(bodyRule("block-repeated"), at, fmt.Sprintf("::%s stands here a second time", all), "leave one of them out")
			continue
		}
		seen[all] = true
		switch {
		case c.Name != "diagram":
			if !r.broken() { // else what it is drawn from may be what could not be read
				hint = chartFault(c.Words, g)
			}
		case len(c.Words) == 1 && guide.DiagramOf(own.all, c.Words[0]) != nil:
			called[c.Words[0]] = true
		case len(own.ids) > 0:
			hint = didYouMean(words, own.ids, "diagrams here: "+strings.Join(own.ids, ", "))
		default:
			hint = "describe it as one of [[diagrams]] in the front matter"
		}
		if hint != "" {
			r.report(unknownDrawing, at, fmt.Sprintf("there is no %s `%s`", c.Name, words), hint)
		}
	}
	for _, d := range own.all {
		if d.ID != "" && !called[d.ID] && !r.broken() {
			r.report(unusedDiagram, own.at[d.ID],
				fmt.Sprintf("nothing calls for the diagram `%s`", d.ID), "write ::diagram "+d.ID+" on a line of its own where it belongs, or take it out")
		}
	}
}

// chartFault says what to write in place of the words of ::chart; nothing where they
// are right.
func chartFault(words []string, g *guide.Guide) (hint string) {
	const form = "charts are ::chart matrix, ::chart lollipop CRITERION, ::chart slope LENS and ::chart timeline"
	switch {
	case g == nil:
		return "charts are drawn from the data of a guide: they are for guide.md"
	case len(words) == 0:
		return form
	}
	one := func(name string, ids []string, none string) string {
		switch {
		case len(ids) == 0:
			return none
		case len(words) != 2:
			return fmt.Sprintf("name the %s: ::chart %s %s", name, words[0], ids[0])
		case slices.Contains(ids, words[1]):
			return ""
		}
		return didYouMean(words[1], ids, "write one of: "+strings.Join(ids, ", "))
	}
	switch kind := words[0]; kind {
	case "matrix", "timeline":
		switch {
		case len(words) > 1:
			return "write ::chart " + kind
		case kind == "timeline" && len(g.Editions) < 2:
			return "a timeline needs two editions: freeze one with `shortlist snapshot`"
		}
		return ""
	case "lollipop":
		var ids []string
		for _, c := range g.Criteria {
			if c.Measured() {
				ids = append(ids, c.ID)
			}
		}
		return one("measured criterion", ids, "the guide has no criterion that is measured")
	case "slope":
		var ids []string
		for _, l := range g.Lenses {
			ids = append(ids, l.ID)
		}
		return one("lens", ids, "the guide has no lens")
	default:
		return didYouMean(kind, []string{"matrix", "lollipop", "slope", "timeline"}, form)
	}
}
