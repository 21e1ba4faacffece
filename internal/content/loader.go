package content

import (
	"crypto/sha256"
	"io/fs"
	"slices"
	"sync"
	"time"

	"shortlist/internal/diag"
	"shortlist/internal/guide"
)

// Loader loads one site again and again. It gives what [Load] gives, and reads
// only what has changed: a guide whose files are as they were, and everything that
// it names too, is the very value of the earlier library. So is every provider,
// author and page. Hence whoever keeps something for such a value, by its pointer,
// may keep it as long as the pointer comes again.
//
// What decides is the content of the files. A Loader is used by one goroutine; the
// libraries that it made may be read by others meanwhile.
type Loader struct {
	day     guide.Date
	options Options // but for the time
	before  *site   // nil at first
	found   *layout // of the same load
}

// Changes say which files may have changed since the last load: their names, from
// the root of the tree. Every other file is as it was, and none has come or gone
// but for these. Nil stands for: any.
type Changes map[string]bool

// Load loads the site as it is now.
func (l *Loader) Load(tree fs.FS, o Options, changed Changes) (*guide.Library, diag.List) {
	now := momentOf(o.Now)
	day := now.day
	o.Now = time.Time{}
	if day != l.day || o != l.options {
		l.day, l.options, l.before, l.found = day, o, nil, nil
	}
	if l.before == nil {
		changed = nil
	}
	found, list := l.found, diag.List(nil)
	if !l.onlyRewritten(tree, changed) {
		found, list = walk(tree)
	}
	s := &site{now: now, drafts: o.Drafts, expired: o.Expired}
	clean := len(list) == 0
	if found != nil {
		s.read(&sources{tree: tree, changed: changed}, found, l.before)
		s.resolve()
		for _, r := range s.readers() {
			list = append(list, r.accept()...)
		}
		list = append(list, s.unused(found.pictures, list)...)
		l.before, l.found = s, nil
		if clean { // else the layout does not say all that there is to say of it
			l.found = found
		}
	}
	list.Sort()
	if list.Count(diag.Error) > 0 {
		return nil, list
	}
	return s.library(), list
}

// onlyRewritten reports whether the folders are certainly as the last load found
// them: all that has changed is what some files say.
func (l *Loader) onlyRewritten(tree fs.FS, changed Changes) bool {
	if changed == nil || l.found == nil {
		return false
	}
	known := map[string]bool{}
	for _, r := range l.before.readers() {
		known[r.file.Path] = r.readable
	}
	for name := range changed {
		info, err := fs.Stat(tree, name)
		if !known[name] || err != nil || !info.Mode().IsRegular() {
			return false
		}
	}
	return true
}

// unit is a file of one of the kinds.
type unit interface{ reading() *reader }

func (r *reader) reading() *reader { return r }

// units are what a load has made, by the path of the file or the guide's folder.
// What the second pass has found out about files by themselves is taken back; it
// is found anew.
func (s *site) units() map[string]any {
	all := map[string]any{}
	if s == nil {
		return all
	}
	alone := func(f unit) {
		r := f.reading()
		r.list, r.uses = r.list[:r.parsed], nil
		all[r.file.Path] = f
	}
	for _, a := range s.authors {
		alone(a)
	}
	for _, p := range s.providers {
		alone(p)
	}
	for _, p := range s.pages {
		alone(p)
	}
	alone(s.publication)
	if s.relationships != nil {
		alone(s.relationships)
	}
	if s.addresses != nil {
		alone(s.addresses)
	}
	for _, a := range s.articles {
		all[a.file.Path] = a
	}
	for _, g := range s.guides {
		all[g.folder()] = g
	}
	return all
}

// sources gives the bytes of files, and keeps what was read to compare until it is
// wanted.
type sources struct {
	tree    fs.FS
	changed Changes

	mu   sync.Mutex
	held map[string][]byte
}

// unchanged reports whether a file says what it said.
func (s *sources) unchanged(r *reader) bool {
	if !r.readable {
		return false
	}
	path := r.file.Path
	if s.changed != nil && !s.changed[path] {
		return true
	}
	data, err := readFile(s.tree, path)
	if err != nil {
		return false
	}
	if sha256.Sum256(data) == r.sum {
		return true
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.held == nil {
		s.held = map[string][]byte{}
	}
	s.held[path] = data
	return false
}

// take gives the bytes of a file.
func (s *sources) take(path string) ([]byte, error) {
	s.mu.Lock()
	data, ok := s.held[path]
	delete(s.held, path)
	s.mu.Unlock()
	if ok {
		return data, nil
	}
	return readFile(s.tree, path)
}

// folder is the path of the guide's folder.
func (g *guideFile) folder() string { return guidesFolder + g.guide.Slug }

const guidesFolder = root + "/guides/"

// of reports whether the guide was read from just the files of a folder.
func (g *guideFile) of(found folder) bool {
	if !g.resolved || found.guide != g.file.Path || len(found.entries) != len(g.entries) || len(found.editions) != len(g.editions) {
		return false
	}
	same := func(path string, r *reader) bool { return path == r.file.Path }
	return slices.EqualFunc(found.entries, g.entries, func(path string, e *entryFile) bool { return same(path, e.reader) }) &&
		slices.EqualFunc(found.editions, g.editions, func(path string, e *editionFile) bool { return same(path, e.reader) })
}

func (g *guideFile) unchanged(src *sources) bool {
	for _, r := range g.readers() {
		if !src.unchanged(r) {
			return false
		}
	}
	return true
}
