package theme

import (
	"errors"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"strconv"
	"strings"
	"sync"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/css"
	"github.com/tdewolff/minify/v2/html"
	"github.com/tdewolff/minify/v2/svg"

	"shortlist/internal/diag"
	"shortlist/internal/leftover"
)

var (
	missing = diag.Define(diag.Error, "theme-missing", "A file that every theme must have is not there.")
	broken  = diag.Define(diag.Error, "theme-template", "A template or static file of the site cannot be read.")
)

// minifier returns the one configuration that is used for whatever is
// minified. Quotes, end tags and document tags stay: they cost little once
// compressed, html/template escapes more safely between quotes, and validators
// and people read the result.
func minifier() *minify.M {
	m := minify.New()
	m.Add("text/html", &html.Minifier{
		KeepDocumentTags: true,
		KeepEndTags:      true,
		KeepQuotes:       true,
		TemplateDelims:   html.GoTemplateDelims,
	})
	m.AddFunc("text/css", css.Minify)
	m.AddFunc("image/svg+xml", svg.Minify)
	return m
}

// loadTemplates parses every page with the layout and the shared parts.
func (t *Theme) loadTemplates(tree fs.FS, problems *diag.List) {
	m := minifier()
	shared, small := trees{}, trees{} // as they were written, and minified
	layout, parts := t.files(tree, "layout.html", problems), t.files(tree, "parts/*.html", problems)
	for _, name := range append(layout, parts...) {
		if written, minified := t.parse(tree, name, m, problems); minified != nil {
			shared.add(written)
			small.add(minified)
		}
	}
	if small["layout"] == nil && len(*problems) == 0 {
		problems.Add(missing, diag.Span{File: "templates/layout.html"}, `no template defines "layout"`, "")
	}
	t.set = newSet(small)
	pages := map[string]trees{}
	for _, name := range t.files(tree, "pages/*.html", problems) {
		written, minified := t.parse(tree, name, m, problems)
		if minified == nil {
			continue
		}
		id := strings.TrimSuffix(path.Base(name), ".html")
		t.set.addPage(id, minified)
		t.trees[id] = maps.Clone(shared)
		t.trees[id].add(written)
		pages[id] = written
	}
	t.written = sync.OnceValue(func() *set {
		s := newSet(shared)
		for id, page := range pages {
			s.addPage(id, page.copy())
		}
		return s
	})
}

// files lists the templates of a pattern, without hidden files and what editors
// leave behind. A folder that cannot be listed has none, which is reported.
func (t *Theme) files(tree fs.FS, pattern string, problems *diag.List) []string {
	folder := path.Dir(pattern)
	entries, err := fs.ReadDir(tree, folder)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		problems.Add(broken, diag.Span{File: path.Join("templates", folder)}, "cannot be read: "+reason(err), "")
	}
	var names []string
	for _, e := range entries {
		fits, _ := path.Match(path.Base(pattern), e.Name()) // the patterns are ours
		if fits && !strings.HasPrefix(e.Name(), ".") && !leftover.Is(e.Name()) {
			names = append(names, path.Join(folder, e.Name()))
		}
	}
	return names
}

// parse reads the templates of a file: as they were written, so that a mistake is
// reported at the line that its author sees, and minified, to be executed. They are
// nil when there is a mistake. Those that were written are left out of a theme that
// a test has checked.
func (t *Theme) parse(tree fs.FS, name string, m *minify.M, problems *diag.List) (written, minified trees) {
	at := diag.Span{File: "templates/" + name}
	source, err := readText(tree, name)
	if err != nil {
		problems.Add(broken, at, "cannot be read: "+reason(err), "")
		return nil, nil
	}
	if !t.checked {
		t.sources[name] = string(source)
		if written, err = parseTrees(name, string(source)); err != nil {
			at.Line, at.Text = lineOf(err, source)
			problems.Add(broken, at, err.Error(), "")
			return nil, nil
		}
	}
	small, err := m.String("text/html", string(source))
	if err == nil {
		minified, err = parseTrees(name, small)
	}
	if err != nil {
		problems.Add(broken, at, err.Error(), "")
		return nil, nil
	}
	return written, minified
}

var templateError = regexp.MustCompile(`^(?:html/)?template: [^:]+:(\d+)`)

// lineOf finds the line that a template error names.
func lineOf(err error, source []byte) (int, string) {
	m := templateError.FindStringSubmatch(err.Error())
	if m == nil {
		return 0, ""
	}
	n, _ := strconv.Atoi(m[1])
	lines := strings.Split(string(source), "\n")
	if n < 1 || n > len(lines) {
		return 0, ""
	}
	return n, lines[n-1]
}
