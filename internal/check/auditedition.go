package check

import (
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
)

// edition remembers a frozen ranking.
func (a *audit) edition(s *sheet) {
	if parts := strings.Split(s.name, "/"); len(parts) != 5 || parts[0] != "guides" || parts[2] != "editions" || s.stub {
		return
	}
	for _, t := range s.grids {
		if t.rank >= 0 && t.total >= 0 {
			a.editions[s.name] = t.ranking(s.name, "the edition's table", whole)
			return
		}
	}
	a.add(auditMissing, s.name, "the edition states no ranking")
}

// news compares what a feed tells of an edition with the pages of editions: the
// order of the first one, or the ranks between which providers moved.
func (a *audit) news(name, summary string, edition surface) {
	var order []string
	before, later := a.earlier(edition.file)
	for i := range edition.places {
		p := &edition.places[i]
		order = append(order, p.rank+" "+p.name)
		m := regexp.MustCompile(regexp.QuoteMeta(p.name) + `: (\d+)\w+ to (\d+)\w+`).FindStringSubmatch(summary)
		if m == nil {
			continue
		}
		a.compare(edition, surface{file: name, label: path.Base(name), extent: loose, places: []place{{id: p.id, rank: m[2]}}})
		if later && before.at(p.id) >= 0 {
			a.compare(before, surface{file: name, label: path.Base(name), extent: loose, places: []place{{id: p.id, rank: m[1]}}})
		}
	}
	_, listed, ok := strings.Cut(strings.TrimSuffix(summary, "."), ": ")
	if want := strings.Join(order, ", "); ok && strings.HasPrefix(listed, "1 ") && listed != want {
		says, page := apart(listed, want)
		a.add(auditRank, name, "%s lists %q, the edition's page %q", path.Base(name), says, page)
	}
}

// earlier is the edition before one, if there is one.
func (a *audit) earlier(file string) (found surface, ok bool) {
	folder := path.Dir(path.Dir(file))
	for _, name := range slices.Sorted(maps.Keys(a.editions)) {
		if path.Dir(path.Dir(name)) == folder && name < file {
			found, ok = a.editions[name], true
		}
	}
	return found, ok
}

// history compares a guide's table of ranks by edition with the editions, and
// looks for editions of which no feed tells.
func (a *audit) history() {
	for _, name := range slices.Sorted(maps.Keys(a.editions)) {
		folder := strings.Join(strings.Split(name, "/")[:2], "/")
		for _, file := range []string{folder + "/changes.xml", folder + "/changes.json"} {
			if !slices.ContainsFunc(a.feeds[file], func(i item) bool { target, _ := a.target(file, i.address); return target == name }) {
				a.add(auditMissing, name, "%s does not tell of this edition", path.Base(file))
			}
		}
		guide := a.sheets[folder+"/index.html"]
		if guide == nil {
			continue
		}
		for _, t := range guide.grids {
			for i, h := range t.heads {
				if !t.like("Provider") || i == 0 || !strings.HasSuffix(a.sheets[name].heading, ", "+h.name+" edition") {
					continue
				}
				column := surface{file: guide.name, label: "the column " + h.name, extent: loose}
				for _, l := range t.rows {
					if rank := leading.FindString(l.at(i)); rank != "" {
						column.places = append(column.places, place{name: l.name, rank: rank})
					}
				}
				a.compare(a.editions[name], column)
			}
		}
	}
}
