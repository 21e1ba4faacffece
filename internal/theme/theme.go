// Package theme reads templates/ and static/ once: parsed, minified, hashed.
//
// Templates are minified as source, before they are parsed, so that no page
// has to be minified again after it was made. They get typed views, and their
// functions do no input or output. A page's template is templates/pages/NAME.html,
// which defines "main"; templates/layout.html puts it in its frame; what several
// pages share stands in templates/parts/. What pages share is parsed and escaped
// once for all of them ([set]), and a template is compiled for the type of its view
// when its first page is made ([compiled]).
//
// Static files keep their names, but for style sheets, scripts and the fonts that
// style sheets ask for: those are served under /assets/ with a hash of their
// content in the name, so that a reader's browser may keep them for a year. What begins with a dot is not
// served, file or folder, but for the folder .well-known.
//
// # Scripts
//
// Scripts are ES modules of the site's own, and may import one another by the
// names that they have in static/: import { rank } from "./order.js". When they
// are read, each such address is replaced by the hashed name of what it means,
// what is imported before what imports it, so that a page keeps to one set of
// scripts whatever is published while it is being read. Hence imports cannot go
// in a circle; that, an import of a file that is not there, and one from
// anywhere else are the theme author's mistakes. Lines of comment are left
// empty; nothing else in a script is touched.
//
// A page names the scripts that it starts ([Theme.Scripts]). What they import
// goes into the page as links of the kind "modulepreload", with an integrity
// attribute each: a script's import carries none of its own, an import map would
// be an inline script, which the content security policy forbids, and without
// the links a browser would learn of each import only when it has read the
// importer.
package theme

import (
	"fmt"
	"io"
	"io/fs"

	"shortlist/internal/diag"
)

// Theme is a site's look, ready to use. It does not change after Load and may
// be used by several goroutines at once.
type Theme struct {
	set        *set
	written    func() *set       // with line numbers as their authors see them; only [Theme.Check] makes it
	trees      map[string]trees  // of each page, as they were written
	sources    map[string]string // of each template file
	assets     []Asset
	imports    map[string][]string // of each script, the scripts that it names
	Stylesheet Asset               // static/site.css
	checked    bool                // by a test
	checks     *checks             // also those of bare
	Fonts      []Asset             // that it uses on every page
	bare       *Theme              // the same in the fonts of the reader's system
}

// Load reads a theme. What is wrong with it, a template that does not parse or
// a style sheet that is missing, is reported as the theme author's mistake.
func Load(templates, static fs.FS) (*Theme, diag.List) { return load(templates, static, false) }

// LoadChecked reads a theme that a test has checked, which halves what it costs:
// templates are not kept as they were written, [Theme.CheckFields] finds nothing, and
// scripts are not parsed to see whether they lost more than comments.
func LoadChecked(templates, static fs.FS) (*Theme, diag.List) { return load(templates, static, true) }

func load(templates, static fs.FS, checked bool) (*Theme, diag.List) {
	var problems diag.List
	t := &Theme{trees: map[string]trees{}, sources: map[string]string{}, checked: checked, checks: &checks{found: map[string]diag.List{}}}
	t.loadTemplates(templates, &problems)
	t.assets, t.imports = loadAssets(static, checked, &problems)
	for _, a := range t.assets {
		if a.Name == "site.css" {
			t.Stylesheet = a
		}
	}
	if t.Stylesheet.Path == "" {
		problems.Add(missing, diag.Span{File: "static/site.css"}, "no style sheet here", "every page links to static/site.css")
	}
	t.Fonts = t.preloaded()
	t.bare = t.withoutFonts()
	return t, problems
}

// Render executes a page's template. The view is the page's typed view; a
// template that asks it for something it does not have is an error, and the
// writer may then have received a part of the page. So is one that does not come to
// an end. Both are a [*Mistake]; any other error is the writer's.
func (t *Theme) Render(w io.Writer, page string, view any) error {
	if t.set.layout[page] == "" {
		return fmt.Errorf("theme: no template templates/pages/%s.html", page)
	}
	return mistake(page, t.set.execute(w, page, view, maxTime))
}

// Compiles reports whether a page is made without the library's reflection, so that
// a test can tell when a template of the program no longer is.
func (t *Theme) Compiles(page string, view any) bool {
	return t.set.layout[page] != "" && t.set.compiled(page, view) != nil
}

// Assets returns the static files, by path.
func (t *Theme) Assets() []Asset { return t.assets }
