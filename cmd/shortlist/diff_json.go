package main

import (
	"io"
	"strings"

	"shortlist/internal/rank"
	"shortlist/internal/report/sentence"
)

// The JSON form of a comparison. Scores are hundredths and weights basis points,
// as in ranking.json; ranks are null where an entry is not ranked.
type (
	diffDocument struct {
		Version int         `json:"version"`
		Before  diffSide    `json:"before"`
		After   diffSide    `json:"after"`
		Moved   int         `json:"moved"` // how many ranks
		Guides  []diffGuide `json:"guides"`
	}
	diffSide struct {
		Kind   string `json:"kind"` // revision, edition or working-tree
		Name   string `json:"name,omitempty"`
		Commit string `json:"commit,omitempty"`
	}
	diffGuide struct {
		Guide  string      `json:"guide"`
		Title  string      `json:"title"`
		Status string      `json:"status"` // new, gone, changed or unchanged
		Moves  []diffMove  `json:"moves"`
		Also   []diffCause `json:"also"` // changes that no move is put down to
		Facts  []diffFact  `json:"facts"`
		Asks   string      `json:"asks,omitempty"` // is this a change in the world, or a correction?
	}
	diffFact struct {
		Kind     string   `json:"kind"` // fees, regions, award, attribute, figure, source, question ...
		Provider string   `json:"provider,omitempty"`
		ID       string   `json:"id,omitempty"` // of the criterion, attribute or source
		Was      []string `json:"was"`          // of a list, what went
		Is       []string `json:"is"`           // of a list, what came
		Text     string   `json:"text"`
	}
	diffMove struct {
		Provider string      `json:"provider"`
		Name     string      `json:"name"`
		From     *int        `json:"from"`
		To       *int        `json:"to"`
		Stated   *diffRange  `json:"stated"` // the range that was stated before; null when none was
		Within   bool        `json:"within_stated"`
		Causes   []diffCause `json:"causes"`
		Text     string      `json:"text"`
	}
	diffRange struct {
		Best  int `json:"best"`
		Worst int `json:"worst"`
	}
	diffCause struct {
		Kind      string       `json:"kind"` // exit, entry, score, weights or method
		Provider  string       `json:"provider,omitempty"`
		Criterion string       `json:"criterion,omitempty"`
		Was       *diffScore   `json:"was,omitempty"`
		Is        *diffScore   `json:"is,omitempty"`
		Reason    string       `json:"reason,omitempty"`
		Weights   []diffWeight `json:"weights,omitempty"`
		Text      string       `json:"text"`
	}
	diffScore struct {
		Low  int `json:"low"`
		High int `json:"high"`
	}
	diffWeight struct {
		Criterion string `json:"criterion"`
		Was       int    `json:"was"`
		Is        int    `json:"is"`
	}
)

func (d *difference) json(w io.Writer) error {
	doc := diffDocument{Version: 1, Before: d.before.document(), After: d.after.document(), Moved: d.moved(), Guides: []diffGuide{}}
	for _, c := range d.guides {
		g := c.document()
		if d.undeclared(c) {
			g.Asks = asks(c.Guide)
		}
		doc.Guides = append(doc.Guides, g)
	}
	return writeJSON(w, doc)
}

func (s side) document() diffSide {
	out := diffSide{Kind: "revision", Name: s.name, Commit: s.commit}
	switch {
	case s.isRecord:
		out.Kind = "edition"
	case s.commit == "":
		out.Kind = "working-tree"
	}
	return out
}

func (c guideChange) document() diffGuide {
	out := diffGuide{Guide: c.Guide, Moves: []diffMove{}, Also: causeDocuments(c.Still), Facts: []diffFact{}}
	for _, f := range c.Facts {
		out.Facts = append(out.Facts, diffFact{f.Kind, f.Provider, f.ID, orNone(f.Was), orNone(f.Is), plainSpaces(f.Text.String())})
	}
	switch {
	case c.Before == nil:
		out.Title, out.Status = c.After.Title, "new"
	case c.After == nil:
		out.Title, out.Status = c.Before.Title, "gone"
	case !c.None():
		out.Title, out.Status = c.After.Title, "changed"
	default:
		out.Title, out.Status = c.After.Title, "unchanged"
	}
	for _, m := range c.Moves {
		x := diffMove{Provider: m.ID, Name: m.Name, From: rankOrNull(m.From), To: rankOrNull(m.To), Within: m.Within,
			Causes: causeDocuments(m.Causes), Text: plainSpaces(m.Sentence().String())}
		if m.Stated.Best > 0 {
			x.Stated = &diffRange{m.Stated.Best, m.Stated.Worst}
		}
		out.Moves = append(out.Moves, x)
	}
	return out
}

func rankOrNull(n int) *int {
	if n == 0 {
		return nil
	}
	return &n
}

func causeDocuments(causes []sentence.Cause) []diffCause {
	out := []diffCause{}
	for _, c := range causes {
		s := c.Step
		x := diffCause{Kind: s.Cause.String(), Provider: s.Entry, Criterion: s.Criterion, Reason: c.Reason, Text: plainSpaces(c.Text.String())}
		if s.Cause == rank.ScoreChanged {
			x.Was, x.Is = &diffScore{s.Was.Low, s.Was.High}, &diffScore{s.Is.Low, s.Is.High}
		}
		for _, w := range s.Weights {
			x.Weights = append(x.Weights, diffWeight{w.Criterion, w.Was, w.Is})
		}
		out = append(out, x)
	}
	return out
}

// orNone makes an empty list of none at all, which JSON would print as null.
func orNone[T any](list []T) []T { return append([]T{}, list...) }

func plainSpaces(s string) string { return strings.ReplaceAll(s, "\u00a0", " ") }
