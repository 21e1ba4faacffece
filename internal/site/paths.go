package site

import "shortlist/internal/guide"

// The addresses of a guide's own pages. They are permanent: a change here
// breaks the links of others.

func guidePath(slug string) string            { return "/guides/" + slug + "/" }
func methodologyPath(slug string) string      { return guidePath(slug) + "methodology/" }
func lensPath(slug, lens string) string       { return guidePath(slug) + "lens/" + lens + "/" }
func useCasePath(slug, useCase string) string { return guidePath(slug) + "for/" + useCase + "/" }
func regionPath(slug, region string) string   { return guidePath(slug) + "in/" + region + "/" }
func providerPath(slug string) string         { return "/providers/" + slug + "/" }
func articlePath(slug string) string          { return "/articles/" + slug + "/" }
func topicPath(id string) string              { return "/topics/" + id + "/" }
func authorPath(slug string) string           { return "/authors/" + slug + "/" }

// comparePath is the address of a comparison, its providers in alphabetical
// order, whatever the order of the two.
func comparePath(slug, a, b string) string {
	if b < a {
		a, b = b, a
	}
	return guidePath(slug) + "compare/" + a + "-vs-" + b + "/"
}

// reversePath is the address that somebody might expect instead.
func reversePath(slug, a, b string) string {
	if b > a {
		a, b = b, a
	}
	return guidePath(slug) + "compare/" + a + "-vs-" + b + "/"
}

func editionPath(slug string, date guide.Date) string {
	return guidePath(slug) + "editions/" + date.String() + "/"
}

func changesPath(slug string) string     { return guidePath(slug) + "changes.xml" }
func changesJSONPath(slug string) string { return guidePath(slug) + "changes.json" }
func datasetPath(slug string) string     { return guidePath(slug) + "ranking.json" }
func tablePath(slug string) string       { return guidePath(slug) + "ranking.csv" }
