package markdown

import (
	"fmt"
	"strings"
	"testing"
)

const body = `Why it matters, with a source [@munich-re/digital-assets].

::methodology

::ranking[The "ten", in *order*]

An update note.

## How to choose {.checklist}

1. Ask [@a; @b].

### Red flags

- None

## FAQs {.faq}

Before the questions.

### What does it cover?

Crime. See [the list](#how-to-choose).

More.

### Who buys it? {#buyers}

#### In Asia

Exchanges.

## Conclusion

::sources
`

// outlineOf writes the parts of a document in one line each.
func outlineOf(d *Document) string {
	var b strings.Builder
	for _, p := range d.Parts {
		switch {
		case p.Heading != nil:
			fmt.Fprintf(&b, "## %s #%s .%s", p.Heading.Text, p.Heading.ID, p.Heading.Class)
		case p.Block != nil:
			fmt.Fprintf(&b, "::%s[%s]", p.Block.Name, p.Block.Title)
		default:
			b.WriteString("lead")
		}
		fmt.Fprintf(&b, ": %s\n", Text(p.Content))
		for _, q := range p.Questions {
			fmt.Fprintf(&b, "  ? %s #%s: %s\n", q.Text, q.ID, Text(q.Answer))
		}
	}
	return b.String()
}

func TestParts(t *testing.T) {
	d := Parse(body)
	if len(d.Mistakes) != 1 || d.Mistakes[0].Rule != ruleEmptySection || !strings.Contains(d.Mistakes[0].Hint, "::sources[Conclusion]") {
		t.Errorf("mistakes: %+v", d.Mistakes)
	}
	want := `lead: Why it matters, with a source.
::methodology[]: 
::ranking[The “ten”, in order]: An update note.
## How to choose #checklist .checklist: Ask. Red flags None
## FAQs #faqs .faq: Before the questions.
  ? What does it cover? #what-does-it-cover: Crime. See the list. More.
  ? Who buys it? #buyers: In Asia Exchanges.
## Conclusion #conclusion .: 
::sources[]: 
`
	if got := outlineOf(d); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if !d.Parts[1].Content.Empty() || d.Parts[2].Content.Empty() || !d.Parts[6].Content.Empty() {
		t.Error("Empty does not tell an empty part from another")
	}
	if len(d.Questions) != 2 || d.Questions[1].ID != "buyers" || len(d.Headings) != 7 {
		t.Errorf("questions %+v, headings %+v", d.Questions, d.Headings)
	}
}

func TestOffsets(t *testing.T) {
	source := strings.ReplaceAll(body, "Crime.", "Crimé\tand  ![a](/b.png) <https://c.org/>\r\n")
	d := Parse(source)
	at := func(offset int, want string) {
		t.Helper()
		if !strings.HasPrefix(source[offset:], want) {
			t.Errorf("want %q, got %.30q", want, source[offset:])
		}
	}
	for i, want := range []string{"## How", "### Red", "## FAQ", "### What", "### Who", "#### In", "## Con"} {
		at(d.Headings[i].Offset, want)
	}
	for i, want := range []string{"::methodology", "::ranking", "::sources"} {
		at(d.Blocks[i].Offset, want)
	}
	at(d.Questions[1].Offset, "### Who")
	for i, want := range []string{"[@munich-re/digital-assets]", "[@a; @b]"} {
		if c := d.Citations[i]; source[c.Start:c.End] != want {
			t.Errorf("want %q, got %q", want, source[c.Start:c.End])
		}
	}
	if ids := fmt.Sprint(d.Citations[0].IDs, d.Citations[1].IDs); ids != "[munich-re/digital-assets] [a b]" {
		t.Error(ids)
	}
	for i, want := range []string{"![a](/b.png)", "<https://c.org/>", "[the list](#how-to-choose)"} {
		if l := d.Links[i]; source[l.Start:l.End] != want || l.Image != (i == 0) {
			t.Errorf("want %q, got %q, image %v", want, source[l.Start:l.End], l.Image)
		}
	}
	if d.Links[2].Destination != "#how-to-choose" {
		t.Error(d.Links[2].Destination)
	}
}

