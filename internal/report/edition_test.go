package report

import (
	"reflect"
	"testing"

	"shortlist/internal/rank"
	"shortlist/internal/report/sentence"
)

// said is a text without figures.
func said(words string) sentence.Text { return sentence.Text{Parts: []sentence.Part{{Words: words}}} }

func TestMovesWithOneCauseStandTogether(t *testing.T) {
	type group struct {
		because string
		moves   []string
	}
	weights := sentence.Cause{Step: rank.Step{Cause: rank.WeightsChanged}, Text: said("the weights changed: Costs from 5 to 10")}
	own := sentence.Cause{Step: rank.Step{Cause: rank.ScoreChanged, Entry: "c"}, Text: said("its score on Costs rose from 5 to 7")}
	move := func(id, was, is string, causes ...sentence.Cause) sentence.Move {
		return sentence.Move{ID: id, Name: "Provider " + id, From: 1, To: 2, Was: was, Is: is, Causes: causes}
	}
	var got []group
	for _, g := range byCause([]sentence.Move{move("a", "3rd", "1st", weights), move("c", "5th", "4th", own), move("b", "1st", "2nd", weights),
		move("d", "6th", "7th", weights, own), move("e", "7th", "6th", weights, own)}) {
		got = append(got, group{g.Because.String(), sentence.Strings(g.Moves)})
	}
	want := []group{
		{"The weights changed: Costs from 5 to 10.", []string{"Provider a: 3rd to 1st.", "Provider b: 1st to 2nd."}},
		{"", []string{"Provider c: 5th to 4th, because its score on Costs rose from 5 to 7."}},
		{"Because of two changes: the weights changed: Costs from 5 to 10; its score on Costs rose from 5 to 7.",
			[]string{"Provider d: 6th to 7th.", "Provider e: 7th to 6th."}},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
}
