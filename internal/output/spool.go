package output

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"hash"
	"io"
	"os"

	"shortlist/internal/folder"
)

// held is how much of a file is kept in memory while it is written. What is
// longer, a picture or a film among the static files, goes to the stage as it
// comes.
const held = 1 << 20

// errTooMuch stops the making of a form that would not be worth keeping.
var errTooMuch = errors.New("more bytes than are wanted")

// spool takes the bytes of one file.
type spool struct {
	d      *Dir
	most   int64 // bytes that it takes before it fails with errTooMuch; 0 for any number
	sum    hash.Hash
	size   int64
	bytes  *bytes.Buffer // all of it, while staged is empty
	staged string        // where it went because it is long
	out    *os.File
	failed error // what kept it from taking bytes
}

func (d *Dir) newSpool(most int64) *spool {
	s := &spool{d: d, most: most, sum: sha256.New(), bytes: buffers.Get().(*bytes.Buffer)}
	s.bytes.Reset()
	return s
}

// Write takes bytes, unless the build is to end.
func (s *spool) Write(p []byte) (int, error) {
	if s.failed == nil {
		s.failed = s.take(p)
	}
	if s.failed != nil {
		return 0, s.failed
	}
	return len(p), nil
}

func (s *spool) take(p []byte) error {
	if err := s.d.stopped(); err != nil {
		return err
	}
	s.size += int64(len(p))
	if s.most > 0 && s.size > s.most {
		return errTooMuch
	}
	s.sum.Write(p)
	if s.out == nil && s.size <= held {
		s.bytes.Write(p)
		return nil
	}
	if s.out == nil {
		var err error
		if s.staged, err = s.d.nextStaged(); err != nil {
			return err
		}
		if s.out, err = s.d.stage.Create(s.staged); err != nil {
			return err
		}
		if _, err := s.out.Write(s.bytes.Bytes()); err != nil {
			return err
		}
		s.bytes.Reset()
	}
	_, err := s.out.Write(p)
	return err
}

// settle makes the bytes a file of the site: staged, unless they are in the
// folder already under that name.
func (s *spool) settle(name string) (file, error) {
	f := file{stamp: stamp{Size: s.size}}
	s.sum.Sum(f.stamp.Sum[:0])
	if s.out != nil {
		out := s.out
		s.out = nil
		if err := out.Close(); err != nil {
			return file{}, err
		}
		f.staged = s.staged
		if is, err := stampIn(s.d.root, name, s.size); err == nil && is == f.stamp {
			f.staged = ""
		}
		return f, nil
	}
	if s.d.holds(name, s.bytes.Bytes()) {
		return f, nil
	}
	var err error
	if f.staged, err = s.d.nextStaged(); err != nil {
		return file{}, err
	}
	out, err := s.d.stage.Create(f.staged)
	if err != nil {
		return file{}, err
	}
	_, err = out.Write(s.bytes.Bytes())
	return f, errors.Join(err, out.Close())
}

// open reads the bytes again.
func (s *spool) open() (io.ReadCloser, error) {
	if s.staged == "" {
		return io.NopCloser(bytes.NewReader(s.bytes.Bytes())), nil
	}
	return s.d.stage.Open(s.staged)
}

// release gives back what the spool holds.
func (s *spool) release() {
	if s.out != nil {
		s.out.Close()
	}
	buffers.Put(s.bytes)
}

// holds reports whether the folder has a regular file of that name and content.
func (d *Dir) holds(name string, content []byte) bool {
	present, err := d.root.ReadUpTo(name, int64(len(content)))
	return err == nil && bytes.Equal(present, content)
}

// stampOf is the stamp of a file in a folder, a zero one when its size is not
// the one that is asked for. A size below zero is any.
func stampIn(in *folder.Folder, name string, size int64) (stamp, error) {
	f, err := in.Open(name)
	if err != nil {
		return stamp{}, err
	}
	defer f.Close()
	if info, err := f.Stat(); err != nil || size >= 0 && info.Size() != size {
		return stamp{}, err
	}
	sum := sha256.New()
	n, err := io.Copy(sum, f)
	is := stamp{Size: n}
	sum.Sum(is.Sum[:0])
	return is, err
}
