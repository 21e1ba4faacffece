package lint

import "testing"

func TestMayHold(t *testing.T) {
	for text, want := range map[string]bool{
		"": false, "l": false, "all words are meant": false, "an L and a lore": false,
		"LoReM ipsum": true, "the end: lorem": true, "a " + toDo + " here": true, "TBD": true, "tbd": false,
	} {
		if got := mayHold(text); got != want {
			t.Errorf("mayHold(%q) = %v", text, got)
		}
	}
}
