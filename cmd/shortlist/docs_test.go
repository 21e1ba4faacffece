package main

import (
	"io"
	"os"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"shortlist/internal/content"
)

var docs = []string{"../../README.md", "../../content/README.md", "../../.github/CONTRIBUTING.md"}

// TestDocumentedFiles finds each file and folder of the source that the
// documents name.
func TestDocumentedFiles(t *testing.T) {
	path := regexp.MustCompile("`((?:internal|cmd|templates|static|\\.ci|\\.github)/[A-Za-z0-9._/~-]*)`")
	for _, file := range docs {
		for _, m := range path.FindAllStringSubmatch(readDoc(t, file), -1) {
			name := strings.TrimSuffix(m[1], "/...")
			if _, err := os.Stat("../../" + name); err != nil && name != ".ci/screenshots" { // made by make test
				t.Errorf("%s speaks of %s: %v", file, m[1], err)
			}
		}
	}
}

// TestDocumentedCommands finds each command line of the documents among the
// verbs, with its flags, and each verb in the README.
func TestDocumentedCommands(t *testing.T) {
	root := newRoot(&tui{out: io.Discard, err: io.Discard})
	line := regexp.MustCompile("`(?:go run \\./cmd/)?shortlist ([^`]+)`|(?m)^go run \\./cmd/shortlist (.+)$")
	documented := map[string]bool{}
	for _, file := range docs {
		for _, m := range line.FindAllStringSubmatch(readDoc(t, file), -1) {
			words, _, _ := strings.Cut(m[1]+m[2], "#")
			args := strings.Fields(words)
			if args[0] == "help" {
				args = args[1:]
			}
			cmd, _, err := root.Find(args)
			if err != nil || cmd == root {
				t.Errorf("%s: there is no command for `shortlist %s`", file, words)
				continue
			}
			for c := cmd; c != root; c = c.Parent() {
				documented[c.Name()] = true
			}
			for _, arg := range args {
				name, _, _ := strings.Cut(strings.TrimPrefix(arg, "--"), "=")
				if strings.HasPrefix(arg, "--") && cmd.Flag(name) == nil {
					t.Errorf("%s: `shortlist %s` has no flag --%s", file, cmd.Name(), name)
				}
			}
		}
	}
	for _, cmd := range root.Commands() {
		if cmd.Name() != "help" && !documented[cmd.Name()] {
			t.Errorf("no README speaks of `shortlist %s`", cmd.Name())
		}
	}
}

// TestDocumentedContent makes a site of the examples in content/README.md, as
// somebody does who copies them, and finds nothing wrong with it.
func TestDocumentedContent(t *testing.T) {
	doc := readDoc(t, "../../content/README.md")
	example := func(start string) string {
		_, rest, ok := strings.Cut(doc, "\n"+start)
		if !ok {
			t.Fatalf("content/README.md has no example that begins with %q", start)
		}
		text, _, _ := strings.Cut(rest, "\n```")
		return strings.ReplaceAll(start+text+"\n", `"..."`, `"So."`)
	}
	files := fstest.MapFS{}
	put := func(name, text string) { files["content/"+name] = &fstest.MapFile{Data: []byte(text)} }
	put("site.toml", readDoc(t, "../../content/site.toml")+"\n"+example("[[facts]]")+"\n"+example("[labels]"))
	put("relationships.toml", example("[[relationships]]"))
	put("authors/token-metrics-team.md", example("+++\nname = \"Token Metrics Team\""))

	provider, entry := example("+++\nname = \"Evertas\""), example("+++\naward = ")
	source := strings.ReplaceAll(example("[[sources]]"), "insurance", "digital-assets")
	munich := strings.NewReplacer(`"Evertas"`, `"Munich Re"`, "evertas", "munichre").Replace
	put("providers/evertas.md", strings.Replace(provider, "+++\nA", example("[facts]")+"+++\nA", 1))
	ended := strings.ReplaceAll(example("[[sources]]"), "insurance", "statement")
	marsh := strings.NewReplacer("Evertas", "Marsh", "evertas", "marsh").Replace
	put("providers/marsh.md", marsh(strings.Replace(provider, "+++\nA", example(`status = "acquired"`)+ended+"+++\nA", 1)))
	put("providers/relm.md", strings.NewReplacer("Evertas", "Relm", "evertas", "relm").Replace(provider))
	put("providers/aon.md", strings.NewReplacer("Evertas", "Aon", "evertas", "aon").Replace(provider))
	put("providers/munich-re.md", munich(strings.Replace(provider, "+++\nA", source+"+++\nA", 1)))

	// The criteria that the examples only name share what is left of the weight.
	guide := "+++\n" + example(`title = "Best Custody Insurance Providers"`) + example("[[criteria]]\nid = \"scale\"")
	for _, c := range [][2]string{{"security", "25"}, {"coverage", "10"}, {"costs", "10"}, {"ux", "10"}} {
		guide += strings.NewReplacer("ID", c[0], "WEIGHT", c[1]).Replace(`
[[criteria]]
id = "ID"
name = "ID"
weight = WEIGHT
about = "It."
rubric = [[10, "All"], [1, "None"]]
`)
	}
	guide = strings.Replace(guide, "weight = 30\n", "weight = 20\n", 1)
	guide += strings.Replace(example("[[criteria]]\nid = \"price\""), "weight = 35", "weight = 10", 1)
	guide += example("[[criteria]]\nid = \"fee\"") + example("[[attributes]]") + example("[[lenses]]") + example("[[diagrams]]") + "+++\n" +
		example("## Why custody insurance matters") + "\n" + example("::chart lollipop")
	guide += "\n" + example("![A street after sunset]") + "\n" + example("::video[How we tried them") + "\n" + example(":::note[Who is covered]")
	put("guides/custody-insurance/guide.md", strings.Replace(guide, `"institutional-custody", `, "", 1))
	put("guides/custody-insurance/entries/evertas.md", strings.Replace(entry, "[[sources]]", example("[[prices]]")+"\n[[sources]]", 1))
	put("guides/custody-insurance/entries/munich-re.md", munich(strings.Replace(entry, `, { provider = "munich-re", for = "staking" }`, "", 1)))
	left := strings.NewReplacer("evertas", "relm").Replace(entry)
	put("guides/custody-insurance/entries/relm.md", strings.Replace(left, "role =", example(`status = "withdrawn"`)+"role =", 1))
	judged := strings.NewReplacer("evertas", "aon", `id = "prices"`, `id = "register"`, "@prices", "@register").Replace(entry)
	_, judged, _ = strings.Cut(judged, "\nrole =") // it needs no award
	put("guides/custody-insurance/entries/aon.md", "+++\n"+example(`verdict = "not-recommended"`)+"role ="+judged)

	lib, problems := content.Load(files, content.Options{Now: time.Date(2026, 6, 1, 0, 0, 0, 0, time.UTC)})
	for _, p := range visible(problems, false) {
		t.Errorf("%s:%d: %s (%s)\n%s", p.Span.File, p.Span.Line, p.Message, p.Rule.Name, p.Span.Text)
	}
	if lib != nil && (len(lib.Guides) != 1 || len(lib.Guides[0].Entries) != 2 || len(lib.Guides[0].Apart) != 2) {
		t.Errorf("%d guides", len(lib.Guides))
	}
}

func readDoc(t *testing.T, file string) string {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
