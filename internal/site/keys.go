package site

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"hash"
	"slices"
	"strings"

	"shortlist/internal/export/picture"
	"shortlist/internal/guide"
	"shortlist/internal/report"
	"shortlist/internal/report/address"
)

// Key stands for something that a page is made of.
type Key [sha256.Size]byte

// Part is one of the things that a page is made of.
type Part struct {
	Name string // "the guide's folder"
	Sum  Key
}

// Inputs are what keys are made from, beside the library and what it says.
type Inputs struct {
	Files   map[string][sha256.Size]byte // the content of each file of the content folder, by its path
	Program string                       // stands for the program, the theme and the options
}

// Keys knows the parts of those pages of a site whose inputs are declared: the
// pages of guides, providers and articles, and their pictures. A page that is not
// among them, such as a list of everything, has to be made each time.
type Keys struct {
	site   *Site
	in     Inputs
	parts  map[string][]Part // by path
	guides map[string]Part   // by slug, what each is made of
}

// Keys declares what the pages are made of.
func (s *Site) Keys(in Inputs) *Keys {
	k := &Keys{site: s, in: in, parts: make(map[string][]Part, len(s.pages))}
	frame := k.frame()
	folders := k.folders()
	k.guides = make(map[string]Part, len(s.guides))
	ties := Part{"relationships.toml", k.file("content/relationships.toml")}
	for _, p := range s.guides {
		own := Part{Name: "the guide's files, authors and providers"}
		if p.facts != nil {
			own.Sum = p.facts.Key
			k.guides[p.Slug] = own
			continue
		}
		own.Sum = k.guide(p, folders)
		k.guides[p.Slug] = own
		k.guidePages(p, []Part{frame, own, ties})
	}
	for _, p := range s.lib.Providers {
		of := Part{"the guides that rank or name it", k.directory(p.Slug)}
		at := address.Provider(p.Slug)
		former := newSummer()
		former.text(s.print.Formerly[p.Slug]...)
		for _, c := range report.Concerning(s.print.Corrected, p.Slug) {
			former.text(c.Path, c.Title, c.ID, fmt.Sprintf("%#v", c.Since), c.Date.String(), c.Was.Source, c.Is.Source, c.Source)
			if source := c.Cites(c.Source); source != nil {
				former.text(source.Title, source.URL, source.Anchor(), string(source.Kind))
			}
			for _, who := range c.Who {
				former.text(who.Slug, who.Name)
			}
		}
		k.add([]Part{frame, ties, {"the provider's file", k.file(p.Origin.File)}, of, {"what editions called it, and what was corrected of it", former.done()}}, at, address.Twin(at))
	}
	for _, a := range s.lib.Articles {
		at := address.Article(a.Slug)
		sum := newSummer()
		sum.text(a.Draft, fmt.Sprintf("%#v %#v", a.Dates, a.Related))
		sum.key(k.file(a.Origin.File))
		for _, author := range a.Authors {
			sum.key(k.file(author.Origin.File))
		}
		own := []Part{frame, {"the article's file and authors", sum.done()}}
		k.add(own, address.Twin(at))
		k.add(append(own, k.beside(at, a.Related)), at)
	}
	k.pictures()
	for _, p := range s.photos {
		for _, size := range p.Sizes { // its name has the sum of the picture in it
			for _, path := range []string{size.Path, size.WebP} {
				if path != "" {
					sum := newSummer()
					sum.text(path)
					k.add([]Part{{"the picture", sum.done()}}, path)
				}
			}
		}
	}
	return k
}

// Of are the parts of a page; nil for one that is made each time.
func (k *Keys) Of(p Page) []Part { return k.parts[p.Path] }

// Join is the key of a page: it stands for all of its parts, so that two pages of
// one path that have one key have the same bytes.
func Join(parts []Part) string {
	var b strings.Builder
	for i, p := range parts {
		if i > 0 {
			b.WriteByte('-')
		}
		b.WriteString(hex.EncodeToString(p.Sum[:16]))
	}
	return b.String()
}

// Changed names the parts of a page that are not what they were when it had a key.
func Changed(parts []Part, was string) []string {
	var names []string
	before := strings.Split(was, "-")
	for i, p := range parts {
		if len(before) != len(parts) || before[i] != hex.EncodeToString(p.Sum[:16]) {
			names = append(names, p.Name)
		}
	}
	return names
}

func (k *Keys) add(parts []Part, paths ...string) {
	for _, path := range paths {
		k.parts[path] = slices.Clip(parts)
	}
}

// frame is what every page has from outside of itself: the program with the theme,
// the publication, and the pages in the footer.
func (k *Keys) frame() Part {
	s := k.site
	sum := newSummer()
	sum.text(k.in.Program, s.lib.Site.BaseURL, fmt.Sprint(s.preview()), string(s.lib.Site.Host))
	sum.key(k.file(s.lib.Site.Origin.File))
	sum.text(s.photos.sum())
	for _, p := range s.lib.Pages {
		sum.text(p.Slug, p.Title)
	}
	for _, tie := range s.lib.Relationships { // told on every page that names the provider
		sum.key(k.file(tie.Provider.Origin.File))
		sum.text(s.print.Formerly[tie.Provider.Slug]...)
	}
	if len(s.lib.Relationships) > 0 {
		sum.key(k.file("content/relationships.toml"))
	}
	return Part{"the program, the theme, site.toml, the footer, the pictures and commercial ties", sum.done()}
}

