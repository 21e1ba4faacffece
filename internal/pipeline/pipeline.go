// Package pipeline has the files with which a host of repositories checks, builds
// and publishes a site, for a new site and for one that is there.
package pipeline

import (
	"embed"
	"maps"
	"path"
	"slices"
	"strings"
)

//go:embed files
var files embed.FS

// Made is a file that somebody's repository gets.
type Made struct {
	Name       string // from the root of the repository
	Text       string
	Executable bool
}

// Site is what the files depend on.
type Site struct {
	Folder  string // of the site in its repository: "." or "docs/site"
	Address string // at which it is published, with its slash
}

// of are the files for each host: where each goes, and whether that is in the
// folder of the site rather than at the root of the repository.
var of = map[string][]struct {
	file, to string
	inSite   bool
}{
	"github":     {{"github.yml", ".github/workflows/publish.yml", false}},
	"gitlab":     {{"gitlab.yml", ".gitlab-ci.yml", false}},
	"netlify":    {{"netlify.toml", "netlify.toml", false}},
	"cloudflare": {{"cloudflare.sh", "build.sh", true}, {"wrangler.jsonc", "wrangler.jsonc", true}},
}

// Hosts are those that there are files for.
func Hosts() []string { return slices.Sorted(maps.Keys(of)) }

// For is the files of a host, and a hook that keeps a commit from breaking the
// site. It is nil for a host that is not known.
func For(host string, s Site) []Made {
	list, ok := of[host]
	if !ok {
		return nil
	}
	var made []Made
	for _, f := range list {
		to := f.to
		if f.inSite {
			to = path.Join(s.Folder, to)
		}
		made = append(made, Made{to, s.fill(f.file), strings.HasSuffix(to, ".sh")})
	}
	return append(made, Made{".githooks/pre-commit", s.fill("pre-commit"), true})
}

// fill is one of the files with what it depends on.
func (s Site) fill(name string) string {
	text, err := files.ReadFile("files/" + name)
	if err != nil {
		panic(err) // it is compiled in
	}
	folder := s.Folder
	if folder == "" {
		folder = "."
	}
	out := strings.NewReplacer("FOLDER", folder, "ADDRESS", s.Address).Replace(string(text))
	return strings.ReplaceAll(out, "            ./", "            ")
}
