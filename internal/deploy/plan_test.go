package deploy

import (
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"shortlist/internal/manifest"
)

var (
	day  = time.Date(2025, 9, 12, 9, 0, 0, 0, time.UTC)
	week = 7 * 24 * time.Hour
	list = &manifest.Manifest{Address: "https://e.example/a/", Root: "/"}
)

func file(name, text string) manifest.File {
	return manifest.File{Path: name, Sum: manifest.SumOf([]byte(text)), Size: int64(len(text))}
}

func nothing() *State { return &State{Files: map[string]Sent{}, Leaving: map[string]time.Time{}} }

// put lists what a plan sends, step by step.
func put(p *Plan) []string {
	var out []string
	for _, step := range p.Steps {
		for _, f := range step.Put {
			out = append(out, step.Name+" "+f.Path+" "+f.Why)
		}
	}
	return out
}

func first() []manifest.File {
	return []manifest.File{
		file("a/index.html", "home"), file("a/guides/x/index.html", "x"), file("a/guides/x/ranking.json", "{}"), file("a/feed.xml", "feed"),
		file("a/assets/site.0123456789.css", "css"), file("a/search/index/abcdefgh.json", "part"), file("a/card.png", "png"), file("a/build/manifest.json", "list"),
	}
}

func TestOrder(t *testing.T) {
	p := NewPlan(list, first(), nothing(), day, week)
	want := []string{
		"assets a/assets/site.0123456789.css new", "assets a/card.png new", "assets a/search/index/abcdefgh.json new",
		"data a/guides/x/ranking.json new",
		"new pages a/guides/x/index.html new", "new pages a/index.html new",
		"feeds a/feed.xml new",
		"manifest a/build/manifest.json new",
	}
	if diff := cmp.Diff(want, put(p)); diff != "" {
		t.Error(diff)
	}
	if len(p.Remove)+len(p.Later)+len(p.Changed)+len(p.Removed) > 0 || p.Nothing() {
		t.Errorf("%+v", p)
	}
	if again := NewPlan(list, first(), p.after(), day, week); !again.Nothing() {
		t.Errorf("again: %v", put(again))
	}
}

// TestChange has a page and a style sheet change, a page come and one go.
func TestChange(t *testing.T) {
	before := NewPlan(list, first(), nothing(), day, week).after()
	files := []manifest.File{
		file("a/index.html", "another home"), file("a/guides/y/index.html", "y"), file("a/feed.xml", "feed"),
		file("a/assets/site.abcdef0123.css", "other css"), file("a/card.png", "png"), file("a/build/manifest.json", "other list"),
	}
	p := NewPlan(list, files, before, day, week)
	want := []string{
		"assets a/assets/site.abcdef0123.css new", "new pages a/guides/y/index.html new", "pages a/index.html changed", "manifest a/build/manifest.json changed",
	}
	if diff := cmp.Diff(want, put(p)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"a/guides/x/index.html", "a/guides/x/ranking.json"}, p.Remove); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]Leaving{{"a/assets/site.0123456789.css", day.Add(week)}, {"a/search/index/abcdefgh.json", day.Add(week)}}, p.Later); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"https://e.example/a/", "https://e.example/a/build/manifest.json"}, slices.Sorted(slices.Values(p.Changed))); diff != "" {
		t.Error(diff)
	}
	if !slices.Contains(p.Removed, "https://e.example/a/guides/x/") {
		t.Errorf("%v", p.Removed)
	}

	// Not before the week is over, and not while it is wanted again.
	after := p.after()
	for _, name := range p.Remove {
		delete(after.Leaving, name)
	}
	if p := NewPlan(list, files, after, day.Add(week-time.Second), week); len(p.Remove) > 0 || len(p.Later) != 2 || len(p.Removed) > 0 {
		t.Errorf("a second before: %v", p.Remove)
	}
	if p := NewPlan(list, files, after, day.Add(week), week); len(p.Remove) != 2 || len(p.Later) > 0 {
		t.Errorf("then: %v", p.Remove)
	}
	back := append(slices.Clone(files), file("a/assets/site.0123456789.css", "css"))
	if p := NewPlan(list, back, after, day.Add(week), week); len(p.Remove) != 1 || len(p.leaving) != 1 {
		t.Errorf("wanted again: %v", p.Remove)
	}
}

