package build

import (
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"shortlist/internal/manifest"
	"shortlist/internal/output"
)

// compressed is a generated site that asks for compressed forms.
func compressed(guides int) fstest.MapFS {
	tree := generate(guides)
	site := tree["content/site.toml"]
	site.Data = []byte("compress = true\n" + string(site.Data))
	return tree
}

// write builds into a folder.
func write(t testing.TB, tree fstest.MapFS, folder string) Report {
	t.Helper()
	sink, err := output.NewDir(folder, filepath.Join(folder, "public"))
	if err != nil {
		t.Fatal(err)
	}
	r, err := Run(t.Context(), Options{Site: tree, Now: september, Sink: sink})
	if err != nil || !r.Published {
		t.Fatalf("Run() = %v, %q", err, messages(r.Problems))
	}
	return r
}

// TestCompress has the publication's wish reach the sink.
func TestCompress(t *testing.T) {
	folder := t.TempDir()
	if r := write(t, generate(2), folder); r.Compressed != 0 {
		t.Errorf("nobody asked for %d compressed forms", r.Compressed)
	}
	r := write(t, compressed(2), folder)
	if r.Compressed < r.Pages || r.CompressedBytes == 0 || r.CompressedBytes > r.Bytes || r.Unchanged != r.Files-1 {
		t.Errorf("report: %+v", r.Result)
	}
	for _, name := range r.Written {
		if !strings.HasSuffix(name, ".br") && !strings.HasSuffix(name, ".gz") && !strings.HasSuffix(name, manifest.Name) { // which lists the forms
			t.Errorf("%s was written again", name)
		}
	}
}

// BenchmarkWrite1000 builds a site of 1,000 guides into a folder: for the first
// time, and when nothing has changed.
func BenchmarkWrite1000(b *testing.B) {
	for _, site := range []struct {
		name string
		tree fstest.MapFS
	}{{"plain", generate(1000)}, {"compressed", compressed(1000)}} {
		var folder string
		b.Run(site.name, func(b *testing.B) {
			var r Report
			for b.Loop() {
				folder = b.TempDir()
				r = write(b, site.tree, folder)
			}
			b.ReportMetric(float64(r.Pages), "pages")
			b.ReportMetric(float64(r.Bytes)/1e6, "MB")
			b.ReportMetric(float64(r.CompressedBytes)/1e6, "MB-compressed")
		})
		b.Run(site.name+"/again", func(b *testing.B) {
			folder = b.TempDir()
			write(b, site.tree, folder)
			b.ResetTimer()
			for b.Loop() {
				write(b, site.tree, folder)
			}
		})
	}
}
