package site

import (
	"fmt"
	"slices"
	"strings"

	"shortlist/internal/diag"
	"shortlist/internal/guide"
	"shortlist/internal/report/address"
)

// An address that was published is a promise. Those that authors give, by the names
// of files and ids, must lead somewhere for good, and their authors say where. Those
// that are computed trouble nobody: where the page is no longer made, its address
// leads to the guide.
var vanishedAddress = diag.Define(diag.Error, "vanished-address",
	"An address that was published, as addresses.txt has it, leads nowhere.")

// recorded are the templates of pages whose addresses are kept once they were
// published, and whether they are computed.
var recorded = map[string]bool{
	"guide": false, "provider": false, "article": false, "author": false, "page": false, "corrections": false, "lens": false, "usecase": false, "edition": false,
	"compare": true, "region": true, "methodology": true,
}

// Addresses are those of the site that are to be kept, in order. Of a list that is
// divided, it is the first page's.
func (s *Site) Addresses() []string {
	var out []string
	for _, p := range s.pages {
		if _, kept := recorded[p.kind]; kept && !strings.Contains(p.Path, "/page/") {
			out = append(out, p.Path)
		}
	}
	slices.Sort(out)
	return out
}

// keepRecorded sends readers on from computed pages that are no longer made, and
// reports the other addresses that would lead nowhere.
func (s *Site) keepRecorded(m *moves, problems *diag.List) {
	if len(s.lib.Recorded) == 0 {
		return
	}
	leads := make(map[string]bool, len(s.pages)+len(m.moved))
	for _, p := range s.pages {
		leads[addressKey(p.Path)] = true
	}
	guides := map[string]string{} // the guide that stands, or stood, at an address
	for _, g := range s.lib.Guides {
		guides[address.Guide(g.Slug)] = address.Guide(g.Slug)
	}
	for _, to := range m.moved {
		if to.Below { // what lay below the old address lies below the new one
			for _, p := range s.pages {
				if rest, ok := strings.CutPrefix(p.Path, to.To); ok {
					leads[addressKey(to.From+rest)] = true
				}
			}
		}
		if guides[to.To] != "" {
			guides[to.From] = to.To
		}
		leads[addressKey(to.From)] = true
	}
	for i := range s.lib.Gone {
		guides[s.lib.Gone[i].Path] = s.lib.Gone[i].Path
	}
	for _, a := range s.lib.Recorded {
		if leads[addressKey(a.URL)] {
			continue
		}
		parts := strings.Split(a.URL, "/") // "", "guides", slug, "compare", name, ""
		below := parts[1] == "guides" && len(parts) > 4
		computed := below && (parts[3] == "compare" || parts[3] == "in" || parts[3] == "methodology")
		if computed || below && s.isGone(address.Guide(parts[2])) {
			if to := guides[address.Guide(parts[2])]; to != "" {
				m.move(a.Origin, a.URL, to)
			}
			continue // that of a guide which is not there is told of the guide
		}
		if message, hint := s.vanished(a.URL, below, parts); message != "" {
			problems.Add(vanishedAddress, spanOf(a.Origin, len(a.URL)), message, hint)
		}
	}
}

func (s *Site) isGone(path string) bool {
	return slices.ContainsFunc(s.lib.Gone, func(g guide.Gone) bool { return g.Path == path })
}

// vanished says what became of an address, and what its author can do; nothing where
// it was meant to go.
func (s *Site) vanished(path string, below bool, parts []string) (message, hint string) {
	own, gone := "", fmt.Sprintf(`[[gone]] in site.toml with paths = ["%s"], a date and a reason`, path)
	if below {
		own = address.Guide(parts[2])
	}
	for _, h := range s.lib.Held {
		switch {
		case h.Path != path && h.Path != own:
		case h.Named || strings.HasPrefix(h.Reason, "expired"):
			return "", "" // its date, or what used it, says so
		case h.Path == own:
			return "", "" // that is told of the guide
		default:
			return fmt.Sprintf("the page %s was published, and is held back: %s", path, h.Reason),
				fmt.Sprintf("publish it in %s, give its address to another page as an alias, or say why it is gone: %s", h.Origin.File, gone)
		}
	}
	old := parts[len(parts)-2]
	switch {
	case below && !slices.ContainsFunc(s.pages, func(p Page) bool { return p.Path == own }):
		return "", "" // the guide itself vanished
	case below && parts[3] == "editions":
		return fmt.Sprintf("the edition %s was published and is not there", path), "an edition is a record: take its file back from git"
	case below:
		return fmt.Sprintf("the page %s was published and is not there", path),
			fmt.Sprintf("where it has another id, write formerly = [\"%s\"] there; else %s", old, gone)
	case parts[1] == "guides" || parts[1] == "providers" || parts[1] == "articles" || parts[1] == "authors":
		return fmt.Sprintf("the page %s was published and is not there", path),
			fmt.Sprintf("where it has another name, write formerly = [\"%s\"] there (`shortlist rename` does); or aliases = [\"%s\"] in what stands for it; or %s", old, path, gone)
	}
	return fmt.Sprintf("the page %s was published and is not there", path), fmt.Sprintf("write aliases = [\"%s\"] in the page that stands for it, or %s", path, gone)
}

// Paths are where the pages of a site stand, and where it leads from others.
type Paths struct {
	Pages map[string]bool // pages for people; true for one that says that nothing is published there any more
	moved []movedTo
}

// Paths lists them.
func (s *Site) Paths() Paths {
	out := Paths{Pages: map[string]bool{}, moved: s.moved}
	for _, p := range s.pages {
		if p.kind != "" && p.kind != "stub" && p.kind != "404" {
			out.Pages[p.Path] = p.kind == "gone"
		}
	}
	return out
}

// Leads is where readers of an address are sent on to, empty where they are not.
func (p Paths) Leads(path string) string {
	for _, to := range p.moved {
		if addressKey(to.From) == addressKey(path) {
			return to.To
		}
	}
	for _, to := range p.moved {
		if rest, ok := strings.CutPrefix(path, to.From); ok && to.Below {
			if _, there := p.Pages[to.To+rest]; there {
				return to.To + rest
			}
		}
	}
	return ""
}
