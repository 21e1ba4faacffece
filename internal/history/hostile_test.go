package history

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"shortlist/internal/testrun"
	"strings"
	"testing"
)

// A trap is a program that writes to a file when it is run.
type trap struct {
	t      *testing.T
	script string
	log    string
}

func newTrap(t *testing.T) trap {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("the trap is a shell script")
	}
	folder := t.TempDir()
	tr := trap{t, filepath.Join(folder, "trap"), filepath.Join(folder, "log")}
	if err := os.WriteFile(tr.script, []byte("#!/bin/sh\necho \"$0 $@\" >> "+tr.log+"\n"), 0o777); err != nil {
		t.Fatal(err)
	}
	return tr
}

func (tr trap) wantUntouched() {
	tr.t.Helper()
	if data, err := os.ReadFile(tr.log); err == nil {
		tr.t.Errorf("the repository ran a command: %s", data)
	}
}

// armed sets everything in a repository's configuration that names a program.
func (r repo) armed(tr trap) {
	for _, c := range [][2]string{
		{"core.fsmonitor", tr.script}, {"core.pager", tr.script}, {"core.editor", tr.script}, {"core.sshCommand", tr.script},
		{"core.gitProxy", tr.script}, {"core.askPass", tr.script}, {"core.alternateRefsCommand", tr.script}, {"credential.helper", tr.script},
		{"diff.external", tr.script}, {"diff.md.textconv", tr.script}, {"diff.md.command", tr.script}, {"diff.md.cachetextconv", "false"},
		{"filter.md.smudge", tr.script}, {"filter.md.clean", tr.script}, {"filter.md.process", tr.script}, {"filter.md.required", "true"},
		{"pager.rev-parse", tr.script}, {"pager.ls-tree", tr.script}, {"pager.cat-file", tr.script},
		{"alias.rev-parse", "!" + tr.script}, {"alias.ls-tree", "!" + tr.script}, {"alias.cat-file", "!" + tr.script},
		{"uploadpack.packObjectsHook", tr.script}, {"gpg.program", tr.script},
		{"core.hooksPath", filepath.Dir(tr.script)}, {"protocol.allow", "always"}, {"protocol.ext.allow", "always"},
	} {
		r.git("config", c[0], c[1])
	}
}

// promise makes a repository believe that what it lacks is to be fetched from a
// remote whose address, or whose program at that address, is a command.
func (r repo) promise(address, uploadpack string) {
	r.git("config", "core.repositoryFormatVersion", "1")
	r.git("config", "extensions.partialClone", "origin")
	r.git("config", "remote.origin.promisor", "true")
	r.git("config", "remote.origin.url", address)
	if uploadpack != "" {
		r.git("config", "remote.origin.uploadpack", uploadpack)
	}
}

// lose removes an object from a repository.
func (r repo) lose(hash string) {
	r.t.Helper()
	if err := os.Remove(filepath.Join(r.folder, r.git("rev-parse", "--git-dir"), "objects", hash[:2], hash[2:])); err != nil {
		r.t.Fatal(err)
	}
}

func TestConfigurationRunsNothing(t *testing.T) {
	tr := newTrap(t)
	g := newRepo(t)
	g.write("content/site.toml", "one")
	g.write("content/a.md", "text")
	g.write(".gitattributes", "*.md diff=md filter=md\n")
	g.commit()
	for _, hook := range []string{"post-checkout", "fsmonitor-watchman", "reference-transaction", "post-index-change"} {
		if err := os.Symlink(tr.script, filepath.Join(filepath.Dir(tr.script), hook)); err != nil {
			t.Fatal(err)
		}
	}
	g.armed(tr)
	r := open(t, g.folder)
	wantFile(t, read(t, r, "HEAD"), "content/a.md", "text")
	if _, err := r.Read(context.Background(), "HEAD~3"); err == nil {
		t.Error("there is no such revision")
	}
	tr.wantUntouched()
}