// Positions must hold where goldmark takes lines apart: in containers, behind
// tabs, over several lines.
func TestOffsetsInContainers(t *testing.T) {
	source := "> - é [@a;\n>   @b] and [c][d]\n>\n>\t- *[@e]*\n\n| f | [@g] |\n|---|------|\n| [h](/i/) | !x![@j] |\n\n1. k[^1]\n\n[^1]:\tl\n\n    [@m]\n\n[d]: /d/\n"
	d := Parse(source)
	if len(d.Mistakes) > 0 {
		t.Fatal(d.Mistakes)
	}
	want := []string{"[@a;\n>   @b]", "[@e]", "[@g]", "[@j]", "[@m]"}
	for i, c := range d.Citations {
		if source[c.Start:c.End] != want[i] {
			t.Errorf("want %q, got %q", want[i], source[c.Start:c.End])
		}
	}
	links := []string{"[c][d]", "[h](/i/)"}
	for i, l := range d.Links {
		if source[l.Start:l.End] != links[i] {
			t.Errorf("want %q, got %q", links[i], source[l.Start:l.End])
		}
	}
	if len(d.Citations) != len(want) || len(d.Links) != len(links) {
		t.Error(d.Citations, d.Links)
	}
}

func TestIDs(t *testing.T) {
	d := Parse("## Größe & Überblick\n\na\n\n## Who's “first”?\n\na\n\n## A\n\na\n\n## A\n\na\n\n## A-2 {#a-3}\n\na\n\n## A\n\na\n\n## 保険\n\na\n\n## Sources\n\na\n\n" +
		"Setext *it* `c` {#set}\n---\n\na\n\n## Closed ## {#c}\n\na\n\n## Łódź, 2025--26 ##\n\na\n\n## F {.faq}\n\n### A!\n\na\n")
	var got []string
	for _, h := range d.Headings {
		got = append(got, h.Text+" #"+h.ID)
	}
	want := "Größe & Überblick #groesse-ueberblick; Who’s “first”? #whos-first; A #a-2; A #a-4; A-2 #a-3; A #a-5; 保険 #section-f353aae5; " +
		"Sources #sources-2; Setext it c #set; Closed #c; Łódź, 2025–26 #lodz-2025-26; F #faqs; A! #a"
	if s := strings.Join(got, "; "); s != want || len(d.Mistakes) > 0 {
		t.Errorf("got  %s\nwant %s\n%+v", s, want, d.Mistakes)
	}
}

func TestWords(t *testing.T) {
	d := Parse("## Two words\n\nThree *more* words - [@not] `it` [link](/a/)[^1].\n\n```\ncode is not read\n```\n\n::ranking[Nor this]\n\n[^1]: But this\n")
	if d.Words != 9 {
		t.Errorf("counted %d words", d.Words)
	}
}

// A document is rendered by several pages at once.
func TestParallel(t *testing.T) {
	d := Parse(body + "\nx[^1]\n\n[^1]: y")
	render := func() string {
		var b strings.Builder
		_ = HTML(&b, d.Whole, Options{Prefix: "p-", Cite: cite})
		return b.String() + Text(d.Whole)
	}
	want := render()
	got := make(chan string)
	for range 8 {
		go func() { got <- render() }()
	}
	for range 8 {
		if s := <-got; s != want {
			t.Error("two renderings differ")
		}
	}
}

// TestBlockEndsQuestions: a computed block is a section of its own, so that a
// heading under it is no question of the section before it.
func TestBlockEndsQuestions(t *testing.T) {
	d := Parse("## FAQs {.faq}\n\n### Who?\n\nYou.\n\n::sources\n\n### Updates\n\nNone.\n")
	if len(d.Mistakes) > 0 || len(d.Questions) != 1 || len(d.Parts) != 2 || len(d.Parts[1].Questions) != 0 {
		t.Fatalf("mistakes %v, questions %+v, parts %+v", d.Mistakes, d.Questions, d.Parts)
	}
	if got := Text(d.Parts[1].Content); got != "Updates None." {
		t.Errorf("under the block stands %q", got)
	}
}
