package serve

import (
	"context"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"time"
)

// pace is how often the files are looked at when the system does not watch them.
const pace = time.Second

// sight identifies a state of the files: by names, sizes and times, so
// that no file is read.
type sight [sha256.Size]byte

// look reads the state of the files. What cannot be read is a part of it.
func (w *watcher) look() sight {
	sum := sha256.New()
	for _, top := range watched {
		fs.WalkDir(w.tree, top, func(name string, d fs.DirEntry, err error) error {
			switch {
			case err != nil:
				fmt.Fprintf(sum, "%q %v\n", name, err)
				return nil
			case hidden(name) && d.IsDir():
				return fs.SkipDir
			case hidden(name):
				return nil
			}
			info, err := d.Info()
			if err != nil {
				fmt.Fprintf(sum, "%q %v\n", name, err)
				return nil
			}
			if d.IsDir() { // its own time changes with files that no build reads
				fmt.Fprintf(sum, "%q\n", name)
				return nil
			}
			fmt.Fprintf(sum, "%q %v %d %d\n", name, info.Mode().Type(), info.Size(), info.ModTime().UnixNano())
			return nil
		})
	}
	return sight(sum.Sum(nil))
}

// maxChanging is how many looks in a row may find the files changing before the
// site is shown as it then is.
const maxChanging = 3

// poll returns when the files have changed and then stayed as they are from one
// look to the next.
func (w *watcher) poll(ctx context.Context) error {
	beat := time.NewTicker(pace)
	defer beat.Stop()
	for changing := 0; changing < maxChanging; {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-beat.C:
		}
		now := w.look()
		switch {
		case now != w.seen:
			w.seen = now
			changing++
		case changing > 0:
			return nil
		}
	}
	return nil
}
