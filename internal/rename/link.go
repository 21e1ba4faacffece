package rename

import (
	"slices"
	"strings"
)

// link is the destination of a link of this site afterwards.
func (p *plan) link(f *file, destination string) string {
	address, anchor, hasAnchor := strings.Cut(destination, "#")
	now := p.path(address)
	if hasAnchor {
		now += "#" + p.anchor(f, address, anchor)
	}
	return now
}

// path is an address of the site afterwards, with what is below it.
func (p *plan) path(address string) string {
	parts := strings.Split(address, "/") // "", "guides", "x", "compare", "a-vs-b", ""
	if len(parts) < 3 {
		return address
	}
	section, slug := parts[1], parts[2]
	switch {
	case p.Kind == Provider && section == "providers" && slug == p.Old,
		p.Kind == Guide && section == "guides" && slug == p.Old,
		p.Kind == Article && section == "articles" && slug == p.Old,
		p.Kind == Author && section == "authors" && slug == p.Old:
		parts[2] = p.New
	case len(parts) > 4 && section == "guides" && p.Kind == Provider && parts[3] == "compare":
		a, b, ok := strings.Cut(parts[4], "-vs-")
		if ok && (a == p.Old || b == p.Old) {
			both := []string{a, b}
			both[slices.Index(both, p.Old)] = p.New
			slices.Sort(both)
			parts[4] = both[0] + "-vs-" + both[1]
		}
	case len(parts) > 4 && section == "guides" && slug == p.In && parts[4] == p.Old:
		if p.Kind == Lens && parts[3] == "lens" || p.Kind == UseCase && parts[3] == "for" {
			parts[4] = p.New
		}
	}
	return strings.Join(parts, "/")
}

// anchor is an id of a page afterwards: those of entries and of sources are made of
// slugs and ids.
func (p *plan) anchor(f *file, address, anchor string) string {
	folder, inGuide := guideFolder(f.name)
	if address != "" {
		folder, inGuide = "content"+address, strings.HasPrefix(address, "/guides/")
	}
	switch p.Kind {
	case Provider:
		source, isSource := strings.CutPrefix(anchor, "source-")
		prefix := ""
		if isSource {
			prefix, anchor = "source-", source
		} else if !inGuide {
			return anchor
		}
		if p.owner(anchor) == p.Old {
			return prefix + p.New + strings.TrimPrefix(anchor, p.Old)
		}
		return prefix + anchor
	case Source:
		owner := strings.TrimSuffix(p.In[strings.LastIndexByte(p.In, '/')+1:], ".md")
		if anchor == "source-"+owner+"-"+p.Old && (inGuide && strings.HasPrefix(p.In, folder) || strings.HasPrefix(p.In, "content/providers/")) {
			return "source-" + owner + "-" + p.New
		}
		if anchor == "source-"+p.Old && (address == "" && f.name == p.In || address != "" && strings.TrimSuffix(folder, "/")+"/guide.md" == p.In || strings.TrimSuffix(folder, "/")+".md" == p.In) {
			return "source-" + p.New
		}
	}
	return anchor
}

// owner is the provider whose slug an anchor begins with: of "hex-trust-fees" it is
// hex-trust where there is one, and else hex.
func (p *plan) owner(anchor string) string {
	for at := len(anchor); at > 0; at = strings.LastIndexByte(anchor[:at], '-') {
		if p.names[anchor[:at]] {
			return anchor[:at]
		}
	}
	return ""
}
