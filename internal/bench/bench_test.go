package bench

import (
	"flag"
	"os"
	"path/filepath"
	"testing"
)

var (
	writeTo = flag.String("write", "", "write a publication of -guides into this `folder`, and do no more")
	guides  = flag.Int("guides", 0, "how many guides, instead of a fifth of -pages")
	entries = flag.Int("entries", 0, "of each guide that -write writes, instead of ten")
	pages   = flag.Int("pages", 1000, "the size of the publication, in pages as Hugo counts them")
)

// into writes files below a folder.
func into(t testing.TB, folder string) Put {
	return func(name, text string) {
		t.Helper()
		file := filepath.Join(folder, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func TestWrite(t *testing.T) {
	if *writeTo == "" {
		t.Skip("writes a publication for whoever wants to look at one: -write FOLDER")
	}
	p := Sized(*pages)
	if *guides > 0 {
		p = Sized(5 * *guides)
	}
	if *entries > 0 {
		p.Entries, p.Providers = *entries, max(p.Providers, 2**entries)
	}
	p.Shortlist(into(t, *writeTo), false)
}
