package feed

import (
	"cmp"
	"encoding/xml"
	"io"
)

// AtomType is the media type of what Atom writes.
const AtomType = "application/atom+xml"

type atomFeed struct {
	XMLName  xml.Name     `xml:"http://www.w3.org/2005/Atom feed"`
	Language string       `xml:"xml:lang,attr,omitempty"`
	ID       string       `xml:"id"`
	Title    string       `xml:"title"`
	Subtitle string       `xml:"subtitle,omitempty"`
	Updated  string       `xml:"updated"`
	Links    []atomLink   `xml:"link"`
	Authors  []atomAuthor `xml:"author"`
	Entries  []atomEntry  `xml:"entry"`
}

type atomEntry struct {
	ID         string         `xml:"id"`
	Title      string         `xml:"title"`
	Links      []atomLink     `xml:"link"`
	Published  string         `xml:"published,omitempty"`
	Updated    string         `xml:"updated"`
	Authors    []atomAuthor   `xml:"author"`
	Categories []atomCategory `xml:"category"`
	Summary    string         `xml:"summary,omitempty"`
	Content    *atomContent   `xml:"content"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr"`
	Type string `xml:"type,attr"`
	Href string `xml:"href,attr"`
}

type atomAuthor struct {
	Name string `xml:"name"`
	URI  string `xml:"uri,omitempty"`
}

type atomCategory struct {
	Term string `xml:"term,attr"`
}

type atomContent struct {
	Type string `xml:"type,attr"`
	Text string `xml:",chardata"`
}

// Atom writes the feed as RFC 4287 has it. The order of the entries is the
// caller's.
func Atom(w io.Writer, f Feed) error {
	out := atomFeed{
		Language: f.Language, ID: f.ID, Title: f.Title, Subtitle: f.Subtitle, Updated: moment(f.updated()),
		Authors: atomAuthors(f.authors()),
	}
	if f.Self != "" {
		out.Links = append(out.Links, atomLink{"self", AtomType, f.Self})
	}
	if f.Home != "" {
		out.Links = append(out.Links, atomLink{"alternate", "text/html", f.Home})
	}
	for _, e := range f.Entries {
		entry := atomEntry{
			ID: e.ID, Title: e.Title, Links: []atomLink{{"alternate", "text/html", e.URL}},
			Published: moment(e.Published), Updated: moment(cmp.Or(e.updated(), f.updated())),
			Authors: atomAuthors(e.Authors), Summary: e.Summary,
		}
		for _, c := range e.Categories {
			entry.Categories = append(entry.Categories, atomCategory{c})
		}
		if e.HTML != "" {
			entry.Content = &atomContent{"html", e.HTML}
		}
		out.Entries = append(out.Entries, entry)
	}
	b, err := xml.MarshalIndent(out, "", " ")
	if err != nil {
		return err
	}
	_, err = w.Write(append([]byte(xml.Header), append(b, '\n')...))
	return err
}

func atomAuthors(list []Author) (out []atomAuthor) {
	for _, a := range list {
		out = append(out, atomAuthor{a.Name, a.URL})
	}
	return out
}
