package content

import (
	"path"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"

	"shortlist/internal/guide"
)

// site is every file of a site after the first pass, each kind sorted by slug.
type site struct {
	now     moment
	drafts  bool
	expired bool

	publication *publicationFile

	relationships *relationshipsFile // nil when there is none
	addresses     *addressesFile     // the same

	authors   []*authorFile
	providers []*providerFile
	guides    []*guideFile
	articles  []*articleFile
	pages     []*pageFile

	bySlug       map[string]*providerFile
	domains      map[string]bool          // of the providers
	domainsKnown bool                     // every one of them, and the regulators, could be read
	domainNames  string                   // all of that in one text, to compare
	former       map[string]*providerFile // by slugs that providers had
	formerNames  string                   // the same in one text
	comparisons  string                   // the addresses of those that were published, in one text
	byAuthor     map[string]*authorFile
	reads        map[string]*read // by the slug of what is read
}

// read is the first pass. Files are read in parallel; each has its own place to
// go to, so that the order in which they are done does not matter. What an earlier
// load made of files that are as they were is taken over.
func (s *site) read(src *sources, found *layout, before *site) {
	earlier := before.units()
	var tasks []func()
	open := s.opener(src)
	// What the site says of units and facts, every other file is read by.
	if found.site != "" {
		read := func(r *reader, _ string) *publicationFile { return readPublication(r) }
		s.publication = again(src, earlier, found.site, open, "site", read)
	} else {
		s.publication = readPublication(absent(root+"/site.toml", "site"))
	}
	if before != nil && s.publication != before.publication {
		earlier = map[string]any{}
	}
	s.authors = make([]*authorFile, len(found.authors))
	for i, path := range found.authors {
		tasks = append(tasks, func() { s.authors[i] = again(src, earlier, path, open, "author", readAuthor) })
	}
	s.providers = make([]*providerFile, len(found.providers))
	for i, path := range found.providers {
		tasks = append(tasks, func() { s.providers[i] = again(src, earlier, path, open, "provider", readProvider) })
	}
	s.articles = make([]*articleFile, len(found.articles))
	for i, path := range found.articles {
		tasks = append(tasks, func() { s.articles[i] = again(src, earlier, path, open, "article", readArticle) })
	}
	s.pages = make([]*pageFile, len(found.pages))
	for i, path := range found.pages {
		tasks = append(tasks, func() { s.pages[i] = again(src, earlier, path, open, "page", readPage) })
	}
	if found.relationships != "" {
		read := func(r *reader, _ string) *relationshipsFile { return readRelationships(r) }
		tasks = append(tasks, func() { s.relationships = again(src, earlier, found.relationships, open, "relationships file", read) })
	}
	if found.addresses != "" {
		read := func(r *reader, _ string) *addressesFile { return readAddresses(r) }
		tasks = append(tasks, func() { s.addresses = again(src, earlier, found.addresses, open, addressesNoun, read) })
	}
	s.guides = make([]*guideFile, len(found.guides))
	for i, folder := range found.guides {
		tasks = append(tasks, func() {
			if old, ok := earlier[folder.path].(*guideFile); ok && old.of(folder) && old.unchanged(src) {
				s.guides[i] = old
			}
		})
	}
	inParallel(tasks)
	tasks = nil
	for i, folder := range found.guides {
		if s.guides[i] == nil {
			tasks = append(tasks, s.readGuide(&s.guides[i], folder, open)...)
		}
	}
	inParallel(tasks)
	s.index()
	s.renew(found, open)
}

// again is a file by itself: as the earlier load has it, or read.
func again[F any](src *sources, earlier map[string]any, path string, open func(path, noun string) *reader, noun string, read func(*reader, string) F) F {
	if old, ok := earlier[path].(F); ok {
		if r := any(old).(unit).reading(); src.unchanged(r) {
			return old
		}
	}
	r := open(path, noun)
	file := read(r, slugOf(path))
	r.finish()
	return file
}

