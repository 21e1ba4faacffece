package bench

import (
	"fmt"
	"strings"
)

// Hugo puts the same publication's content as an author of a Hugo site would write
// it: a guide is a bundle, its entries are resources of that bundle. Configuration
// and layouts stand in testdata/hugo.
func (p Publication) Hugo(put Put) {
	put("content/about.md", "+++\ntitle = \"About\"\ndescription = \"Who makes this.\"\n+++\n"+aboutText+"\n")
	for _, section := range []string{"guides", "providers", "articles", "topics"} {
		put("content/"+section+"/_index.md", fmt.Sprintf("+++\ntitle = %q\n+++\n", capital(section)))
	}
	for i := range p.Providers {
		x := p.provider(i)
		put("content/providers/"+x.slug+".md", fmt.Sprintf("+++\ntitle = %q\nwebsite = \"https://www.%s.example.com/\"\nkind = %q\nhome = %q\n+++\n%s\n",
			x.name, x.slug, x.kind, x.home, strings.Join(x.body, "\n\n")))
	}
	for i := range p.Articles {
		x := p.article(i)
		put("content/articles/"+x.slug+".md", hugoHead(x.title, x.description, x.month, "Explainers", x.topics)+"+++\n"+x.text()+"\n")
	}
	for i := range p.Guides {
		g := p.guide(i)
		folder := "content/guides/" + g.slug + "/"
		var b strings.Builder
		b.WriteString(hugoHead(g.title+" (2025)", g.description, g.month, "Research", g.topics))
		for _, c := range g.criteria {
			fmt.Fprintf(&b, "[[criteria]]\nid = %q\nname = %q\nweight = %d\nabout = %q\n", c.id, c.name, c.weight, c.about)
		}
		b.WriteString("+++\n" + g.body(false))
		put(folder+"index.md", b.String())
		for _, e := range g.entries {
			put(folder+providerSlug(e.provider)+".md", e.hugoFile(g))
		}
	}
}

func hugoHead(title, description, month, category string, topics []string) string {
	return fmt.Sprintf("+++\ntitle = %q\ndescription = %q\ncategory = %q\ntopics = %s\nauthor = \"Research desk\"\ndate = %s-01\nlastmod = %s-01\n",
		title, description, category, quoted(topics), month, month)
}

func (e entryText) hugoFile(g guideText) string {
	region := "Global"
	if e.asia {
		region = "Asia"
	}
	var b strings.Builder
	fmt.Fprintf(&b, "+++\ntitle = %q\naward = %q\naudience = %s\nconsider_if = %q\nalternatives = %s\nregions = [%q]\nfees = %q\n[scores]\n",
		providerName(e.provider), e.award, quoted(e.audience), e.consider, quoted(e.alternatives()), region, e.fees)
	for k, c := range g.criteria {
		fmt.Fprintf(&b, "%s = { score = %d, why = %q }\n", c.id, e.scores[k], e.reasons[k])
	}
	b.WriteString("+++\n" + e.body())
	return b.String()
}
