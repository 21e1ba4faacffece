package page

import (
	"html/template"
	"io"
	"slices"
	"strconv"
	"strings"

	"shortlist/internal/export/chart"
	"shortlist/internal/guide"
	"shortlist/internal/report"
)

// draw is what stands in a page's prose where its author calls for a drawing: the
// finding, the drawing, and the same as a table. The first fault is kept.
func (r *guidePrinter) draw(fault *error) func(string, []string) string {
	return func(name string, words []string) string {
		d := r.g.Drawing(name, words)
		if d == nil {
			return ""
		}
		return drawn(d, r.drawingOf(d), fault)
	}
}

// drawDiagram is the same for an article, which has diagrams alone.
func drawDiagram(all []guide.Diagram, fault *error) func(string, []string) string {
	return func(name string, words []string) string {
		if name != "diagram" || len(words) == 0 {
			return ""
		}
		d := report.Diagram(all, words[0])
		if d == nil {
			return ""
		}
		return drawn(d, diagramOf(d), fault)
	}
}

// drawingOf chooses the chart.
func (r *guidePrinter) drawingOf(d *report.Drawing) func(io.Writer) error {
	head := chart.Head{ID: d.ID, Title: d.Title, Desc: d.About + " The table below says the same."}
	switch {
	case d.Diagram != nil:
		return diagramOf(d)
	case d.Matrix != nil:
		c := chart.Matrix{Head: head, Key: [3]string{"names it", "names a wider region", "lists the whole world; eligibility here not stated"}}
		for i, region := range d.Matrix.Regions {
			c.Columns = append(c.Columns, chart.Column{Name: region.Name, Figure: strconv.Itoa(d.Matrix.Counts[i])})
		}
		for i := range r.g.Entries {
			c.Rows = append(c.Rows, chart.Marks{Rank: r.g.Entries[i].Numeral, Name: r.g.Entries[i].Name, Cells: d.Matrix.Cells[i]})
		}
		return c.Draw
	case d.Lens != nil:
		return r.moves(head, d.Lens).Draw
	case d.History != nil:
		c := chart.Bump{Head: head}
		for i, date := range d.Editions {
			e := chart.Edition{Date: date}
			for _, h := range d.History.Rows {
				if h.Ranks[i] > 0 {
					e.Places = append(e.Places, chart.Spot{ID: h.Provider, Name: h.Name, Rank: h.Ranks[i]})
				}
			}
			c.Editions = append(c.Editions, e)
		}
		return c.Draw
	}
	c := chart.Lollipop{Head: head}
	for _, s := range d.Stems {
		e := &r.g.Entries[s.At]
		c.Rows = append(c.Rows, chart.Stem{Rank: e.Numeral, Name: e.Name, Value: s.Value, Figure: s.Figure, Unknown: s.Unknown})
	}
	return c.Draw
}

// moves leads from the published order to that of a lens.
func (r *guidePrinter) moves(head chart.Head, l *report.Lens) chart.Bump {
	before, after := chart.Edition{Label: "In the guide"}, chart.Edition{Label: "Here"}
	for i := range r.g.Entries {
		e := &r.g.Entries[i]
		before.Places = append(before.Places, chart.Spot{ID: e.Provider, Name: e.Name, Rank: e.Rank})
	}
	for _, p := range l.Standings.Rows {
		after.Places = append(after.Places, chart.Spot{ID: p.Provider, Name: p.Name, Rank: p.Rank})
	}
	return chart.Bump{Head: head, Editions: []chart.Edition{before, after}}
}

func diagramOf(d *report.Drawing) func(io.Writer) error {
	head := chart.Head{ID: d.ID, Title: d.Title, Desc: d.About}
	if len(d.Diagram.Layers) > 0 {
		c := chart.Layers{Head: head}
		for _, l := range d.Diagram.Layers {
			c.Layers = append(c.Layers, chart.Layer(l))
		}
		return c.Draw
	}
	c := chart.Steps{Head: head, Steps: slices.Clone(d.Diagram.Steps)}
	for _, s := range d.Diagram.Spans {
		c.Spans = append(c.Spans, chart.Span(s))
	}
	return c.Draw
}

// drawn is the HTML of a drawing. It stands within prose, which is made before the
// templates are asked.
func drawn(d *report.Drawing, draw func(io.Writer) error, fault *error) string {
	var b strings.Builder
	put := func(parts ...string) {
		for _, p := range parts {
			b.WriteString(p)
		}
	}
	words := template.HTMLEscapeString
	put(`<figure class="drawn"><figcaption>`, words(d.Title), `</figcaption>`)
	if err := draw(&b); err != nil && *fault == nil {
		*fault = err
	}
	put(`<details><summary>The same as a table</summary><div class="scroll" role="region" aria-labelledby="`, d.ID, `_caption" tabindex="0"><table><caption id="`, d.ID, `_caption">`,
		words(d.Title), `</caption><thead><tr>`)
	for _, h := range d.Header {
		put(`<th scope="col">`, words(h), `</th>`)
	}
	put(`</tr></thead><tbody>`)
	for _, row := range d.Rows {
		for i, cell := range row {
			if i == 0 {
				put(`<tr><th scope="row">`, words(cell), `</th>`)
				continue
			}
			put(`<td>`, words(cell), `</td>`)
		}
		put(`</tr>`)
	}
	put(`</tbody></table></div></details></figure>`)
	return b.String()
}
