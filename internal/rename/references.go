package rename

import (
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"shortlist/internal/content/front"
	"shortlist/internal/markdown"
)

// references replaces the old name wherever the file has it.
func (p *plan) references(f *file) {
	f.each(func(at []string, v *front.Value) {
		switch {
		case v.Kind != front.String:
		case namesSource(at):
			if now := p.citation(f, v.Text); now != v.Text {
				f.replace(v.TextSpan(0, utf8.RuneCountInString(v.Text)), now)
			}
		case v.Text == p.Old && p.means(f, at):
			f.replace(v.TextSpan(0, len(p.Old)), p.New)
		}
	})
	f.cited(func(id string, put func(string)) {
		if now := p.citation(f, id); now != id {
			put(now)
		}
	})
	p.called(f)
	base := p.base()
	f.linked(func(destination string, put func(string)) {
		rest, own := strings.CutPrefix(destination, base)
		switch {
		case base != "" && own:
			if now := p.link(f, "/"+rest); now != "/"+rest {
				put(base + strings.TrimPrefix(now, "/"))
			}
		case strings.HasPrefix(destination, "/") || strings.HasPrefix(destination, "#"):
			if now := p.link(f, destination); now != destination {
				put(now)
			}
		}
	})
}

// called replaces the lens in the calls for charts of it.
func (p *plan) called(f *file) {
	if p.Kind != Lens || f.name != "content/guides/"+p.In+"/guide.md" {
		return
	}
	for _, c := range markdown.Parse(f.front.Body).Calls {
		if c.Name == "chart" && slices.Equal(c.Words, []string{"slope", p.Old}) {
			f.replace(f.front.BodySpan(c.Offset+c.Length-len(p.Old), len(p.Old)), p.New)
		}
	}
}

// means reports whether the text at a place of the front matter is the name of what
// is renamed.
func (p *plan) means(f *file, at []string) bool {
	key := strings.Join(at, ".")
	switch p.Kind {
	case Provider:
		return slices.Contains([]string{"alternatives", "alternatives.provider", "compare", "relationships.provider", "corrections.concerns"}, key)
	case Guide:
		return key == "related"
	case Article:
		return key == "related" && p.parsed["content/guides/"+p.Old+"/guide.md"] == nil // a guide of that slug is meant first
	case Author:
		return key == "authors"
	case Lens:
		return f.name == "content/guides/"+p.In+"/guide.md" && key == "lenses.id"
	case UseCase:
		return f.name == "content/guides/"+p.In+"/guide.md" && key == "use_cases.id"
	case Source:
		return f.name == p.In && key == "sources.id"
	}
	return false
}

// namesSource reports whether the text at a place of the front matter is a source, as
// it is cited.
func namesSource(at []string) bool {
	return len(at) == 3 && at[0] == "scores" && at[2] == "sources" || slices.Equal(at, []string{"corrections", "source"}) || slices.Equal(at, []string{"prices", "sources"})
}

// cites reports whether a bare id in the file means a source of the file in which
// one is renamed.
func (p *plan) cites(f *file) bool {
	if f.name == p.In {
		return true
	}
	owner, ok := strings.CutPrefix(p.In, "content/providers/")
	return ok && strings.HasSuffix(f.name, "/entries/"+owner) && !declares(f, p.Old)
}

// declares reports whether a file has a source of its own with an id.
func declares(f *file, id string) bool {
	found := false
	f.each(func(at []string, v *front.Value) {
		found = found || strings.Join(at, ".") == "sources.id" && v.Text == id
	})
	return found
}

// citation is an id as it is cited afterwards.
func (p *plan) citation(f *file, id string) string {
	owner, rest, scoped := strings.Cut(id, "/")
	switch {
	case p.Kind == Provider && scoped && owner == p.Old:
		return p.New + "/" + rest
	case p.Kind == Source && !scoped && id == p.Old && p.cites(f):
		return p.New
	case p.Kind == Source && scoped && rest == p.Old && strings.TrimSuffix(path.Base(p.In), ".md") == owner && p.inGuideOf(f, owner):
		return owner + "/" + p.New
	}
	return id
}

// inGuideOf reports whether [@owner/id] in a file of a guide means a source of the
// file in which one is renamed: that of an entry, or of the provider unless the entry
// has one of that id.
func (p *plan) inGuideOf(f *file, owner string) bool {
	folder, ok := guideFolder(f.name)
	if !ok {
		return false
	}
	entry := folder + "entries/" + owner + ".md"
	if p.In == entry {
		return true
	}
	e := p.parsed[entry]
	return p.In == "content/providers/"+owner+".md" && e != nil && !declares(e, p.Old)
}

// guideFolder is the folder of the guide that a file belongs to.
func guideFolder(name string) (string, bool) {
	rest, ok := strings.CutPrefix(name, "content/guides/")
	if !ok {
		return "", false
	}
	slug, _, _ := strings.Cut(rest, "/")
	return "content/guides/" + slug + "/", true
}

// base is the address of the site, empty where it cannot be read.
func (p *plan) base() string {
	site := p.parsed["content/site.toml"]
	if site == nil || site.front.Root == nil {
		return ""
	}
	if k := site.front.Root.Get("base_url"); k != nil {
		return k.Value.Text
	}
	return ""
}
