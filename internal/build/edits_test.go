package build

import (
	"bytes"
	"fmt"
	"maps"
	"math/rand/v2"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing/fstest"
	"time"
)

// session is a site that is edited at random: most edits leave it valid.
type session struct {
	random *rand.Rand
	base   fstest.MapFS // as it was at first
	files  fstest.MapFS
	now    time.Time
	drafts bool
	done   []string // what was edited last, in words
}

// newSession begins with three small guides, articles, pages and ties.
func newSession(seed uint64) *session {
	s := &session{random: rand.New(rand.NewPCG(seed, 5)), now: time.Date(2025, 10, 1, 0, 0, 0, 0, time.UTC)}
	s.base = generate(3)
	for name := range s.base { // four entries a guide, and their providers
		if i := strings.Index(name, "/provider-"); i >= 0 && !keepsProvider(name[i+len("/provider-"):]) {
			delete(s.base, name)
		}
	}
	for name, file := range s.base {
		text := regexp.MustCompile(`(?m)^alternatives = .*$`).ReplaceAllString(string(file.Data), `alternatives = ["provider-30"]`)
		s.base[name] = &fstest.MapFile{Data: []byte(text)}
	}
	const promises = "content/guides/guide-0002/guide.md" // which may be overdue
	s.base[promises] = &fstest.MapFile{Data: bytes.Replace(s.base[promises].Data, []byte("noun = "), []byte("review_every = \"1 month\"\nnoun = "), 1)}
	put := func(name, text string) { s.base[name] = &fstest.MapFile{Data: []byte(text)} }
	put("content/articles/keys.md", article("Keys", `["custody"]`, `["guide-0001"]`))
	put("content/articles/claims.md", article("Claims", `["insurance"]`, `["keys", { title = "To come" }]`))
	put("content/pages/about.md", "+++\ntitle = \"About\"\ndescription = \"Who we are.\"\naliases = [\"/who/\"]\n+++\nWe read [the guide](/guides/guide-0002/).\n")
	put("content/relationships.toml", "[[relationships]]\nprovider = \"provider-08\"\nkind = \"client\"\nnote = \"They pay us.\"\n")
	put("static/extra.js", "export const a = 1\n")
	s.files = maps.Clone(s.base)
	return s
}

// keepsProvider reports whether a number of a provider is one of those that the
// guides of a session rank or name.
func keepsProvider(number string) bool {
	return slices.Contains([]string{"00", "01", "07", "08", "14", "15", "30"}, number[:2])
}

func article(title, topics, related string) string {
	return fmt.Sprintf("+++\ntitle = %q\ndescription = \"About %s.\"\nauthors = [\"desk\"]\npublished = \"2025-08\"\ntopics = %s\nrelated = %s\n+++\nA text on %s.\n",
		title, strings.ToLower(title), topics, related, strings.ToLower(title))
}

// kinds of edits: where, what is found there, and what it becomes.
var edits = []struct{ what, in, find, become string }{
	{"a score", `/entries/`, `scale = \{ score = \d`, `scale = { score = N`},
	{"a range", `/entries/`, `low = \d, high = \d`, `low = N, high = 9`},
	{"a figure", `/entries/`, `fee = \{ value = \d+`, `fee = { value = N5`},
	{"a price", `/entries/`, `fees = .*`, `prices = [{ value = N, unit = "USD" }]`},
	{"an award", `/entries/`, `award = ".*"`, `award = "Best for purpose N"`},
	{"an entry's text", `/entries/`, `theft`, `theft N`},
	{"an alternative", `/entries/`, `alternatives = .*`, `alternatives = ["provider-08"]`},
	{"a region", `/entries/`, `regions = .*`, `regions = ["sg"]`},
	{"a title", `/guide\.md$`, `title = ".*"`, `title = "Good Providers N"`},
	{"a weight", `/guide\.md$`, `security = 50`, `security = N0`},
	{"a guide's text", `/guide\.md$`, `keys are stolen`, `keys are lost N times`},
	{"a date", `/guide\.md$`, `updated = ".*"`, `updated = "2025-1N"`},
	{"a topic", `/guide\.md$`, `topics = .*`, `topics = ["custody", "topic-N"]`},
	{"a related read", `/guide\.md$`, `noun = `, "related = [\"keys\"]\nnoun = "},
	{"a draft", `/guide\.md$`, `noun = `, "draft = true\nnoun = "},
	{"a day to come", `/articles/keys|/guide\.md$`, `authors = `, "publish_at = 2025-12-0N\nauthors = "},
	{"an expiry", `/articles/claims|/guide\.md$`, `authors = `, "expire_at = 2025-11-0N\nauthors = "},
	{"a review", `/guide\.md$`, `reviewed = .*`, "reviewed = \"2025-09\"\nreview_every = \"N months\""},
	{"a provider's name", `/providers/`, `name = ".*"`, `name = "Firm N"`},
	{"a provider's text", `/providers/`, `digital assets`, `digital assets N`},
	{"a provider's source", `/providers/`, `title = ".*"`, `title = "Cover N"`},
	{"a provider that closed", `/providers/`, `kind = "`, "status = \"closed\"\nstatus_date = \"2025-0N\"\nstatus_note = \"It said so N times [@insurance].\"\nkind = \""},
	{"an entry that left", `/entries/`, `award = `, "status = \"withdrawn\"\nstatus_date = \"2025-0N\"\nstatus_note = \"Gone for N reasons.\"\naward = "},
	{"a verdict", `/entries/`, `award = `, "verdict = \"not-recommended\"\nverdict_note = \"It has N faults.\"\naward = "},
	{"a draft of an entry", `/entries/`, `award = `, "draft = true\naward = "},
	{"an author", `/authors/`, `name = ".*"`, `name = "Desk N"`},
	{"an article", `/articles/`, `A text`, `A long text N`},
	{"an article's title", `/articles/`, `title = ".*"`, `title = "Words N"`},
	{"a page", `/pages/`, `We read`, `We N read`},
	{"a page's title", `/pages/`, `title = ".*"`, `title = "About N"`},
	{"an alias", `/pages/`, `/who/`, `/who-N/`},
	{"a tie", `relationships\.toml`, `note = ".*"`, `note = "They paid us N."`},
	{"a tie's kind", `relationships\.toml`, `kind = ".*"`, `kind = "advertiser"`},
	{"a paid link", `relationships\.toml`, `kind = `, "links = { try = \"https://example.com/N\" }\nkind = "},
	{"a text that names who is tied", `/articles/`, `A text`, `A text that names Provider 8 N times`},
	{"who is tied", `relationships\.toml`, `provider-\d+`, `provider-0N`},
	{"the publication", `site\.toml`, `title = "Gen.*"`, `title = "Research N"`},
	{"the disclaimer", `site\.toml`, `disclaimer = ".*"`, `disclaimer = "Not advice N."`},
	{"the address", `site\.toml`, `base_url = ".*"`, `base_url = "https://research.example.com/nN/"`},
	{"a region's name", `site\.toml`, `"Singapore"`, `"Singapore N"`},
	{"the product", `site\.toml`, `another thing`, `another thing N`},
	{"a script", `static/`, `a = \d*`, `a = N`},
	{"a mistake", `/entries/`, `award = `, `prize = `},
	{"a dead link", `/pages/`, `/guides/guide-0002/`, `/guides/nowhere-N/`},
}

