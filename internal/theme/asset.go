package theme

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"

	"github.com/tdewolff/minify/v2"

	"shortlist/internal/diag"
	"shortlist/internal/leftover"
)

// Asset is a static file as it is served.
type Asset struct {
	Name      string // in static/: "site.css"
	Path      string // on the site, without the path of base_url: "/assets/site.3f2a9c01.css"
	Integrity string // for the integrity attribute; empty for a file that keeps its name
	Data      []byte // of a style sheet, script or drawing; anything else is copied from its file

	// Open opens the file of one that is copied as it is; nil for others.
	Open func() (fs.File, error)
}

// WriteTo writes the file. One that is copied goes through a small buffer,
// however long it is.
func (a Asset) WriteTo(w io.Writer) (int64, error) {
	if a.Open == nil {
		n, err := w.Write(a.Data)
		return int64(n), err
	}
	f, err := a.Open()
	if err != nil {
		return 0, err
	}
	defer f.Close()
	return io.Copy(w, f)
}

// A static file that is minified or hashed is held in memory, so it is bounded,
// and so is a template. What is copied is bounded lest a build fill the disk with
// a file of holes.
const (
	maxText = 4 << 20 // bytes
	maxCopy = 1 << 30
)

// hashed lists the endings of files that are served under a hashed name; so are
// fonts that a style sheet asks for.
var hashed = map[string]bool{".css": true, ".js": true}

// wellKnown is the one hidden folder that is served: where RFC 8615 has others
// look for what a site says of itself.
const wellKnown = ".well-known"

// loadAssets returns the static files, by path, and which script imports which.
func loadAssets(tree fs.FS, checked bool, problems *diag.List) ([]Asset, map[string][]string) {
	var assets []Asset
	m := minifier()
	l := &linker{sources: map[string][]byte{}, sheets: map[string][]byte{}, done: map[string]Asset{}, imports: map[string][]string{}, m: m, checked: checked, problems: problems}
	err := fs.WalkDir(tree, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		base := path.Base(name)
		if d.IsDir() && strings.HasPrefix(base, ".") && name != "." && name != wellKnown {
			return fs.SkipDir
		}
		if d.IsDir() || base == "README.md" || strings.HasSuffix(base, ".go") || strings.HasPrefix(base, ".") || leftover.Is(base) {
			return nil
		}
		asset, err := readAsset(tree, name, d, l)
		if err != nil {
			problems.Add(broken, diag.Span{File: "static/" + name}, reason(err), "")
			return nil
		}
		assets = append(assets, asset)
		return nil
	})
	if err != nil {
		problems.Add(broken, diag.Span{File: "static"}, reason(err), "")
	}
	linkFonts(assets, l.sheets, m, problems)
	for i, a := range assets {
		if path.Ext(a.Name) != ".js" {
			continue
		}
		if assets[i], err = l.link(a.Name); err != nil {
			problems.Add(broken, diag.Span{File: "static/" + a.Name}, err.Error(), "")
		}
	}
	return assets, l.imports
}

// readAsset reads a file that is changed before it is served, and looks at one
// that is copied. A script is linked later, once all of them are known.
func readAsset(tree fs.FS, name string, d fs.DirEntry, l *linker) (Asset, error) {
	ext := path.Ext(name)
	switch {
	case !d.Type().IsRegular():
		if f, err := tree.Open(name); err != nil {
			return Asset{}, err // which says what it is
		} else {
			f.Close()
		}
		return Asset{}, errors.New("it is no regular file")
	case ext == ".js":
		data, err := readText(tree, name)
		l.sources[name] = data
		return Asset{Name: name}, err
	case ext == ".css":
		data, err := readText(tree, name)
		l.sheets[name] = data
		return Asset{Name: name}, err
	case ext == ".svg":
		data, err := readText(tree, name)
		if err != nil {
			return Asset{}, err
		}
		CheckDrawing("static/"+name, data, l.problems)
		return newAsset(name, data, l.m)
	}
	f, err := tree.Open(name)
	if err != nil {
		return Asset{}, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err == nil && info.Size() > maxCopy {
		err = fmt.Errorf("it is longer than %d bytes", maxCopy)
	}
	return Asset{Name: name, Path: "/" + name, Open: func() (fs.File, error) { return tree.Open(name) }}, err
}

// readText reads a file that is held in memory.
func readText(tree fs.FS, name string) ([]byte, error) {
	f, err := tree.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxText+1))
	if err == nil && len(data) > maxText {
		err = fmt.Errorf("it is longer than %d bytes", maxText)
	}
	return data, err
}

// reason is the plain part of a file error, without the operation and path that
// the problem names anyway.
func reason(err error) string {
	if e, ok := errors.AsType[*fs.PathError](err); ok {
		err = e.Err
	}
	return err.Error()
}

func newAsset(name string, data []byte, m *minify.M) (Asset, error) {
	ext := path.Ext(name)
	var err error
	switch ext {
	case ".css":
		data, err = m.Bytes("text/css", data)
	case ".svg":
		if !mayBeMinified(data) {
			break
		}
		data, err = m.Bytes("image/svg+xml", data)
	}
	if err != nil {
		return Asset{}, err
	}
	if hashed[ext] {
		return hashedAsset(name, data), nil
	}
	return Asset{Name: name, Path: "/" + name, Data: data}, nil
}

// hashedAsset is a file that is served under a name with its hash.
func hashedAsset(name string, data []byte) Asset {
	sum := sha256.Sum256(data)
	return Asset{Name: name, Data: data, Path: hashedPath(name, sum[:]), Integrity: "sha256-" + base64.StdEncoding.EncodeToString(sum[:])}
}

// hashedPath is where a file with a hash in its name is served.
func hashedPath(name string, sum []byte) string {
	ext := path.Ext(name)
	return "/assets/" + strings.TrimSuffix(name, ext) + "." + hex.EncodeToString(sum[:5]) + ext
}
