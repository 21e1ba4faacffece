package output

import (
	"fmt"
	"os"
	"path/filepath"
)

// precious are the folders of a site that no build may write into.
var precious = []string{"content", "templates", "static", ".git", state}

// CheckFolder reports why a folder must not be the output folder of a site; nil
// when it may be. It refuses every folder that holds what people wrote: the
// site's own folders, the site folder, whatever holds it, and the home folder.
// Links and letter case do not deceive it. Neither folder need exist.
func CheckFolder(site, out string) error {
	realSite, err := resolve(site)
	if err != nil {
		return err
	}
	realOut, err := resolve(out)
	if err != nil {
		return err
	}
	if filepath.Dir(realOut) == realOut {
		return fmt.Errorf("%s cannot be the output folder: it is the root of the file system", out)
	}
	if same(realOut, realSite) {
		return fmt.Errorf("%s cannot be the output folder: it is the site folder itself", out)
	}
	if within(realSite, realOut) {
		return fmt.Errorf("%s cannot be the output folder: the site folder is inside it", out)
	}
	if home, err := os.UserHomeDir(); err == nil {
		if home, err = resolve(home); err == nil && within(home, realOut) {
			return fmt.Errorf("%s cannot be the output folder: it holds your home folder", out)
		}
	}
	for _, name := range precious {
		if within(realOut, filepath.Join(realSite, name)) {
			return fmt.Errorf("%s cannot be the output folder: it is in the site's %s folder", out, name)
		}
	}
	if info, err := os.Stat(realOut); err == nil && !info.IsDir() {
		return fmt.Errorf("%s cannot be the output folder: it is a file", out)
	}
	return nil
}

// resolve returns the absolute path with every link in it followed, as far as
// the path exists.
func resolve(folder string) (string, error) {
	abs, err := filepath.Abs(folder)
	if err != nil {
		return "", err
	}
	rest := ""
	for at := abs; ; at = filepath.Dir(at) {
		if target, err := filepath.EvalSymlinks(at); err == nil {
			return filepath.Join(target, rest), nil
		}
		if at == filepath.Dir(at) {
			return abs, nil
		}
		rest = filepath.Join(filepath.Base(at), rest)
	}
}

// within reports whether a folder is another or lies somewhere below it.
func within(folder, other string) bool {
	for ; ; folder = filepath.Dir(folder) {
		if same(folder, other) {
			return true
		}
		if folder == filepath.Dir(folder) {
			return false
		}
	}
}

// same compares the folders, not the names, as far as they exist: on some
// systems Content is content.
func same(a, b string) bool {
	if a == b {
		return true
	}
	infoA, errA := os.Stat(a)
	infoB, errB := os.Stat(b)
	return errA == nil && errB == nil && os.SameFile(infoA, infoB)
}
