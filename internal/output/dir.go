package output

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"path/filepath"
	"strconv"
	"sync"
	"time"

	"shortlist/internal/folder"
)

// patience is how long a build waits for another one that writes the same site.
const patience = 30 * time.Second

// Dir is a sink that is a folder. It holds a lock from Begin to Commit or
// Discard, so two builds of one site take turns.
type Dir struct {
	// Adopt takes over what an earlier build of this site could have made and
	// no list names: see adopt.go.
	Adopt bool

	// Tracked reports whether version control keeps a file of the site; nil for
	// no. It is asked of a manifest that is there, by its name from the site.
	Tracked func(ctx context.Context, file string) (bool, error)

	// Verify makes every file again, and says which of them would have been taken over
	// and were not right.
	Verify bool

	site, out string // real paths
	shown     string // the output folder as it was given
	own       bool   // the site's own public/, which no person named

	state *folder.Folder // .shortlist
	lock  io.Closer
	list  string   // the manifest's name in the state folder
	old   manifest // what earlier builds wrote
	doubt string   // why the manifest was not believed
	root  *folder.Folder
	made  string // the topmost folder that Begin had to make; empty when out was there

	stage    *folder.Folder // nil until something is staged
	settings Settings
	stopped  func() error // why the build should end; nil while it need not
	mu       sync.Mutex
	files    map[string]file
	forms    map[string]file // compressed; among the files once all are known
	staged   int             // how many names were given out in the stage

	keyed   map[string]keyed  // what the files of the build before were made of
	oldKeys []byte            // the list of that
	keys    map[string]string // what those of this one are made of
	claimed map[string]stamp  // what would have been taken over, when that is verified
	kept    int
	partly  bool // what was not made is as the build before left it: [Dir.KeepRest]
	marks   marks
	past    *Past // nil when nobody asks for it
	cache   cache
	tracked func(file string) bool
}

// file is one file of the finished site. staged is its name in the stage until
// it is renamed, empty when the bytes are there already.
type file struct {
	stamp  stamp
	staged string
}

// NewDir returns a sink for a site's output folder; an empty out is the site's
// own public/. The error is that of [CheckFolder]. Nothing on the disk changes
// before Begin.
func NewDir(site, out string) (*Dir, error) {
	realSite, err := resolve(site)
	if err != nil {
		return nil, err
	}
	d := &Dir{site: realSite, own: out == ""}
	if d.own {
		out = filepath.Join(site, public)
		d.out = filepath.Join(realSite, public)
	} else if d.out, err = resolve(out); err != nil {
		return nil, err
	}
	d.shown = filepath.ToSlash(filepath.Clean(out))
	if d.own && filepath.Dir(d.out) == realSite {
		return d, nil // Begin looks at it, and follows no link
	}
	return d, CheckFolder(site, out)
}

// public is the output folder of a site for which no other is named.
const public = "public"

// Begin takes the lock, reads what earlier builds wrote and clears away what a
// killed one left. It waits up to half a minute for another build to finish. The
// error is a [*Refused] when the site itself is in the way.
func (d *Dir) Begin(ctx context.Context, s Settings) (err error) {
	defer func() {
		if err != nil {
			err = errors.Join(err, d.Discard())
		}
	}()
	site, err := folder.Open(d.site)
	if err != nil {
		return err
	}
	defer site.Close()
	if err := d.remember(ctx, site); err != nil {
		return err
	}
	if err := d.openOut(site); err != nil {
		return err
	}
	d.settings, d.stopped = s, ctx.Err
	d.files, d.forms, d.staged, d.claimed, d.kept, d.partly = map[string]file{}, map[string]file{}, 0, map[string]stamp{}, 0, s.Rest
	d.tracked, d.cache = d.tracker(ctx), cache{}
	d.recallKeys()
	d.recallMarks()
	return errors.Join(d.root.RemoveAll(oldStage), d.root.RemoveAll(d.stageName()))
}

