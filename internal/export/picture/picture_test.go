package picture

import (
	"bytes"
	"flag"
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"testing"
)

var update = flag.Bool("update", false, "write the goldens anew")

// samples are pictures that a person has looked at.
var samples = []struct {
	name    string
	content Content
}{
	{"guide", Content{
		Publication: "Token Metrics Research", Category: "Research", Title: "Best Custody Insurance Providers (2025)", Date: "September 2025",
		Places: []Place{
			{Numeral: "1", Name: "Evertas", Score: "8.275", Total: 8_275_000}, {Numeral: "2", Name: "Coincover", Score: "7.850", Total: 7_850_000}, {Numeral: "3", Name: "Munich Re Digital Asset Protection", Score: "7.400", Total: 7_400_000},
		},
	}},
	{"long", Content{
		Publication: "Token Metrics Research", Category: "Digital-asset infrastructure", Date: "12 September 2025",
		Title: "Best Institutional Crypto Custody Providers for Asset Managers, Hedge Funds, Treasuries and Exchanges That Report in Several Jurisdictions (2025)",
		Places: []Place{
			{Numeral: "1", Name: "Coinbase Prime", Score: "8.35", Total: 8_350_000}, {Numeral: "2", Name: "Zürcher Kantonalbank für digitale Vermögensverwahrung AG", Score: "8.10", Total: 8_100_000},
			{Numeral: "2", Name: "Fidelity Digital Assets", Score: "8.10", Total: 8_100_000}, {Numeral: "4", Name: "not shown", Score: "8.00", Total: 8_000_000},
		},
	}},
	{"short", Content{
		Publication: "Token Metrics Research", Category: "Security", Title: "API keys", Date: "September 2025",
	}},
	{"article", Content{
		Publication: "Token Metrics Research", Category: "Security", Date: "September 2025",
		Title: "API Keys or OAuth Tokens: Which One Should Your Trading Service Use?",
	}},
	{"scripts", Content{
		Publication: "Исследования", Category: "Straße", Date: "Μάρτιος 2025", Title: "Ψηφιακά — “naïve” ﬁrms, 株式会社 🏦 and שלום \u202e\x00\xff",
		Places: []Place{{Numeral: "1", Name: "Ελληνική Τράπεζα", Score: "9.0", Total: 9_000_000}, {Numeral: "10", Name: "Łódź Świętokrzyska", Score: "0.5", Total: 500_000}},
	}},
	{"empty", Content{}},
}

