package output

import (
	"bytes"
	"io"
	"os"
	"reflect"
	"testing"
	"testing/quick"
	"time"
)

func TestRecord(t *testing.T) {
	r := &record{
		Program: "p", Mark: "m", Flags: `"a" "b"`, From: time.Unix(5, 6).UTC(), Until: time.Unix(7, 0).UTC(), Read: [32]byte{1}, Wrote: [32]byte{2},
		inputs: []string{"content", "content/guides", "content/guides/x", "static"}, outputs: []string{".", "é.html", "é/index.html"}, states: []uint64{1, 2, 1 << 63, 4}, Facts: [32]byte{3}, said: []byte("said\n\x00"),
	}
	text, err := r.bytes()
	if err != nil {
		t.Fatal(err)
	}
	if got := parseRecord(text); !reflect.DeepEqual(got, r) {
		t.Fatalf("%+v\nwant %+v", got, r)
	}
	for i := range text { // no damage is believed
		hurt := bytes.Clone(text)
		hurt[i] ^= 0x11
		if parseRecord(hurt) != nil || parseRecord(text[:i]) != nil {
			t.Errorf("damage at byte %d is not found", i)
		}
	}
	if parseRecord(append(text, 'x')) != nil {
		t.Error("a longer record is believed")
	}
}

func TestNames(t *testing.T) {
	if err := quick.Check(func(names []string) bool {
		got, ok := splitNames(joinNames(names))
		return ok && (len(names) == 0 && len(got) == 0 || reflect.DeepEqual(got, names))
	}, nil); err != nil {
		t.Error(err)
	}
	if err := quick.Check(func(b []byte) bool { splitNames(b); return true }, nil); err != nil {
		t.Error(err)
	}
}

// TestPastSeesChanges: whatever is done to a file that was read or written shows,
// with its size and times as they were.
func TestPastSeesChanges(t *testing.T) {
	day := time.Date(2025, 9, 12, 0, 0, 0, 0, time.UTC)
	site := t.TempDir()
	put := func(name, text string) {
		t.Helper()
		if err := os.MkdirAll(site+"/"+name[:len(name)-len("/x")], 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(site+"/"+name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	put("content/a/x", "one")
	put("content/b/x", "two")
	build := func() {
		t.Helper()
		d, err := NewDir(site, "")
		if err != nil {
			t.Fatal(err)
		}
		p := d.Past("content", "static")
		p.Look("program", "flags", day)
		if err := d.Begin(t.Context(), Settings{}); err != nil {
			t.Fatal(err)
		}
		for _, name := range []string{"guides/a/index.html", "guides/b/index.html", "robots.txt"} {
			if err := d.Write(name, func(w io.Writer) error { _, err := io.WriteString(w, name); return err }); err != nil {
				t.Fatal(err)
			}
		}
		p.Say(day.AddDate(0, 0, 1), func(r Result) []byte { return []byte{byte(r.Files)} })
		if _, err := d.Commit(); err != nil {
			t.Fatal(err)
		}
	}
	same := func(flags string, at time.Time) bool {
		d, err := NewDir(site, "")
		if err != nil {
			t.Fatal(err)
		}
		said, ok := d.Past("content", "static").Same(flags, at)
		return ok && bytes.Equal(said, []byte{3})
	}
	rewrite := func(name string) func() error {
		return func() error {
			info, err := os.Stat(site + "/" + name)
			if err != nil {
				return err
			}
			if err := os.WriteFile(site+"/"+name, bytes.Repeat([]byte("?"), int(info.Size())), 0o666); err != nil {
				return err
			}
			return os.Chtimes(site+"/"+name, info.ModTime(), info.ModTime())
		}
	}
	move := func(name, to string) func() error {
		return func() error { return os.Rename(site+"/"+name, site+"/"+to) }
	}
	link := func(name string) func() error {
		return func() error {
			if err := move(name, "elsewhere")(); err != nil { // the very files
				return err
			}
			return os.Symlink("../elsewhere", site+"/"+name)
		}
	}
	if same("flags", day) {
		t.Fatal("there was no build yet")
	}
	build()
	if !same("flags", day) || !same("flags", day.Add(23*time.Hour)) {
		t.Fatal("nothing has changed")
	}
	if same("other", day) || same("flags", day.AddDate(0, 0, 1)) || same("flags", day.Add(-time.Second)) {
		t.Error("other flags or another day are not seen")
	}
	for what, change := range map[string]func() error{
		"a file that was read":         rewrite("content/a/x"),
		"a file that was read is gone": func() error { return os.Remove(site + "/content/a/x") },
		"a new file":                   func() error { return os.WriteFile(site+"/content/y", nil, 0o666) },
		"a new folder":                 func() error { return os.Mkdir(site+"/static", 0o777) },
		"a file that moved":            move("content/b/x", "content/b/y"),
		"a link in place of a folder":  link("content/b"),
		"a page":                       rewrite("public/guides/a/index.html"),
		"a page that is gone":          func() error { return os.Remove(site + "/public/guides/b/index.html") },
		"a link in place of pages":     link("public/guides"),
		"a foreign file":               func() error { return os.WriteFile(site+"/public/guides/y", nil, 0o666) },
		"the list of what is ours":     rewrite(".shortlist/manifest"),
		"the list of keys is new":      func() error { return os.WriteFile(site+"/.shortlist/keys", nil, 0o666) },
		"what a killed build left":     func() error { return os.Mkdir(site+"/.shortlist/stage", 0o777) },
		"the record itself":            rewrite(".shortlist/past"),
	} {
		if err := os.RemoveAll(site); err != nil {
			t.Fatal(err)
		}
		put("content/a/x", "one")
		put("content/b/x", "two")
		build()
		if !same("flags", day) {
			t.Fatalf("before: %s", what)
		}
		if err := change(); err != nil {
			t.Fatal(err)
		}
		if same("flags", day) {
			t.Errorf("not seen: %s", what)
		}
	}
}

// TestPastOfWhatChangesMeanwhile: what changes after it was looked at is not taken
// for what was read.
func TestPastOfWhatChangesMeanwhile(t *testing.T) {
	day, site := time.Date(2025, 9, 12, 0, 0, 0, 0, time.UTC), t.TempDir()
	if err := os.Mkdir(site+"/content", 0o777); err != nil {
		t.Fatal(err)
	}
	d, err := NewDir(site, "")
	if err != nil {
		t.Fatal(err)
	}
	p := d.Past("content")
	p.Look("program", "flags", day)
	if err := os.WriteFile(site+"/content/late", nil, 0o666); err != nil {
		t.Fatal(err)
	}
	if err := d.Begin(t.Context(), Settings{}); err != nil {
		t.Fatal(err)
	}
	p.Say(day.AddDate(0, 0, 1), func(Result) []byte { return nil })
	if _, err := d.Commit(); err != nil {
		t.Fatal(err)
	}
	if d, err = NewDir(site, ""); err != nil {
		t.Fatal(err)
	}
	if _, ok := d.Past("content").Same("flags", day); ok {
		t.Error("a file that came after the look is not seen")
	}
}
