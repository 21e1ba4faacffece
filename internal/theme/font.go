package theme

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/tdewolff/minify/v2"

	"shortlist/internal/diag"
)

var badFont = diag.Define(diag.Error, "theme-font", "A style sheet asks for a font that the site does not have.")

// Fonts are files of static/ that a style sheet asks for by the name that they have
// there, seen from the sheet: url("fonts/inter.woff2"). They are served beside the
// style sheets, with a hash in the name, and the sheet is given that name.
var (
	fontAddress = regexp.MustCompile(`url\(\s*["']?([^"')\s:]+\.woff2)["']?\s*\)`)
	fontFace    = regexp.MustCompile(`@font-face\s*\{[^{}]*\}`)
	fontFamily  = regexp.MustCompile(`font-family:\s*("[^"]*"|[^;}]*)`)
)

// fontFolder holds the fonts of the program, with their licences.
const fontFolder = "fonts/"

// linkFonts gives fonts their hashed names, and style sheets what those are. sheets
// are the style sheets as they were written.
func linkFonts(assets []Asset, sheets map[string][]byte, m *minify.M, problems *diag.List) {
	at := map[string]int{}
	for i, a := range assets {
		at[a.Name] = i
	}
	for i, a := range assets {
		source, ok := sheets[a.Name]
		if !ok {
			continue
		}
		var out bytes.Buffer
		from := 0
		for _, found := range fontAddress.FindAllSubmatchIndex(source, -1) {
			start, end := found[2], found[3]
			address := string(source[start:end])
			if strings.HasPrefix(address, "/") || strings.HasPrefix(address, "../") {
				continue // as it is served
			}
			target := path.Join(path.Dir(a.Name), address)
			j, ok := at[target]
			if !ok {
				problems.Add(badFont, spanIn("static/"+a.Name, source, start, end), fmt.Sprintf("asks for %q, and there is no %s", address, path.Join("static", target)), "")
				continue
			}
			if err := assets[j].hashName(); err != nil {
				problems.Add(broken, diag.Span{File: "static/" + target}, reason(err), "")
				continue
			}
			out.Write(source[from:start])
			out.WriteString(path.Join(path.Dir(address), path.Base(assets[j].Path)))
			from = end
		}
		out.Write(source[from:])
		linked, err := newAsset(a.Name, out.Bytes(), m)
		if err != nil {
			problems.Add(broken, diag.Span{File: "static/" + a.Name}, err.Error(), "")
			continue
		}
		assets[i] = linked
	}
}

// hashName gives a file that is copied a name with the hash of its content.
func (a *Asset) hashName() error {
	if strings.HasPrefix(a.Path, "/assets/") {
		return nil
	}
	f, err := a.Open()
	if err != nil {
		return err
	}
	defer f.Close()
	sum := sha256.New()
	if _, err := io.Copy(sum, io.LimitReader(f, maxCopy)); err != nil {
		return err
	}
	a.Path = hashedPath(a.Name, sum.Sum(nil))
	return nil
}

// preloaded are the fonts of the families that the style sheet of all pages uses. A
// page names them before a browser has read the sheet, so that they are there when
// it first draws: one that comes later is not used, lest the text move.
func (t *Theme) preloaded() []Asset {
	sheet := t.Stylesheet.Data
	rest := bytes.ToLower(fontFace.ReplaceAll(sheet, nil)) // names of families differ by their letters alone
	var out []Asset
	for _, face := range fontFace.FindAll(sheet, -1) {
		family, address := fontFamily.FindSubmatch(face), fontAddress.FindSubmatch(face)
		if family == nil || address == nil || !bytes.Contains(rest, bytes.ToLower(bytes.Trim(family[1], `" `))) {
			continue
		}
		served := path.Join(path.Dir(t.Stylesheet.Path), string(address[1]))
		for _, a := range t.assets {
			if a.Path == served {
				out = append(out, a)
			}
		}
	}
	return out
}

// WithoutFonts is the theme with the fonts of the reader's system: without what the
// style sheets say of others, and without those.
func (t *Theme) WithoutFonts() *Theme { return t.bare }

func (t *Theme) withoutFonts() *Theme {
	bare := *t
	bare.assets, bare.Fonts, bare.bare = nil, nil, &bare
	for _, a := range t.assets {
		switch {
		case strings.HasPrefix(a.Name, fontFolder) || strings.HasPrefix(a.Path, "/assets/") && path.Ext(a.Name) == ".woff2":
			continue
		case path.Ext(a.Name) == ".css":
			a = hashedAsset(a.Name, fontFace.ReplaceAll(slices.Clone(a.Data), nil))
		}
		if a.Name == "site.css" {
			bare.Stylesheet = a
		}
		bare.assets = append(bare.assets, a)
	}
	return &bare
}
