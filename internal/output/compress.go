package output

import (
	"bytes"
	"compress/gzip"
	"io"
	"path"
	"strings"
	"sync"

	"github.com/andybalholm/brotli"
)

// A host that finds index.html.br or index.html.gz beside index.html sends it to
// readers who take that encoding, and need not compress anything itself. Such a
// twin belongs to its file: it is made by the one that writes the file, appears
// with it and goes with it.
//
// The bytes of a twin depend on those of its file and on nothing else: both
// encoders get the whole file at once, and the header of the gzip form has no
// name, no time stamp and no operating system.

// Settings are what a site decides about its files.
type Settings struct {
	Compress bool // give text files compressed twins
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

var encodings = []encoding{
	{".br", func() packer { return brotli.NewWriterLevel(nil, 9) }, new(sync.Pool)},
	{".gz", func() packer {
		w, _ := gzip.NewWriterLevel(nil, gzip.BestCompression) // the level is valid
		return w
	}, new(sync.Pool)},
}

// texts lists the endings of files that are worth compressing. What has no
// ending is for the host, not for readers.
var texts = map[string]bool{
	".bib": true, ".css": true, ".csv": true, ".html": true, ".ics": true, ".js": true, ".json": true, ".md": true,
	".mjs": true, ".svg": true, ".txt": true, ".webmanifest": true, ".xml": true,
}

// A twin is only made where it saves so much: a host must hold and look for it.
const (
	leastSaved      = 1024 // bytes
	leastSavedShare = 20   // one part in so many: 5 %
)

func worthwhile(whole, packed int) bool {
	saved := whole - packed
	return saved >= leastSaved && saved*leastSavedShare >= whole
}

// mayHaveTwins reports whether a file could be worth compressing.
func mayHaveTwins(name string, size int) bool { return texts[path.Ext(name)] && size > leastSaved }

// pack compresses content into packed, which is emptied first.
func (e *encoding) pack(packed *bytes.Buffer, content []byte) error {
	w, ok := e.idle.Get().(packer)
	if !ok {
		w = e.make()
	}
	defer e.idle.Put(w)
	packed.Reset()
	w.Reset(packed)
	if _, err := w.Write(content); err != nil {
		return err
	}
	return w.Close()
}

// addTwins stages the twins of a file. When the file is as the last build wrote
// it, so are its twins, and they are not made again. (That the last build was
// made by a program with another version of the encoders does not show: its
// twins say the same in other bits until the file changes.)
func (d *Dir) addTwins(name string, content []byte, f file) error {
	packed := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(packed)
	for i := range encodings {
		e := &encodings[i]
		twin := name + e.ending
		if CheckName(twin) != nil { // longer than file systems take
			continue
		}
		if is, ok := d.keeps(name, twin, f); ok {
			d.addTwin(twin, file{stamp: is})
			continue
		}
		if err := e.pack(packed, content); err != nil {
			return err
		}
		if !worthwhile(len(content), packed.Len()) {
			continue
		}
		staged, err := d.put(twin, packed.Bytes())
		if err != nil {
			return err
		}
		d.addTwin(twin, staged)
	}
	return nil
}

func (d *Dir) addTwin(name string, f file) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.twins[name] = f
}

// keeps reports whether the folder has the twin that belongs to a file: the
// file did not change, and the twin is as the same build wrote it. After a
// commit that was killed the manifest names two editions, and none is trusted.
func (d *Dir) keeps(name, twin string, f file) (stamp, bool) {
	whole, packed := d.old[name], d.old[twin]
	if f.staged != "" || len(whole) != 1 || whole[0] != f.stamp || len(packed) != 1 {
		return stamp{}, false
	}
	info, err := d.root.Lstat(twin)
	if err != nil || !info.Mode().IsRegular() || info.Size() != packed[0].Size {
		return stamp{}, false
	}
	present, err := d.root.ReadFile(twin)
	return packed[0], err == nil && stampOf(present) == packed[0]
}

// joinTwins adds the twins to the files, once all files are known. A file of
// the site that has the name of a twin, or needs a folder of that name, comes
// first.
func (d *Dir) joinTwins() {
	folders := map[string]bool{}
	for name := range d.files {
		for _, up := range parents(name) {
			folders[up] = true
		}
	}
	for name, f := range d.twins {
		if _, taken := d.files[name]; taken || folders[name] {
			delete(d.twins, name)
			continue
		}
		d.files[name] = f
	}
}

// unpacked is the name of the file that a twin would belong to; of any other
// file, its own.
func unpacked(name string) string {
	for i := range encodings {
		if whole, ok := strings.CutSuffix(name, encodings[i].ending); ok {
			return whole
		}
	}
	return name
}

// leaders leaves out the twins of files that are listed, too.
func leaders(names []string) []string {
	listed := make(map[string]bool, len(names))
	for _, name := range names {
		listed[name] = true
	}
	var out []string
	for _, name := range names {
		if whole := unpacked(name); whole == name || !listed[whole] {
			out = append(out, name)
		}
	}
	return out
}