// readGuide is what there is to do to read a guide's folder.
func (s *site) readGuide(into **guideFile, found folder, open func(path, noun string) *reader) []func() {
	g := readGuide(absent(found.path+"/guide.md", "guide"), path.Base(found.path))
	g.entries, g.editions = make([]*entryFile, len(found.entries)), make([]*editionFile, len(found.editions))
	*into = g
	var tasks []func()
	file := func(path, noun string, read func(r *reader, slug string)) {
		tasks = append(tasks, func() {
			r := open(path, noun)
			read(r, slugOf(path))
			r.finish()
			r.release()
		})
	}
	entries, editions := g.entries, g.editions
	if found.guide != "" {
		file(found.guide, "guide", func(r *reader, _ string) {
			g := readGuide(r, path.Base(found.path))
			g.entries, g.editions = entries, editions
			*into = g
		})
	}
	for j, path := range found.entries {
		file(path, "entry", func(r *reader, slug string) { entries[j] = readEntry(r, slug) })
	}
	for j, path := range found.editions {
		file(path, "edition", func(r *reader, stem string) { editions[j] = readEdition(r, stem) })
	}
	return tasks
}

// opener opens files. What the site says of units and facts holds for those that are
// opened after its own.
func (s *site) opener(src *sources) func(path, noun string) *reader {
	return func(path, noun string) *reader {
		r := open(src.take, path, noun)
		r.now = s.now.day
		if p := s.publication; p != nil {
			if r.language = p.Language; p.factsKnown && !p.broken() {
				r.facts = append([]guide.Attribute{}, p.Facts...)
			}
		}
		return r
	}
}

// draft says why something is not published now; empty if it is.
func (s *site) draft(h hold) string {
	reason, _ := h.verdict(s.now, s.drafts, s.expired)
	return reason
}

// renew reads those guides and articles again that were taken over, and name
// something that is not what it was, or are held back no longer. The others are as they would be resolved now.
func (s *site) renew(found *layout, open func(path, noun string) *reader) {
	var tasks []func()
	for i, g := range s.guides {
		if !g.resolved {
			continue
		}
		if !s.holds(&g.bonds) || s.draft(g.hold) != g.guide.Draft {
			tasks = append(tasks, s.readGuide(&s.guides[i], found.guides[i], open)...)
			continue
		}
		for _, r := range g.readers() {
			r.list = r.list[:r.judged]
		}
	}
	for i, a := range s.articles {
		if a.resolved && (!s.holds(&a.bonds) || s.draft(a.hold) != a.article.Draft) {
			tasks = append(tasks, func() {
				r := open(found.articles[i], "article")
				s.articles[i] = readArticle(r, slugOf(found.articles[i]))
				r.finish()
			})
		} else if a.resolved {
			a.list = a.list[:a.judged]
		}
	}
	for i, p := range s.pages {
		if s.draft(p.hold) != p.page.Draft {
			tasks = append(tasks, func() {
				r := open(found.pages[i], "page")
				s.pages[i] = readPage(r, slugOf(found.pages[i]))
				r.finish()
			})
		}
	}
	inParallel(tasks)
}

func slugOf(file string) string { return strings.TrimSuffix(path.Base(file), path.Ext(file)) }

// inParallel runs the tasks on as many goroutines as there are processors.
func inParallel(tasks []func()) {
	var next atomic.Int64
	var running sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(tasks)) {
		running.Go(func() {
			for i := next.Add(1) - 1; i < int64(len(tasks)); i = next.Add(1) - 1 {
				tasks[i]()
			}
		})
	}
	running.Wait()
}

// readers returns the files, sorted by their paths.
func (s *site) readers() []*reader {
	var all []*reader
	if s.addresses != nil {
		all = append(all, s.addresses.reader)
	}
	for _, a := range s.articles {
		all = append(all, a.reader)
	}
	for _, a := range s.authors {
		all = append(all, a.reader)
	}
	for _, g := range s.guides {
		all = append(all, g.readers()...)
	}
	for _, p := range s.pages {
		all = append(all, p.reader)
	}
	for _, p := range s.providers {
		all = append(all, p.reader)
	}
	if s.relationships != nil {
		all = append(all, s.relationships.reader)
	}
	return append(all, s.publication.reader)
}

// readers returns the files of a guide, sorted by their paths.
func (g *guideFile) readers() []*reader {
	all := make([]*reader, 0, len(g.editions)+len(g.entries)+1)
	for _, e := range g.editions {
		all = append(all, e.reader)
	}
	for _, e := range g.entries {
		all = append(all, e.reader)
	}
	return append(all, g.reader)
}
