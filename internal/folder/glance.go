package folder

import (
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"hash"
	"hash/fnv"
	"io/fs"
	"time"
)

// Glance is what the system says of many files, in one sum: kind, size, times and
// place on the disk of each, or that it is not there. While the sum is the same, so
// are the files, if all of them were left alone for longer than the clock of their
// file system takes from one tick to the next ([Glance.Settled]): what changes twice
// within a tick can look as if it had changed once. No file is opened.
type Glance struct {
	sum    hash.Hash
	count  int
	newest time.Time // when any of them was changed last
	device uint64    // that all of them are on
	apart  bool      // they are on several

	// Each has a sum of every file by itself, if it is not nil; the last bit of one says
	// that it is a folder.
	Each []uint64
}

// NewGlance begins with no file.
func NewGlance() *Glance { return &Glance{sum: sha256.New()} }

// Sum stands for all that was seen.
func (g *Glance) Sum() [sha256.Size]byte { return [sha256.Size]byte(g.sum.Sum(nil)) }

// Settled reports whether all that was seen was last changed before a moment of the
// file system's own clock ([Folder.Clock]), and lies on that file system.
func (g *Glance) Settled(clock time.Time, device uint64) bool {
	return !g.apart && (g.count == 0 || g.device == device) && g.newest.Before(clock)
}

// see adds one file. The numbers are those of its state; none for one that is not
// there.
func (g *Glance) see(device uint64, changed time.Time, state ...int64) {
	var b [8 * 8]byte
	n := 0
	for _, x := range state {
		binary.LittleEndian.PutUint64(b[n:], uint64(x))
		n += 8
	}
	g.sum.Write(b[:])
	if g.Each != nil {
		one := fnv.New64a()
		one.Write(b[:])
		sum := one.Sum64() &^ 1
		if len(state) > 0 && fs.FileMode(state[0])&0o170000 == 0o040000 {
			sum |= 1
		}
		g.Each = append(g.Each, sum)
	}
	if len(state) == 0 {
		return
	}
	g.apart = g.apart || g.count > 0 && device != g.device
	g.device = device
	g.count++
	if changed.After(g.newest) {
		g.newest = changed
	}
}

// Clock is what time it is for the file system that the folder lies on, which need
// not be this machine's.
func (f *Folder) Clock() (now time.Time, device uint64, err error) {
	name := "." + random() + Unfinished
	file, err := f.Create(name)
	if err != nil {
		return time.Time{}, 0, err
	}
	info, err := file.Stat()
	err = errors.Join(err, file.Close(), f.root.Remove(name))
	if err != nil {
		return time.Time{}, 0, err
	}
	return createdAt(info)
}

var errNoMarks = errors.New("this system does not say when a file was changed")

// Everything lists what lies below folders of this one, the folders too, each
// folder before what is in it. One that is not there is listed, too.
func (f *Folder) Everything(tops ...string) ([]string, error) {
	var names []string
	for _, top := range tops {
		err := fs.WalkDir(f, top, func(name string, _ fs.DirEntry, err error) error {
			names = append(names, name)
			if errors.Is(err, fs.ErrNotExist) {
				return nil
			}
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	return names, nil
}
