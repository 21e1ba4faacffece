package structured

import (
	"regexp"
	"strconv"

	"shortlist/internal/guide"
)

// Review is the critics' judgement of one provider in one guide.
type Review struct {
	URL       string // of the entry in the guide, with its anchor; the same wherever the review is stated
	Subject   Subject
	Name      string // the award: "Best for dedicated crypto crime and custody cover"
	Body      string // why, in plain text; may be empty
	Authors   []Author
	Score     string // out of 10, exactly as the page prints it
	Published guide.Date
	Modified  guide.Date // zero: as it was published
}

// Subject is who or what is reviewed.
type Subject struct {
	Kind    SubjectKind
	Name    string
	Page    string // address of its page on this site
	Website string // its own
	Offers  []Offer
}

// SubjectKind tells companies from what they offer.
type SubjectKind string

// The zero SubjectKind is an Organization: search engines show reviews of
// organisations, and none of services.
const (
	Organization SubjectKind = "Organization"
	Service      SubjectKind = "Service"
)

// Best and Worst are the ends of the scale, as pages print them.
const (
	Best  = "10"
	Worst = "0"
)

type review struct {
	Type      string    `json:"@type"`
	ID        string    `json:"@id"`
	URL       string    `json:"url"`
	Name      string    `json:"name,omitempty"`
	Subject   subject   `json:"itemReviewed"`
	Rating    rating    `json:"reviewRating"`
	Body      string    `json:"reviewBody,omitempty"`
	Authors   []author  `json:"author"`
	Publisher reference `json:"publisher"`
	Published string    `json:"datePublished"`
	Modified  string    `json:"dateModified"`
	Language  string    `json:"inLanguage"`
}

type subject struct {
	Type string `json:"@type"`
	ID   string `json:"@id"`
	Name string `json:"name"`
	URL  string `json:"url"`

	Makes  []offer `json:"makesOffer,omitempty"` // of an organisation
	Offers []offer `json:"offers,omitempty"`     // of anything else
}

type rating struct {
	Type  string `json:"@type"`
	Value string `json:"ratingValue"`
	Best  string `json:"bestRating"`
	Worst string `json:"worstRating"`
}

// figure is a score as pages print it.
var figure = regexp.MustCompile(`^(10(\.0+)?|[0-9](\.[0-9]+)?)$`)

func (b *builder) reviews() {
	for _, r := range b.graph.Reviews {
		kind := r.Subject.Kind
		if kind == "" {
			kind = Organization
		}
		if r.Modified.IsZero() {
			r.Modified = r.Published
		}
		b.need("Review", "itemReviewed.@id", r.Subject.Page)
		if r.Score != "" && !figure.MatchString(r.Score) {
			b.faults = append(b.faults, "Review with the score "+strconv.Quote(r.Score))
		}
		node := review{
			Type: "Review", ID: r.URL, URL: b.need("Review", "url", r.URL), Name: r.Name, Body: r.Body,
			Subject: subject{
				Type: string(kind), ID: r.Subject.Page + "#provider",
				Name: b.need("Review", "itemReviewed.name", r.Subject.Name), URL: b.need("Review", "itemReviewed.url", r.Subject.Website),
			},
			Rating:  rating{"Rating", b.need("Review", "reviewRating.ratingValue", r.Score), Best, Worst},
			Authors: b.authors("Review", r.Authors), Publisher: reference{b.publisherID()},
			Published: b.need("Review", "datePublished", date(r.Published)), Modified: date(r.Modified),
			Language: b.graph.Site.Language,
		}
		if kind == Organization {
			node.Subject.Makes = b.offers(r.Subject.Offers)
		} else {
			node.Subject.Offers = b.offers(r.Subject.Offers)
		}
		b.add(node.ID, node)
	}
}
