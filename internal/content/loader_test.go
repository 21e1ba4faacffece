package content

import (
	"bytes"
	"fmt"
	"maps"
	"math/rand/v2"
	"reflect"
	"shortlist/internal/testrun"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// TestLoaderReadsWhatLoadReads edits a site at random and loads it each time both
// ways.
func TestLoaderReadsWhatLoadReads(t *testing.T) {
	for seed := range uint64(testrun.Some(2, 6)) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			random := rand.New(rand.NewPCG(seed, 11))
			base := baseSite(t)
			files := maps.Clone(base)
			options := Options{Now: today}
			var l Loader
			valid, changed := 0, Changes(nil)
			for step := range 40 {
				got, gotList := l.Load(files, options, changed)
				want, wantList := Load(files, options)
				if !reflect.DeepEqual(got, want) || !reflect.DeepEqual(gotList, wantList) {
					t.Fatalf("step %d, after a change of %v: the loader gives another library, or other findings:\n%v\n%v", step, changed, gotList, wantList)
				}
				if got != nil {
					valid++
				}
				changed = Changes{}
				for range 1 + random.IntN(2) {
					changed[editAtRandom(random, files, base)] = true
				}
				switch random.IntN(12) {
				case 0:
					options.Drafts = !options.Drafts
				case 1:
					options.Now = options.Now.AddDate(0, 1, 0)
				case 2, 3, 4:
					changed = nil
				}
			}
			if valid < 3 {
				t.Errorf("only %d of the sites were valid", valid)
			}
		})
	}
}

// editAtRandom changes one file, or takes back what was changed, and says which.
func editAtRandom(random *rand.Rand, files, base fstest.MapFS) string {
	all := slices.Sorted(maps.Keys(base))
	name := all[random.IntN(len(all))]
	put := func(text string) { files[name] = &fstest.MapFile{Data: []byte(text), Mode: 0o644} }
	own := files[name]
	var different []string
	for _, at := range all {
		if now := files[at]; now == nil || !bytes.Equal(now.Data, base[at].Data) {
			different = append(different, at)
		}
	}
	if own == nil || len(different) > random.IntN(4) {
		if len(different) > 0 {
			name = different[random.IntN(len(different))]
		}
		files[name] = base[name]
		return name
	}
	lines := strings.Split(string(own.Data), "\n")
	at := random.IntN(len(lines))
	switch random.IntN(7) {
	case 0:
		delete(files, name)
		return name
	case 1:
		put(strings.Join(slices.Delete(lines, at, at+1), "\n"))
	case 2:
		put(strings.Replace(string(own.Data), "birch", "alder", 1))
	case 3:
		put(strings.Replace(string(own.Data), "draft = ", "draft = true #", 1))
	case 4:
		put(strings.Replace(string(own.Data), "score = ", "score = 1", 1))
	default:
		put(string(own.Data) + "\nAnother line, " + fmt.Sprint(random.IntN(100)) + ".\n")
	}
	return name
}

// TestLoaderKeepsWhatDidNotChange is what the cost of an edit rests on.
func TestLoaderKeepsWhatDidNotChange(t *testing.T) {
	files := baseSite(t)
	more := strings.ReplaceAll(string(files["content/guides/tents/guide.md"].Data), `aliases = ["/tents/"]`, "")
	for name, file := range baseSite(t) {
		if below, ok := strings.CutPrefix(name, "content/guides/tents/"); ok && strings.HasPrefix(below, "entries/") {
			files["content/guides/huts/"+below] = file
		}
	}
	files["content/guides/huts/guide.md"] = &fstest.MapFile{Data: []byte(more), Mode: 0o644}
	var l Loader
	before, list := l.Load(files, Options{Now: today}, nil)
	if before == nil {
		t.Fatal(list)
	}
	const entry = "content/guides/huts/entries/alder.md"
	files[entry] = &fstest.MapFile{Data: append(bytes.Clone(files[entry].Data), "\nA hut has walls.\n"...), Mode: 0o644}
	for what, changed := range map[string]Changes{"named": {entry: true}, "not named": nil} {
		after, list := l.Load(files, Options{Now: today}, changed)
		if after == nil {
			t.Fatal(list)
		}
		if after.Guides[1] != before.Guides[1] || after.Providers[0] != before.Providers[0] {
			t.Errorf("%s: what did not change was loaded again", what)
		}
		if after.Guides[0] == before.Guides[0] {
			t.Errorf("%s: what changed was not loaded again", what)
		}
	}
	const named = "content/providers/birch.md"
	files[named] = &fstest.MapFile{Data: bytes.Replace(files[named].Data, []byte("name = "), []byte("name  = "), 1), Mode: 0o644}
	after, _ := l.Load(files, Options{Now: today}, Changes{named: true})
	if after.Guides[1] == before.Guides[1] {
		t.Error("a guide stands for a provider that has changed")
	}
}

// TestGuideReadsWhatLoadReads: a guide that is read by itself is what a whole load
// makes of it, in the units of the site's language, too.
func TestGuideReadsWhatLoadReads(t *testing.T) {
	const name = "content/guides/tents/guide.md"
	files := baseSite(t)
	put := func(text string) { files[name] = &fstest.MapFile{Data: []byte(text), Mode: 0o644} }
	put(strings.Replace(string(files[name].Data), `unit = "kg"`, `unit = "USD"`, 1))
	var l Loader
	if lib, list := l.Load(files, Options{Now: today}, nil); lib == nil {
		t.Fatal(list)
	}
	put(string(files[name].Data) + "\nAnother line.\n")
	got := l.Guide(files, Options{Now: today}, Changes{name: true})
	want, _ := Load(files, Options{Now: today})
	if got == nil || !reflect.DeepEqual(got.Criteria, want.Guides[0].Criteria) || got.Body.Source != want.Guides[0].Body.Source {
		t.Errorf("by itself:\n%+v\nof the whole site:\n%+v", got, want.Guides[0])
	}
}
