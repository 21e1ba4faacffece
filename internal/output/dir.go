package output

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"sync"
	"time"

	"github.com/gofrs/flock"
)

// patience is how long a build waits for another one that writes the same site.
const patience = 30 * time.Second

// Dir is a sink that is a folder. It holds a lock from Begin to Commit or
// Discard, so two builds of one site take turns.
type Dir struct {
	site, out string // real paths
	shown     string // the output folder as it was given

	lock *flock.Flock
	list string   // the manifest's file
	old  manifest // what earlier builds wrote
	root *os.Root
	made string // the topmost folder that Begin had to make; empty when out was there

	compress bool
	mu       sync.Mutex
	files    map[string]file
	twins    map[string]file // compressed forms; among the files once all are known
	staged   int             // how many names were given out in the stage
}

// file is one file of the finished site. staged is its name in the output
// folder until it is renamed, empty when the bytes are there already.
type file struct {
	stamp  stamp
	staged string
}

// NewDir returns a sink for a site's output folder. The error is that of
// [CheckFolder]. Nothing on the disk changes before Begin.
func NewDir(site, out string) (*Dir, error) {
	if err := CheckFolder(site, out); err != nil {
		return nil, err
	}
	realSite, err := resolve(site)
	if err != nil {
		return nil, err
	}
	realOut, err := resolve(out)
	if err != nil {
		return nil, err
	}
	return &Dir{site: realSite, out: realOut, shown: filepath.ToSlash(filepath.Clean(out))}, nil
}

// Begin takes the lock, reads what earlier builds wrote and clears away what a
// killed one left. It waits up to half a minute for another build to finish.
func (d *Dir) Begin(ctx context.Context, s Settings) (err error) {
	defer func() {
		if err != nil {
			err = errors.Join(err, d.Discard())
		}
	}()
	if err := d.remember(ctx); err != nil {
		return err
	}
	d.made = missing(d.out)
	if err := os.MkdirAll(d.out, 0o777); err != nil {
		return err
	}
	if d.root, err = os.OpenRoot(d.out); err != nil {
		return err
	}
	d.compress = s.Compress
	d.files, d.twins, d.staged = map[string]file{}, map[string]file{}, 0
	return d.root.RemoveAll(stage)
}

// remember prepares the state folder, takes the lock and reads the manifest.
func (d *Dir) remember(ctx context.Context) error {
	folder := filepath.Join(d.site, state)
	if err := os.Mkdir(folder, 0o777); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	// Looked for each time: a build may have been killed between the two.
	ignore := filepath.Join(folder, gitIgnore)
	if _, err := os.Lstat(ignore); errors.Is(err, fs.ErrNotExist) {
		if err := os.WriteFile(ignore, []byte("*\n"), 0o666); err != nil {
			return err
		}
	}
	d.lock = flock.New(filepath.Join(folder, "lock"))
	waiting, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	if _, err := d.lock.TryLockContext(waiting, 50*time.Millisecond); err != nil {
		if errors.Is(err, context.DeadlineExceeded) {
			return fmt.Errorf("another build of this site has been at work for %v; it holds %s", patience, d.lock.Path())
		}
		return err
	}
	var err error
	d.list = filepath.Join(folder, manifestName(d.site, d.out))
	d.old, err = readManifest(d.list)
	return err
}

// missing returns the topmost folder of a path that is not there, empty when
// all are.
func missing(folder string) string {
	top := ""
	for {
		if _, err := os.Lstat(folder); !errors.Is(err, fs.ErrNotExist) {
			return top
		}
		top = folder
		folder = filepath.Dir(folder)
	}
}

var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// Write stages a file, unless the very bytes are in the folder already, and if
// need be its compressed twins.
func (d *Dir) Write(name string, render func(io.Writer) error) error {
	if err := CheckName(name); err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	content := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(content)
	content.Reset()
	if err := render(content); err != nil {
		return err
	}
	f, err := d.put(name, content.Bytes())
	if err != nil {
		return err
	}
	if d.compress && mayHaveTwins(name, content.Len()) {
		if err := d.addTwins(name, content.Bytes(), f); err != nil {
			return err
		}
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if _, twice := d.files[name]; twice {
		return fmt.Errorf("write %s: it was written already", d.show(name))
	}
	d.files[name] = f
	return nil
}

// put stages the bytes of a file, unless they are in the folder already.
func (d *Dir) put(name string, content []byte) (file, error) {
	f := file{stamp: stampOf(content)}
	if d.holds(name, content) {
		return f, nil
	}
	var err error
	if f.staged, err = d.stageName(); err == nil {
		err = d.root.WriteFile(f.staged, content, 0o666)
	}
	if err != nil {
		return file{}, fmt.Errorf("write %s: %w", d.show(name), cause(err))
	}
	return f, nil
}

// holds reports whether the folder has a regular file of that name and content.
func (d *Dir) holds(name string, content []byte) bool {
	info, err := d.root.Lstat(name)
	if err != nil || !info.Mode().IsRegular() || info.Size() != int64(len(content)) {
		return false
	}
	present, err := d.root.ReadFile(name)
	return err == nil && bytes.Equal(present, content)
}

// stageName returns a new name in the stage.
func (d *Dir) stageName() (string, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.staged == 0 {
		if err := d.root.Mkdir(stage, 0o777); err != nil {
			return "", err
		}
	}
	d.staged++
	return path.Join(stage, strconv.Itoa(d.staged)), nil
}

// Discard removes what was staged, and the folder if Begin made it.
func (d *Dir) Discard() error {
	var err error
	if d.root != nil {
		err = d.root.RemoveAll(stage)
	}
	if d.made != "" {
		for folder := d.out; os.Remove(folder) == nil && folder != d.made; {
			folder = filepath.Dir(folder)
		}
		d.made = ""
	}
	return errors.Join(err, d.release())
}

// release gives up the folder and the lock.
func (d *Dir) release() error {
	var errs []error
	if d.root != nil {
		errs = append(errs, d.root.Close())
		d.root = nil
	}
	if d.lock != nil {
		errs = append(errs, d.lock.Close())
		d.lock = nil
	}
	return errors.Join(errs...)
}

// show is a name as a person would type it.
func (d *Dir) show(name string) string { return path.Join(d.shown, name) }

// cause drops the name of the staged file from an error: it tells nobody
// anything.
func cause(err error) error {
	if p, ok := errors.AsType[*fs.PathError](err); ok {
		return p.Err
	}
	return err
}
