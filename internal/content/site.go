package content

import (
	"io/fs"
	"path"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"

	"shortlist/internal/guide"
)

// site is every file of a site after the first pass, each kind sorted by slug.
type site struct {
	now     guide.Date
	drafts  bool
	expired bool

	publication *publicationFile

	relationships *relationshipsFile // nil when there is none

	authors   []*authorFile
	providers []*providerFile
	guides    []*guideFile
	articles  []*articleFile
	pages     []*pageFile

	bySlug       map[string]*providerFile
	authorOf     map[string]*guide.Author
	domains      map[string]bool // of the providers
	domainsKnown bool            // every one of them, and the regulators, could be read
	cited        map[*guide.Source]bool
}

// read is the first pass. Files are read in parallel; each has its own place to
// go to, so that the order in which they are done does not matter.
func (s *site) read(tree fs.FS, found *layout) {
	var tasks []func()
	file := func(path, noun string, read func(r *reader, slug string)) {
		tasks = append(tasks, func() {
			r := open(tree, path, noun)
			r.now = s.now
			read(r, slugOf(path))
			r.finish()
			r.release()
		})
	}
	s.authors = make([]*authorFile, len(found.authors))
	for i, path := range found.authors {
		file(path, "author", func(r *reader, slug string) { s.authors[i] = readAuthor(r, slug) })
	}
	s.providers = make([]*providerFile, len(found.providers))
	for i, path := range found.providers {
		file(path, "provider", func(r *reader, slug string) { s.providers[i] = readProvider(r, slug) })
	}
	s.articles = make([]*articleFile, len(found.articles))
	for i, path := range found.articles {
		file(path, "article", func(r *reader, slug string) { s.articles[i] = readArticle(r, slug) })
	}
	s.pages = make([]*pageFile, len(found.pages))
	for i, path := range found.pages {
		file(path, "page", func(r *reader, slug string) { s.pages[i] = readPage(r, slug) })
	}
	s.guides = make([]*guideFile, len(found.guides))
	entries := make([][]*entryFile, len(found.guides))
	editions := make([][]*editionFile, len(found.guides))
	for i, folder := range found.guides {
		s.guides[i] = readGuide(absent(folder.path+"/guide.md", "guide"), path.Base(folder.path))
		if folder.guide != "" {
			file(folder.guide, "guide", func(r *reader, _ string) { s.guides[i] = readGuide(r, path.Base(folder.path)) })
		}
		entries[i] = make([]*entryFile, len(folder.entries))
		for j, path := range folder.entries {
			file(path, "entry", func(r *reader, slug string) { entries[i][j] = readEntry(r, slug) })
		}
		editions[i] = make([]*editionFile, len(folder.editions))
		for j, path := range folder.editions {
			file(path, "edition", func(r *reader, stem string) { editions[i][j] = readEdition(r, stem) })
		}
	}
	s.publication = readPublication(absent(root+"/site.toml", "site"))
	if found.site != "" {
		file(found.site, "site", func(r *reader, _ string) { s.publication = readPublication(r) })
	}
	if found.relationships != "" {
		file(found.relationships, "relationships file", func(r *reader, _ string) { s.relationships = readRelationships(r) })
	}
	inParallel(tasks)
	for i := range s.guides {
		s.guides[i].entries, s.guides[i].editions = entries[i], editions[i]
	}
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
	for _, a := range s.articles {
		all = append(all, a.reader)
	}
	for _, a := range s.authors {
		all = append(all, a.reader)
	}
	for _, g := range s.guides {
		for _, e := range g.editions {
			all = append(all, e.reader)
		}
		for _, e := range g.entries {
			all = append(all, e.reader)
		}
		all = append(all, g.reader)
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
