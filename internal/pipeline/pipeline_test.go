package pipeline

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
)

var sites = []Site{{Folder: ".", Address: "https://guides.example/"}, {Folder: "docs/the-site", Address: "https://guides.example/a/"}}

func TestFilled(t *testing.T) {
	left := regexp.MustCompile(`\bFOLDER\b|\bADDRESS\b`)
	for _, s := range sites {
		for _, host := range Hosts() {
			made := For(host, s)
			if len(made) < 2 || made[len(made)-1].Name != ".githooks/pre-commit" {
				t.Errorf("%s: %d files", host, len(made))
			}
			for _, f := range made {
				if at := left.FindString(f.Text); at != "" {
					t.Errorf("%s: %s has %s", host, f.Name, at)
				}
				if !filepath.IsLocal(f.Name) {
					t.Errorf("%s: %s", host, f.Name)
				}
				if strings.HasSuffix(f.Name, ".toml") {
					if _, err := toml.Decode(f.Text, new(map[string]any)); err != nil {
						t.Errorf("%s: %v", f.Name, err)
					}
				}
			}
		}
	}
	if For("nowhere", sites[0]) != nil {
		t.Error("files for a host that is not known")
	}
}

// TestWorkflowIsSound has actionlint read the file for GitHub, and sh the others.
func TestWorkflowIsSound(t *testing.T) {
	for _, s := range sites {
		folder := t.TempDir()
		for _, host := range Hosts() {
			for _, f := range For(host, s) {
				at := filepath.Join(folder, filepath.FromSlash(f.Name))
				if err := os.MkdirAll(filepath.Dir(at), 0o777); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(at, []byte(f.Text), 0o666); err != nil {
					t.Fatal(err)
				}
				if _, err := exec.LookPath("sh"); err == nil && f.Executable {
					check(t, "sh", "-n", at)
				}
			}
		}
		check(t, "go", "tool", "-modfile="+filepath.Join("..", "..", ".ci", "tools.mod"), "actionlint", "-shellcheck=", "-pyflakes=",
			filepath.Join(folder, ".github", "workflows", "publish.yml"))
	}
}

func check(t *testing.T, command string, args ...string) {
	t.Helper()
	if out, err := exec.Command(command, args...).CombinedOutput(); err != nil {
		t.Errorf("%s: %v\n%s", command, err, out)
	}
}
