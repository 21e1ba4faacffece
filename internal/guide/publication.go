package guide

import "strings"

// Publication is site.toml.
type Publication struct {
	Title       string
	Description Inline
	BaseURL     string // absolute, ends in a slash, may have a path
	Language    string
	Disclaimer  string
	Compress    bool
	SystemFonts bool   // pages are set in the fonts of the reader's system
	FeedID      string // what identifiers begin with: "tag:research.example.com,2025:"; empty for one made of BaseURL
	Host        HostKind
	Unlisted    bool // search engines are kept out, whatever the site shows: it is built to be looked at
	Publisher   Publisher
	Product     Product
	Newsletter  Newsletter
	Advertising Advertising
	Policy      SourcePolicy
	Regulators  []string
	Regions     []*Region // in the order of the file
	Topics      []Topic   // in the order of the file; empty when topics need no list
	Navigation  []NavigationLink
	Labels      Labels      // all of them
	Facts       []Attribute // what is said of every provider, beyond what all sites say
	Extra       map[string]any
	Origin      Origin
}

// HostKind is a kind of host, by what it reads, serves and sends on.
type HostKind string

// The kinds of hosts. AnyHost is for a site that names none: it gets what most of
// them understand.
const (
	AnyHost           HostKind = ""
	Netlify           HostKind = "netlify"
	CloudflarePages   HostKind = "cloudflare-pages"
	CloudflareWorkers HostKind = "cloudflare-workers"
	GitHubPages       HostKind = "github-pages"
	S3                HostKind = "s3"
	Nginx             HostKind = "nginx"
	Caddy             HostKind = "caddy"
	Apache            HostKind = "apache"
	PlainHost         HostKind = "plain" // sends files, and knows nothing else
)

// HostKinds are those that a site can name.
var HostKinds = []HostKind{Netlify, CloudflarePages, CloudflareWorkers, GitHubPages, S3, Nginx, Caddy, Apache, PlainHost}

// Publisher is the organisation behind the publication.
type Publisher struct {
	Name string
	URL  string
}

// Product is the publisher's own product: shown apart, never ranked. It is
// zero when the site names none.
type Product struct {
	Name     string
	Points   []Inline
	Workflow []string
	CTA      CTA
}

// Newsletter is a link to subscribe somewhere else; zero when there is none.
type Newsletter struct {
	Label, URL string
	About      Inline
}

// Advertising is what the publisher offers to advertisers, or an advertisement:
// always marked as such. It is zero when there is none.
type Advertising struct {
	Title     string
	Points    []Inline
	CTA       CTA
	Sponsored bool // money was paid for it to stand here
}

// CTA is a call to action.
type CTA struct{ Label, URL string }

// SourcePolicy says which domains may be cited.
type SourcePolicy string

const (
	AnySource    SourcePolicy = "any"
	OfficialOnly SourcePolicy = "official" // the domains of the site's providers, and the regulators
)

// NavigationLink is one link of the site's header. Its path is the site's own,
// from the root: "/guides/".
type NavigationLink struct {
	Label  string
	Path   string
	Origin Origin
}

// Topic is a subject under which guides and articles are collected.
type Topic struct{ ID, Name string }

// TopicName is what a topic is called: its name in site.toml, else the words
// of its id with a capital.
func (p *Publication) TopicName(id string) string {
	for _, t := range p.Topics {
		if t.ID == id {
			return t.Name
		}
	}
	words := strings.ReplaceAll(id, "-", " ")
	return strings.ToUpper(words[:1]) + words[1:]
}

// Region is where a provider serves clients.
type Region struct {
	ID     string
	Name   string
	Within *Region // the larger region that holds it; nil when there is none
	Origin Origin
}

// Everywhere is the id of the region that satisfies every other.
const Everywhere = "global"

// Author is a person or an organisation with a byline.
type Author struct {
	Slug    string
	Name    string
	Kind    AuthorKind
	URL     string
	Photo   Picture
	Aliases []Alias
	Former  []Former
	Body    Body
	Extra   map[string]any
	Origin  Origin
}

// AuthorKind tells people from organisations.
type AuthorKind string

const (
	Person       AuthorKind = "person"
	Organisation AuthorKind = "organisation"
)

// Article is an explainer.
type Article struct {
	Slug        string
	Title       string
	Description Inline
	Category    string
	Topics      []string
	Authors     []*Author
	Dates       Dates
	Related     []Related
	CTA         CTA
	Diagrams    []Diagram
	Aliases     []Alias
	Former      []Former
	Corrections []Correction
	Sources     []*Source
	Body        Body
	Extra       map[string]any
	Draft       string // as of a guide
	Origin      Origin
}

// Source returns what [@id] cites in the article, or nil.
func (a *Article) Source(id string) *Source { return find(a.Sources, id) }

// StaticPage is a page of its own at the root: about, how we rank, disclosure.
type StaticPage struct {
	Slug        string
	Title       string
	Description Inline
	Aliases     []Alias
	Sources     []*Source
	Body        Body
	Extra       map[string]any
	Draft       string // as of a guide
	Origin      Origin
}

// Source returns what [@id] cites on the page, or nil.
func (p *StaticPage) Source(id string) *Source { return find(p.Sources, id) }
