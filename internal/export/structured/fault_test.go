package structured

import (
	"strings"
	"testing"

	"shortlist/internal/guide"
)

// TestMissing takes from a full page, one at a time, what a type needs.
func TestMissing(t *testing.T) {
	onGuide := []struct {
		fault  string
		remove func(*Graph)
	}{
		{"Organization without name", func(g *Graph) { g.Publisher.Name = "" }},
		{"Organization without url", func(g *Graph) { g.Publisher.URL = "" }},
		{"WebSite without url", func(g *Graph) { g.Site.URL = "" }},
		{"WebSite without name", func(g *Graph) { g.Site.Name = "" }},
		{"WebSite without inLanguage", func(g *Graph) { g.Site.Language = "" }},
		{"WebPage without url", func(g *Graph) { g.Page.URL = "" }},
		{"WebPage without name", func(g *Graph) { g.Page.Name = "" }},
		{"Article without headline", func(g *Graph) { g.Page.Name = "" }},
		{"ListItem without name", func(g *Graph) { g.Page.Parents[0].Name = "" }},
		{"ListItem without item", func(g *Graph) { g.Page.Parents[1].URL = "" }},
		{"Article without description", func(g *Graph) { g.Page.Description = "" }},
		{"Article without image", func(g *Graph) { g.Page.Image.URL = "" }},
		{"Article without image.width", func(g *Graph) { g.Page.Image.Width = 0 }},
		{"Article without image.height", func(g *Graph) { g.Page.Image.Height = 0 }},
		{"Article without datePublished", func(g *Graph) { g.Page.Published = guide.Date{} }},
		{"Article without author", func(g *Graph) { g.Article.Authors = nil }},
		{"Article without author.name", func(g *Graph) { g.Article.Authors[0].Name = "" }},
		{"Article without author.url", func(g *Graph) { g.Article.Authors[0].URL = "" }},
		{"ItemList without name", func(g *Graph) { g.Ranking.Name = "" }},
		{"ListItem without position", func(g *Graph) { g.Ranking.Places[3].Rank = 0 }},
		{"ListItem without name", func(g *Graph) { g.Ranking.Places[3].Name = "" }},
		{"ListItem without url", func(g *Graph) { g.Ranking.Places[3].URL = "" }},
		{"Question without url", func(g *Graph) { g.Questions[0].URL = "" }},
		{"Question without name", func(g *Graph) { g.Questions[1].Text = "" }},
		{"Question without acceptedAnswer.text", func(g *Graph) { g.Questions[1].Answer = "" }},
		{"two nodes called #premiums", func(g *Graph) { g.Questions[0].URL = g.Questions[1].URL }},
		{"Dataset without name", func(g *Graph) { g.Dataset.Name = "" }},
		{"Dataset without description", func(g *Graph) { g.Dataset.Description = "" }},
		{"Dataset without distribution", func(g *Graph) { g.Dataset.Files = nil }},
		{"DataDownload without encodingFormat", func(g *Graph) { g.Dataset.Files[1].Type = "" }},
		{"DataDownload without contentUrl", func(g *Graph) { g.Dataset.Files[0].URL = "" }},
		{"PropertyValue without name", func(g *Graph) { g.Dataset.Variables[1].Name = "" }},
	}
	for _, c := range onGuide {
		g := guidePage()
		c.remove(&g)
		wantFault(t, g, c.fault)
	}
	onProvider := []struct {
		fault  string
		remove func(*Review)
	}{
		{"Review without url", func(r *Review) { r.URL = "" }},
		{"Review without author", func(r *Review) { r.Authors = nil }},
		{"Review without datePublished", func(r *Review) { r.Published = guide.Date{} }},
		{"Review without itemReviewed.name", func(r *Review) { r.Subject.Name = "" }},
		{"Review without itemReviewed.url", func(r *Review) { r.Subject.Website = "" }},
		{"Review without itemReviewed.@id", func(r *Review) { r.Subject.Page = "" }},
		{"Review without reviewRating.ratingValue", func(r *Review) { r.Score = "" }},
		{`Review with the score "6–8"`, func(r *Review) { r.Score = "6–8" }},
		{`Review with the score "11"`, func(r *Review) { r.Score = "11" }},
		{`Review with the score "10.5"`, func(r *Review) { r.Score = "10.5" }},
		{`Review with the score "NaN"`, func(r *Review) { r.Score = "NaN" }},
		{"two nodes called " + home + "guides/other/#evertas", func(r *Review) { r.URL = home + "guides/other/#evertas" }},
	}
	for _, c := range onProvider {
		g := providerPage()
		c.remove(&g.Reviews[0])
		wantFault(t, g, c.fault)
	}
}

// wantFault holds a graph to fail, naming the fault among all others.
func wantFault(t *testing.T, g Graph, fault string) {
	t.Helper()
	data, err := g.JSON()
	if err == nil {
		t.Errorf("%s: no fault is found", fault)
		return
	}
	_, faults, _ := strings.Cut(err.Error(), ": ")
	for _, f := range strings.Split(faults, ", ") {
		if f == fault {
			if data != nil {
				t.Errorf("%s: a block comes with the fault", fault)
			}
			return
		}
	}
	t.Errorf("%s: not among %q", fault, faults)
}

// TestAllFaults names every fault at once.
func TestAllFaults(t *testing.T) {
	_, err := Graph{}.JSON()
	if err == nil {
		t.Fatal("an empty graph has no fault")
	}
	for _, fault := range []string{"Organization without name", "WebSite without url", "WebPage without name"} {
		if !strings.Contains(err.Error(), fault) {
			t.Errorf("%q does not name %q", err, fault)
		}
	}
}

// TestQuestionsMayHaveAnyID gives a question each id that a heading can have and
// that a node of the page is called by, but for those of a guide's sections.
func TestQuestionsMayHaveAnyID(t *testing.T) {
	for _, id := range []string{"article", "dataset", "breadcrumbs", "breadcrumb-list", "breadcrumblist", "website", "publisher", "author"} {
		g := guidePage()
		g.Questions[0].URL = g.Page.URL + "#" + id
		if _, err := g.JSON(); err != nil {
			t.Error(err)
		}
	}
}
