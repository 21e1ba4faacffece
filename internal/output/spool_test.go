package output

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// flood writes so many bytes, a part at a time.
func flood(size int64, part []byte) func(io.Writer) error {
	return func(w io.Writer) error {
		for left := size; left > 0; left -= int64(len(part)) {
			if _, err := w.Write(part[:min(left, int64(len(part)))]); err != nil {
				return err
			}
		}
		return nil
	}
}

// TestLongFilesAreNotHeld writes a long picture and a long text with compressed
// forms, again unchanged, and counts the memory that it takes.
func TestLongFilesAreNotHeld(t *testing.T) {
	const size = 48 << 20
	part := []byte(strings.Repeat("a line of the long file\n", 4096))
	to := newDir(t)
	for round := range 2 {
		if err := to.Begin(t.Context(), Settings{Compress: true}); err != nil {
			t.Fatal(err)
		}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		for _, name := range []string{"film.mp4", "data.csv"} {
			if err := to.Write(name, flood(size, part)); err != nil {
				t.Fatal(err)
			}
		}
		runtime.ReadMemStats(&after)
		// The first round makes the encoders, which are used again.
		if grown := after.TotalAlloc - before.TotalAlloc; round > 0 && grown > size/4 {
			t.Errorf("%d bytes were taken for files of %d", grown, size)
		}
		r, err := to.Commit()
		if err != nil || r.Bytes%size != 0 || r.Bytes == 0 {
			t.Errorf("%+v, %v", r, err)
		}
	}
}

// TestLongFiles follows one: new, unchanged, changed, with compressed forms.
func TestLongFiles(t *testing.T) {
	site, out := site(t)
	one, two := prose(1, held+5000), prose(2, held+5000)
	for _, step := range []struct {
		text    string
		written int
	}{{one, 1}, {one, 0}, {two, 1}, {two, 0}} {
		r := publishCompressed(t, site, out, files{"data.csv": step.text})
		got := read(t, out)
		want(t, "names", names(got), []string{"data.csv", "data.csv.br", "data.csv.gz"})
		if got["data.csv"] != step.text || unpack(t, "data.csv.br", got["data.csv.br"]) != step.text || unpack(t, "data.csv.gz", got["data.csv.gz"]) != step.text {
			t.Error("other bytes than were written")
		}
		if len(r.Written) != step.written {
			t.Errorf("written: %v", r.Written)
		}
	}
	r := publishCompressed(t, site, out, files{"data.csv": noise(held + 5000)})
	want(t, "what does not shrink has no forms", names(read(t, out)), []string{"data.csv"})
	want(t, "forms", r.Compressed, 0)
}

// TestPackingStops ends a build while a long file is packed.
func TestPackingStops(t *testing.T) {
	d := newDir(t)
	ctx, stop := context.WithCancel(t.Context())
	if err := d.Begin(ctx, Settings{Compress: true}); err != nil {
		t.Fatal(err)
	}
	s := d.newSpool(0)
	if err := flood(8<<20, []byte(prose(1, 4096)))(s); err != nil {
		t.Fatal(err)
	}
	f, err := s.settle("data.csv")
	if err != nil {
		t.Fatal(err)
	}
	stop()
	if err := d.addForms("data.csv", s, f); !errors.Is(err, context.Canceled) {
		t.Errorf("addForms() = %v", err)
	}
	if err := d.Write("x.html", text("x")); !errors.Is(err, context.Canceled) {
		t.Errorf("Write() = %v", err)
	}
	s.release()
	if err := d.Discard(); err != nil {
		t.Error(err)
	}
}

// TestFormOfEqualSizeIsNotTrusted has a form be spoiled in one byte: its size is
// what the list says, its bytes are not.
func TestFormOfEqualSizeIsNotTrusted(t *testing.T) {
	site, out := site(t)
	all := files{"a.html": prose(1, 5000)}
	publishCompressed(t, site, out, all)
	good := read(t, out)
	for _, form := range []string{"a.html.br", "a.html.gz"} {
		spoiled := []byte(good[form])
		spoiled[len(spoiled)/2] ^= 1
		if err := os.WriteFile(filepath.Join(out, form), spoiled, 0o666); err != nil {
			t.Fatal(err)
		}
		r := publishCompressed(t, site, out, all)
		want(t, "folder", read(t, out), good)
		want(t, "repaired", r.Repaired, []string{form})
	}
}
