package structured

import "shortlist/internal/guide"

// Dataset is a ranking's data, for other programs.
//
// Search engines for data pass over one whose description has fewer than 50
// characters or more than 5000: say what is in the files.
type Dataset struct {
	Name        string
	Description string
	License     string // address of the terms; may be empty
	Method      string // address of the page that says how it was made; may be empty
	About       string // address of the page with the ranking; empty where that is this one
	Files       []File
	Variables   []Variable
	From, To    guide.Date // what time it is about; To is zero for one date
}

// File is a form in which the data can be had.
type File struct {
	URL  string
	Type string // of media: "application/json", "text/csv"
}

// Variable is what was measured.
type Variable struct {
	Name        string
	Description string
	Unit        string // "points of 10", "bps"
}

type dataset struct {
	Type        string     `json:"@type"`
	ID          string     `json:"@id"`
	Name        string     `json:"name"`
	Description string     `json:"description"`
	URL         string     `json:"url"`
	Published   string     `json:"datePublished,omitempty"`
	Modified    string     `json:"dateModified,omitempty"`
	Language    string     `json:"inLanguage"`
	Free        bool       `json:"isAccessibleForFree"`
	License     string     `json:"license,omitempty"`
	Creator     reference  `json:"creator"`
	About       *reference `json:"about,omitempty"`
	Coverage    string     `json:"temporalCoverage,omitempty"`
	Method      string     `json:"measurementTechnique,omitempty"`
	Variables   []variable `json:"variableMeasured,omitempty"`
	Files       []download `json:"distribution"`
}

type variable struct {
	Type        string `json:"@type"`
	Name        string `json:"name"`
	Description string `json:"description,omitempty"`
	Unit        string `json:"unitText,omitempty"`
}

type download struct {
	Type   string `json:"@type"`
	Format string `json:"encodingFormat"`
	URL    string `json:"contentUrl"`
}

func (b *builder) dataset() {
	d := b.graph.Dataset
	if d == nil {
		return
	}
	b.some("Dataset", "distribution", len(d.Files))
	node := dataset{
		Type: "Dataset", ID: b.on("Dataset"),
		Name:        b.need("Dataset", "name", d.Name),
		Description: b.need("Dataset", "description", d.Description),
		URL:         b.graph.Page.URL,
		Published:   date(b.graph.Page.Published), Modified: date(b.modified()),
		Language: b.graph.Site.Language, Free: true, License: d.License, Creator: reference{b.publisherID()},
		Coverage: coverage(d.From, d.To), Method: d.Method,
	}
	switch {
	case d.About != "":
		node.About = &reference{d.About + "#ranking"}
	case b.ranks():
		node.About = &reference{b.on("ranking")}
	}
	for _, v := range d.Variables {
		node.Variables = append(node.Variables, variable{"PropertyValue", b.need("PropertyValue", "name", v.Name), v.Description, v.Unit})
	}
	for _, f := range d.Files {
		node.Files = append(node.Files, download{
			"DataDownload", b.need("DataDownload", "encodingFormat", f.Type), b.need("DataDownload", "contentUrl", f.URL),
		})
	}
	b.add(node.ID, node)
}

// coverage is a date or, with a slash, a span of time: ISO 8601.
func coverage(from, to guide.Date) string {
	if to.IsZero() || to == from {
		return date(from)
	}
	return date(from) + "/" + date(to)
}
