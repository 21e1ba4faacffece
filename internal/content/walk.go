package content

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"

	"shortlist/internal/diag"
	"shortlist/internal/leftover"
	"shortlist/internal/photo"
)

var (
	noContent = diag.Define(diag.Error, "no-content",
		"The site's folder has no content folder.")
	noGuides = diag.Define(diag.Warning, "no-guides",
		"The site has no guide.")
	missingFile = diag.Define(diag.Error, "missing-file",
		"A file that the site or a guide cannot do without is not there.")
	unexpectedFile = diag.Define(diag.Error, "unexpected-file",
		"A file or folder lies where nothing of its name or kind is read.")
	symbolicLink = diag.Define(diag.Error, "symbolic-link",
		"Content is a symbolic link; links are not followed.")
	unreadableFile = diag.Define(diag.Error, "unreadable-file",
		"A file or folder of the content could not be read.")
)

const root = "content"

// embeds is the Go file with which the program's own repository carries the
// handbook. Nothing reads it.
const embeds = "content.go"

// layout is which files there are, by what they are. Paths are the tree's own.
type layout struct {
	site, relationships, addresses      string // empty when there is none
	authors, providers, articles, pages []string
	guides                              []folder
	pictures                            []string // that lie beside texts
}

// folder is one guide's.
type folder struct {
	path     string
	guide    string // empty when there is none
	entries  []string
	editions []string
}

// walker looks through the content folder.
type walker struct {
	tree     fs.FS
	list     diag.List
	pictures []string
}

// walk finds the content files of a tree. It returns nil when there is no
// content folder.
func walk(tree fs.FS) (*layout, diag.List) {
	w := &walker{tree: tree}
	if info, err := fs.Stat(tree, root); errors.Is(err, fs.ErrNotExist) || err == nil && !info.IsDir() {
		w.report(noContent, root, "there is no content folder here", "name the site's folder with --site")
		return nil, w.list
	}
	found := &layout{}
	names := w.read(root, "site.toml, relationships.toml, addresses.txt, authors/, providers/, guides/, articles/ and pages/",
		entry("site.toml"), entry("relationships.toml"), entry("addresses.txt"), folderNamed("authors"), folderNamed("providers"), folderNamed("guides"),
		folderNamed("articles"), folderNamed("pages"), entry(embeds))
	before := len(w.list)
	for _, name := range names {
		at := path.Join(root, name)
		switch name {
		case "site.toml":
			found.site = at
		case "relationships.toml":
			found.relationships = at
		case "addresses.txt":
			found.addresses = at
		case "authors":
			found.authors = w.markdown(at)
		case "providers":
			found.providers = w.markdown(at)
		case "articles":
			found.articles = w.markdown(at)
		case "pages":
			found.pages = w.markdown(at)
		case "guides":
			for _, slug := range w.read(at, "one folder per guide", anyFolder) {
				found.guides = append(found.guides, w.guide(path.Join(at, slug)))
			}
		}
	}
	if found.site == "" && before == 0 { // else what was refused may be it
		w.report(missingFile, path.Join(root, "site.toml"), "the site has no site.toml",
			"add one with title, description, base_url and language")
	}
	found.pictures = w.pictures
	return found, w.list
}

func (w *walker) guide(at string) folder {
	w.slug(at, path.Base(at))
	g := folder{path: at}
	before := len(w.list)
	for _, name := range w.read(at, "guide.md, its pictures, entries/ and editions/", entry("guide.md"), folderNamed("entries"), folderNamed("editions"), anyPicture) {
		switch name {
		case "guide.md":
			g.guide = path.Join(at, name)
		case "entries":
			g.entries = w.markdown(path.Join(at, name))
		case "editions":
			g.editions = w.editions(path.Join(at, name))
		}
	}
	if g.guide == "" && len(w.list) == before {
		w.report(missingFile, path.Join(at, "guide.md"), "the guide has no guide.md",
			"add one, or remove the folder "+at)
	}
	return g
}

