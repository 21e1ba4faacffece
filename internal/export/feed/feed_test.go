package feed

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"shortlist/internal/guide"
)

var update = flag.Bool("update", false, "write the goldens anew")

var sample = Feed{
	ID: "tag:research.example.com,2025:feed", Title: "Example Research", Subtitle: "Ranked guides & explainers.",
	Self: "https://research.example.com/feed", Home: "https://research.example.com/", Language: "en",
	Updated: guide.Date{Year: 2025, Month: 9},
	Authors: []Author{{"Example Team", "https://research.example.com/authors/team/"}},
	Entries: []Entry{
		{
			ID: "tag:research.example.com,2025-09:guide:vaults", Title: "Best Vaults <2025>", URL: "https://research.example.com/guides/vaults/",
			Published: guide.Date{Year: 2025, Month: 9}, Updated: guide.Date{Year: 2025, Month: 9, Day: 12},
			Summary: "Alpha leads; “Beta” & Gamma tie.", HTML: `<p>Alpha <em>leads</em> &amp; <a href="https://research.example.com/">more</a>.</p>`,
			Authors: []Author{{"A. Writer", ""}, {"B. Editor", "https://b.example.com/"}}, Categories: []string{"custody", "insurance"},
		},
		{
			ID: "tag:research.example.com,2025-08:article:keys", Title: "Rotating keys", URL: "https://research.example.com/articles/keys/",
			Published: guide.Date{Year: 2025, Month: 8, Day: 31}, Summary: "How often, and why.",
		},
		{
			ID: "tag:research.example.com,2025-07:article:odd", Title: "Dated backwards", URL: "https://research.example.com/articles/odd/",
			Published: guide.Date{Year: 2025, Month: 7, Day: 9}, Updated: guide.Date{Year: 2025, Month: 7},
		},
	},
}

var formats = []struct {
	name  string
	write func(io.Writer, Feed) error
}{{"feed.xml", Atom}, {"feed.json", JSON}}

