package feed

import (
	"encoding/json"
	"io"
)

// JSONType is the media type of what JSON writes.
const JSONType = "application/feed+json"

const jsonVersion = "https://jsonfeed.org/version/1.1"

type jsonFeed struct {
	Version     string       `json:"version"`
	Title       string       `json:"title"`
	Home        string       `json:"home_page_url,omitempty"`
	Self        string       `json:"feed_url,omitempty"`
	Description string       `json:"description,omitempty"`
	Language    string       `json:"language,omitempty"`
	Authors     []jsonAuthor `json:"authors,omitempty"`
	Items       []jsonItem   `json:"items"`
}

type jsonItem struct {
	ID        string       `json:"id"`
	URL       string       `json:"url,omitempty"`
	Title     string       `json:"title,omitempty"`
	HTML      string       `json:"content_html,omitempty"`
	Text      string       `json:"content_text,omitempty"`
	Summary   string       `json:"summary,omitempty"`
	Published string       `json:"date_published,omitempty"`
	Modified  string       `json:"date_modified,omitempty"`
	Authors   []jsonAuthor `json:"authors,omitempty"`
	Tags      []string     `json:"tags,omitempty"`
}

type jsonAuthor struct {
	Name string `json:"name,omitempty"`
	URL  string `json:"url,omitempty"`
}

// JSON writes the feed as JSON Feed 1.1 has it. The format has no id and no
// date for a feed as a whole, and wants each item to have a content: that of
// one without HTML is its summary, or its title.
func JSON(w io.Writer, f Feed) error {
	out := jsonFeed{
		Version: jsonVersion, Title: f.Title, Home: f.Home, Self: f.Self, Description: f.Subtitle, Language: f.Language,
		Authors: jsonAuthors(f.authors()), Items: []jsonItem{},
	}
	for _, e := range f.Entries {
		item := jsonItem{
			ID: e.ID, URL: e.URL, Title: e.Title, HTML: e.HTML, Summary: e.Summary,
			Published: moment(e.Published), Modified: moment(e.updated()),
			Authors: jsonAuthors(e.Authors), Tags: e.Categories,
		}
		switch {
		case e.HTML != "":
		case e.Summary != "":
			item.Text, item.Summary = e.Summary, ""
		default:
			item.Text = e.Title
		}
		out.Items = append(out.Items, item)
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false) // it is not read as HTML, and a feed of HTML would be all escapes
	enc.SetIndent("", " ")
	return enc.Encode(out)
}

func jsonAuthors(list []Author) (out []jsonAuthor) {
	for _, a := range list {
		out = append(out, jsonAuthor(a))
	}
	return out
}