// markdown returns the Markdown files of a folder.
func (w *walker) markdown(at string) []string {
	var files []string
	for _, name := range w.read(at, "Markdown files, which end in .md, and their pictures", anyMarkdown, anyPicture) {
		file := path.Join(at, name)
		if path.Ext(name) != ".md" {
			continue
		}
		w.slug(file, strings.TrimSuffix(name, ".md"))
		files = append(files, file)
	}
	return files
}

// editions returns the frozen rankings of a guide. Their names are held against
// their dates when they are read.
func (w *walker) editions(at string) []string {
	var files []string
	for _, name := range w.read(at, "editions, which `shortlist snapshot` writes and which end in .toml", anyTOML) {
		files = append(files, path.Join(at, name))
	}
	return files
}

// accepts says whether a folder may hold something.
type accepts func(fs.DirEntry) bool

func entry(name string) accepts {
	return func(e fs.DirEntry) bool { return e.Name() == name && e.Type().IsRegular() }
}

func folderNamed(name string) accepts {
	return func(e fs.DirEntry) bool { return e.Name() == name && e.IsDir() }
}

func anyFolder(e fs.DirEntry) bool { return e.IsDir() }

func anyMarkdown(e fs.DirEntry) bool {
	return e.Type().IsRegular() && path.Ext(e.Name()) == ".md"
}

// anyPicture lets pictures lie beside the texts that show them.
func anyPicture(e fs.DirEntry) bool { return e.Type().IsRegular() && photo.Is(e.Name()) }

func anyTOML(e fs.DirEntry) bool {
	return e.Type().IsRegular() && path.Ext(e.Name()) == ".toml"
}

// read lists what a folder holds and reports everything that it may not hold.
func (w *walker) read(at, holds string, allowed ...accepts) []string {
	entries, err := fs.ReadDir(w.tree, at)
	if err != nil {
		w.report(unreadableFile, at, "the folder cannot be read: "+reason(err), "")
		return nil
	}
	var names []string
next:
	for _, e := range entries {
		name := e.Name()
		if strings.HasPrefix(name, ".") && !strings.HasPrefix(name, "..") || name == "README.md" || leftover.Is(name) {
			continue
		}
		file := path.Join(at, name)
		if e.Type()&fs.ModeSymlink != 0 {
			w.report(symbolicLink, file, "this is a symbolic link", "put the file itself here: links are not followed")
			continue
		}
		for _, allow := range allowed {
			if allow(e) {
				if photo.Is(name) {
					w.pictures = append(w.pictures, file)
				}
				names = append(names, name)
				continue next
			}
		}
		what := "nothing reads this file"
		switch {
		case e.IsDir():
			what = "nothing reads this folder"
		case !e.Type().IsRegular():
			what = "this is no regular file, and only those are read"
		}
		hint := "the folder " + at + " holds " + holds
		if slices.Contains(unshown, strings.ToLower(path.Ext(name))) {
			hint = "pictures are JPEG, PNG, GIF, WebP or SVG: save it as one of them"
		}
		w.report(unexpectedFile, file, what, hint)
	}
	return names
}

// unshown are the endings of pictures that not every browser shows.
var unshown = []string{".heic", ".heif", ".avif", ".jxl", ".tif", ".tiff", ".bmp", ".psd", ".dng", ".cr2", ".nef", ".arw"}

func (w *walker) report(rule *diag.Rule, file, message, hint string) {
	w.list.Add(rule, diag.Span{File: file}, message, hint)
}

func (w *walker) slug(file, slug string) {
	if message, hint := checkFileSlug(slug); message != "" {
		w.report(badSlug, file, message, hint)
	}
}

// reason is the plain part of a file error, without the operation and path that
// the problem names anyway.
func reason(err error) string {
	var e *fs.PathError
	if errors.As(err, &e) {
		err = e.Err
	}
	return strings.Join(strings.Fields(err.Error()), " ")
}