func written(t interface{ Fatal(...any) }, write func(io.Writer, Feed) error, f Feed) []byte {
	var b bytes.Buffer
	if err := write(&b, f); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestGolden(t *testing.T) {
	for _, format := range formats {
		got := written(t, format.write, sample)
		file := filepath.Join("testdata", format.name)
		if *update {
			if err := os.WriteFile(file, got, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), string(got)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", file, diff)
		}
	}
}

// atomDocument is Atom as a reader would take it in, apart from the structs
// that write it.
type atomDocument struct {
	XMLName xml.Name `xml:"http://www.w3.org/2005/Atom feed"`
	Lang    string   `xml:"http://www.w3.org/XML/1998/namespace lang,attr"`
	ID      []string `xml:"http://www.w3.org/2005/Atom id"`
	Title   []string `xml:"http://www.w3.org/2005/Atom title"`
	Updated []string `xml:"http://www.w3.org/2005/Atom updated"`
	Authors []struct {
		Name string `xml:"name"`
	} `xml:"author"`
	Links []struct {
		Rel  string `xml:"rel,attr"`
		Href string `xml:"href,attr"`
	} `xml:"link"`
	Entries []struct {
		ID        []string `xml:"id"`
		Title     []string `xml:"title"`
		Updated   []string `xml:"updated"`
		Published []string `xml:"published"`
		Links     []struct {
			Rel  string `xml:"rel,attr"`
			Href string `xml:"href,attr"`
		} `xml:"link"`
		Content []struct {
			Type string `xml:"type,attr"`
			Text string `xml:",chardata"`
		} `xml:"content"`
		Summary []string `xml:"summary"`
	} `xml:"entry"`
}

// requireAtom checks what RFC 4287, 4.1.1 and 4.1.2, demand, and the dates.
func requireAtom(b []byte) error {
	var d atomDocument
	if err := xml.Unmarshal(b, &d); err != nil {
		return err
	}
	if len(d.ID) != 1 || len(d.Title) != 1 || len(d.Updated) != 1 || len(d.Authors) == 0 {
		return fmt.Errorf("the feed lacks an id, a title, a date or an author: %+v", d)
	}
	feedTime, err := time.Parse(time.RFC3339, d.Updated[0])
	if err != nil {
		return err
	}
	alternates := 0
	for _, l := range d.Links {
		if l.Rel == "alternate" {
			alternates++
		}
	}
	if alternates > 1 {
		return errors.New("has two alternates of one type")
	}
	for _, e := range d.Entries {
		if len(e.ID) != 1 || len(e.Title) != 1 || len(e.Updated) != 1 || len(e.Published) > 1 || len(e.Content) > 1 || len(e.Summary) > 1 {
			return fmt.Errorf("an entry lacks an element or has it twice: %+v", e)
		}
		if len(e.Links) != 1 || e.Links[0].Rel != "alternate" {
			return fmt.Errorf("an entry has the links %v", e.Links)
		}
		updated, err := time.Parse(time.RFC3339, e.Updated[0])
		if err != nil {
			return err
		}
		if updated.After(feedTime) {
			return fmt.Errorf("the feed is older than an entry: %s, %s", d.Updated[0], e.Updated[0])
		}
		for _, p := range e.Published {
			published, err := time.Parse(time.RFC3339, p)
			if err != nil {
				return err
			}
			if updated.Before(published) {
				return fmt.Errorf("updated %s before published %s", e.Updated[0], p)
			}
		}
	}
	return nil
}

func TestAtomIsRead(t *testing.T) {
	b := written(t, Atom, sample)
	if err := requireAtom(b); err != nil {
		t.Fatal(err)
	}
	var d atomDocument
	if err := xml.Unmarshal(b, &d); err != nil {
		t.Fatal(err)
	}
	if d.Lang != "en" || d.ID[0] != sample.ID || d.Updated[0] != "2025-09-12T00:00:00Z" {
		t.Errorf("language %q, id %q, updated %q", d.Lang, d.ID, d.Updated)
	}
	for i, e := range d.Entries {
		want := sample.Entries[i]
		if e.ID[0] != want.ID || e.Title[0] != want.Title || e.Links[0].Href != want.URL {
			t.Errorf("entry %d is read as %+v", i, e)
		}
		if len(e.Content) > 0 && (e.Content[0].Text != want.HTML || e.Content[0].Type != "html") {
			t.Errorf("entry %d has the content %+v", i, e.Content)
		}
	}
	if got := d.Entries[2]; got.Updated[0] != "2025-07-09T00:00:00Z" || got.Published[0] != got.Updated[0] {
		t.Errorf("dated %s and %s: an update does not precede what it updates", got.Published, got.Updated)
	}
}

func TestJSONIsRead(t *testing.T) {
	var d struct {
		Version string
		Title   string
		Items   []map[string]any
	}
	if err := json.Unmarshal(written(t, JSON, sample), &d); err != nil {
		t.Fatal(err)
	}
	if d.Version != "https://jsonfeed.org/version/1.1" || d.Title != sample.Title || len(d.Items) != 3 {
		t.Errorf("read as %+v", d)
	}
	for i, item := range d.Items {
		html, hasHTML := item["content_html"]
		text, hasText := item["content_text"]
		if hasHTML == hasText || html == "" || text == "" {
			t.Errorf("item %d has not exactly one content: %v", i, item)
		}
		if item["id"] != sample.Entries[i].ID {
			t.Errorf("item %d has the id %v", i, item["id"])
		}
	}
	if d.Items[1]["content_text"] != "How often, and why." || d.Items[2]["content_text"] != "Dated backwards" {
		t.Errorf("texts %v, %v", d.Items[1], d.Items[2])
	}
	if d.Items[0]["date_published"] != "2025-09-01T00:00:00Z" || d.Items[0]["date_modified"] != "2025-09-12T00:00:00Z" {
		t.Errorf("dates of %v", d.Items[0])
	}
}

func TestEmptyFeed(t *testing.T) {
	b := written(t, Atom, Feed{ID: "tag:x,2025:f", Title: "F"})
	if err := requireAtom(b); err != nil {
		t.Error(err)
	}
	if !bytes.Contains(b, []byte("<updated>1970-01-01T00:00:00Z<")) || !bytes.Contains(b, []byte("<name>F</name>")) {
		t.Errorf("%s", b)
	}
	if j := written(t, JSON, Feed{Title: "F"}); !bytes.Contains(j, []byte(`"items": []`)) {
		t.Errorf("%s", j)
	}
}

// TestUndatedEntry: an entry without a date takes the feed's.
func TestUndatedEntry(t *testing.T) {
	b := written(t, Atom, Feed{ID: "i", Title: "F", Updated: guide.Date{Year: 2025, Month: 2}, Entries: []Entry{{ID: "e", Title: "E"}}})
	if n := bytes.Count(b, []byte("<updated>2025-02-01T00:00:00Z</updated>")); n != 2 || bytes.Contains(b, []byte("<published>")) {
		t.Errorf("%s", b)
	}
}

// TestAnyFeed: whatever the texts and dates are, both formats are read again,
// are sound, and come out the same twice.
func TestAnyFeed(t *testing.T) {
	text := rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{"", "\x00\x1b\ufffe\xff", "]]>", "<![CDATA[", "&amp;", "</entry>"}))
	date := rapid.Custom(func(t *rapid.T) guide.Date {
		return rapid.SampledFrom([]guide.Date{{}, {Year: 2024, Month: 2, Day: 29}, {Year: 2025, Month: 1}, {Year: 2025, Month: 1, Day: 1}, {Year: 1, Month: 1}, {Year: 9999, Month: 12, Day: 31}}).Draw(t, "date")
	})
	rapid.Check(t, func(t *rapid.T) {
		draw := func(name string) string { return text.Draw(t, name) }
		f := Feed{ID: draw("id"), Title: draw("title"), Subtitle: draw("subtitle"), Self: draw("self"), Home: draw("home"), Updated: date.Draw(t, "updated")}
		for range rapid.IntRange(0, 4).Draw(t, "entries") {
			f.Entries = append(f.Entries, Entry{ID: draw("id"), Title: draw("title"), URL: draw("url"), Published: date.Draw(t, "published"),
				Updated: date.Draw(t, "updated"), Summary: draw("summary"), HTML: draw("html"), Authors: []Author{{draw("name"), draw("url")}}, Categories: []string{draw("category")}})
		}
		for _, format := range formats {
			one, two := written(t, format.write, f), written(t, format.write, f)
			if !bytes.Equal(one, two) {
				t.Fatalf("%s is written in two ways", format.name)
			}
			if strings.HasSuffix(format.name, "xml") {
				if err := requireAtom(one); err != nil {
					t.Fatalf("%v\n%s", err, one)
				}
			} else if !json.Valid(one) {
				t.Fatalf("not JSON:\n%s", one)
			}
		}
	})
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("disk full") }

func TestWriteFails(t *testing.T) {
	for _, format := range formats {
		if err := format.write(full{}, sample); err == nil {
			t.Errorf("%s: a full disk went unnoticed", format.name)
		}
	}
}

func BenchmarkFeed(b *testing.B) {
	for _, format := range formats {
		b.Run(format.name, func(b *testing.B) {
			for b.Loop() {
				if err := format.write(io.Discard, sample); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
