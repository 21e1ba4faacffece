package scaffold

import (
	"fmt"
	"strings"

	"shortlist/internal/content/front"
	"shortlist/internal/guide"
)

// Made is a file with its name, slash-separated, from the site's folder.
type Made struct{ Name, Text string }

// Publication is what a new one is asked.
type Publication struct {
	Title    string
	Address  string // of the site: ends in a slash
	Language string
	Noun     guide.Noun // what is ranked
	Slug     string     // of the example guide
	Today    guide.Date
}

// Files are the files of a publication that builds at once: one small guide to
// three things that are made up, the page that says how it ranks, and a byline.
func (p Publication) Files() []Made {
	month := monthOf(p.Today)
	host := strings.TrimSuffix(strings.TrimPrefix(strings.TrimPrefix(p.Address, "https://"), "http://"), "/")
	files := []Made{
		{"content/site.toml", File{Kind: "site", Set: map[string]string{
			"title": front.Quoted(p.Title), "base_url": front.Quoted(p.Address), "language": front.Quoted(p.Language),
			"description": front.Quoted("Guides that rank " + p.Noun.Many + ", with every score and its reason."),
		}, Tables: map[string][]map[string]string{
			"feed": {{"id": front.Quoted(fmt.Sprintf("tag:%s,%04d:", strings.Split(strings.Split(host, "/")[0], ":")[0], p.Today.Year))}},
			"navigation": {
				{"label": `"Guides"`, "path": `"/guides/"`},
				{"label": `"Articles"`, "path": `"/articles/"`},
				{"label": `"Questions"`, "path": `"/faq/"`},
				{"label": `"How we rank"`, "path": `"/how-we-rank/"`},
				{"label": `"Search"`, "path": `"/search/"`},
			},
		}}.Text()},
		{"content/authors/editors.md", File{Kind: "author", Set: map[string]string{"name": `"The editors"`, "kind": `"organisation"`},
			Body: "The editors of " + p.Title + ".\n"}.Text()},
		{"content/pages/how-we-rank.md", File{Kind: "page", Set: map[string]string{"title": `"How we rank"`,
			"description": `"Weights, rubrics, scores, and what happens where something is not known."`}, Body: method}.Text()},
		{"content/articles/how-to-read-a-ranking.md", File{Kind: "article", Set: map[string]string{"title": `"How to read a ranking"`,
			"description": `"Three things to look at before the first place."`, "authors": `["editors"]`, "published": month}, Body: reading}.Text()},
		{"content/guides/" + p.Slug + "/guide.md", p.guide(month)},
	}
	for _, x := range examples {
		slug := "example-" + x.ordinal
		site := fmt.Sprintf("https://%s.example/", slug)
		name := "Example " + Titled(x.ordinal)
		files = append(files,
			Made{"content/providers/" + slug + ".md", File{Kind: "provider",
				Set:  map[string]string{"name": front.Quoted(name), "website": front.Quoted(site), "kind": `"maker"`},
				Body: fmt.Sprintf("%s is made up: it stands here until you write about somebody real.\n", name)}.Text()},
			Made{"content/guides/" + p.Slug + "/entries/" + slug + ".md", File{Kind: "entry",
				Set:    map[string]string{"award": front.Quoted(x.award), "audience": front.QuotedList(x.audience)},
				Lines:  map[string][]string{"scores": x.scores[:]},
				Tables: map[string][]map[string]string{"sources": {{"id": `"site"`, "title": `"Product page"`, "url": front.Quoted(site), "kind": `"official"`}}},
				Body:   x.text}.Text()})
	}
	return files
}

