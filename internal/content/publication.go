package content

import (
	"fmt"
	"regexp"
	"slices"

	"shortlist/internal/diag"
	"shortlist/internal/guide"
	"shortlist/internal/markdown"
)

var (
	unknownRegion = diag.Define(diag.Error, "unknown-region",
		"A region is named that site.toml does not list.")
	regionCycle = diag.Define(diag.Error, "region-cycle",
		"A region lies within itself.")
	descriptionLength = diag.Define(diag.Error, "description-length",
		"A description is longer than 200 characters.")
)

const maxDescription = 200

var badFeedID = diag.Define(diag.Error, "feed-id",
	"What identifiers of feeds begin with is not a tag with a host and a year.")

// feedID is how a tag URI begins (RFC 4151): a host that was the publisher's on
// a day, and then anything.
var feedID = regexp.MustCompile(`^tag:[a-z0-9-]+(\.[a-z0-9-]+)+,[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?:[A-Za-z0-9/._~-]*$`)

// readFeed reads what the identifiers of the feeds begin with.
func (f *fields) readFeed() string {
	t := f.table("feed", "[feed]")
	if t.t == nil {
		return ""
	}
	id := t.text("id", required)
	if id != "" && !feedID.MatchString(id) {
		f.r.report(badFeedID, t.t.Get("id").Value.Span, fmt.Sprintf("`id` cannot be `%s`", id),
			"write a host that was yours, and a year in which it was: \"tag:research.example.com,2025:\"")
		return ""
	}
	return id
}

// publicationFile is site.toml.
type publicationFile struct {
	*reader
	guide.Publication
	gone       []guide.Gone
	factsKnown bool // every fact has an id, so that a name that is not among them is wrong
}

func readPublication(r *reader) *publicationFile {
	p := &publicationFile{reader: r}
	f := r.root
	p.Title = f.text("title", required)
	p.Description = f.description(required)
	p.BaseURL = f.baseURL("base_url")
	p.Language = f.language("language")
	p.Disclaimer = f.text("disclaimer", optional)
	p.Compress = f.bool("compress")
	p.SystemFonts = f.bool("system_fonts")
	p.Origin = r.origin()

	if t := f.table("publisher", "[publisher]"); t.t != nil {
		p.Publisher = guide.Publisher{Name: t.text("name", required), URL: t.url("url", optional)}
	}
	p.FeedID = f.readFeed()
	if t := f.table("host", "[host]"); t.t != nil {
		p.Host = choice(t, "kind", required, guide.HostKinds...)
	}
	if t := f.table("product", "[product]"); t.t != nil {
		p.Product = t.readProduct()
	}
	if t := f.table("newsletter", "[newsletter]"); t.t != nil {
		p.Newsletter = guide.Newsletter{Label: t.text("label", required), URL: t.url("url", required), About: t.inline("about", optional)}
	}
	if t := f.table("advertising", "[advertising]"); t.t != nil {
		p.Advertising = guide.Advertising{Title: t.text("title", required), Points: t.lines("points"), CTA: t.readCTA(), Sponsored: t.bool("sponsored")}
	}
	if t := f.table("sources", "[sources]"); t.t != nil {
		p.Policy = choice(t, "policy", required, guide.AnySource, guide.OfficialOnly)
		p.Regulators = t.domains("regulators")
	} else {
		p.Policy = guide.AnySource
	}
	p.Regions = f.readRegions()
	seen := map[string]bool{}
	for _, t := range f.tables("topics", "topic", optional) {
		p.Topics = append(p.Topics, guide.Topic{ID: t.id(seen), Name: t.text("name", required)})
	}
	for _, t := range f.tables("navigation", "link", optional) {
		link := guide.NavigationLink{Label: t.text("label", required), Origin: origin(t.t.Span)}
		if link.Path = t.text("path", required); link.Path != "" {
			v := t.t.Get("path").Value
			r.checkPath(ref{link.Path, v.Span})
			link.Origin = origin(v.Span)
		}
		p.Navigation = append(p.Navigation, link)
	}
	p.gone = f.readGone()
	p.Labels = f.readLabels().Over(guide.Usual)
	r.language = p.Language
	p.Facts, p.factsKnown = f.readFactKinds()
	p.Extra = f.readExtra()
	f.readAccept()
	return p
}

func (f *fields) readProduct() guide.Product {
	p := guide.Product{Name: f.text("name", required)}
	p.Points = f.lines("points")
	p.Workflow = names(f.texts("workflow", optional))
	p.CTA = f.readCTA()
	return p
}

// lines reads a list of lines of prose.
func (f *fields) lines(name string) []guide.Inline {
	v := f.find(name, optional, "")
	if v == nil {
		return nil
	}
	var out []guide.Inline
	for _, item := range f.r.items(v, name) {
		out = append(out, f.r.inline(item, name))
	}
	return out
}

func (f *fields) readCTA() guide.CTA {
	t := f.table("cta", "call to action")
	if t.t == nil {
		return guide.CTA{}
	}
	return guide.CTA{Label: t.text("label", required), URL: t.url("url", required)}
}

// description reads the sentence that describes a page. It is inline Markdown;
// what counts is the length of its plain text.
func (f *fields) description(n need) guide.Inline {
	text := f.inline("description", n)
	if text.IsZero() {
		return text
	}
	if length := len([]rune(markdown.Text(text.Prose))); length > maxDescription {
		f.r.report(descriptionLength, f.t.Get("description").Value.Span,
			fmt.Sprintf("`description` has %d characters", length), fmt.Sprintf("shorten it by %d: it may have 200", length-maxDescription))
	}
	return text
}

func (f *fields) readRegions() []*guide.Region {
	var regions []*guide.Region
	within := map[*guide.Region]ref{}
	seen := map[string]bool{}
	for _, t := range f.tables("regions", "region", optional) {
		region := &guide.Region{ID: t.id(seen), Name: t.text("name", required), Origin: origin(t.t.Span)}
		if larger := t.text("within", optional); larger != "" {
			within[region] = ref{larger, t.t.Get("within").Value.Span}
		}
		regions = append(regions, region)
	}
	for _, region := range regions {
		if larger, ok := within[region]; ok {
			region.Within = f.r.region(regions, larger)
		}
	}
	for _, region := range regions {
		larger := region.Within
		for range regions { // a ring that region is not in itself would not end
			if larger == nil {
				break
			}
			if larger == region {
				f.r.report(regionCycle, within[region].at, fmt.Sprintf("`%s` lies within itself", region.ID),
					"name a larger region, or leave `within` out")
				region.Within = nil
				break
			}
			larger = larger.Within
		}
	}
	return regions
}

// region finds a region by its id; nil after a problem.
func (r *reader) region(regions []*guide.Region, want ref) *guide.Region {
	var ids []string
	for _, region := range regions {
		if region.ID == want.name {
			return region
		}
		ids = append(ids, region.ID)
	}
	if slices.Contains(ids, "") {
		return nil // it may be the one whose id could not be read
	}
	r.report(unknownRegion, want.at, fmt.Sprintf("there is no region `%s`", want.name),
		didYouMean(want.name, ids, "add it to [[regions]] in site.toml"))
	return nil
}
