package output

import (
	"bytes"
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"

	"shortlist/internal/folder"
)

// Rewrite is what happens to one file of a site: other bytes, another name, or both.
type Rewrite struct {
	Path, To      string
	Before, After []byte
}

// WriteAll changes files of a site that belong together, and then moves a folder of
// it where one has another name. Each file appears by one rename, whole. Nothing is
// begun where a file is not what it was, and what was done is taken back where
// something cannot be.
func WriteAll(site *folder.Folder, files []Rewrite, move [2]string) error {
	for _, f := range files {
		if err := CheckName(f.To); err != nil {
			return fmt.Errorf("write %s: %w", f.To, err)
		}
		there, err := site.ReadFile(f.Path)
		if err == nil && !bytes.Equal(there, f.Before) {
			err = fmt.Errorf("%s has changed meanwhile; nothing was written", f.Path)
		}
		if err != nil {
			return err
		}
	}
	var undo []func() error
	back := func(err error) error {
		for _, step := range slices.Backward(undo) {
			err = errors.Join(err, step())
		}
		return err
	}
	for _, f := range files {
		to := f.To
		if move[0] != "" && strings.HasPrefix(f.Path, move[0]+"/") {
			to = f.Path // the folder takes it along
		}
		if !bytes.Equal(f.Before, f.After) {
			if err := site.WriteFile(f.Path, f.After); err != nil {
				return back(err)
			}
			undo = append(undo, func() error { return site.WriteFile(f.Path, f.Before) })
		}
		if to != f.Path {
			if err := site.Move(f.Path, site, to); err != nil {
				return back(err)
			}
			undo = append(undo, func() error { return site.Move(to, site, f.Path) })
		}
	}
	if move[0] != "" {
		if err := site.Move(move[0], site, move[1]); err != nil {
			return back(err)
		}
		return site.Flush(path.Dir(move[1]))
	}
	return nil
}