func (k *Keys) file(name string) Key { return Key(k.in.Files[name]) }

// folders lists the files of each guide's folder.
func (k *Keys) folders() map[string][]string {
	folders := map[string][]string{}
	for name := range k.in.Files {
		if below, ok := strings.CutPrefix(name, "content/guides/"); ok {
			slug, _, _ := strings.Cut(below, "/")
			folders[slug] = append(folders[slug], name)
		}
	}
	for _, names := range folders {
		slices.Sort(names)
	}
	return folders
}

// guide is what a guide's report and its summary are made of: files, and what the
// day of the build makes of them.
func (k *Keys) guide(p *planned, folders map[string][]string) Key {
	sum := newSummer()
	sum.text(p.Draft, fmt.Sprintf("%#v", p.Dates))
	file := func(name string) {
		sum.text(name)
		sum.key(k.file(name))
	}
	for _, name := range folders[p.Slug] {
		file(name)
	}
	for _, a := range p.Authors {
		file(a.Origin.File)
	}
	for _, c := range p.Corrections {
		for _, who := range c.Concerns {
			file(who.Origin.File)
		}
	}
	sum.text(fmt.Sprint(p.Compared)) // of which addresses.txt has some
	for _, e := range p.Editions {
		for _, x := range e.Entries {
			sum.text(x.Provider, x.Now) // of those that are no longer ranked, too
		}
	}
	for _, e := range p.AllEntries() {
		file(e.Provider.Origin.File)
		for _, a := range e.Alternatives {
			file(a.Provider.Origin.File)
		}
	}
	return sum.done()
}

// guidePages are the pages of one guide.
func (k *Keys) guidePages(p *planned, own []Part) {
	slug, at := p.Slug, address.Guide(p.Slug)
	k.add(append(own, k.beside(at, p.Related)), at)
	k.add(own, address.Dataset(slug), address.Table(slug), address.Changes(slug), address.ChangesJSON(slug), address.Twin(at), address.Methodology(slug))
	for i := range p.Lenses {
		k.add(own, address.Lens(slug, p.Lenses[i].ID))
	}
	for i := range p.UseCases {
		k.add(own, address.UseCase(slug, p.UseCases[i].ID))
	}
	for _, region := range p.outline.Regions {
		k.add(own, address.Region(slug, region.ID))
	}
	for _, e := range p.Editions {
		sum := newSummer()
		for _, x := range e.Entries {
			sum.text(x.Provider, fmt.Sprint(k.site.print.Providers[x.Provider]))
		}
		k.add(append(own, Part{"which providers have a page", sum.done()}), address.Edition(slug, e.Date))
	}
	for _, pair := range p.outline.Pairs {
		sum := newSummer()
		sum.text(fmt.Sprint(k.site.print.Compared[pair] > 1))
		k.add(append(own, Part{"whether another guide compares the two", sum.done()}), address.Compare(slug, pair[0], pair[1]))
	}
}

// beside is what a page shows of others: their titles and addresses.
func (k *Keys) beside(at string, chosen []guide.Related) Part {
	sum := newSummer()
	sum.text(k.site.print.Beside(at, chosen))
	return Part{"the posts that stand beside it", sum.done()}
}

// directory is what the guides say of a provider.
func (k *Keys) directory(provider string) Key {
	sum := newSummer()
	for _, a := range k.site.print.Directory.Ranked(provider) {
		sum.key(k.guides[a.Guide.Slug].Sum)
	}
	for _, a := range k.site.print.Directory.Apart(provider) {
		sum.key(k.guides[a.Guide.Slug].Sum)
	}
	sum.text("named by")
	for _, a := range k.site.print.Directory.NamedBy(provider) {
		sum.text(a.Place.Provider)
		sum.key(k.guides[a.Guide.Slug].Sum)
	}
	return sum.done()
}

// pictures are made of the words on them.
func (k *Keys) pictures() {
	program := newSummer()
	program.text(k.in.Program)
	of := Part{"the program", program.done()}
	k.site.eachPicture(func(at string, _ guide.Origin, c picture.Content) {
		sum := newSummer()
		sum.text(fmt.Sprintf("%#v", c))
		k.add([]Part{of, {"the words of the picture", sum.done()}}, at)
	})
}

// summer hashes texts and keys, each with its length.
type summer struct{ hash.Hash }

func newSummer() summer { return summer{sha256.New()} }

func (s summer) text(texts ...string) {
	for _, t := range texts {
		var size [8]byte
		binary.LittleEndian.PutUint64(size[:], uint64(len(t)))
		s.Write(size[:])
		s.Write([]byte(t))
	}
}

func (s summer) key(k Key) { s.Write(k[:]) }

func (s summer) done() Key { return Key(s.Sum(nil)) }
