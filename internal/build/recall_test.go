package build

import (
	"bytes"
	"reflect"
	"slices"
	"testing"
	"time"

	"shortlist/internal/diag"
	"shortlist/internal/guide"
	"shortlist/internal/output"
)

// TestFlags: every option that can make another site makes other flags, so that what
// the last build did is not taken for what this one would do.
func TestFlags(t *testing.T) {
	elsewhere := []string{"Site", "Now", "Sink", "Past", "Again", "same", "Explain", "Stop", "Planned", "Clock", "Progress"} // looked at by themselves, or of no effect on the site
	var none Options
	of := reflect.TypeOf(none)
	for i := range of.NumField() {
		name := of.Field(i).Name
		if slices.Contains(elsewhere, name) {
			continue
		}
		var o Options
		switch field := reflect.ValueOf(&o).Elem().Field(i); field.Kind() {
		case reflect.Bool:
			field.SetBool(true)
		case reflect.String:
			field.SetString("x")
		default:
			t.Errorf("%s: neither among the flags nor known to be no part of them", name)
		}
		if o.flags() == none.flags() {
			t.Errorf("%s is no part of the flags", name)
		}
	}
}

// TestRetold: what a build said is said again, but for reminders.
func TestRetold(t *testing.T) {
	var r Report
	r.Problems.Add(ownFolder, diag.Span{File: "a.md", Line: 2, Column: 3, Width: 4, Text: "té\t"}, "message", "hint")
	r.Problems.Add(outputList, diag.Span{File: "b.md"}, "message", "")
	r.Problems.Add(diag.Lookup("review-overdue"), diag.Span{File: "c.md"}, "message", "")
	r.Held = []guide.Held{{Path: "/a/", Title: "A", Reason: "draft", Named: true, Origin: guide.Origin{File: "a.md", Line: 1, Column: 2}}}
	r.Drafts = []guide.Held{{Path: "/b/"}}
	r.Pages, r.BaseURL, r.Base = 5, "https://example.com/a/", "/a/"
	done := output.Result{Files: 9, Bytes: 8, Compressed: 7, CompressedBytes: 6, Written: []string{"x"}, Kept: 1, Foreign: []string{"y"}}
	got, ok := retold(r.tell(done))
	want := r
	want.Problems = r.Problems[:2]
	want.Published, want.Same = true, true
	want.Result = output.Result{Files: 9, Bytes: 8, Compressed: 7, CompressedBytes: 6, Unchanged: 9, Kept: 9, Foreign: []string{"y"}}
	if !ok || !reflect.DeepEqual(got, want) {
		t.Errorf("%+v\nwant %+v", got, want)
	}
	if _, ok := retold([]byte(`{"Problems":[{"Rule":"no-such-rule"}]}`)); ok {
		t.Error("a rule that there is not is believed")
	}
	if _, ok := retold([]byte(`{`)); ok {
		t.Error("half a report is believed")
	}
}

// TestUntil: what a build said holds until the day ends or time changes the site.
func TestUntil(t *testing.T) {
	now := time.Date(2025, 9, 12, 10, 0, 0, 0, time.UTC)
	at := func(hour int) guide.Turn { return guide.Turn{Seconds: now.Add(time.Duration(hour) * time.Hour).Unix()} }
	for _, x := range []struct {
		turns []guide.Turn
		want  time.Time
	}{
		{nil, now.Add(14 * time.Hour)},
		{[]guide.Turn{at(30)}, now.Add(14 * time.Hour)},
		{[]guide.Turn{at(5), at(2)}, now.Add(2 * time.Hour)},
	} {
		if got := until(now, x.turns); !got.Equal(x.want) {
			t.Errorf("%v: %v, want %v", x.turns, got, x.want)
		}
	}
}

// TestOverlooked: a build that does everything although nothing has changed says so
// when the site comes out otherwise.
func TestOverlooked(t *testing.T) {
	s, folder := newSession(0), t.TempDir()
	s.lay(t, folder)
	o := Options{Now: s.now}
	into(t, o, folder, false)
	o.Again = true
	if r := into(t, o, folder, false); r.Overlooked || r.Same {
		t.Error("the same site, and something was overlooked")
	}
	s.put("content/pages/about.md", bytes.Replace(s.files["content/pages/about.md"].Data, []byte("We read"), []byte("We reread"), 1))
	sink, err := output.NewDir(folder, "")
	if err != nil {
		t.Fatal(err)
	}
	r, err := Run(t.Context(), Options{Site: s.files, Now: s.now, Sink: sink, same: true})
	if err != nil || !r.Overlooked {
		t.Errorf("what was overlooked is not told: %v", err)
	}
}