// openOut opens the output folder, and makes it if need be.
func (d *Dir) openOut(site *folder.Folder) error {
	if !d.own {
		var err error
		if d.made, err = folder.Make(d.out); err != nil {
			return err
		}
		d.root, err = folder.Open(d.out)
		return err
	}
	switch err := site.Mkdir(public); {
	case err == nil:
		d.made = d.out
	case !errors.Is(err, fs.ErrExist):
		return err
	}
	var err error
	if d.root, err = site.Sub(public); err != nil {
		return d.refusal(err, public, "if the site is to go there, say so: --out "+d.shown)
	}
	return nil
}

// refusal makes a [*Refused] of what package folder refuses; other errors are
// the machine's.
func (d *Dir) refusal(err error, name, hint string) error {
	if r, ok := errors.AsType[*folder.Refused](err); ok {
		return &Refused{Blocked{Path: name, Reason: r.Reason, Hint: hint}}
	}
	return err
}

var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// Write stages a file, unless the very bytes are in the folder already, and if
// need be its compressed forms.
func (d *Dir) Write(name string, render func(io.Writer) error) error {
	return d.write(d.settings.place(name), render, d.settings.Compress)
}

func (d *Dir) write(name string, render func(io.Writer) error, compress bool) error {
	if err := CheckName(name); err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	s := d.newSpool(0)
	defer s.release()
	if err := render(s); err != nil {
		if s.failed != nil {
			err = s.failed
		}
		return d.writing(name, s, err)
	}
	f, err := s.settle(name)
	if err == nil && compress && compressible(name, f.stamp.Size) {
		err = d.addForms(name, s, f)
	}
	if err != nil {
		return d.writing(name, s, err)
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if _, twice := d.files[name]; twice {
		return fmt.Errorf("write %s: it was written already", d.show(name))
	}
	d.files[name] = f
	return nil
}

// writing says of which file an error is, if it is of writing it and not of
// making it.
func (d *Dir) writing(name string, s *spool, err error) error {
	if _, ok := errors.AsType[*fs.PathError](err); !ok {
		return err
	}
	return fmt.Errorf("write %s: %w", d.show(name), cause(err))
}

// stageName is the name of the stage inside an output folder. It is this site's
// own.
func (d *Dir) stageName() string { return oldStage + "-" + shortHash(d.site) }

// nextStaged returns a new name in the stage.
func (d *Dir) nextStaged() (string, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.stage == nil {
		in, name := d.state, stage
		if !d.state.CanMove(d.root) {
			in, name = d.root, d.stageName()
		}
		err := in.Mkdir(name)
		if err == nil {
			d.stage, err = in.Sub(name)
		}
		if err != nil {
			return "", err
		}
	}
	d.staged++
	return strconv.Itoa(d.staged), nil
}

// clear removes the stage and all that is in it.
func (d *Dir) clear() error {
	if d.stage == nil {
		return nil
	}
	err := d.stage.Close()
	d.stage = nil
	return errors.Join(err, d.state.RemoveAll(stage), d.root.RemoveAll(d.stageName()))
}

// Discard removes what was staged, and the folder if Begin made it.
func (d *Dir) Discard() error {
	err := d.clear()
	if d.made != "" {
		folder.Unmake(d.out, d.made)
		d.made = ""
	}
	return errors.Join(err, d.release())
}

// release gives up the folders and the lock.
func (d *Dir) release() error {
	var errs []error
	for _, open := range []**folder.Folder{&d.stage, &d.root, &d.state, &d.cache.in} {
		if *open != nil {
			errs = append(errs, (*open).Close())
			*open = nil
		}
	}
	if d.marks.look != nil {
		errs = append(errs, d.marks.look.Close())
		d.marks.look = nil
	}
	if d.lock != nil {
		errs = append(errs, d.lock.Close())
		d.lock = nil
	}
	return errors.Join(errs...)
}

// Folder is the output folder as it was given.
func (d *Dir) Folder() string { return d.shown }

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
