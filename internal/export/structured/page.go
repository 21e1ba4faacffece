package structured

import "shortlist/internal/guide"

// Site is the publication.
type Site struct {
	URL         string
	Name        string
	Description string
	Language    string // "en"
}

// Publisher is the organisation behind the publication.
type Publisher struct {
	Name string
	URL  string // its own site
	Logo string // address of a picture; may be empty
}

// Page is the page that the block stands on. An article and its page share
// their name, description, picture and dates.
type Page struct {
	URL         string
	Anywhere    bool   // it is shown at any address, as a host shows what is not found
	Name        string // the h1
	Description string
	Image       Image      // the share picture; a page with an Article needs it
	Published   guide.Date // zero where the page has no date
	Modified    guide.Date // zero: as it was published
	Reviewed    guide.Date // when its facts were checked
	Parents     []Crumb    // from the home page down to the parent
}

// Image is a picture with its size in pixels.
type Image struct {
	URL           string
	Width, Height int
}

// Crumb is a page above this one.
type Crumb struct{ Name, URL string }

type organization struct {
	Type string `json:"@type"`
	ID   string `json:"@id"`
	Name string `json:"name"`
	URL  string `json:"url"`
	Logo string `json:"logo,omitempty"`
}

type website struct {
	Type        string    `json:"@type"`
	ID          string    `json:"@id"`
	URL         string    `json:"url"`
	Name        string    `json:"name"`
	Description string    `json:"description,omitempty"`
	Language    string    `json:"inLanguage,omitempty"`
	Publisher   reference `json:"publisher"`
}

func (b *builder) site() {
	s, p := b.graph.Site, b.graph.Publisher
	b.add(b.publisherID(), organization{
		Type: "Organization", ID: b.publisherID(),
		Name: b.need("Organization", "name", p.Name), URL: b.need("Organization", "url", p.URL), Logo: p.Logo,
	})
	about := ""
	if b.graph.Page.URL == s.URL { // said once, on the home page
		about = s.Description
	}
	b.add(b.websiteID(), website{
		Type: "WebSite", ID: b.websiteID(),
		URL: b.need("WebSite", "url", s.URL), Name: b.need("WebSite", "name", s.Name),
		Description: about, Language: b.need("WebSite", "inLanguage", s.Language), Publisher: reference{b.publisherID()},
	})
}

type webPage struct {
	Type        string     `json:"@type"`
	ID          string     `json:"@id"`
	URL         string     `json:"url"`
	Name        string     `json:"name"`
	Description string     `json:"description,omitempty"`
	Language    string     `json:"inLanguage"`
	Published   string     `json:"datePublished,omitempty"`
	Modified    string     `json:"dateModified,omitempty"`
	Reviewed    string     `json:"lastReviewed,omitempty"`
	Part        reference  `json:"isPartOf"`
	Breadcrumb  *reference `json:"breadcrumb,omitempty"`
	Main        *reference `json:"mainEntity,omitempty"`
}

type breadcrumbList struct {
	Type  string  `json:"@type"`
	ID    string  `json:"@id"`
	Items []crumb `json:"itemListElement"`
}

type crumb struct {
	Type     string `json:"@type"`
	Position int    `json:"position"`
	Name     string `json:"name"`
	Item     string `json:"item"`
}

// page adds the page and, unless it is the home page, the way to it, which
// ends in the page itself.
func (b *builder) page() {
	p := b.graph.Page
	node := webPage{
		Type: "WebPage", ID: b.pageID(), URL: b.need("WebPage", "url", p.URL), Name: b.need("WebPage", "name", p.Name),
		Description: p.Description, Language: b.graph.Site.Language,
		Published: date(p.Published), Modified: date(b.modified()), Reviewed: date(p.Reviewed),
		Part: reference{b.websiteID()},
	}
	switch {
	case b.graph.Article != nil:
		node.Main, node.Description = &reference{b.on("Article")}, "" // the article has it
	case b.ranks():
		node.Main = &reference{b.on("ranking")}
	}
	if len(p.Parents) == 0 {
		b.add(node.ID, node)
		return
	}
	list := breadcrumbList{Type: "BreadcrumbList", ID: b.on("BreadcrumbList")}
	for i, c := range append(p.Parents[:len(p.Parents):len(p.Parents)], Crumb{p.Name, p.URL}) {
		list.Items = append(list.Items, crumb{
			Type: "ListItem", Position: i + 1,
			Name: b.need("ListItem", "name", c.Name), Item: b.need("ListItem", "item", c.URL),
		})
	}
	node.Breadcrumb = &reference{list.ID}
	b.add(node.ID, node)
	b.add(list.ID, list)
}

// modified is when the page's text last changed.
func (b *builder) modified() guide.Date {
	if b.graph.Page.Modified.IsZero() {
		return b.graph.Page.Published
	}
	return b.graph.Page.Modified
}

// date is a date as it was given, or nothing.
func date(d guide.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.String()
}
