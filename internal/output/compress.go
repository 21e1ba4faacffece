package output

import (
	"compress/gzip"
	"errors"
	"io"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/andybalholm/brotli"

	published "shortlist/internal/manifest"
)

// A host that finds index.html.br or index.html.gz beside index.html sends it to
// readers who take that encoding, and need not compress anything itself. Such a
// compressed form belongs to its file: it is made by the one that writes the file, appears
// with it and goes with it.
//
// The bytes of a form depend on those of its file and on nothing else: both
// encoders get the file in parts of one size, and the header of the gzip form has
// no name, no time stamp and no operating system.

// Settings are what a site decides about its files.
type Settings struct {
	Compress bool // give text files compressed forms

	// Below is the folder that all files go to but those of AtRoot: "a/b", or empty. A
	// host that serves the folder as it is wants a file where its address says.
	Below  string
	AtRoot []string

	// Rest says that most files will be taken over by [Dir.KeepRest].
	Rest bool

	// List is what the published list of all files says beside them; nil for none.
	List *published.Manifest
}

// place is where a file of the site goes.
func (s *Settings) place(name string) string {
	if slices.Contains(s.AtRoot, name) {
		return name
	}
	return path.Join(s.Below, name)
}

// encoding is one compressed form of a file.
type encoding struct {
	ending string
	make   func() packer
	idle   *sync.Pool // of packers: to make one takes longer than to compress a page
}

// packer is an encoder that can be used again.
type packer interface {
	io.WriteCloser
	Reset(io.Writer)
}

// Of 1,504 pages and data files of a site, 19.45 MB, brotli makes 4.843 MB at level 6 in
// 0.91 s, 4.854 MB at level 5 in 0.64 s, and 5.158 MB at level 4 in 0.55 s; gzip 5.194 MB
// at level 6 in 0.37 s, and 5.214 MB at level 5 in 0.35 s. Level 9, as design.md has it,
// costs 80 % more than 6 for 0.4 % fewer bytes.
var encodings = []encoding{
	{".br", func() packer { return brotli.NewWriterLevel(nil, 5) }, new(sync.Pool)},
	{".gz", func() packer {
		w, _ := gzip.NewWriterLevel(nil, 6) // the level is valid
		return w
	}, new(sync.Pool)},
}

// texts lists the endings of files that are worth compressing. What has no
// ending is for the host, not for readers.
var texts = map[string]bool{
	".bib": true, ".css": true, ".csv": true, ".html": true, ".ics": true, ".js": true, ".json": true, ".md": true,
	".mjs": true, ".svg": true, ".txt": true, ".webmanifest": true, ".xml": true,
}

// A form is only made where it saves so much: a host must hold and look for it.
const (
	leastSaved      = 1024 // bytes
	leastSavedShare = 20   // one part in so many: 5 %
)

func worthwhile(whole, packed int64) bool { return packed <= mostPacked(whole) }

// mostPacked is the size up to which a form is worth keeping, below zero for
// none.
func mostPacked(whole int64) int64 {
	return whole - max(leastSaved, (whole+leastSavedShare-1)/leastSavedShare)
}

// compressible reports whether a file could be worth compressing.
func compressible(name string, size int64) bool { return texts[path.Ext(name)] && size > leastSaved }

var parts = sync.Pool{New: func() any { return new([64 << 10]byte) }}

// pack compresses what it reads. It reads in parts, so that a long file is never
// held and the writer can end it between two of them.
func (e *encoding) pack(packed io.Writer, content io.Reader) error {
	w, ok := e.idle.Get().(packer)
	if !ok {
		w = e.make()
	}
	defer e.idle.Put(w)
	w.Reset(packed)
	part := parts.Get().(*[64 << 10]byte)
	defer parts.Put(part)
	if _, err := io.CopyBuffer(struct{ io.Writer }{w}, struct{ io.Reader }{content}, part[:]); err != nil {
		return err
	}
	return w.Close()
}

// addForms stages the forms of a file. When the file is as the last build wrote
// it, so are its forms, and they are not made again. (That the last build was
// made by a program with another version of the encoders does not show: its
// forms say the same in other bits until the file changes.)
func (d *Dir) addForms(name string, whole *spool, f file) error {
	for i := range encodings {
		e := &encodings[i]
		form := name + e.ending
		if CheckName(form) != nil { // longer than file systems take
			continue
		}
		if is, ok := d.keeps(name, form, f); ok {
			d.addForm(form, file{stamp: is})
			continue
		}
		made, ok, err := d.makeForm(e, form, whole)
		if err != nil {
			return err
		}
		if ok {
			d.addForm(form, made)
		}
	}
	return nil
}

// makeForm packs a file, and gives up as soon as the result is longer than it is
// worth, or the build is to end.
func (d *Dir) makeForm(e *encoding, form string, whole *spool) (f file, ok bool, err error) {
	content, err := whole.open()
	if err != nil {
		return file{}, false, err
	}
	defer content.Close()
	packed := d.newSpool(mostPacked(whole.size))
	defer packed.release()
	err = e.pack(packed, &stoppable{content, d.stopped})
	if errors.Is(err, errTooMuch) {
		return file{}, false, nil
	}
	if err == nil {
		f, err = packed.settle(form)
	}
	return f, err == nil, err
}

// stoppable is read until the build is to end: an encoder may take much before
// it writes anything.
type stoppable struct {
	io.Reader
	stopped func() error
}

func (s *stoppable) Read(p []byte) (int, error) {
	if err := s.stopped(); err != nil {
		return 0, err
	}
	return s.Reader.Read(p)
}

func (d *Dir) addForm(name string, f file) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.forms[name] = f
}

// keeps reports whether the folder has the form that belongs to a file: the
// file did not change, and the form is as the same build wrote it. After a
// commit that was killed the manifest has two stamps of it, and none is trusted.
func (d *Dir) keeps(name, form string, f file) (stamp, bool) {
	whole, packed := d.old[name], d.old[form]
	if f.staged != "" || len(whole) != 1 || whole[0] != f.stamp || len(packed) != 1 {
		return stamp{}, false
	}
	is, err := stampIn(d.root, form, packed[0].Size)
	return is, err == nil && is == packed[0]
}

// joinForms adds the forms to the files, once all files are known. A file of
// the site that has the name of a form, or needs a folder of that name, comes
// first.
func (d *Dir) joinForms() {
	folders := map[string]bool{}
	for name := range d.files {
		for _, up := range parents(name) {
			folders[up] = true
		}
	}
	for name, f := range d.forms {
		if _, taken := d.files[name]; taken || folders[name] {
			delete(d.forms, name)
			delete(d.keys, Unpacked(name)) // it may have its form the next time
			continue
		}
		d.files[name] = f
	}
}

// Unpacked is the name of the file that a form would belong to; of any other
// file, its own.
func Unpacked(name string) string {
	for i := range encodings {
		if whole, ok := strings.CutSuffix(name, encodings[i].ending); ok {
			return whole
		}
	}
	return name
}

// leaders leaves out the forms of files that are listed, too.
func leaders(names []string) []string {
	listed := make(map[string]bool, len(names))
	for _, name := range names {
		listed[name] = true
	}
	var out []string
	for _, name := range names {
		if whole := Unpacked(name); whole == name || !listed[whole] {
			out = append(out, name)
		}
	}
	return out
}
