// Package citation says how to cite a page: in words, as BibTeX and as CSL
// JSON, the format of Zotero and other reference managers.
package citation

import (
	"encoding/json"
	"fmt"
	"strings"

	"shortlist/internal/guide"
)

// Work is what is cited.
type Work struct {
	Key       string // of the BibTeX entry: letters, digits and hyphens
	Title     string
	Authors   []Author
	Publisher string
	Date      guide.Date
	URL       string // permanent
	Language  string
}

// Author is a person or an organisation. An organisation's name is never
// split.
type Author struct {
	Name         string
	Organisation bool
}

// Text is the citation in words: "Token Metrics Team. Best Custody Insurance
// Providers (2025). Token Metrics, September 2025. https://..."
func Text(w Work) string {
	names := make([]string, len(w.Authors))
	for i, a := range w.Authors {
		names[i] = a.Name
	}
	parts := []string{}
	for _, p := range []string{strings.Join(names, ", "), w.Title, strings.Trim(w.Publisher+", "+w.Date.Words(), ", ")} {
		if p != "" {
			parts = append(parts, strings.TrimSuffix(p, "."))
		}
	}
	return strings.Join(parts, ". ") + ". " + w.URL
}

var latex = strings.NewReplacer(`\`, `\textbackslash{}`, "{", `\{`, "}", `\}`, "&", `\&`, "%", `\%`, "$", `\$`, "#", `\#`, "_", `\_`, "~", `\textasciitilde{}`, "^", `\textasciicircum{}`)

// BibTeX is the citation as an entry of type misc. Titles and the names of
// organisations stand in a second pair of braces, so that no style changes
// their capitals or splits them.
func BibTeX(w Work) string {
	names := make([]string, len(w.Authors))
	for i, a := range w.Authors {
		names[i] = latex.Replace(a.Name)
		if a.Organisation {
			names[i] = "{" + names[i] + "}"
		}
	}
	var b strings.Builder
	fmt.Fprintf(&b, "@misc{%s,\n", w.Key)
	field := func(name, value string) {
		if value != "" {
			fmt.Fprintf(&b, "  %s = {%s},\n", name, value)
		}
	}
	field("author", strings.Join(names, " and "))
	field("title", "{"+latex.Replace(w.Title)+"}")
	field("publisher", latex.Replace(w.Publisher))
	field("year", fmt.Sprint(w.Date.Year))
	field("month", fmt.Sprint(w.Date.Month))
	field("url", w.URL)
	b.WriteString("}")
	return b.String()
}

type cslItem struct {
	ID        string    `json:"id"`
	Type      string    `json:"type"`
	Title     string    `json:"title"`
	Author    []cslName `json:"author,omitempty"`
	Publisher string    `json:"publisher,omitempty"`
	Issued    cslDate   `json:"issued"`
	URL       string    `json:"URL"`
	Language  string    `json:"language,omitempty"`
}

type cslName struct {
	Literal string `json:"literal"`
}

type cslDate struct {
	Parts [][]int `json:"date-parts"`
}

// CSL is the citation as CSL JSON, a list of one item. Every name is literal:
// nothing says which part of a person's name is the family's.
func CSL(w Work) string {
	item := cslItem{ID: w.Key, Type: "webpage", Title: w.Title, Publisher: w.Publisher, URL: w.URL, Language: w.Language}
	for _, a := range w.Authors {
		item.Author = append(item.Author, cslName{a.Name})
	}
	date := []int{w.Date.Year, w.Date.Month}
	if w.Date.Day > 0 {
		date = append(date, w.Date.Day)
	}
	item.Issued.Parts = [][]int{date}
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	_ = e.Encode([]cslItem{item}) // strings and integers cannot fail
	return strings.TrimSuffix(b.String(), "\n")
}
