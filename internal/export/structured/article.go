package structured

import "shortlist/internal/guide"

// Article is what is an article of its page: a guide or an explainer. Its
// headline, description, picture and dates are the page's.
type Article struct {
	Stays   string   // an identifier that stays when the address does not; may be empty
	Section string   // the category
	Topics  []string // for people: "custody insurance"
	Authors []Author
}

// Author is who signs.
type Author struct {
	Kind    guide.AuthorKind
	Name    string
	URL     string // of the author's page on this site
	Website string // the author's own; may be empty
}

type article struct {
	Type        string      `json:"@type"`
	ID          string      `json:"@id"`
	Identifier  string      `json:"identifier,omitempty"`
	Headline    string      `json:"headline"`
	Description string      `json:"description"`
	Image       imageObject `json:"image"`
	Published   string      `json:"datePublished"`
	Modified    string      `json:"dateModified"`
	Authors     []author    `json:"author"`
	Publisher   reference   `json:"publisher"`
	Section     string      `json:"articleSection,omitempty"`
	Keywords    []string    `json:"keywords,omitempty"`
	Page        reference   `json:"mainEntityOfPage"`
	Main        *reference  `json:"mainEntity,omitempty"`
}

type imageObject struct {
	Type   string `json:"@type"`
	URL    string `json:"url"`
	Width  int    `json:"width"`
	Height int    `json:"height"`
}

// author stands inside the node that it signs: some readers of JSON-LD do not
// follow references to a name.
type author struct {
	Type string `json:"@type"`
	ID   string `json:"@id"`
	Name string `json:"name"`
	URL  string `json:"url"`
	Same string `json:"sameAs,omitempty"`
}

func (b *builder) article() {
	a, p := b.graph.Article, b.graph.Page
	if a == nil {
		return
	}
	b.some("Article", "image.width", p.Image.Width)
	b.some("Article", "image.height", p.Image.Height)
	node := article{
		Type: "Article", ID: b.on("Article"), Identifier: a.Stays,
		Headline:    b.need("Article", "headline", p.Name),
		Description: b.need("Article", "description", p.Description),
		Image:       imageObject{"ImageObject", b.need("Article", "image", p.Image.URL), p.Image.Width, p.Image.Height},
		Published:   b.need("Article", "datePublished", date(p.Published)), Modified: date(b.modified()),
		Authors: b.authors("Article", a.Authors), Publisher: reference{b.publisherID()},
		Section: a.Section, Keywords: a.Topics,
		Page: reference{b.pageID()},
	}
	if b.ranks() {
		node.Main = &reference{b.on("ranking")}
	}
	b.add(node.ID, node)
}

func (b *builder) authors(kind string, authors []Author) []author {
	b.some(kind, "author", len(authors))
	var out []author
	for _, a := range authors {
		n := author{
			Type: "Organization", ID: a.URL + "#author",
			Name: b.need(kind, "author.name", a.Name), URL: b.need(kind, "author.url", a.URL), Same: a.Website,
		}
		if a.Kind == guide.Person {
			n.Type = "Person"
		}
		out = append(out, n)
	}
	return out
}