func write(t testing.TB, c Content) []byte {
	var b bytes.Buffer
	if err := PNG(&b, c); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func decode(t testing.TB, data []byte) *image.Paletted {
	picture, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	p, ok := picture.(*image.Paletted)
	if !ok {
		t.Fatalf("the picture is a %T, not of a palette", picture)
	}
	return p
}

// TestGolden compares pixel by pixel, not byte by byte: another version of Go
// may pack the same pixels otherwise.
func TestGolden(t *testing.T) {
	for _, c := range samples {
		t.Run(c.name, func(t *testing.T) {
			data := write(t, c.content)
			file := filepath.Join("testdata", c.name+".png")
			if *update {
				if err := os.WriteFile(file, data, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			golden, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got, want := decode(t, data), decode(t, golden)
			if got.Rect != image.Rect(0, 0, Width, Height) || want.Rect != got.Rect {
				t.Fatalf("the picture is %v, the golden %v", got.Rect, want.Rect)
			}
			for y := range Height {
				for x := range Width {
					if got.At(x, y) != want.At(x, y) {
						t.Fatalf("differs from %s, first at %d, %d: %v instead of %v", file, x, y, got.At(x, y), want.At(x, y))
					}
				}
			}
			if len(data) > 40_000 {
				t.Errorf("the file has %d bytes, more than 40 kB", len(data))
			}
		})
	}
}

// TestDeterminism draws a picture several times at once, on more and on fewer
// processors.
func TestDeterminism(t *testing.T) {
	for _, processors := range []int{1, 4} {
		before := runtime.GOMAXPROCS(processors)
		defer runtime.GOMAXPROCS(before)
		for _, c := range samples[:2] {
			want := write(t, c.content)
			var wait sync.WaitGroup
			for range 3 {
				wait.Go(func() {
					if got := write(t, c.content); !bytes.Equal(got, want) {
						t.Errorf("%s: two drawings differ", c.name)
					}
				})
			}
			wait.Wait()
		}
	}
}

// TestSays holds each field to be on the picture: without it, it differs.
func TestSays(t *testing.T) {
	full := samples[0].content
	whole := write(t, full)
	for name, change := range map[string]func(*Content){
		"publication": func(c *Content) { c.Publication = "" },
		"category":    func(c *Content) { c.Category = "" },
		"title":       func(c *Content) { c.Title = "" },
		"date":        func(c *Content) { c.Date = "" },
		"numeral":     func(c *Content) { c.Places[2].Numeral = "–" },
		"name":        func(c *Content) { c.Places[2].Name = "" },
		"score":       func(c *Content) { c.Places[2].Score = "" },
		"bar":         func(c *Content) { c.Places[2].Total = 0 },
		"places":      func(c *Content) { c.Places = nil },
	} {
		c := full
		c.Places = append([]Place(nil), full.Places...)
		change(&c)
		if bytes.Equal(write(t, c), whole) {
			t.Errorf("the picture looks the same without its %s", name)
		}
	}
	four := full
	four.Places = append(append([]Place(nil), full.Places...), Place{Numeral: "4", Name: "Fourth", Score: "7.000", Total: 7_000_000})
	if !bytes.Equal(write(t, four), whole) {
		t.Error("a fourth place changes the picture")
	}
}

// TestEdges holds whatever is written to stay within the picture's frame.
func TestEdges(t *testing.T) {
	long := strings.Repeat("Wörter ", 200)
	unbroken := strings.Repeat("W", 400)
	for i, text := range []string{long, unbroken, strings.Repeat("iW", 300), strings.Repeat("é\u0301", 300), strings.Repeat("株", 300)} {
		c := Content{Publication: text, Category: text, Title: text, Date: text, Places: []Place{{Numeral: strconv.Itoa(1 << 30), Name: text, Score: text, Total: 1 << 30}, {Numeral: "-5", Name: text, Score: text, Total: -1}}}
		p := decode(t, write(t, c))
		for y := range Height {
			for x := range Width {
				if in := x >= edge-8 && x < Width-edge+8 && y > 40 && y <= foot; !in && p.ColorIndexAt(x, y) != 0 {
					t.Fatalf("text %d: ink at %d, %d, outside the frame", i, x, y)
				}
			}
		}
	}
}

// FuzzDraw draws whatever is written. It leaves the packing out, which sees
// nothing but pixels.
func FuzzDraw(f *testing.F) {
	for _, c := range samples {
		f.Add(c.content.Publication, c.content.Category, c.content.Title, c.content.Date, 1, "name", "8.2", 1)
	}
	f.Fuzz(func(t *testing.T, publication, category, title, date string, rank int, name, score string, total int) {
		places := []Place{{Numeral: strconv.Itoa(rank), Name: name, Score: score, Total: total}}
		guide, err := draw(Content{publication, category, title, date, places[:len(name)%2]})
		if err != nil {
			t.Fatal(err)
		}
		for y := range Height {
			for _, x := range []int{0, Width - 1} {
				if guide.row(y)[x] != 0 {
					t.Fatalf("ink at %d, %d", x, y)
				}
			}
		}
	})
}

// BenchmarkPNG draws a guide's picture and an article's; a site of a thousand
// guides has a thousand.
func BenchmarkPNG(b *testing.B) {
	for _, c := range samples[:4] {
		b.Run(c.name, func(b *testing.B) {
			size := 0
			for b.Loop() {
				size = len(write(b, c.content))
			}
			b.ReportMetric(float64(size), "bytes")
		})
	}
}

func ExamplePNG() {
	var b bytes.Buffer
	if err := PNG(&b, Content{Publication: "Example", Title: "Best Tea Shops (2025)", Places: []Place{{Numeral: "1", Name: "Leaf & Co", Score: "8.50", Total: 8_500_000}}}); err != nil {
		fmt.Println(err)
	}
	config, err := png.DecodeConfig(&b)
	fmt.Println(config.Width, config.Height, err)
	// Output: 1200 630 <nil>
}
