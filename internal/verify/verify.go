// Package verify says whether what is live, or in a folder, is what was built: file
// by file, against the list that a build publishes with the site.
package verify

import (
	"cmp"
	"errors"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"shortlist/internal/manifest"
)

// Fault is a file that is not as it was built, or not as it was promised to be
// served.
type Fault struct {
	Path string `json:"path"` // from the folder
	What string `json:"what"` // "is not there"
}

// Result is what was found.
type Result struct {
	Manifest *manifest.Manifest
	List     string // where the list is in the folder; empty for a live site
	Checked  int    // files that were compared
	Skipped  int    // files that no reader can ask for: those for the host, compressed forms
	Answers  int    // whose headers were compared with those that were promised
	Faults   []Fault
}

// Folder compares the files of a folder. Files that the list does not name are
// faults, too, but for those that begin with a dot.
func Folder(tree fs.FS) (*Result, error) {
	where, m, err := read(tree)
	if err != nil {
		return nil, err
	}
	r := &Result{Manifest: m, List: where}
	listed := map[string]bool{}
	for _, f := range m.Files {
		listed[f.Path] = true
		r.Checked++
		in, err := tree.Open(f.Path)
		if errors.Is(err, fs.ErrNotExist) {
			r.fault(f.Path, "is not there")
			continue
		}
		if err != nil {
			return nil, err
		}
		sum, err := sumOf(in)
		in.Close()
		if err != nil {
			return nil, err
		}
		if sum != f.Sum {
			r.fault(f.Path, "is not as it was built")
		}
	}
	err = fs.WalkDir(tree, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && name != "." && strings.HasPrefix(d.Name(), "."):
			return fs.SkipDir
		case name == path.Join(path.Dir(where), "deploy-lock"):
			return fs.SkipDir
		case name == path.Join(path.Dir(where), "deployed.json"): // what a deploy keeps
		case !d.IsDir() && !listed[name] && !m.IsList(name) && !strings.HasPrefix(d.Name(), "."):
			r.fault(name, "is not of the site")
		}
		return nil
	})
	r.sort()
	return r, err
}

// find is where a folder has its list: below the path of the site, if need be.
func find(tree fs.FS) (string, error) {
	var found []string
	err := fs.WalkDir(tree, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if !d.IsDir() && (name == manifest.Name || strings.HasSuffix(name, "/"+manifest.Name)) {
			found = append(found, name)
		}
		return nil
	})
	if err == nil && len(found) == 0 {
		err = &NoList{Where: "the folder"}
	}
	if err != nil {
		return "", err
	}
	slices.SortFunc(found, func(a, b string) int { return cmp.Compare(strings.Count(a, "/"), strings.Count(b, "/")) })
	return found[0], nil
}

// List reads the list of a folder.
func List(tree fs.FS) (*manifest.Manifest, error) {
	_, m, err := read(tree)
	return m, err
}

func read(tree fs.FS) (where string, m *manifest.Manifest, err error) {
	if where, err = find(tree); err == nil {
		m, err = manifest.Read(where, func(name string) (io.ReadCloser, error) { return tree.Open(name) })
	}
	return where, m, err
}

// NoList says that there is no list of files, so that nothing can be compared.
type NoList struct{ Where string }

func (e *NoList) Error() string {
	return e.Where + " has no " + manifest.Name + ": it was not built by this program, or by an earlier version of it"
}

func (r *Result) fault(name, what string) { r.Faults = append(r.Faults, Fault{name, what}) }

func (r *Result) sort() {
	slices.SortFunc(r.Faults, func(a, b Fault) int { return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.What, b.What)) })
}

// differ adds the faults between what was built and what the live list says.
func (r *Result) differ(built *manifest.Manifest) {
	if built.Sum == r.Manifest.Sum {
		return
	}
	was := map[string]string{}
	for _, f := range built.Files {
		was[f.Path] = f.Sum
	}
	for _, f := range r.Manifest.Files {
		switch sum, ok := was[f.Path]; {
		case !ok:
			r.fault(f.Path, "is live and was not built")
		case sum != f.Sum:
			r.fault(f.Path, "is live as another build made it")
		}
		delete(was, f.Path)
	}
	for name := range was {
		r.fault(name, "was built and is not live")
	}
}

// forHosts are files that no reader can ask for.
func forHosts(name string) bool {
	return name == "_headers" || name == "_redirects" || strings.HasPrefix(path.Base(name), ".")
}
