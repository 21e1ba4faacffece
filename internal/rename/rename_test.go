package rename

import (
	"errors"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

// site is files that are named by their kind and slug.
func site(files ...string) fstest.MapFS {
	out := fstest.MapFS{"content/site.toml": {Data: []byte("base_url = \"https://site.example/sub/\"\n")}}
	for i := 0; i < len(files); i += 2 {
		out["content/"+files[i]] = &fstest.MapFile{Data: []byte(files[i+1])}
	}
	return out
}

const guide = "guides/g/guide.md"

func TestPlan(t *testing.T) {
	for _, tt := range []struct {
		name   string
		change Change
		file   string // of which the text is given
		before string
		after  string
	}{
		{"a mark at the start and ends of lines of two bytes", Change{Provider, "", "hex", "hexa", ""}, "providers/hex.md",
			"\ufeff+++\r\nname = \"Hëx\" # as they write it\r\n+++\r\nText.\r\n",
			"\ufeff+++\r\nname = \"Hëx\" # as they write it\r\nformerly = [\"hex\"]\r\n+++\r\nText.\r\n"},
		{"a name with a quote", Change{Provider, "", "hex", "hexa", `"Hexa" \ Co`}, "providers/hex.md",
			"+++\nname = 'The \"Hex\"'\n+++\n", "+++\nname = \"\\\"Hexa\\\" \\\\ Co\"\nformerly = [{ slug = \"hex\", name = \"The \\\"Hex\\\"\" }]\n+++\n"},
		{"a name that it has back", Change{Provider, "", "hex", "hexa", ""}, "providers/hex.md",
			"+++\nname = \"Hex\"\nformerly = [\"hexa\"]\n+++\n", "+++\nname = \"Hex\"\nformerly = [\"hex\"]\n+++\n"},
		{"another slug that begins alike", Change{Provider, "", "hex", "hexa", ""}, guide,
			"+++\ntitle = \"hex\"\n+++\nhex [a](/providers/hex-trust/) [b](#hex-trust-fees) [c](#hex-fees) [d](/providers/hex/#source-hex-x) [@hex/x; @hex-trust/hex].\n",
			"+++\ntitle = \"hex\"\n+++\nhex [a](/providers/hex-trust/) [b](#hex-trust-fees) [c](#hexa-fees) [d](/providers/hexa/#source-hexa-x) [@hexa/x; @hex-trust/hex].\n"},
		{"code and addresses elsewhere", Change{Provider, "", "hex", "hexa", ""}, guide,
			"+++\ncta = { url = \"https://site.example/sub/providers/hex/\" }\n+++\n`[@hex/x]` [a](https://other.example/providers/hex/)\n",
			"+++\ncta = { url = \"https://site.example/sub/providers/hexa/\" }\n+++\n`[@hex/x]` [a](https://other.example/providers/hex/)\n"},
		{"a citation in a line of prose, behind an escape", Change{Provider, "", "hex", "hexa", ""}, guide,
			"+++\ndescription = \"\\u00e9 said [@hex/x].\"\n+++\n", "+++\ndescription = \"\\u00e9 said [@hexa/x].\"\n+++\n"},
		{"a pair that is pinned", Change{Provider, "", "hex", "hexa", ""}, guide,
			"+++\ncompare = [[\"abc\", \"hex\"]]\n+++\n[a](/guides/g/compare/abc-vs-hex/)\n", "+++\ncompare = [[\"abc\", \"hexa\"]]\n+++\n[a](/guides/g/compare/abc-vs-hexa/)\n"},
		{"a lens", Change{Lens, "g", "light", "lighter", "Lighter"}, guide,
			"+++\n[[lenses]]\nid = \"light\"   # an id\nname = \"Light\"\n+++\n[a](/guides/g/lens/light/) [b](/guides/h/lens/light/)\n",
			"+++\n[[lenses]]\nid = \"lighter\"   # an id\nname = \"Lighter\"\nformerly = [{ slug = \"light\", name = \"Light\" }]\n+++\n[a](/guides/g/lens/lighter/) [b](/guides/h/lens/light/)\n"},
		{"a use case in braces", Change{UseCase, "g", "a", "b", ""}, guide,
			"+++\nuse_cases = [{ id = \"a\", name = \"A\" }]\n+++\n[a](/guides/g/for/a/)\n", "+++\nuse_cases = [{ id = \"b\", formerly = [\"a\"], name = \"A\" }]\n+++\n[a](/guides/g/for/b/)\n"},
		{"a source of a provider, in an entry", Change{Source, "content/providers/hex.md", "x", "y", ""}, "guides/g/entries/hex.md",
			"+++\nfees = \"5 [@x]\"\n[scores]\na = { score = 1, sources = [\"x\"] }\n+++\n", "+++\nfees = \"5 [@y]\"\n[scores]\na = { score = 1, sources = [\"y\"] }\n+++\n"},
		{"a source of a provider, in an entry with one of that id", Change{Source, "content/providers/hex.md", "x", "y", ""}, "guides/g/entries/hex.md",
			"+++\nfees = \"5 [@x]\"\n[[sources]]\nid = \"x\"\n+++\n", "+++\nfees = \"5 [@x]\"\n[[sources]]\nid = \"x\"\n+++\n"},
		{"a source of a provider, in the guide", Change{Source, "content/providers/hex.md", "x", "y", ""}, guide,
			"+++\n+++\n[@hex/x] [@x] [a](#source-hex-x)\n", "+++\n+++\n[@hex/y] [@x] [a](#source-hex-y)\n"},
		{"whom a correction concerns, and who says so", Change{Provider, "", "hex", "hexa", ""}, guide,
			"+++\n[[corrections]]\nconcerns = [\"hex\", \"hex-trust\"]\nsource = \"hex/x\"\n+++\n", "+++\n[[corrections]]\nconcerns = [\"hexa\", \"hex-trust\"]\nsource = \"hexa/x\"\n+++\n"},
		{"a source of a provider, by which the guide is corrected", Change{Source, "content/providers/hex.md", "x", "y", ""}, guide,
			"+++\n[[corrections]]\nsource = \"hex/x\"\n[[corrections]]\nsource = \"x\"\n+++\n", "+++\n[[corrections]]\nsource = \"hex/y\"\n[[corrections]]\nsource = \"x\"\n+++\n"},
		{"a lens that a chart shows", Change{Lens, "g", "light", "lighter", ""}, guide,
			"+++\nlenses = [{ id = \"light\", name = \"Light\" }]\n+++\nText.\n\n::chart slope light  \n", "+++\nlenses = [{ id = \"lighter\", formerly = [\"light\"], name = \"Light\" }]\n+++\nText.\n\n::chart slope lighter  \n"},
		{"an article that shares its slug with a guide", Change{Article, "", "g", "h", ""}, guide,
			"+++\nrelated = [\"g\"]\n+++\n[a](/articles/g/#x) [b](/guides/g/)\n", "+++\nrelated = [\"g\"]\n+++\n[a](/articles/h/#x) [b](/guides/g/)\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			files := site("providers/hex.md", "+++\nname = \"Hex\"\n[[sources]]\nid = \"x\"\n+++\n", "providers/hex-trust.md", "+++\nname = \"Hex Trust\"\n+++\n",
				"guides/g/entries/hex.md", "+++\n+++\n", "articles/g.md", "+++\ntitle = \"G\"\n+++\n", guide, "+++\n+++\n", tt.file, tt.before)
			edits, err := Plan(files, tt.change)
			if err != nil {
				t.Fatal(err)
			}
			after := edits.Tree(files)
			plan := &plan{Change: tt.change}
			got, err := fs.ReadFile(after, plan.moved("content/"+tt.file))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.after, string(got)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestTree looks at a site through a renaming of a folder and of files.
func TestTree(t *testing.T) {
	files := site("guides/g/guide.md", "+++\ntitle = \"G\"\n+++\n", "guides/g/entries/a.md", "+++\n+++\n", "guides/g/README.md", "for people", "guides/h/guide.md", "+++\nrelated = [\"g\"]\n+++\n")
	edits, err := Plan(files, Change{Kind: Guide, Old: "g", New: "z"})
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	err = fs.WalkDir(edits.Tree(files), "content", func(name string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			names = append(names, name)
		}
		return err
	})
	want := "content/guides/h/guide.md content/guides/z/README.md content/guides/z/entries/a.md content/guides/z/guide.md content/site.toml"
	if got := strings.Join(names, " "); err != nil || got != want {
		t.Errorf("%v\n%s\nwant\n%s", err, got, want)
	}
	if _, err := fs.Stat(edits.Tree(files), "content/guides/g"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the old folder: %v", err)
	}
	if text, _ := fs.ReadFile(edits.Tree(files), "content/guides/h/guide.md"); !strings.Contains(string(text), `["z"]`) {
		t.Errorf("%s", text)
	}
}