// TestNothingIsFetched: a missing object is not asked for from a promisor remote,
// whatever kind of address that has.
func TestNothingIsFetched(t *testing.T) {
	// What is lost, and by which way it could come back, do not depend on each other.
	for i, lost := range []string{"HEAD:content/a.md", "HEAD:content", "HEAD^{tree}"} {
		for name, set := range map[string]func(repo, trap){
			"ext":         func(g repo, tr trap) { g.promise("ext::"+tr.script+" %S", "") },
			"upload-pack": func(g repo, tr trap) { g.promise("file://"+filepath.ToSlash(g.folder), tr.script) },
			"ssh":         func(g repo, tr trap) { g.promise("ssh://nobody.example/x", "") },
			"vcs": func(g repo, tr trap) {
				g.promise("x", "")
				g.git("config", "remote.origin.vcs", "ext")
			},
		} {
			if i > 0 && name != "ext" && !testrun.Thorough() {
				continue
			}
			t.Run(name+" "+lost, func(t *testing.T) {
				tr := newTrap(t)
				g := newRepo(t)
				g.write("content/site.toml", "one")
				g.write("content/a.md", "text")
				g.commit()
				hash := g.git("rev-parse", lost)
				g.armed(tr)
				set(g, tr)
				g.lose(hash)
				v, err := open(t, g.folder).Read(context.Background(), "HEAD")
				m, ok := errors.AsType[*Missing](err)
				if !ok || !m.Partial || !strings.Contains(m.Error(), "partial") {
					t.Errorf("%+v, %v", v, err)
				}
				tr.wantUntouched()
			})
		}
	}
}

// TestEmbeddedBareRepository: a commit can hold what looks like a bare repository
// and so bring a configuration along. The site's folder is made one here, and is
// in one.
func TestEmbeddedBareRepository(t *testing.T) {
	tr := newTrap(t)
	g := newRepo(t)
	g.write("outer.md", "text")
	g.commit()
	inner := repo{t, filepath.Join(g.folder, "sites", "guide")}
	if err := os.MkdirAll(inner.folder, 0o777); err != nil {
		t.Fatal(err)
	}
	inner.git("init", "-q", "--bare", "-b", "main")
	blob := writeObject(inner, "blob", "text")
	tree := makeTree(inner, "100644 blob "+blob+"\ta.md")
	tree = makeTree(inner, "040000 tree "+tree+"\tcontent")
	inner.git("update-ref", "refs/heads/main", inner.git("commit-tree", "-m", "x", tree))
	inner.git("config", "core.bare", "false")
	inner.git("config", "core.worktree", ".")
	inner.armed(tr)
	inner.promise("ext::"+tr.script+" %S", tr.script)
	inner.lose(blob)
	inner.write("content/a.md", "text")
	for _, site := range []string{inner.folder, filepath.Join(inner.folder, "content"), filepath.Join(inner.folder, "refs")} {
		r, err := Find(context.Background(), site)
		if err == nil {
			_, err = r.Read(context.Background(), "main")
		}
		if !errors.Is(err, ErrBare) {
			t.Errorf("%s: %v", site, err)
		}
	}
	tr.wantUntouched()
}

// TestOwnVariables: variables that point git elsewhere, or make it write, are not
// handed on.
func TestOwnVariables(t *testing.T) {
	tr := newTrap(t)
	g := newRepo(t)
	g.write("content/site.toml", "one")
	g.commit()
	trace := filepath.Join(t.TempDir(), "trace")
	for name, value := range map[string]string{
		"GIT_DIR": "/nowhere", "GIT_OBJECT_DIRECTORY": "/nowhere", "GIT_EXEC_PATH": filepath.Dir(tr.script), "GIT_TRACE": trace,
		"GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "core.pager", "GIT_CONFIG_VALUE_0": tr.script, "GIT_PAGER": tr.script,
		"GIT_SSH_COMMAND": tr.script, "GIT_EXTERNAL_DIFF": tr.script, "GIT_ALLOW_PROTOCOL": "ext:file", "GIT_NO_LAZY_FETCH": "0",
	} {
		t.Setenv(name, value)
	}
	v, err := (&Repository{folder: g.folder}).Read(context.Background(), "HEAD")
	if err != nil {
		t.Fatal(err)
	}
	wantFile(t, v, "content/site.toml", "one")
	if _, err := os.Stat(trace); err == nil {
		t.Error("git wrote a trace")
	}
	tr.wantUntouched()
}

func TestHyphenIsNoRevision(t *testing.T) {
	g := newRepo(t)
	g.write("content/site.toml", "one")
	g.commit()
	for _, revision := range []string{"-", "--all", "--output=x", "-h"} {
		_, err := open(t, g.folder).Read(context.Background(), revision)
		if m, ok := errors.AsType[*Missing](err); !ok || m.Said != "a revision does not begin with a hyphen" {
			t.Errorf("%s: %v", revision, err)
		}
	}
}

func writeObject(r repo, kind, text string) string {
	r.t.Helper()
	name := filepath.Join(r.t.TempDir(), "object")
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		r.t.Fatal(err)
	}
	return r.git("hash-object", "-w", "-t", kind, "--literally", name)
}

