// Package address gives the addresses of a site's own pages and files, from the
// site's root and without the path of base_url. They are permanent: a change here
// breaks the links of others.
package address

import (
	"strconv"
	"strings"

	"shortlist/internal/guide"
)

// Guide is the address of a guide.
func Guide(slug string) string { return "/guides/" + slug + "/" }

// Methodology is the address of how a guide ranks, in full.
func Methodology(slug string) string { return Guide(slug) + "methodology/" }

// Lens is the address of a guide under a lens.
func Lens(slug, lens string) string { return Guide(slug) + "lens/" + lens + "/" }

// UseCase is the address of the pick for a reader's situation.
func UseCase(slug, useCase string) string { return Guide(slug) + "for/" + useCase + "/" }

// Region is the address of a guide for one region.
func Region(slug, region string) string { return Guide(slug) + "in/" + region + "/" }

// Provider is the address of a provider.
func Provider(slug string) string { return "/providers/" + slug + "/" }

// Part is the address of a page of a list, the first of which is the list's own.
func Part(list string, number int) string {
	if number == 1 {
		return list
	}
	return list + "page/" + strconv.Itoa(number) + "/"
}

// Article is the address of an article.
func Article(slug string) string { return "/articles/" + slug + "/" }

// Topic is the address of a topic.
func Topic(id string) string { return "/topics/" + id + "/" }

// Author is the address of an author.
func Author(slug string) string { return "/authors/" + slug + "/" }

// Page is the address of a page of its own: about, disclosure.
func Page(slug string) string { return "/" + slug + "/" }

// Corrections is the address of the page of all corrections. A page of the
// publication's own may have that name: its text stands before them. Beside it lie
// two feeds of them, and all of them as data.
const (
	Corrections     = "/corrections/"
	CorrectionsAtom = Corrections + "feed.xml"
	CorrectionsJSON = Corrections + "feed.json"
	CorrectionsData = Corrections + "corrections.json"
)

// Compare is the address of a comparison, its providers in alphabetical order,
// whatever the order of the two.
func Compare(slug, a, b string) string {
	if b < a {
		a, b = b, a
	}
	return Guide(slug) + "compare/" + a + "-vs-" + b + "/"
}

// Reverse is the address that somebody might expect of a comparison instead.
func Reverse(slug, a, b string) string {
	if b > a {
		a, b = b, a
	}
	return Guide(slug) + "compare/" + a + "-vs-" + b + "/"
}

// Edition is the address of a frozen edition.
func Edition(slug string, date guide.Date) string {
	return Guide(slug) + "editions/" + date.String() + "/"
}

// Changes is the address of the feed of a guide's changes, in Atom.
func Changes(slug string) string { return Guide(slug) + "changes.xml" }

// ChangesJSON is the same as JSON Feed.
func ChangesJSON(slug string) string { return Guide(slug) + "changes.json" }

// Dataset is the address of a guide's ranking.json.
func Dataset(slug string) string { return Guide(slug) + "ranking.json" }

// Table is the address of a guide's ranking.csv.
func Table(slug string) string { return Guide(slug) + "ranking.csv" }

// Twin is the address of a page's Markdown twin.
func Twin(path string) string { return path + "index.md" }

// Picture is the address of the share picture of a guide or an article.
func Picture(path string) string { return path + "card.png" }

// SitePicture is the address of the share picture of every other page.
const SitePicture = "/card.png"

// External reports whether a link leads out of the site.
func External(destination string) bool {
	return strings.HasPrefix(destination, "//") || strings.HasPrefix(destination, "mailto:") ||
		strings.Contains(destination, "://")
}