// edit changes something and says which files that was; nil for all of them.
func (s *session) edit() map[string]bool {
	changed := map[string]bool{}
	s.done = nil
	for range 1 + s.random.IntN(3) {
		switch s.random.IntN(12) {
		case 0, 1:
			s.restore(changed)
		case 2:
			s.replace(changed)
		case 3:
			s.now = s.now.AddDate(0, 0, 20*(1-2*s.random.IntN(2)))
			s.note("the day is " + s.now.Format(time.DateOnly))
		case 4:
			s.drafts = !s.drafts
			s.note("drafts")
		default:
			s.rewrite(changed)
		}
	}
	return changed
}

func (s *session) note(what string) { s.done = append(s.done, what) }

func (s *session) names(files fstest.MapFS) []string { return slices.Sorted(maps.Keys(files)) }

// rewrite makes one of the edits.
func (s *session) rewrite(changed map[string]bool) { s.rewriteSome(changed) }

// rewriteSome makes one of the edits, of those in some places if any are given.
func (s *session) rewriteSome(changed map[string]bool, places ...string) {
	e := edits[s.random.IntN(len(edits))]
	for len(places) > 0 && !slices.Contains(places, e.in) {
		e = edits[s.random.IntN(len(edits))]
	}
	in, find := regexp.MustCompile(e.in), regexp.MustCompile(e.find)
	var names []string
	for _, name := range s.names(s.files) {
		if in.MatchString(name) && find.Match(s.files[name].Data) {
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return
	}
	name := names[s.random.IntN(len(names))]
	at := find.FindIndex(s.files[name].Data)
	become := strings.ReplaceAll(e.become, "N", fmt.Sprint(1+s.random.IntN(4)))
	s.put(name, slices.Concat(s.files[name].Data[:at[0]], []byte(become), s.files[name].Data[at[1]:]))
	changed[name] = true
	s.note(e.what + " in " + name)
}

func (s *session) put(name string, data []byte) { s.files[name] = &fstest.MapFile{Data: data} }

// restore takes back all that was done to some files.
func (s *session) restore(changed map[string]bool) {
	for _, name := range slices.Sorted(maps.Keys(union(s.files, s.base))) {
		now, was := s.files[name], s.base[name]
		if now != nil && was != nil && bytes.Equal(now.Data, was.Data) || s.random.IntN(3) == 0 {
			continue
		}
		changed[name] = true
		if was == nil {
			delete(s.files, name)
		} else {
			s.files[name] = was
		}
		s.note("back: " + name)
	}
}

// replace removes a file, or adds a guide, an article or a template of the site's
// own.
func (s *session) replace(changed map[string]bool) {
	set := func(name, text string) {
		s.put(name, []byte(text))
		changed[name] = true
		s.note("new: " + name)
	}
	switch n := s.random.IntN(100); s.random.IntN(6) {
	case 0:
		for _, name := range s.names(s.files) {
			if below, ok := strings.CutPrefix(name, "content/guides/guide-0001/"); ok {
				set("content/guides/copy/"+below, string(s.files[name].Data))
			}
		}
	case 1:
		set("content/articles/more.md", article(fmt.Sprint("More ", n), `["custody"]`, `["claims"]`))
	case 2:
		set("templates/parts/footer-note.html", fmt.Sprintf("{{define \"own-%d\"}}{{end}}\n", n))
	case 3:
		set("static/site.css", fmt.Sprintf("body { margin: %dpx }\n", n))
	case 4: // a file moves, with what it says
		names := s.names(s.files)
		name := names[s.random.IntN(len(names))]
		to := strings.Replace(name, path.Base(name), "moved-"+path.Base(name), 1)
		data := s.files[name].Data
		delete(s.files, name)
		changed[name] = true
		set(to, string(data))
	default:
		names := s.names(s.files)
		name := names[s.random.IntN(len(names))]
		delete(s.files, name)
		changed[name] = true
		s.note("gone: " + name)
	}
}

func union(a, b fstest.MapFS) fstest.MapFS {
	all := maps.Clone(a)
	maps.Copy(all, b)
	return all
}
