package scaffold

import (
	"fmt"
	"strings"

	"shortlist/internal/content/front"
	"shortlist/internal/guide"
)

// unwritten stands for words that are to come; `check` finds it.
const unwritten = "TO" + "DO"

// Author begins an author's file.
func Author(name string) string {
	return File{Kind: "author", Set: map[string]string{"name": front.Quoted(name), "kind": `"person"`}, Body: unwritten + ": a line about " + name + ".\n"}.Text()
}

// Page begins a page.
func Page(title string) string {
	return File{Kind: "page", Set: map[string]string{"title": front.Quoted(title), "description": front.Quoted(unwritten + ": one sentence."), "draft": "true"},
		Body: unwritten + ": the text.\n"}.Text()
}

// Article begins an article that is not published yet.
func Article(title, author string, today guide.Date) string {
	return File{Kind: "article", Set: map[string]string{"title": front.Quoted(title), "description": front.Quoted(unwritten + ": one sentence."),
		"authors": front.QuotedList(author), "published": today.String(), "draft": "true"}, Body: unwritten + ": the text.\n\n## A heading\n\nMore text.\n"}.Text()
}

// Provider begins a provider's file.
func Provider(name, slug string) string {
	return File{Kind: "provider", Set: map[string]string{"name": front.Quoted(name), "website": front.Quoted("https://" + slug + ".example/"), "kind": `"maker"`},
		Body: unwritten + ": who " + name + " is, without judging.\n"}.Text()
}

// Guide begins a guide that is not published yet.
func Guide(title, author string, noun guide.Noun, today guide.Date) string {
	return File{Kind: "guide", Set: map[string]string{"title": front.Quoted(title), "description": front.Quoted(unwritten + ": one sentence."),
		"authors": front.QuotedList(author), "published": monthOf(today), "draft": "true", "noun": front.QuotedList(noun.One, noun.Many)},
		Tables: map[string][]map[string]string{"criteria": startCriteria}, Body: guideBody}.Text()
}

const guideBody = unwritten + `: why this matters, in two or three paragraphs.

::ranking

## How to choose {.checklist}

- ` + unwritten + `: what to look at first

## FAQs {.faq}

### ` + unwritten + `: a question?

Its answer.
`

// Entry begins an entry of a guide: one line for each of its criteria.
func Entry(g *guide.Guide, name string) string {
	width := 0
	for _, c := range g.Criteria {
		width = max(width, len(c.ID))
	}
	var scores []string
	for _, c := range g.Criteria {
		form := "{ score = 7, why = \"...\" }"
		if c.Measured() {
			form = "{ value = " + c.Curve[0].Figure.String() + ", why = \"...\" }"
			if !c.Unit.IsZero() {
				form += ", in " + c.Unit.String()
			}
		}
		scores = append(scores, fmt.Sprintf("%-*s = \"unknown\"  # %s, %s: write %s", width, c.ID, c.Name, weight(c), form))
	}
	f := File{Kind: "entry", Set: map[string]string{"award": front.Quoted(unwritten + ": best for whom"), "audience": front.QuotedList(unwritten)},
		Lines: map[string][]string{"scores": scores}, Body: fmt.Sprintf("%s: why %s, in two or three sentences.\n\n## Notable features\n\n- %s\n", unwritten, name, unwritten)}
	var attributes []string
	for i := range g.Attributes {
		attributes = append(attributes, g.Attributes[i].ID+" = "+example(&g.Attributes[i]))
	}
	if len(attributes) > 0 {
		f.Remarks = map[string]string{"attributes": "{ " + strings.Join(attributes, ", ") + " }"}
	}
	return f.Text()
}

// monthOf is the month of a day, as front matter has it.
func monthOf(d guide.Date) string {
	return front.Quoted(guide.Date{Year: d.Year, Month: d.Month}.String())
}

func weight(c guide.Criterion) string {
	if c.Parts > 0 {
		return fmt.Sprintf("%d parts", c.Parts)
	}
	return c.Weight.String() + " %"
}

// example is a value that an attribute takes.
func example(a *guide.Attribute) string {
	switch {
	case a.Type == guide.YesNo:
		return "true"
	case a.Type == guide.Number:
		return "1"
	case a.Type == guide.Items && len(a.Choices) > 0:
		return front.QuotedList(a.Choices[0])
	case a.Type == guide.Items:
		return `["..."]`
	case len(a.Choices) > 0:
		return front.Quoted(a.Choices[0])
	}
	return `"..."`
}
