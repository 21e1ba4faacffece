package theme

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"io/fs"
	"path"
	"strings"

	"github.com/tdewolff/minify/v2"

	"shortlist/internal/diag"
)

// Asset is a static file as it is served.
type Asset struct {
	Name      string // in static/: "site.css"
	Path      string // on the site, without the path of base_url: "/assets/site.3f2a9c01.css"
	Integrity string // for the integrity attribute; empty for a file that keeps its name
	Data      []byte
}

// hashed lists the endings of files that are served under a hashed name.
var hashed = map[string]bool{".css": true, ".js": true}

// wellKnown is the one hidden folder that is served: where RFC 8615 has others
// look for what a site says of itself.
const wellKnown = ".well-known"

// loadAssets returns the static files, by path, and which script imports which.
func loadAssets(tree fs.FS, problems *diag.List) ([]Asset, map[string][]string) {
	var assets []Asset
	m := minifier()
	l := &linker{sources: map[string][]byte{}, done: map[string]Asset{}, imports: map[string][]string{}, m: m, problems: problems}
	err := fs.WalkDir(tree, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		base := path.Base(name)
		if d.IsDir() && strings.HasPrefix(base, ".") && name != "." && name != wellKnown {
			return fs.SkipDir
		}
		if d.IsDir() || base == "README.md" || strings.HasSuffix(base, ".go") || strings.HasPrefix(base, ".") {
			return nil
		}
		data, err := fs.ReadFile(tree, name)
		if err != nil {
			return err
		}
		asset := Asset{Name: name}
		if path.Ext(name) == ".js" {
			l.sources[name] = data // linked below, once all of them are known
		} else if asset, err = newAsset(name, data, m); err != nil {
			problems.Add(broken, diag.Span{File: "static/" + name}, err.Error(), "")
			return nil
		}
		assets = append(assets, asset)
		return nil
	})
	if err != nil {
		problems.Add(broken, diag.Span{File: "static"}, err.Error(), "")
	}
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

func newAsset(name string, data []byte, m *minify.M) (Asset, error) {
	ext := path.Ext(name)
	var err error
	switch ext {
	case ".css":
		data, err = m.Bytes("text/css", data)
	case ".svg":
		data, err = m.Bytes("image/svg+xml", data)
	}
	if err != nil {
		return Asset{}, err
	}
	asset := Asset{Name: name, Path: "/" + name, Data: data}
	if hashed[ext] {
		sum := sha256.Sum256(data)
		asset.Path = "/assets/" + strings.TrimSuffix(name, ext) + "." + hex.EncodeToString(sum[:5]) + ext
		asset.Integrity = "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
	}
	return asset, nil
}
