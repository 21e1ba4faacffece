package dataset

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"shortlist/internal/testrun"
	"slices"
	"testing"
)

// question is a file as a page's script reads it, and what the reader asks for:
// own weights, -1 for a criterion that was not moved.
type question struct {
	File json.RawMessage `json:"file"`
	Own  []int           `json:"own"`
}

type scriptPlace struct {
	Provider string `json:"provider"`
	Rank     int    `json:"rank"`
	Total    int    `json:"total"`
	Score    string `json:"score"`

	Provisional bool `json:"provisional"`
}

// TestScriptRecomputes has static/order.js compute every order again from the
// published file alone, as it does in the browser: the guides of this
// repository and many drawn ones, at the editors' weights, under each lens and
// under weights that a reader might choose. Ranks, totals and printed scores are
// those of Go, ties included. Node is among what `make test` installs.
func TestScriptRecomputes(t *testing.T) {
	testrun.Needs(t, "node")
	var questions []question
	var names []string
	var want [][]scriptPlace
	for _, p := range everything(t) {
		if p.view.Region != nil {
			continue // ranks fewer entries, which the script leaves to Go
		}
		d := p.document("/")
		q := question{File: encode(t, published{g: p.g}), Own: make([]int, len(d.Criteria))}
		for k, c := range d.Criteria {
			w, moved := d.View.OwnWeights[c.ID]
			switch {
			case d.View.Weights == "lens":
				q.Own[k] = c.BasisPoints
			case moved:
				q.Own[k] = w
			default:
				q.Own[k] = -1
			}
		}
		places := []scriptPlace{}
		for _, place := range d.Places {
			places = append(places, scriptPlace{place.Provider, place.Rank, place.Total, place.Score, place.Provisional})
		}
		questions, names, want = append(questions, q), append(names, p.name), append(want, places)
	}
	source, err := os.ReadFile("../../../static/order.js")
	if err != nil {
		t.Fatal(err)
	}
	in, err := json.Marshal(map[string]any{"script": string(source), "questions": questions})
	if err != nil {
		t.Fatal(err)
	}
	command := exec.Command("node", "testdata/script.mjs")
	command.Stdin, command.Stderr = bytes.NewReader(in), os.Stderr
	out, err := command.Output()
	if err != nil {
		t.Fatal(err)
	}
	var got [][]scriptPlace
	if err := json.Unmarshal(out, &got); err != nil || len(got) != len(want) {
		t.Fatalf("%d answers to %d questions, %v", len(got), len(want), err)
	}
	for i := range want {
		if !slices.Equal(got[i], want[i]) {
			t.Errorf("%s: the script gives %v, want %v", names[i], got[i], want[i])
		}
	}
	t.Logf("%d orders", len(want))
}