var examples = []struct {
	ordinal, award, audience string
	scores                   [3]string
	text                     string
}{
	{"one", "Good at what matters most", "Those who use it every day", [3]string{
		`quality = { score = 8, why = "It does the job every time.", sources = ["site"] }`,
		`price   = { score = 5, why = "It costs about what others cost." }`,
		`service = { score = 7, why = "Questions are answered within a day." }`,
	}, "It does what it is for, day after day [@site].\n\n## Notable features\n\n- It is built to be repaired [@site]\n"},
	{"two", "The one that costs least", "Those who are new to it", [3]string{
		`quality = { score = 5.5, why = "It does the job on most days.", sources = ["site"] }`,
		`price   = { score = 9, why = "Nobody here asks for less." }`,
		`service = { low = 3, high = 6, why = "Hours are published, answers were not tried." }`,
	}, "It costs little, and that shows in places [@site].\n"},
	{"three", "For those who have nobody to ask", "Those who work alone", [3]string{
		`quality = { score = 6, why = "It does the job on most days.", sources = ["site"] }`,
		`price   = "unknown"`,
		`service = { score = 9, why = "There is somebody at any hour." }`,
	}, "Help is there at any hour [@site]. What it costs was not looked into.\n"},
}

func (p Publication) guide(month string) string {
	return File{Kind: "guide", Set: map[string]string{
		"title":       front.Quoted("Best " + Titled(p.Noun.Many)),
		"description": front.Quoted("Three " + p.Noun.Many + " that are made up, ranked by quality, price and service: an example to write over."),
		"authors":     `["editors"]`, "published": month, "reviewed": month, "review_every": `"3 months"`,
		"noun": front.QuotedList(p.Noun.One, p.Noun.Many),
	}, Tables: map[string][]map[string]string{"criteria": startCriteria}, Body: exampleBody}.Text()
}

// startCriteria are three that most fields have.
var startCriteria = []map[string]string{
	{"id": `"quality"`, "name": `"Quality"`, "weight": "50", "about": `"How well it does what it is for."`, "rubric": `[[10, "Nothing is better"], [7, "Does the job every time"], [4, "Does it most of the time"], [1, "Does not do it"]]`},
	{"id": `"price"`, "name": `"Price"`, "weight": "30", "about": `"What it costs over a year."`, "rubric": `[[10, "Costs nothing"], [7, "Costs less than most"], [4, "Costs more than most"], [1, "Costs most"]]`},
	{"id": `"service"`, "name": `"Service"`, "weight": "20", "about": `"Who helps when something is wrong."`, "rubric": `[[10, "Somebody, at any hour"], [7, "Somebody, within a day"], [4, "A form"], [1, "Nobody"]]`},
}

const exampleBody = `This guide is an example. It ranks three things that are made up, so that you see at once what a reader sees. Change a score, save, and
look at what moves.

::ranking

## How to choose {.checklist}

- Write down what you need it for
- Ask what it costs over a year
- Ask who helps

## FAQs {.faq}

### Who decides the order?

The scores and the weights do. Everything that goes into the sum is printed.
`

const method = `Each guide scores what it ranks on a few criteria. Each criterion has a weight, and the weights of a guide sum to 100. A written rubric says
what earns which score, from 0 to 10. The total is the sum of each weight times each score, and the totals make the order.

## What is not known

Where the evidence narrows a score, we print a range, such as 4 to 7. Where we have nothing to go on, the score is unknown, and counts as anything from 0 to
10. In the sum a range counts as its middle. Wherever that could change the order, the page says so.

## Redo it

Each guide has a methodology page with every weight, every score and its reason, and a file with the same figures.
`

const reading = `A ranking is a sum. Before you take its first place for yours, look at three things.

## The weights

They say what the editors think matters. Move them on the guide's page, and see whether the order stays.

## What is not known

A range is as wide as what is open. Two places whose ranges overlap are not told apart.

## For whom it is

The first place is the best for nobody in particular. A use case says what it takes, and picks again.
`

// Titled gives each word of a heading a capital.
func Titled(text string) string {
	words := strings.Fields(text)
	for i, w := range words {
		r := []rune(w)
		words[i] = strings.ToUpper(string(r[:1])) + string(r[1:])
	}
	return strings.Join(words, " ")
}
