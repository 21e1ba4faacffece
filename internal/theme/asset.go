package theme

import (
	"crypto/sha256"
	"crypto/sha512"
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

func loadAssets(tree fs.FS, problems *diag.List) []Asset {
	var assets []Asset
	m := minifier()
	err := fs.WalkDir(tree, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		base := path.Base(name)
		if d.IsDir() || base == "README.md" || strings.HasSuffix(base, ".go") || strings.HasPrefix(base, ".") {
			return nil
		}
		data, err := fs.ReadFile(tree, name)
		if err != nil {
			return err
		}
		asset, err := newAsset(name, data, m)
		if err != nil {
			problems.Add(broken, diag.Span{File: "static/" + name}, err.Error(), "")
			return nil
		}
		assets = append(assets, asset)
		return nil
	})
	if err != nil {
		problems.Add(broken, diag.Span{File: "static"}, err.Error(), "")
	}
	return assets
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
		short := sha256.Sum256(data)
		full := sha512.Sum384(data)
		asset.Path = "/assets/" + strings.TrimSuffix(name, ext) + "." + hex.EncodeToString(short[:5]) + ext
		asset.Integrity = "sha384-" + base64.StdEncoding.EncodeToString(full[:])
	}
	return asset, nil
}
