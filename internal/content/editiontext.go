package content

import (
	"bytes"
	"fmt"
	"strconv"

	"shortlist/internal/content/front"
	"shortlist/internal/guide"
)

// EncodeEdition is an edition as the bytes of its file: one line for each fact,
// in a fixed order, so that two editions can be laid side by side. What it
// writes, [DecodeEdition] reads back unchanged, but for Origin.
func EncodeEdition(e *guide.Edition) []byte {
	var b bytes.Buffer
	b.WriteString("# A ranking, frozen by `shortlist snapshot`. It is a record: do not edit it by hand.\n")
	date := e.Date.String()
	if e.Date.Day == 0 {
		date = front.Quoted(date)
	}
	unknown := "midpoint"
	if e.Unknown == guide.Low {
		unknown = "low"
	}
	fmt.Fprintf(&b, "date = %s\ntitle = %s\nstress = %s\nunknown = %q\n", date, front.Quoted(e.Title), e.Stress, unknown)
	if e.Grain > 0 {
		fmt.Fprintf(&b, "grain = %s\n", e.Grain)
	}
	if e.MinKnown > 0 {
		fmt.Fprintf(&b, "min_known = %s\n", e.MinKnown)
	}
	if e.Description != "" {
		fmt.Fprintf(&b, "description = %s\n", front.Quoted(e.Description))
	}
	for _, c := range e.Criteria {
		weight := "weight = " + c.Weight.String()
		if c.Parts > 0 {
			weight = "parts = " + strconv.Itoa(c.Parts)
		}
		fmt.Fprintf(&b, "\n[[criteria]]\nid = %q\nname = %s\n%s\n", c.ID, front.Quoted(c.Name), weight)
	}
	writeGuideFacts(&b, e)
	for _, x := range e.Entries {
		fmt.Fprintf(&b, "\n[[entries]]\nprovider = %q\nname = %s\n", x.Provider, front.Quoted(x.Name))
		if x.Award != "" {
			fmt.Fprintf(&b, "award = %s\n", front.Quoted(x.Award))
		}
		fmt.Fprintf(&b, "rank = %d\ntotal = %s\n", x.Rank, totalText(x.Total))
		if x.Facts != nil {
			writeFacts(&b, e, x.Facts)
		}
		b.WriteString("\n[entries.scores]\n")
		for k, s := range x.Scores {
			fmt.Fprintf(&b, "%s = %s\n", e.Criteria[k].ID, scoreText(s))
		}
	}
	writeApart(&b, e)
	return b.Bytes()
}

// scoreText is a score in the notation of an entry.
func scoreText(s guide.EditionScore) string {
	var text string
	switch {
	case s == guide.EditionScore{Low: 0, High: guide.MaxScore}:
		return `"unknown"`
	case s.Low == s.High:
		text = fmt.Sprintf("score = %s", s.Low)
	default:
		text = fmt.Sprintf("low = %s, high = %s", s.Low, s.High)
	}
	if s.Figure != "" {
		text += ", figure = " + front.Quoted(s.Figure)
	}
	if s.Why != "" {
		text += ", why = " + front.Quoted(s.Why)
	}
	return "{ " + text + " }"
}

// totalText is a sum of weights times half-hundredths as one of weights times
// hundredths: "7165000", or "7165000.5".
func totalText(halves int) string {
	if halves%2 == 0 {
		return strconv.Itoa(halves / 2)
	}
	return strconv.Itoa(halves/2) + ".5"
}
