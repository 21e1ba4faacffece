package sentence

import "strings"

// Text is a computed sentence, or a few, with the figures in it named, so that a
// surface can mark them and a test can compute them again.
type Text struct {
	Claim string // which sentence it is: "flip", "share"
	Parts []Part
}

// Part is a run of words of a sentence. A figure has a name; what it speaks of
// is a provider's slug or a criterion's id. A figure's words may be rounded, and
// then they say so or say on which side; Value and Scale are exact.
type Part struct {
	Words string
	Name  string // of a figure: "lead", "share"; empty for mere words
	Of    string // the provider or criterion that it speaks of, if any
	Value int64  // the figure as an integer in the unit of its kind
	Scale int64  // what 1 is in that unit: Value/Scale is the figure; 0 for what is no number
}

// Empty reports whether nothing is said.
func (t Text) Empty() bool { return len(t.Parts) == 0 }

// String is the words.
func (t Text) String() string {
	if len(t.Parts) == 1 {
		return t.Parts[0].Words
	}
	var b strings.Builder
	for _, p := range t.Parts {
		b.WriteString(p.Words)
	}
	return b.String()
}

// Strings are the words of several.
func Strings(texts []Text) []string {
	out := make([]string, len(texts))
	for i, t := range texts {
		out[i] = t.String()
	}
	return out
}
