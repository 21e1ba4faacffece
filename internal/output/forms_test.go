package output

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/andybalholm/brotli"
)

// TestFormsFollowTheirFiles follows a file: unchanged,
// changed, too small, gone; and a site that asks for forms no more.
func TestFormsFollowTheirFiles(t *testing.T) {
	site, out := site(t)
	all := files{"a.html": prose(1, 5000), "b.html": prose(2, 5000), "c.html": prose(3, 5000), "d.html": prose(4, 5000)}
	publishCompressed(t, site, out, all)
	before := read(t, out)

	r := publishCompressed(t, site, out, all)
	want(t, "folder", read(t, out), before)
	if r.Compressed != 8 || r.Unchanged != 4 || len(r.Written)+len(r.Removed) != 0 {
		t.Errorf("nothing changed: %+v", r)
	}

	all["b.html"], all["c.html"] = prose(5, 6000), "short"
	delete(all, "d.html")
	r = publishCompressed(t, site, out, all)
	after := read(t, out)
	want(t, "files", names(after), []string{"a.html", "a.html.br", "a.html.gz", "b.html", "b.html.br", "b.html.gz", "c.html"})
	for _, form := range []string{"b.html.br", "b.html.gz"} {
		want(t, form, unpack(t, form, after[form]), all["b.html"])
	}
	want(t, "a.html.br", after["a.html.br"], before["a.html.br"])
	want(t, "written", r.Written, []string{"b.html", "c.html"})
	want(t, "removed", r.Removed, []string{"c.html.br", "c.html.gz", "d.html"})
	if r.Files != 3 || r.Compressed != 4 || r.Unchanged != 1 {
		t.Errorf("result: %+v", r)
	}

	r = publish(t, site, out, all)
	want(t, "folder without forms", read(t, out), all)
	want(t, "removed", r.Removed, []string{"a.html.br", "a.html.gz", "b.html.br", "b.html.gz"})

	r = publishCompressed(t, site, out, all)
	want(t, "folder with forms again", read(t, out), after)
	want(t, "written", r.Written, []string{"a.html.br", "a.html.gz", "b.html.br", "b.html.gz"})
	if r.Unchanged != 3 {
		t.Errorf("result: %+v", r)
	}
}

// TestUnchangedFormsAreNotMadeAgain puts other bytes with the same meaning in
// the place of a form, and into the manifest: only a file that changes brings
// the encoder's own bytes back.
func TestUnchangedFormsAreNotMadeAgain(t *testing.T) {
	site, out := site(t)
	all := files{"a.html": prose(1, 5000), "b.html": prose(2, 5000)}
	publishCompressed(t, site, out, all)
	quick := new(bytes.Buffer)
	w := brotli.NewWriterLevel(quick, 1)
	if _, err := io.WriteString(w, all["a.html"]); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	put(t, out, "a.html.br", quick.String())
	m := listed(t, site)
	m["a.html.br"] = []stamp{stampOf(quick.Bytes())}
	put(t, site, state+"/manifest", string(m.Bytes()))
	publishCompressed(t, site, out, all)
	if read(t, out)["a.html.br"] != quick.String() {
		t.Error("the form of a file that did not change was made again")
	}
}

// TestBrokenFormIsRepaired has somebody change and delete forms without the
// program, and a commit be killed.
func TestBrokenFormIsRepaired(t *testing.T) {
	site, out := site(t)
	all := files{"a.html": prose(1, 5000), "b.html": prose(2, 5000)}
	publishCompressed(t, site, out, all)
	good := read(t, out)

	put(t, out, "a.html.br", "mine")
	if err := os.Remove(filepath.Join(out, "b.html.gz")); err != nil {
		t.Fatal(err)
	}
	r := publishCompressed(t, site, out, all)
	want(t, "folder", read(t, out), good)
	want(t, "repaired", r.Repaired, []string{"a.html.br"})

	// A killed commit: the manifest has two stamps of a form, and the one
	// on the disk is that of another file.
	m := listed(t, site)
	put(t, out, "a.html.gz", good["b.html.gz"])
	m["a.html.gz"] = append(m["a.html.gz"], stampOf([]byte(good["b.html.gz"])))
	put(t, site, state+"/manifest", string(m.Bytes()))
	publishCompressed(t, site, out, all)
	want(t, "folder after a killed commit", read(t, out), good)
}

// TestFilesComeBeforeForms has files of the site stand where forms would go.
func TestFilesComeBeforeForms(t *testing.T) {
	for _, turn := range []struct {
		name string
		sort func([]string)
	}{{"forms first", slices.Sort[[]string]}, {"forms last", func(s []string) { slices.Sort(s); slices.Reverse(s) }}} {
		t.Run(turn.name, func(t *testing.T) {
			site, out := site(t)
			all := files{"map.svg": prose(1, 5000), "map.svg.gz": "the author's own", "data.csv": prose(2, 5000), "data.csv.br/index.html": "a page"}
			d, err := NewDir(site, out)
			if err != nil {
				t.Fatal(err)
			}
			if err := d.Begin(t.Context(), Settings{Compress: true}); err != nil {
				t.Fatal(err)
			}
			order := names(all)
			turn.sort(order)
			for _, name := range order {
				if err := d.Write(name, text(all[name])); err != nil {
					t.Fatal(err)
				}
			}
			r, err := d.Commit()
			if err != nil || len(r.Blocked) > 0 || r.Files != 4 || r.Compressed != 2 {
				t.Fatalf("Commit() = %+v, %v", r, err)
			}
			got := read(t, out)
			want(t, "forms", names(got), []string{"data.csv", "data.csv.br/index.html", "data.csv.gz", "map.svg", "map.svg.br", "map.svg.gz"})
			want(t, "the author's own", got["map.svg.gz"], all["map.svg.gz"])
		})
	}
}