// TestHeadersAreAChange: the bytes are the same, and were sent otherwise.
func TestHeadersAreAChange(t *testing.T) {
	before := NewPlan(list, first(), nothing(), day, week).after()
	sent := before.Files["a/feed.xml"]
	sent.Headers = "Content-Type: text/xml"
	before.Files["a/feed.xml"] = sent
	if diff := cmp.Diff([]string{"feeds a/feed.xml headers"}, put(NewPlan(list, first(), before, day, week))); diff != "" {
		t.Error(diff)
	}
}

// TestNewPagesStayFirst: a deploy that goes on still sends a new page before those
// that lead to it.
func TestNewPagesStayFirst(t *testing.T) {
	before := NewPlan(list, first(), nothing(), day, week).after()
	files := append(first()[1:], file("a/index.html", "leads to y"), file("a/guides/y/index.html", "y"))
	want := []string{"new pages a/guides/y/index.html new", "pages a/index.html changed"}
	p := NewPlan(list, files, before, day, week)
	if diff := cmp.Diff(want, put(p)); diff != "" {
		t.Error(diff)
	}
	again := NewPlan(list, files, before.union(p), day, week)
	want[1] = "pages a/index.html new" // its bytes are not certain
	if diff := cmp.Diff(want, put(again)); diff != "" || again.Sum != p.Sum {
		t.Error(diff)
	}
}

// TestEveryEnding has a deploy end after any number of files, and another one
// follow, of the same site or of another: what is there in the end is that site,
// nothing of it is missing, and nothing but what was ours was removed.
func TestEveryEnding(t *testing.T) {
	name := rapid.SampledFrom([]string{"a/index.html", "a/x/index.html", "a/y/index.html", "a/feed.xml", "a/assets/s.0123456789.css", "a/assets/s.abcdef0123.css", "a/d.json"})
	site := rapid.MapOf(name, rapid.SampledFrom([]string{"1", "2"}))
	rapid.Check(t, func(t *rapid.T) {
		state, there := nothing(), map[string]string{"mine.txt": "mine"}
		now := day
		for range rapid.IntRange(1, 6).Draw(t, "deploys") {
			wanted := site.Draw(t, "site")
			var files []manifest.File
			for _, name := range slices.Sorted(maps.Keys(wanted)) {
				files = append(files, file(name, wanted[name]))
			}
			now = now.Add(time.Duration(rapid.IntRange(0, 10).Draw(t, "days")) * 24 * time.Hour)
			p := NewPlan(list, files, state, now, week)
			state = state.union(p)
			left := rapid.IntRange(0, 2*len(files)).Draw(t, "files before the end")
			ended := false
			for _, step := range p.Steps {
				for _, f := range step.Put {
					if left--; left < 0 {
						ended = true
						break
					}
					there[f.Path] = wanted[f.Path]
				}
			}
			if ended {
				continue
			}
			state = p.after()
			for _, name := range p.Remove {
				delete(there, name)
				delete(state.Leaving, name)
			}
			for name, text := range wanted {
				if there[name] != text {
					t.Fatalf("%s is %q, want %q", name, there[name], text)
				}
			}
			for name := range there {
				_, ours := state.Files[name]
				_, leaving := state.Leaving[name]
				if !ours && !leaving && name != "mine.txt" {
					t.Fatalf("%s is there, and nobody knows it", name)
				}
				if _, stays := wanted[name]; !stays && name != "mine.txt" && !strings.Contains(name, "assets/") {
					t.Fatalf("%s is still there", name)
				}
			}
		}
		if there["mine.txt"] != "mine" {
			t.Fatal("what is not ours is gone")
		}
	})
}

func TestStateReadBack(t *testing.T) {
	state := NewPlan(list, first(), nothing(), day, week).after()
	state.Leaving["a/old.css"] = day
	text, err := state.bytes()
	if err != nil {
		t.Fatal(err)
	}
	back, err := parseState(text)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(state.Files, back.Files); diff != "" || !back.Leaving["a/old.css"].Equal(day) {
		t.Error(diff)
	}
	for _, text := range []string{"", "[]", `{"format": 2}`, "<html>"} {
		if _, err := parseState([]byte(text)); err == nil {
			t.Errorf("%q is read", text)
		}
	}
}
