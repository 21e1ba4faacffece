package dataset

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"shortlist/internal/guide"
	"shortlist/internal/report/table"
)

var update = flag.Bool("update", false, "write testdata again")

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, got, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s changed; look at it, then run with -update:\n%s", name, diff)
	}
}

func TestJSON(t *testing.T) {
	golden(t, "vaults.json", encode(t, published{g: vaults()}))
}

// Whoever reads the file with a program of their own and writes it again gets
// the same bytes, so nothing is said in a way that is lost on the way.
func TestRoundTrip(t *testing.T) {
	for _, p := range everything(t) {
		bytes1 := encode(t, p)
		reader := json.NewDecoder(bytes.NewReader(bytes1))
		reader.UseNumber()
		reader.DisallowUnknownFields()
		var d Document
		if err := reader.Decode(&d); err != nil {
			t.Fatalf("%s: %v", p.name, err)
		}
		var bytes2 bytes.Buffer
		if err := JSON(&bytes2, d); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(bytes1), bytes2.String()); diff != "" {
			t.Errorf("%s: %s", p.name, diff)
		}
	}
}

func TestSameBytes(t *testing.T) {
	g := repository(t)[0]
	first := encode(t, published{g: g})
	for range 5 {
		if !bytes.Equal(first, encode(t, published{g: g})) {
			t.Fatal("the same guide gave other bytes")
		}
	}
	if !bytes.HasSuffix(first, []byte("}\n")) {
		t.Errorf("the document ends in %q", first[len(first)-3:])
	}
}

// The document says what it was made from, and the weights that it ranks by.
func TestView(t *testing.T) {
	g := vaults()
	japan := g.Entries[1].Regions[0]
	for _, tt := range []struct {
		name    string
		view    table.View
		want    Perspective
		weights [3]int
		order   string
	}{
		{"published", table.View{}, Perspective{Weights: "published"}, [3]int{5000, 3750, 1250}, "alder birch cedar"},
		{"lens", table.View{Lens: &g.Lenses[0]}, Perspective{Weights: "lens", Lens: "thrift"}, [3]int{1000, 8000, 1000}, "birch alder cedar"},
		{"own", table.View{Own: []guide.Weight{-1, -1, 2000}}, Perspective{Weights: "own", OwnWeights: map[string]int{"looks": 2000}},
			[3]int{4600, 3400, 2000}, "alder birch cedar"},
		{"region", table.View{Region: japan}, Perspective{Weights: "published", Region: "jp", LeftOut: []string{"cedar"}}, [3]int{5000, 3750, 1250}, "alder birch"},
		{"both", table.View{Region: japan, Lens: &g.Lenses[0]}, Perspective{Weights: "lens", Lens: "thrift", Region: "jp", LeftOut: []string{"cedar"}},
			[3]int{1000, 8000, 1000}, "birch alder"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := document(g, tt.view, "/")
			if diff := cmp.Diff(tt.want, d.View); diff != "" {
				t.Error(diff)
			}
			for k, c := range d.Criteria {
				if c.Weight != tt.weights[k] || c.PublishedWeight != int(g.Criteria[k].Weight) {
					t.Errorf("%s has the weights %d and %d", c.ID, c.Weight, c.PublishedWeight)
				}
			}
			var order []string
			for _, p := range d.Places {
				order = append(order, p.Provider)
			}
			if got := strings.Join(order, " "); got != tt.order {
				t.Errorf("order %s, want %s", got, tt.order)
			}
			if len(d.Entries) != len(d.Places) {
				t.Errorf("%d entries and %d places", len(d.Entries), len(d.Places))
			}
		})
	}
}

// full is a disk without room.
type full struct{}

var errFull = errors.New("no space left")

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestErrorsOfTheWriter(t *testing.T) {
	d := document(vaults(), table.View{}, "/")
	if err := JSON(full{}, d); !errors.Is(err, errFull) {
		t.Errorf("JSON: %v", err)
	}
	if err := CSV(full{}, d); !errors.Is(err, errFull) {
		t.Errorf("CSV: %v", err)
	}
}

func BenchmarkNew(b *testing.B) {
	g := repository(b)[0]
	for b.Loop() {
		document(g, table.View{}, base)
	}
}

func BenchmarkJSON(b *testing.B) {
	d := document(repository(b)[0], table.View{}, base)
	var out bytes.Buffer
	for b.Loop() {
		out.Reset()
		if err := JSON(&out, d); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(out.Len()), "bytes")
}

func BenchmarkCSV(b *testing.B) {
	d := document(repository(b)[0], table.View{}, base)
	for b.Loop() {
		if err := CSV(&bytes.Buffer{}, d); err != nil {
			b.Fatal(err)
		}
	}
}
