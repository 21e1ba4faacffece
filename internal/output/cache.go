package output

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"

	"shortlist/internal/folder"
)

// What earlier builds made under a key stays at hand in .shortlist/cache, also when
// it is no longer in the output folder, or that is not there: in a fresh clone to
// which only the cache was brought back, after a branch was switched, after a page
// was damaged. There is one file for each content, named by its sum; where the
// output folder is on the same file system, it is the same file under a second name,
// and takes no room. What comes out of the cache is a copy: who changes a file of one
// output folder in place must not change that of another. A list says which content a name has under a key, and those of
// its compressed forms.
//
// Nothing in it is believed: content is taken only where its bytes have the sum that
// the list states, and a list that came with the repository, has no right sum of its
// own, or was being changed when a build was killed, counts as none, and all of it
// goes. It may be deleted at any time. What the last few builds had no use for is
// dropped, so that it holds a few sites at most. Whoever holds the lock changes it.
type cache struct {
	in    *folder.Folder
	of    map[string]*cached // by key and name
	begun bool               // it was looked into
	taken int                // files that came out of it
}

// cached is one file of the list.
type cached struct {
	whole stamp
	forms map[string]stamp // by ending
	age   int              // how many builds since had no use for it
}

const (
	cacheName   = "cache"
	cacheList   = "list"
	cacheBusy   = "busy" // is there while names are added and removed
	cacheHeader = "shortlist cache 1\n"
	cacheAge    = 4 // builds
)

// openCache looks into the cache, the first time that something is wanted of it.
// Whoever calls holds d.mu.
func (d *Dir) openCache() *cache {
	c := &d.cache
	if c.begun {
		return c
	}
	c.begun, c.of = true, map[string]*cached{}
	if err := d.state.Mkdir(cacheName); err != nil && !errors.Is(err, fs.ErrExist) {
		return c
	}
	in, err := d.state.Sub(cacheName)
	if err != nil {
		return c
	}
	if _, err := in.Lstat(cacheBusy); err == nil || !c.read(in) || d.tracked(path.Join(state, cacheName, cacheList)) {
		clear(c.of)
		in.Close()
		if d.state.RemoveAll(cacheName) != nil || d.state.Mkdir(cacheName) != nil {
			return c
		}
		if in, err = d.state.Sub(cacheName); err != nil {
			return c
		}
	}
	c.in = in
	return c
}

// read reads the list and reports whether it is whole. None is.
func (c *cache) read(in *folder.Folder) bool {
	text, err := in.ReadUpTo(cacheList, maxManifest)
	if errors.Is(err, fs.ErrNotExist) {
		names, err := in.ReadDir(".")
		return err == nil && len(names) == 0
	}
	rest, ok := unsealed(cacheHeader, text)
	if err != nil || !ok {
		return false
	}
	lines := bufio.NewScanner(bytes.NewReader(rest))
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		age, rest, _ := strings.Cut(lines.Text(), " ")
		content, id, _ := strings.Cut(rest, " ")
		e := &cached{forms: map[string]stamp{}}
		var err error
		if e.age, err = strconv.Atoi(age); err != nil {
			return false
		}
		for i, part := range strings.Split(content, ",") {
			ending, rest, _ := strings.Cut(part, ":")
			is, err := parseStamp(rest)
			if err != nil {
				return false
			}
			if i == 0 {
				e.whole = is
			} else {
				e.forms[ending] = is
			}
		}
		c.of[id] = e
	}
	return lines.Err() == nil
}

func parseStamp(text string) (stamp, error) {
	sum, size, _ := strings.Cut(text, ":")
	_, is, err := parseLine(sum + " " + size + " x")
	return is, err
}

