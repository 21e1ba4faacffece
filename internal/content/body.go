package content

import (
	"fmt"
	"path"
	"strings"

	"shortlist/internal/diag"
	"shortlist/internal/guide"
	"shortlist/internal/markdown"
)

var emptyBody = diag.Define(diag.Warning, "empty-body",
	"An entry, article or page has no text below its front matter.")

// bodyRules are the rules of package markdown, which knows no severities: what it
// reports is always an error.
var bodyRules = func() map[string]*diag.Rule {
	rules := map[string]*diag.Rule{}
	for _, rule := range markdown.Rules {
		rules[rule.Name] = diag.Define(diag.Error, rule.Name, sentence(rule.Meaning))
	}
	return rules
}()

// bodyRule returns a rule of package markdown by its name.
func bodyRule(name string) *diag.Rule { return bodyRules[name] }

// sentence puts a rule's meaning in the form that the other rules have.
func sentence(meaning string) string {
	return strings.ToUpper(meaning[:1]) + meaning[1:] + "."
}

// readBody outlines the Markdown below the front matter. Computed blocks are
// for guides only.
func (r *reader) readBody(blocks bool) guide.Body {
	body := guide.Body{Source: r.file.Body, Origin: guide.Origin{File: r.file.Path, Line: r.file.BodyLine, Column: 1}}
	if body.Source == "" {
		return body
	}
	doc := markdown.Parse(body.Source)
	for _, m := range doc.Mistakes {
		if m.Known != nil {
			m.Hint = didYouMean(m.Name, m.Known, m.Hint)
		}
		r.report(bodyRule(m.Rule), r.file.BodySpan(m.Start, width(body.Source, m.Start, m.End)), m.Message, m.Hint)
	}
	for _, c := range doc.Citations {
		r.cite(body.Source, c, r.file.BodySpan)
	}
	for _, b := range doc.Blocks {
		if !blocks {
			r.report(bodyRule("block-misplaced"), r.file.BodySpan(b.Offset, len("::"+b.Name)),
				fmt.Sprintf("the block ::%s stands outside a guide", b.Name), "blocks are for guide.md; leave it out here")
		}
	}
	body.Document = doc.Document
	beside(path.Dir(r.file.Path), &body.Document)
	for _, l := range body.Links {
		if l.Image {
			r.shows = append(r.shows, l.Destination)
		}
	}
	return body
}

// readFacts outlines the body of an entry, provider or author: questions are for
// guides, articles and pages, whose structured data have them and which the page
// of all questions leads to.
func (r *reader) readFacts() guide.Body {
	body := r.readBody(false)
	r.checkCalls(&body, diagrams{}, nil)
	for _, h := range body.Headings {
		if h.Class != "faq" {
			continue
		}
		line, _, _ := strings.Cut(body.Source[h.Offset:], "\n")
		at := h.Offset + max(strings.LastIndex(line, ".faq"), 0)
		r.report(bodyRule("heading-attribute"), r.file.BodySpan(at, len(".faq")),
			fmt.Sprintf("a section of the %s is .faq", r.noun), "questions are for guides, articles and pages; take {.faq} out, or move them there")
	}
	return body
}

// wantBody warns of a page that would be empty.
func (r *reader) wantBody(body guide.Body) {
	if !r.broken() && strings.TrimSpace(body.Source) == "" {
		r.report(emptyBody, r.firstLine(), fmt.Sprintf("the %s has no text below its front matter", r.noun), "write a few sentences")
	}
}
