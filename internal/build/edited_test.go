package build

import (
	"fmt"
	"os"
	"strings"
	"sync/atomic"
	"testing"

	"shortlist/internal/diag"
	"shortlist/internal/testrun"
)

// TestEditedGuides edits texts and scores of guides, one after another and now and
// then something else: where a build read some guides and took the rest from what the
// one before knew, the site is that of a clean build, byte for byte, too.
func TestEditedGuides(t *testing.T) {
	first := firstBuild(t)
	var all, reread atomic.Int64
	t.Cleanup(func() {
		t.Logf("%d of %d builds read some guides and no others", reread.Load(), all.Load())
		if reread.Load() == 0 {
			t.Error("every build read all of the site")
		}
	})
	for seed := range uint64(testrun.Some(1, scripts()/2)) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			t.Parallel()
			s, folder := newSession(seed), t.TempDir()
			if err := os.CopyFS(folder, os.DirFS(first)); err != nil {
				t.Fatal(err)
			}
			into(t, Options{Now: s.now}, folder, false)
			for step := range 8 {
				if s.random.IntN(8) == 0 {
					s.edit()
				} else {
					s.done = nil
					s.rewriteSome(map[string]bool{}, "/entries/", `/guide\.md$`)
				}
				when := fmt.Sprintf("seed %d, step %d, %q", seed, step, s.done)
				var clean Memory
				o := Options{Site: s.files, Now: s.now, Drafts: s.drafts, Sink: &clean}
				want, err := Run(t.Context(), o)
				if err != nil {
					t.Fatal(err)
				}
				s.lay(t, folder)
				got := into(t, o, folder, false)
				all.Add(1)
				if got.Reread != nil {
					reread.Add(1)
				}
				warned := got.Problems.Only(diag.Error, diag.Warning)
				if got.Published != want.Published || fmt.Sprint(warned) != fmt.Sprint(want.Problems.Only(diag.Error, diag.Warning)) {
					t.Fatalf("%s: published %v, %v\nwant %v, %v", when, got.Published, got.Problems, want.Published, want.Problems)
				}
				if !want.Published {
					break
				}
				if !got.Same && (got.Pages != want.Pages || got.Base != want.Base || len(got.Made()) != len(want.Made())) {
					t.Errorf("%s: %d pages and %d files, want %d and %d", when, got.Pages, len(got.Made()), want.Pages, len(want.Made()))
				}
				sameFiles(t, when+" "+strings.Join(got.Reread, " "), folder+"/public", clean.Files)
			}
		})
	}
}