// makeTree writes a tree of records as ls-tree prints them.
func makeTree(r repo, records ...string) string {
	r.t.Helper()
	var raw strings.Builder
	for _, record := range records {
		front, name, _ := strings.Cut(record, "\t")
		fields := strings.Fields(front)
		var hash []byte
		if _, err := fmt.Sscanf(fields[2], "%x", &hash); err != nil {
			r.t.Fatal(err)
		}
		raw.WriteString(strings.TrimPrefix(fields[0], "0") + " " + name + "\x00")
		raw.Write(hash)
	}
	return writeObject(r, "tree", raw.String())
}

// many makes a tree that names one object many times.
func many(r repo, mode, kind, hash string, times int) string {
	var records []string
	for i := range times {
		records = append(records, fmt.Sprintf("%s %s %s\t%04d.md", mode, kind, hash, i))
	}
	return makeTree(r, records...)
}

// TestBounds: a small repository that unfolds to a large one is refused before it
// is read.
func TestBounds(t *testing.T) {
	for _, tt := range []struct {
		name, bound string
		content     func(g repo) string
	}{
		{"a million paths", "20,000 files", func(g repo) string {
			tree := many(g, "100644", "blob", writeObject(g, "blob", "x"), 100)
			for range 3 {
				tree = many(g, "040000", "tree", tree, 100)
			}
			return tree
		}},
		{"a million empty folders", "20,000 files", func(g repo) string {
			tree := makeTree(g)
			for range 4 {
				tree = many(g, "040000", "tree", tree, 100)
			}
			return tree
		}},
		{"one file a thousand times", "64 MiB", func(g repo) string {
			return many(g, "100644", "blob", writeObject(g, "blob", strings.Repeat("x", 1<<20)), 1000)
		}},
		{"long names", "8 MiB", func(g repo) string {
			blob := writeObject(g, "blob", "x")
			var records []string
			for i := range 2500 {
				records = append(records, fmt.Sprintf("100644 blob %s\t%04d%s", blob, i, strings.Repeat("x", 4000)))
			}
			return makeTree(g, records...)
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			g := newRepo(t)
			top := makeTree(g, "040000 tree "+tt.content(g)+"\tcontent")
			commit := g.git("commit-tree", "-m", "x", top)
			r := open(t, g.folder)
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			_, err := r.Read(context.Background(), commit)
			runtime.ReadMemStats(&after)
			if big, ok := errors.AsType[*TooLarge](err); !ok || big.Revision != commit || !strings.Contains(big.Error(), tt.bound) {
				t.Errorf("%v", err)
			}
			if used := after.TotalAlloc - before.TotalAlloc; used > 64<<20 {
				t.Errorf("refusing it took %d MiB", used>>20)
			}
		})
	}
}

// TestObjectsAreReadOnce: what is read is kept once however many files it is, and
// of a file beyond the bound nothing is read.
func TestObjectsAreReadOnce(t *testing.T) {
	g := newRepo(t)
	same := many(g, "100644", "blob", writeObject(g, "blob", strings.Repeat("x", maxKept)), 30)
	huge := writeObject(g, "blob", strings.Repeat("\x00", 20<<20))
	top := makeTree(g, "040000 tree "+makeTree(g, "100644 blob "+huge+"\thuge.md", "040000 tree "+same+"\tsame")+"\tcontent")
	commit := g.git("commit-tree", "-m", "x", top)
	r := open(t, g.folder)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	v := read(t, r, commit)
	runtime.ReadMemStats(&after)
	if used := after.TotalAlloc - before.TotalAlloc; used > 16<<20 {
		t.Errorf("reading 2 MiB of text took %d MiB", used>>20)
	}
	if data, err := fs.ReadFile(v.Tree, "content/same/0029.md"); err != nil || len(data) != maxKept || data[0] != 'x' {
		t.Errorf("%d bytes, %v", len(data), err)
	}
	if info, err := fs.Stat(v.Tree, "content/huge.md"); err != nil || info.Size() != maxKept {
		t.Errorf("%v, %v", info, err)
	}
}

// TestDeepFolders: folders beyond those that content has are not followed.
func TestDeepFolders(t *testing.T) {
	g := newRepo(t)
	g.write("content/"+strings.Repeat("x/", 40)+"a.md", "text")
	g.commit()
	v := read(t, open(t, g.folder), "HEAD")
	if info, err := fs.Stat(v.Tree, "content/"+strings.TrimSuffix(strings.Repeat("x/", maxFolder+1), "/")); err != nil || !info.IsDir() {
		t.Errorf("%v, %v", info, err)
	}
	if n := len(v.Tree.(tree)); n > maxFolder+4 {
		t.Errorf("%d nodes", n)
	}
}
