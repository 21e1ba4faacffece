package content

import (
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

// TestMeanings holds what people are told of the keys to the keys that there are.
func TestMeanings(t *testing.T) {
	used := map[string]bool{}
	for _, kind := range Kinds {
		keys := Schema(kind)
		if len(keys) == 0 {
			t.Errorf("%s has no keys", kind)
		}
		eachKey("", keys, func(path string, k *Key) {
			for _, of := range []string{kind, "*"} {
				if _, ok := meanings[of+" "+path]; ok {
					used[of+" "+path] = true
					break
				}
			}
			if k.Meaning == "" {
				t.Errorf("meanings.go says nothing of `%s` in a %s file", path, kind)
			}
			if path != "scores.criterion" && (k.Example == "") != (len(k.Keys) > 0 || k.Name == "extra" || k.Name == "accept" || k.Name == "facts") {
				t.Errorf("%s %s: example %q, and %d keys in it", kind, path, k.Example, len(k.Keys))
			}
		})
	}
	for name := range meanings {
		if !used[name] {
			t.Errorf("meanings.go explains `%s`, which nothing reads", name)
		}
	}
}

func eachKey(above string, keys []*Key, do func(string, *Key)) {
	for _, k := range keys {
		do(above+k.Name, k)
		eachKey(above+k.Name+".", k.Keys, do)
	}
}

// TestSchemaKnowsWhatIsRead writes every key of every schema and finds none of them
// unknown, and then another, which is.
func TestSchemaKnowsWhatIsRead(t *testing.T) {
	for kind, name := range map[string]string{
		"guide": "guides/x/guide.md", "provider": "providers/x.md", "entry": "guides/x/entries/x.md", "article": "articles/x.md",
		"author": "authors/x.md", "page": "pages/x.md", "site": "site.toml",
	} {
		for _, k := range append(Schema(kind), &Key{Name: "nobody-asks", Example: "1"}) {
			if len(k.Keys) > 0 || k.Example == "" {
				continue
			}
			text := k.Name + " = " + k.Example + "\n"
			if kind != "site" {
				text = "+++\n" + text + "+++\nText.\n"
			}
			_, problems := Load(fstest.MapFS{"content/" + name: {Data: []byte(text)}}, Options{Now: time.Date(2026, 6, 1, 0, 0, 0, 0, time.UTC)})
			unknown := ""
			for _, p := range problems {
				if p.Rule == unknownKey && strings.Contains(p.Message, "`"+k.Name+"`") {
					unknown = p.Message
				}
				if p.Rule == wrongType {
					t.Errorf("%s: the example of `%s` has the wrong type: %s", kind, k.Name, p.Message)
				}
			}
			if (unknown != "") != (k.Name == "nobody-asks") {
				t.Errorf("%s: `%s`: %q", kind, k.Name, unknown)
			}
		}
	}
}
