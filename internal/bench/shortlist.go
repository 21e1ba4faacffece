package bench

import (
	"fmt"
	"strings"
)

const siteFile = `title = "Made-up Research"
description = "Guides and explainers that a program wrote."
base_url = "https://research.example.com/"
language = "en"
disclaimer = "Not advice."
compress = COMPRESS
[publisher]
name = "Example"
url = "https://www.example.com/"
[sources]
policy = "any"
[[regions]]
id = "global"
name = "Global"
[[regions]]
id = "asia"
name = "Asia"
[[navigation]]
label = "Guides"
path = "/guides/"
[[navigation]]
label = "Providers"
path = "/providers/"
[[navigation]]
label = "Articles"
path = "/articles/"
`

// Shortlist puts the publication's files in our format, with compressed forms or
// without.
func (p Publication) Shortlist(put Put, twins bool) {
	put("content/site.toml", strings.Replace(siteFile, "COMPRESS", fmt.Sprint(twins), 1))
	put("content/authors/desk.md", "+++\nname = \"Research desk\"\nkind = \"organisation\"\nurl = \"https://www.example.com/\"\n+++\nThe desk writes all of it.\n")
	put("content/pages/about.md", "+++\ntitle = \"About\"\ndescription = \"Who makes this.\"\n+++\n"+aboutText+"\n")
	for i := range p.Providers {
		x := p.provider(i)
		put("content/providers/"+x.slug+".md", fmt.Sprintf(`+++
name = %q
website = "https://www.%s.example.com/"
kind = %q
home = %q
[[sources]]
id = "site"
title = "The site of %s"
url = "https://www.%s.example.com/"
kind = "official"
+++
%s
`, x.name, x.slug, x.kind, x.home, x.name, x.slug, strings.Join(x.body, "\n\n")))
	}
	for i := range p.Articles {
		x := p.article(i)
		put("content/articles/"+x.slug+".md", fmt.Sprintf(`+++
title = %q
description = %q
category = "Explainers"
topics = %s
authors = ["desk"]
published = %q
updated = %q
+++
%s
`, x.title, x.description, quoted(x.topics), x.month, x.month, x.text()))
	}
	for i := range p.Guides {
		g := p.guide(i)
		put("content/guides/"+g.slug+"/guide.md", g.file())
		for _, e := range g.entries {
			put("content/guides/"+g.slug+"/entries/"+providerSlug(e.provider)+".md", e.file(g))
		}
	}
}

const aboutText = "A program wrote this publication, so that other programs can be measured with it."

func (x articleText) text() string {
	var b strings.Builder
	b.WriteString(strings.Join(x.lead, "\n\n"))
	for _, s := range x.sections {
		fmt.Fprintf(&b, "\n\n## %s\n\n%s", s.question, s.answer)
	}
	return b.String()
}

// body is a guide's prose, with our blocks or without.
func (g guideText) body(blocks bool) string {
	var b strings.Builder
	b.WriteString(strings.Join(g.lead, "\n\n"))
	if blocks {
		b.WriteString("\n\n::methodology[The criteria]\n\n::comparison[The comparison]\n\n::ranking[The ranking]")
	}
	b.WriteString("\n\n## How to choose {.checklist}\n\n")
	for _, line := range g.checklist {
		b.WriteString("- " + line + "\n")
	}
	fmt.Fprintf(&b, "\n## Advice\n\n%s\n\n## FAQs {.faq}\n", strings.Join(g.advice, "\n\n"))
	for _, q := range g.questions {
		fmt.Fprintf(&b, "\n### %s\n\n%s\n", q.question, q.answer)
	}
	return b.String()
}

func (g guideText) file() string {
	var b strings.Builder
	fmt.Fprintf(&b, `+++
title = %q
year = "2025"
description = %q
category = "Research"
topics = %s
authors = ["desk"]
published = %q
updated = %q
reviewed = %q
noun = ["provider", "providers"]
`, g.title, g.description, quoted(g.topics), g.month, g.month, g.month)
	for _, c := range g.criteria {
		fmt.Fprintf(&b, "[[criteria]]\nid = %q\nname = %q\nweight = %d\nabout = %q\nrubric = [[10, \"All of it.\"], [5, \"Half of it.\"], [1, \"None of it.\"]]\n", c.id, c.name, c.weight, c.about)
	}
	b.WriteString(`[[attributes]]
id = "staking"
name = "Staking cover"
type = "yes-no"
about = "Whether losses by slashing are covered."
[[lenses]]
id = "second-first"
name = "The second criterion first"
weights = { c2 = 50 }
[[use_cases]]
id = "asia"
name = "Somebody in Asia"
about = "It has to serve Asia."
require = { regions = ["asia"] }
+++
`)
	b.WriteString(g.body(true))
	return b.String()
}

func (e entryText) file(g guideText) string {
	var b strings.Builder
	regions := []string{"global"}
	if e.asia {
		regions = []string{"asia"}
	}
	fmt.Fprintf(&b, "+++\naward = %q\naudience = %s\nconsider_if = %q\nalternatives = %s\nregions = %s\nfees = %q\nattributes = { staking = %t }\n[scores]\n",
		e.award, quoted(e.audience), e.consider, quoted(e.alternatives()), quoted(regions), e.fees, e.scores[0]%2 == 0)
	for k, c := range g.criteria {
		fmt.Fprintf(&b, "%s = { score = %d, why = %q, sources = [\"site\"] }\n", c.id, e.scores[k], e.reasons[k])
	}
	b.WriteString("+++\n" + e.body())
	return b.String()
}

func (e entryText) alternatives() []string {
	out := make([]string, len(e.others))
	for i, other := range e.others {
		out[i] = providerSlug(other)
	}
	return out
}

func (e entryText) body() string {
	text := strings.Join(e.why, "\n\n") + "\n\n## Notable features\n\n"
	for _, line := range e.features {
		text += "- " + line + "\n"
	}
	return text
}

func quoted(list []string) string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = fmt.Sprintf("%q", s)
	}
	return "[" + strings.Join(out, ", ") + "]"
}