func (c *cache) bytes() []byte {
	var b bytes.Buffer
	for _, id := range slices.Sorted(maps.Keys(c.of)) {
		e := c.of[id]
		fmt.Fprintf(&b, "%d :%x:%d", e.age, e.whole.Sum, e.whole.Size)
		for _, ending := range slices.Sorted(maps.Keys(e.forms)) {
			fmt.Fprintf(&b, ",%s:%x:%d", ending, e.forms[ending].Sum, e.forms[ending].Size)
		}
		b.WriteString(" " + id + "\n")
	}
	return sealed(cacheHeader, b.Bytes())
}

func cacheID(name, key string) string { return key + " " + name }

// fetch stages a file and its forms out of the cache, if it has them under that key.
// What is not as it should be is dropped.
func (d *Dir) fetch(name, key string) (whole file, forms map[string]file, ok bool) {
	d.mu.Lock()
	c := d.openCache()
	e := c.of[cacheID(name, key)]
	d.mu.Unlock()
	if e == nil || c.in == nil {
		return file{}, nil, false
	}
	take := func(name string, want stamp) (file, error) {
		if is, err := stampIn(d.root, name, want.Size); err == nil && is == want {
			return file{stamp: want}, nil // in place already
		}
		staged, err := d.nextStaged()
		if err != nil {
			return file{}, err
		}
		blob := want.hex()
		if err := c.in.CopyFile(blob, d.stage, staged); err != nil {
			return file{}, err
		}
		if is, err := stampIn(d.stage, staged, want.Size); err != nil || is != want {
			return file{}, errors.Join(errors.New("other bytes"), d.stage.Remove(staged), c.in.Remove(blob))
		}
		return file{want, staged}, nil
	}
	whole, err := take(name, e.whole)
	forms = map[string]file{}
	for ending, want := range e.forms {
		if err == nil {
			forms[name+ending], err = take(name+ending, want)
		}
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if err != nil {
		delete(c.of, cacheID(name, key))
		return file{}, nil, false
	}
	c.taken++
	return whole, forms, true
}

// fillCache adds what this build made under a key, and drops what has not been
// wanted for long. The cache is no part of what a build promises: what the machine
// refuses here is left out.
func (d *Dir) fillCache(changed bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if len(d.keys) == 0 || !changed && !d.cache.begun || d.partly {
		return // what one edit changed is not worth going through all of it
	}
	c := d.openCache()
	if c.in == nil || !d.root.CanMove(c.in) || c.in.WriteFile(cacheBusy, nil) != nil {
		return
	}
	had := map[stamp]bool{}
	for _, e := range c.of {
		e.age++
		e.each(func(s stamp) { had[s] = true })
	}
	keep := func(name string) (stamp, bool) {
		s := d.files[name].stamp
		if !had[s] {
			err := d.root.Link(name, c.in, s.hex())
			if err != nil && !errors.Is(err, fs.ErrExist) {
				return s, false
			}
			delete(d.marks.seen, name) // another name changes the file's mark
			had[s] = true
		}
		return s, true
	}
	for name, key := range d.keys {
		if _, made := d.files[name]; !made {
			continue
		}
		whole, ok := keep(name)
		e := &cached{whole: whole, forms: map[string]stamp{}}
		for i := range encodings {
			if form := name + encodings[i].ending; ok && d.forms[form] != (file{}) {
				e.forms[encodings[i].ending], ok = keep(form)
			}
		}
		if ok {
			c.of[cacheID(name, key)] = e
		}
	}
	left := map[stamp]bool{}
	for id, e := range c.of {
		if e.age > cacheAge {
			delete(c.of, id)
			continue
		}
		e.each(func(s stamp) { left[s] = true })
	}
	for s := range had {
		if !left[s] {
			_ = c.in.Remove(s.hex())
		}
	}
	if text := c.bytes(); len(text) <= maxManifest && c.in.WriteFile(cacheList, text) == nil {
		_ = c.in.Remove(cacheBusy)
	}
}

func (e *cached) each(do func(stamp)) {
	do(e.whole)
	for _, s := range e.forms {
		do(s)
	}
}
