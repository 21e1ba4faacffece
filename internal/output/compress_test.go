package output

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/andybalholm/brotli"
)

// publishCompressed makes a whole build of a site that asks for compression.
func publishCompressed(t testing.TB, site, out string, all files) Result {
	t.Helper()
	d, err := NewDir(site, out)
	if err != nil {
		t.Fatal(err)
	}
	if err := d.Begin(context.Background(), Settings{Compress: true}); err != nil {
		t.Fatal(err)
	}
	for _, name := range slices.Sorted(maps.Keys(all)) {
		if err := d.Write(name, text(all[name])); err != nil {
			t.Fatal(err)
		}
	}
	r, err := d.Commit()
	if err != nil {
		t.Fatal(err)
	}
	for _, paths := range [][]string{r.Written, r.Removed, r.Repaired, r.Foreign} {
		for i := range paths {
			paths[i] = strings.TrimPrefix(paths[i], filepath.ToSlash(out)+"/")
		}
	}
	return r
}

// prose is text that compresses as text does; another n gives other text.
func prose(n, size int) string {
	var b strings.Builder
	for i := 0; b.Len() < size; i++ {
		fmt.Fprintf(&b, "<p>Provider %d of %d keeps %x keys.</p>\n", i, n, i*i*7919+n)
	}
	return b.String()[:size]
}

// noise is text that hardly compresses.
func noise(size int) string {
	b, state := make([]byte, size), uint64(88172645463325252)
	for i := range b {
		state ^= state << 13
		state ^= state >> 7
		state ^= state << 17
		b[i] = byte(state >> 32)
	}
	return string(b)
}

func unpack(t testing.TB, name, packed string) string {
	t.Helper()
	var r io.Reader = brotli.NewReader(strings.NewReader(packed))
	if strings.HasSuffix(name, ".gz") {
		z, err := gzip.NewReader(strings.NewReader(packed))
		if err != nil {
			t.Fatal(err)
		}
		if !z.ModTime.IsZero() || z.Name != "" || z.OS != 255 {
			t.Errorf("%s has a header with %v, %q, %d", name, z.ModTime, z.Name, z.OS)
		}
		r = z
	}
	whole, err := io.ReadAll(r)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return string(whole)
}

func names(all files) []string { return slices.Sorted(maps.Keys(all)) }

func TestForms(t *testing.T) {
	site, out := site(t)
	all := files{
		"index.html": prose(1, 9000), "assets/s.css": prose(2, 5000), "g/ranking.json": prose(3, 4000), "g/index.md": prose(4, 3000),
		"small.html": prose(5, 1024), "noise.txt": noise(40_000), "card.png": prose(6, 9000), "_headers": prose(7, 9000),
	}
	r := publishCompressed(t, site, out, all)
	got := read(t, out)
	var forms []string
	size := int64(0)
	for _, name := range names(got) {
		whole, isFile := all[name]
		if isFile {
			want(t, name, got[name], whole)
			continue
		}
		forms = append(forms, name)
		size += int64(len(got[name]))
		want(t, name, unpack(t, name, got[name]), all[Unpacked(name)])
	}
	want(t, "forms", forms, []string{
		"assets/s.css.br", "assets/s.css.gz", "g/index.md.br", "g/index.md.gz",
		"g/ranking.json.br", "g/ranking.json.gz", "index.html.br", "index.html.gz",
	})
	plain := int64(0)
	for _, content := range all {
		plain += int64(len(content))
	}
	want(t, "result", r, Result{Files: 8, Bytes: plain, Compressed: 8, CompressedBytes: size, Written: names(all)})
}

func TestWorthwhile(t *testing.T) {
	for _, tt := range []struct {
		whole, packed int64
		want          bool
	}{
		{2000, 977, false}, {2000, 976, true}, // 1 KiB
		{100_000, 95_001, false}, {100_000, 95_000, true}, // 5 %
		{20_480, 19_456, true}, {20_481, 19_457, false}, // both at once
		{1024, 0, true}, {1023, 0, false}, {5000, 5001, false},
	} {
		if got := worthwhile(tt.whole, tt.packed); got != tt.want {
			t.Errorf("from %d to %d bytes: %v", tt.whole, tt.packed, got)
		}
	}
}

// TestFormsOfPagesArePages has them come after what they need.
func TestFormsOfPagesArePages(t *testing.T) {
	for name, page := range map[string]bool{
		"index.html": true, "x/index.html.br": true, "x/index.html.gz": true, "s.css": false, "s.css.br": false, "html": false, "a.gz": false,
	} {
		if isPage(name) != page {
			t.Errorf("isPage(%q) = %v", name, !page)
		}
	}
}

// TestManyWriters packs many files at once with encoders that are used again,
// and expects the bytes that new encoders give.
func TestManyWriters(t *testing.T) {
	site, out := site(t)
	d, err := NewDir(site, out)
	if err != nil {
		t.Fatal(err)
	}
	if err := d.Begin(t.Context(), Settings{Compress: true}); err != nil {
		t.Fatal(err)
	}
	const count = 60
	var group sync.WaitGroup
	for i := range count {
		group.Go(func() {
			if err := d.Write(fmt.Sprintf("%02d.html", i), text(prose(i, 2500+200*i))); err != nil {
				t.Error(err)
			}
		})
	}
	group.Wait()
	if _, err := d.Commit(); err != nil {
		t.Fatal(err)
	}
	got := read(t, out)
	for i := range count {
		for _, e := range encodings {
			var fresh bytes.Buffer
			w := e.make()
			w.Reset(&fresh)
			if _, err := io.WriteString(w, prose(i, 2500+200*i)); err != nil {
				t.Fatal(err)
			}
			if err := w.Close(); err != nil {
				t.Fatal(err)
			}
			if name := fmt.Sprintf("%02d.html%s", i, e.ending); got[name] != fresh.String() {
				t.Errorf("%s differs from what a new encoder makes", name)
			}
		}
	}
}

func BenchmarkPack(b *testing.B) {
	page := []byte(prose(1, 48_000))
	for i := range encodings {
		e := &encodings[i]
		b.Run(e.ending, func(b *testing.B) {
			var packed bytes.Buffer
			b.SetBytes(int64(len(page)))
			for b.Loop() {
				packed.Reset()
				if err := e.pack(&packed, bytes.NewReader(page)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
