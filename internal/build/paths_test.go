package build

import (
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"shortlist/internal/diag"
	"shortlist/internal/guide"
	"shortlist/internal/output"
	"shortlist/internal/site"
)

func TestUnpublishable(t *testing.T) {
	page := func(path, source string) site.Page {
		return site.Page{Path: path, Source: guide.Origin{File: source, Line: 1, Column: 1}}
	}
	for _, test := range []struct {
		name  string
		pages []site.Page
		want  []string
	}{
		{"nothing wrong", []site.Page{page("/", "a"), page("/guides/", "b"), page("/guides/x/", "c"), page("/guides.txt", "d")}, nil},
		{"a device", []site.Page{page("/con/", "content/pages/con.md")},
			[]string{"content/pages/con.md: `con/index.html` cannot be published: `con` is the name of a device on Windows (output-path)"}},
		{"out of the folder", []site.Page{page("/../x/", "content/pages/x.md")},
			[]string{"content/pages/x.md: `../x/index.html` cannot be published: a path is relative, valid UTF-8, and has no empty, `.` or `..` segment (output-path)"}},
		{"letter case, which the site reports", []site.Page{page("/a.txt", "a"), page("/A.txt", "b")}, nil},
		{"Unicode forms", []site.Page{page("/caf\u00e9.png", "static/1"), page("/cafe\u0301.png", "static/2")},
			[]string{"static/2: `cafe\u0301.png` differs from a path that `static/1` takes only in its Unicode form (output-path)"}},
		{"a file and a folder", []site.Page{page("/guides/x/", "content/x"), page("/Guides", "static/Guides"), page("/guides/y/", "content/y")},
			[]string{"static/Guides: `Guides` is a file, and `content/x` needs a folder of that name (output-path)"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, messages(unpublishable(test.pages))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestStaticFileThatTakesAFolder goes all the way through Run.
func TestStaticFileThatTakesAFolder(t *testing.T) {
	tree := generate(1)
	tree["static/guides"] = &fstest.MapFile{Data: []byte("a file")}
	r, _ := run(t, tree, nil)
	want := []string{"static/guides: `guides` is a file, and `content/site.toml` needs a folder of that name (output-path)"}
	if diff := cmp.Diff(want, messages(r.Problems)); diff != "" {
		t.Error(diff)
	}
}

func TestStanding(t *testing.T) {
	got := standing([]output.Blocked{{Path: "public/index.html", Reason: "a symbolic link, and a file must go there"}})
	want := []string{"public/index.html: a symbolic link, and a file must go there (output-foreign)"}
	if diff := cmp.Diff(want, messages(got)); diff != "" {
		t.Error(diff)
	}
	if got.Count(diag.Error) != 1 || got[0].Hint == "" {
		t.Errorf("problem: %+v", got[0])
	}
}
