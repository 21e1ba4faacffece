package content

import (
	"io/fs"
	"strings"

	"shortlist/internal/diag"
	"shortlist/internal/guide"
)

// Guide is a guide of the last load as its files are now, where nothing but files of
// that one guide can have changed; it is the value that [Loader.Load] would give.
// It is nil where more may have changed, or something is wrong. The Loader itself
// does not take note of it.
func (l *Loader) Guide(tree fs.FS, o Options, changed Changes) *guide.Guide {
	now := momentOf(o.Now)
	options := l.options
	if o.Drafts != options.Drafts || o.Expired != options.Expired || now.day != l.day || l.before == nil || l.found == nil || len(changed) == 0 {
		return nil
	}
	at := ""
	for name := range changed {
		below, ok := strings.CutPrefix(name, guidesFolder)
		slug, _, inside := strings.Cut(below, "/")
		if !ok || !inside || at != "" && at != guidesFolder+slug {
			return nil
		}
		at = guidesFolder + slug
	}
	for i, old := range l.before.guides {
		if old.folder() == at && i < len(l.found.guides) && old.of(l.found.guides[i]) {
			return l.before.anew(old, l.found.guides[i], tree, now, changed)
		}
	}
	return nil
}

// anew reads and resolves a guide again.
func (s *site) anew(old *guideFile, found folder, tree fs.FS, now moment, changed Changes) *guide.Guide {
	known := map[string]bool{}
	for _, r := range old.readers() {
		known[r.file.Path] = r.readable
	}
	for name := range changed {
		info, err := fs.Stat(tree, name)
		if !known[name] || err != nil || !info.Mode().IsRegular() {
			return nil
		}
	}
	own := *s
	own.now = now
	var g *guideFile
	inParallel(own.readGuide(&g, found, own.opener(&sources{tree: tree})))
	own.resolveGuide(g)
	for _, r := range g.readers() {
		if r.list.Count(diag.Error) > 0 {
			return nil
		}
	}
	if own.draft(g.hold) != old.guide.Draft {
		return nil
	}
	g.guide.Draft = old.guide.Draft
	return g.guide
}
