package theme

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"
)

// Sum stands for everything that a page takes from the theme: the templates, and
// the names and content of style sheets, scripts and drawings. Two themes of one
// sum make the same pages.
func (t *Theme) Sum() string {
	sum := sha256.New()
	for _, name := range slices.Sorted(maps.Keys(t.sources)) {
		fmt.Fprintf(sum, "%q %q\n", name, t.sources[name])
	}
	for _, a := range t.assets {
		fmt.Fprintf(sum, "%q %q %q %x\n", a.Name, a.Path, a.Integrity, sha256.Sum256(a.Data))
	}
	return hex.EncodeToString(sum.Sum(nil))
}
