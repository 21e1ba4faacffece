package deploy

import (
	"cmp"
	"encoding/json"
	"net/url"
	"path"
	"slices"
	"strings"
	"time"

	"shortlist/internal/export/hosting"
	"shortlist/internal/manifest"
)

// Plan is what a deploy does, in its order.
type Plan struct {
	Format   int       `json:"format"`
	Address  string    `json:"address"`
	Revision string    `json:"revision,omitempty"`
	Sum      string    `json:"sha256"` // of all files and their headers
	Steps    []Step    `json:"steps"`
	Remove   []string  `json:"remove"`  // after the last step
	Later    []Leaving `json:"later"`   // what a later deploy removes
	Changed  []string  `json:"changed"` // addresses, for whoever empties a cache
	Removed  []string  `json:"removed"`

	files   map[string]Sent
	leaving map[string]time.Time
}

// Step is files that may be sent at the same time.
type Step struct {
	Name string `json:"name"`
	Put  []Put  `json:"put"`
}

// Put is a file that is sent.
type Put struct {
	manifest.File
	Headers []hosting.Header `json:"headers"`
	Why     string           `json:"why"` // "new", "changed" or "headers"
	fresh   bool             // no page that is there can lead to it
}

// Leaving is a file that a page which is open may still ask for.
type Leaving struct {
	Path  string    `json:"path"`
	After time.Time `json:"after"`
}

// stepNames are the steps in their order.
var stepNames = []string{"assets", "data", "new pages", "pages", "feeds", "manifest"}

// stepOf is the step of a file.
func stepOf(name string, fresh bool, isList bool) string {
	switch base := path.Base(name); {
	case isList:
		return "manifest"
	case strings.HasSuffix(name, ".html") && fresh:
		return "new pages"
	case strings.HasSuffix(name, ".html"):
		return "pages"
	case base == "feed.xml", base == "feed.json", base == "changes.xml", base == "changes.json",
		strings.HasPrefix(base, "sitemap") && path.Ext(base) == ".xml", base == "llms.txt", base == "robots.txt":
		return "feeds"
	case slices.Contains([]string{".json", ".csv", ".md", ".txt", ".xml", ".bib"}, path.Ext(name)) && !hosting.Hashed(fromRoot(name)):
		return "data"
	}
	return "assets"
}

// fromRoot is the path of a file as [hosting.Hashed] knows it, whatever folder the
// site is in.
func fromRoot(name string) string {
	for _, top := range []string{"assets/", "search/index/"} {
		if i := strings.Index("/"+name, "/"+top); i >= 0 {
			return "/" + name[i:]
		}
	}
	return "/" + name
}

// NewPlan compares what is to be there with what is.
func NewPlan(m *manifest.Manifest, files []manifest.File, before *State, now time.Time, grace time.Duration) *Plan {
	p := &Plan{Format: 1, Address: m.Address, Revision: m.Revision, Remove: []string{}, Later: []Leaving{}, Changed: []string{}, Removed: []string{},
		files: map[string]Sent{}, leaving: map[string]time.Time{}}
	steps := map[string][]Put{}
	var all strings.Builder
	slices.SortFunc(files, func(a, b manifest.File) int { return cmp.Compare(a.Path, b.Path) })
	for _, f := range files {
		headers := hosting.FileHeaders(fromRoot(f.Path))
		sent := Sent{Sum: f.Sum, Headers: line(headers)}
		p.files[f.Path] = sent
		all.WriteString(f.Path + " " + sent.Sum + " " + sent.Headers + "\n")
		was, there := before.Files[f.Path]
		if was == sent {
			continue
		}
		why := "headers"
		switch {
		case !there || was.Sum == "":
			why = "new"
		case was.Sum != sent.Sum:
			why = "changed"
		}
		fresh := !there || was.Fresh
		step := stepOf(f.Path, fresh, m.IsList(f.Path))
		steps[step] = append(steps[step], Put{f, headers, why, fresh})
		if there {
			p.Changed = append(p.Changed, address(m, f.Path))
		}
	}
	p.Sum = manifest.SumOf([]byte(all.String()))
	for _, name := range stepNames {
		if len(steps[name]) > 0 {
			p.Steps = append(p.Steps, Step{name, steps[name]})
		}
	}
	p.leave(m, before, now, grace)
	return p
}

// leave decides what is removed now and what later.
func (p *Plan) leave(m *manifest.Manifest, before *State, now time.Time, grace time.Duration) {
	since := map[string]time.Time{}
	for name := range before.Files {
		since[name] = now
	}
	for name, at := range before.Leaving {
		since[name] = at
	}
	for name, at := range since {
		if _, stays := p.files[name]; stays {
			continue
		}
		p.leaving[name] = at
		if _, said := before.Leaving[name]; !said {
			p.Removed = append(p.Removed, address(m, name))
		}
		if end := at.Add(grace); hosting.Hashed(fromRoot(name)) && now.Before(end) {
			p.Later = append(p.Later, Leaving{name, end})
		} else {
			p.Remove = append(p.Remove, name)
		}
	}
	slices.Sort(p.Remove)
	slices.Sort(p.Removed)
	slices.SortFunc(p.Later, func(a, b Leaving) int { return cmp.Compare(a.Path, b.Path) })
}

// Nothing reports whether there is nothing to do.
func (p *Plan) Nothing() bool { return len(p.Steps) == 0 && len(p.Remove) == 0 }

// after is what is there once all is sent and nothing is removed yet.
func (p *Plan) after() *State {
	return &State{Format: stateFormat, Sum: p.Sum, Files: p.files, Leaving: p.leaving}
}

// Bytes is the plan as a file.
func (p *Plan) Bytes() ([]byte, error) {
	text, err := json.MarshalIndent(p, "", " ")
	return append(text, '\n'), err
}

// address is where readers find a file.
func address(m *manifest.Manifest, name string) string {
	at, err := url.Parse(m.Address)
	if err != nil {
		return name
	}
	return m.At(at, name)
}

// line is headers in one line, which tells two sets of them apart.
func line(headers []hosting.Header) string {
	var all []string
	for _, h := range headers {
		all = append(all, h.Name+": "+h.Value)
	}
	return strings.Join(all, "; ")
}
