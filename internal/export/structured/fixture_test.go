package structured

import "shortlist/internal/guide"

const home = "https://research.example.com/"

// frame is what every page of the fixture's site states.
func frame(page Page) Graph {
	return Graph{
		Site: Site{
			URL: home, Name: "Token Metrics Research", Language: "en",
			Description: "Ranked guides and explainers for institutions that hold digital assets.",
		},
		Publisher: Publisher{Name: "Token Metrics", URL: "https://www.tokenmetrics.com/"},
		Page:      page,
	}
}

func team() []Author {
	return []Author{{
		Kind: guide.Organisation, Name: "Token Metrics Team",
		URL: home + "authors/token-metrics-team/", Website: "https://www.tokenmetrics.com/",
	}}
}

var september = guide.Date{Year: 2025, Month: 9}

// guidePage is a guide with everything that one may state.
func guidePage() Graph {
	const at = home + "guides/custody-insurance/"
	g := frame(Page{
		URL: at, Name: "Best Custody Insurance Providers (2025)",
		Description: "Ten crypto custody insurers, brokers and markets, ranked by capacity, underwriting and breadth of cover.",
		Image:       Image{at + "card.png", 1200, 630},
		Published:   september, Modified: guide.Date{Year: 2025, Month: 9, Day: 12}, Reviewed: september,
		Parents: []Crumb{{"Home", home}, {"Guides", home + "guides/"}},
	})
	g.Article = &Article{Section: "Research", Topics: []string{"custody", "insurance"}, Authors: team()}
	g.Ranking = &Ranking{Name: "The custody insurance providers, in order", Places: []Place{
		{1, "Evertas", at + "#evertas"}, {2, "Marsh", at + "#marsh"}, {2, "Munich Re", at + "#munich-re"}, {4, "Lloyd’s & Co. <London>", at + "#lloyds"},
	}}
	g.Questions = []Question{
		{at + "#what-is-covered", "What does crypto custody insurance cover?", "Crime and specie, as a rule:\nTheft of keys\nDamage to hardware"},
		{at + "#premiums", "How are premiums set?", "By storage, controls and limits; </script><!-- is only text."},
	}
	g.Dataset = &Dataset{
		Name:        "Best Custody Insurance Providers (2025): the ranking",
		Description: "Weights, scores with their reasons, totals, ranks and ranges of the ten custody insurance providers ranked.",
		Method:      at + "methodology/",
		Files:       []File{{at + "ranking.json", "application/json"}, {at + "ranking.csv", "text/csv"}},
		Variables:   []Variable{{"Scale and liquidity", "Demonstrated capacity, panel depth and limits.", "points of 10"}, {"Custody fee", "", "bps"}},
		From:        guide.Date{Year: 2025, Month: 6}, To: september,
	}
	return g
}

func articlePage() Graph {
	const at = home + "articles/api-key-rotation/"
	g := frame(Page{
		URL: at, Name: "How to rotate API keys", Description: "When to rotate exchange keys, and how to do it without an outage.",
		Image: Image{at + "card.png", 1200, 630}, Published: september,
		Parents: []Crumb{{"Home", home}, {"Articles", home + "articles/"}},
	})
	g.Article = &Article{Authors: []Author{{Kind: guide.Person, Name: "Ada Example", URL: home + "authors/ada/"}}}
	return g
}

func providerPage() Graph {
	const at = home + "providers/evertas/"
	g := frame(Page{
		URL: at, Name: "Evertas", Description: "Who Evertas is, and where it stands.",
		Parents: []Crumb{{"Home", home}, {"Providers", home + "providers/"}},
	})
	subject := Subject{Name: "Evertas", Page: at, Website: "https://www.evertas.com/"}
	g.Reviews = []Review{
		{
			URL: home + "guides/custody-insurance/#evertas", Subject: subject,
			Name: "Best for dedicated crypto crime and custody cover", Body: "A crypto-first insurer with rated paper.",
			Authors: team(), Score: "8.50", Published: september,
		},
		{URL: home + "guides/other/#evertas", Subject: subject, Authors: team(), Score: "10.0", Published: september, Modified: guide.Date{Year: 2026, Month: 1}},
	}
	g.Reviews[1].Subject.Kind = Service
	return g
}

func pages() []struct {
	name  string
	graph Graph
} {
	return []struct {
		name  string
		graph Graph
	}{
		{"guide", guidePage()},
		{"article", articlePage()},
		{"provider", providerPage()},
		{"home", frame(Page{URL: home, Name: "Token Metrics Research"})},
	}
}
