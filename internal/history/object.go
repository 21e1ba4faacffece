package history

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strconv"
	"strings"
)

// The bounds of what is read of one revision. A tree can name one file a million
// times, and a pack of a few kilobytes can hold files of gigabytes.
const (
	maxFiles  = 20_000   // and folders in the content folder
	maxList   = 8 << 20  // bytes of their names, and of what git says of each
	maxBytes  = 64 << 20 // of all files together
	maxKept   = 2 << 20  // bytes of one file; content refuses files that are half as large
	maxFolder = 8        // folders around a file; content has four
)

// TooLarge says that a revision holds more than is read.
type TooLarge struct{ Revision, Bound string }

func (e *TooLarge) Error() string {
	return fmt.Sprintf("the content of `%s` is too large to be compared: it has more than %s", e.Revision, e.Bound)
}

// listed is one file of a revision.
type listed struct {
	mode fs.FileMode
	hash string // empty for a folder, and for the place of a submodule
	size int64
	name string // from the content folder
}

// list lists the files of a tree by its hash, and the folders in it:
// a tree of a million empty ones must not be walked either.
func (r *Repository) list(ctx context.Context, tree string) ([]listed, error) {
	var out []listed
	err := r.stream(ctx, nil, func(answer io.Reader) error {
		limited := &io.LimitedReader{R: answer, N: maxList}
		var err error
		if out, err = parseList(bufio.NewReader(limited)); limited.N <= 0 && err == nil {
			err = &TooLarge{Bound: "8 MiB of file names"}
		}
		return err
	}, "ls-tree", "-r", "-t", "-z", "--long", "--full-tree", tree)
	return out, err
}

// parseList reads the records of ls-tree: "<mode> <type> <hash> <size>\t<name>\0".
func parseList(list *bufio.Reader) ([]listed, error) {
	var out []listed
	total := int64(0)
	for {
		record, err := list.ReadString(0)
		if errors.Is(err, io.EOF) {
			return out, nil // a record without its end is one that the limit has cut
		}
		if err != nil {
			return nil, err
		}
		f, err := parseRecord(strings.TrimSuffix(record, "\x00"))
		if err != nil {
			return nil, err
		}
		if out = append(out, f); len(out) > maxFiles {
			return nil, &TooLarge{Bound: "20,000 files and folders"}
		}
		if total += min(f.size, maxKept); total > maxBytes {
			return nil, &TooLarge{Bound: "64 MiB of text"}
		}
	}
}

func parseRecord(record string) (listed, error) {
	front, name, ok := strings.Cut(record, "\t")
	fields := strings.Fields(front)
	if !ok || len(fields) != 4 || !fs.ValidPath(name) {
		return listed{}, fmt.Errorf("git ls-tree: cannot read the record %q", record)
	}
	f := listed{mode: 0o644, hash: fields[2], name: name}
	switch {
	case fields[1] == "commit", fields[1] == "tree":
		f.mode, f.hash = fs.ModeDir|0o755, ""
	case fields[0] == "120000":
		f.mode = fs.ModeSymlink | 0o777
	}
	if parts := strings.SplitN(name, "/", maxFolder+2); len(parts) > maxFolder+1 {
		f = listed{mode: fs.ModeDir | 0o755, name: path.Join(parts[:maxFolder+1]...)} // content refuses the folder, whatever it holds
	}
	if f.hash == "" {
		return f, nil
	}
	var err error
	if f.size, err = strconv.ParseInt(fields[3], 10, 64); err != nil || f.size < 0 {
		return listed{}, fmt.Errorf("git ls-tree: %s has no size, but %q", f.hash, fields[3])
	}
	return f, nil
}

// fill reads the files, all through one process, and each object once. Of one
// that is larger than content reads, git is not even asked: what stands for it is
// as large, so that content refuses it.
func (r *Repository) fill(ctx context.Context, t tree, folder string, files []listed) (fs.FS, error) {
	objects := map[string][]byte{}
	var large []byte
	var want []listed
	var asked strings.Builder
	for _, f := range files {
		if _, there := objects[f.hash]; f.hash == "" || there {
			continue
		}
		if f.size > maxKept {
			if large == nil {
				large = make([]byte, maxKept)
			}
			objects[f.hash] = large
			continue
		}
		objects[f.hash] = nil
		want = append(want, f)
		asked.WriteString(f.hash + "\n")
	}
	err := r.stream(ctx, strings.NewReader(asked.String()), func(answer io.Reader) error {
		in := bufio.NewReader(answer)
		for _, f := range want {
			data, err := readObject(in, f)
			if err != nil {
				return err
			}
			objects[f.hash] = data
		}
		return nil
	}, "cat-file", "--batch", "--buffer")
	if err != nil {
		return nil, err
	}
	t.add(folder, fs.ModeDir|0o755, nil)
	for _, f := range files {
		t.add(path.Join(folder, f.name), f.mode, objects[f.hash])
	}
	return t, nil
}

// readObject reads one answer of cat-file: "<hash> blob <size>\n<bytes>\n".
func readObject(r *bufio.Reader, f listed) ([]byte, error) {
	said, err := r.ReadString('\n')
	if err != nil {
		return nil, fmt.Errorf("git cat-file: no answer for %s: %w", f.hash, noEnd(err))
	}
	if said != fmt.Sprintf("%s blob %d\n", f.hash, f.size) {
		return nil, fmt.Errorf("git cat-file: %s", strings.TrimSpace(said))
	}
	data := make([]byte, f.size+1)
	if _, err := io.ReadFull(r, data); err != nil {
		return nil, noEnd(err)
	}
	return data[:f.size], nil
}

// noEnd says of an answer that ends where a record begins that it ends too early.
func noEnd(err error) error {
	if errors.Is(err, io.EOF) {
		return io.ErrUnexpectedEOF
	}
	return err
}
