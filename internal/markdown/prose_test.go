package markdown

import (
	"bytes"
	"encoding/gob"
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Prose is plain data: it is equal when its source is, and nothing is lost when
// it is stored.
func TestProseIsPlainData(t *testing.T) {
	source := strings.Replace(typical(), "Crime.", "~~Crime~~ [c](#buyers) ![d](/e.png)\\\nf\n\nTable: g\n\n|h|\n|-:|\n|i|\n\n- [x] j\n\n```k\nl\n```\n", 1)
	d := Parse(source)
	if len(d.Mistakes) > 0 {
		t.Fatal(d.Mistakes)
	}
	if diff := cmp.Diff(d, Parse(source)); diff != "" {
		t.Error(diff)
	}
	var b bytes.Buffer
	var fromGob, fromJSON Document
	if err := gob.NewEncoder(&b).Encode(d); err != nil {
		t.Fatal(err)
	}
	if err := gob.NewDecoder(&b).Decode(&fromGob); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(d, &fromGob); diff != "" {
		t.Error("gob:", diff)
	}
	text, err := json.Marshal(d)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(text, &fromJSON); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(d, &fromJSON); diff != "" {
		t.Error("JSON:", diff)
	}
}
