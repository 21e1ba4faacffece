package report_test

import (
	"math/rand/v2"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"shortlist/internal/report/sentence"
	"shortlist/internal/testrun"
)

// mutations are faults that the wording has had, or could have: what a sentence
// says, and what it would say then. The oracle must reject each, wherever it can
// be made.
var mutations = []struct {
	name, says, would string
	change            func(m []string) string // instead of would
}{
	{name: "several missing scores told as one", says: `[Ii]t takes \w+ missing scores together to put`, would: "A missing score can put"},
	{name: "what holds only as scored told without that", says: `As scored, no weights put ([A-Z]\w+) above`, would: "No weights put $1 above"},
	{name: "a printed difference that is not that of the totals beside it", says: `by (\d+)\.(\d+)(, | of 10)`, change: func(m []string) string {
		n, _ := strconv.Atoi(m[2])
		last := strconv.Itoa(n + 1)
		return "by " + m[1] + "." + strings.Repeat("0", max(len(m[2])-len(last), 0)) + last + m[3]
	}},
	{name: "more than all that a criterion weighs", says: `([Mm])oving all of (\w+) \((?:about )?([\d.]+) %\), and any of \w+, to`, would: "${1}oving more than $3 points of weight from $2 to"},
	{name: "the largest of equals told as the only one", says: `^(\w+)(?:, \w+)* and \w+ adds? most`, would: "$1 adds most"},
	{name: "who moves most told as the only one", says: `^(\w+)(?:, \w+)* and \w+ (?:gain|lose|move) (?:most|farthest): \w+ places? each`, would: "$1 gains most: 2nd to 1st"},
	{name: "a tie of three told as one of two", says: `(\w+), (\w+) and (\w+) are level, all`, would: "$1 and $3 are level, both"},
	{name: "a tie told as a rank of one's own", says: `[Ee]qual (\d+\w\w)( of|; stays)`, would: "$1$2"},
	{name: "a guarantee that is too narrow", says: `([Nn])ever outside (\d+\w\w) to \d+\w\w`, would: "${1}ever other than $2"},
	{name: "a range under stress that is too narrow", says: `stays between (\d+\w\w) and \d+\w\w( if|,)`, would: "stays $1$2"},
	{name: "a share of first places that is too great", says: `first in about (\d+)( of 100 draws)`, change: func(m []string) string {
		n, _ := strconv.Atoi(m[1])
		return "first in about " + strconv.Itoa(n+6) + m[2]
	}},
	{name: "rounding left out of what is drawn", says: `draws of (.*) and rounding`, would: "draws of $1"},
	{name: "most on for what is more than half", says: ` mainly on `, would: " most on "},
	{name: "one of several whom missing scores could put ahead", says: `[Mm]issing scores could put (\w+)(?:, \w+)* or \w+ ahead`, would: "Missing scores could put $1 ahead"},
	{name: "the guarantee of the weight alone", says: `, whatever the missing scores turn out to be`, would: ""},
	{name: "less weight than it takes", says: `moving more than (\d+)\.(\d) points`, change: func(m []string) string {
		n, _ := strconv.Atoi(m[1])
		if n == 0 {
			return "moving more than 0.0 points"
		}
		return "moving more than " + strconv.Itoa(n-1) + "." + m[2] + " points"
	}},
	{name: "ahead and behind exchanged", says: `ahead on (\w+ \()\+([^)]*\)); behind on (\w+ \()−`, would: "ahead on $3+$2; behind on $1−"},
	{name: "as high as others told as the highest", says: `nobody scores higher on`, would: "scores highest on"},
	{name: "a lift that rests on estimates told without that", says: `it most, estimates included`, would: "it most"},
	{name: "half of the weight", says: `carry (?:about )?[\d.]+ % of`, would: "carry 50 % of"},
}

func TestMutationsOfTheWordsAreRejected(t *testing.T) {
	t.Parallel()
	made := makeMutants(t)
	for i, m := range mutations {
		if made[i] < 3 {
			t.Errorf("%s: made %d times, which says little", m.name, made[i])
		}
	}
}

func makeMutants(t *testing.T) []int {
	count := make([]int, len(mutations))
	patterns := make([]*regexp.Regexp, len(mutations))
	for i, m := range mutations {
		patterns[i] = regexp.MustCompile(m.says)
	}
	for n, s := range shapes() {
		if s.criteria > 5 {
			continue // too many for every claim to be held to the last figure
		}
		for round := range testrun.Some(1, 4) {
			g := made(rand.New(rand.NewPCG(uint64(n), uint64(10+round))), s)
			each(g, func(o oracle, claim string, text sentence.Text) {
				said := strings.ReplaceAll(text.String(), "\u00a0", " ")
				for i, m := range mutations {
					at := patterns[i].FindStringSubmatchIndex(said)
					if at == nil || m.name == "the guarantee of the weight alone" && claim == "firm.open" {
						continue
					}
					would := string(patterns[i].ExpandString(nil, m.would, said, at))
					if m.change != nil {
						would = m.change(patterns[i].FindStringSubmatch(said))
					}
					mutant := said[:at[0]] + would + said[at[1]:]
					count[i]++
					if o.read(sentence.Text{Parts: []sentence.Part{{Words: mutant}}}) == nil {
						t.Errorf("%s: the oracle takes %q for %q (%s of %+v)", m.name, mutant, said, claim, s)
					}
				}
			})
		}
	}
	return count
}

// The figures of a sentence are data as well: one that is not what its words say
// is rejected.
func TestFiguresThatAreNotTheirWordsAreRejected(t *testing.T) {
	g := made(rand.New(rand.NewPCG(1, 1)), shape{entries: 3, criteria: 3, step: 50, stress: 1000, grain: 25})
	figures := 0
	each(g, func(o oracle, claim string, text sentence.Text) {
		for i, p := range text.Parts {
			if p.Scale == 0 || !number.MatchString(p.Words) {
				continue
			}
			figures++
			wrong := sentence.Text{Claim: text.Claim, Parts: append([]sentence.Part(nil), text.Parts...)}
			wrong.Parts[i].Value += wrong.Parts[i].Scale
			if o.read(wrong) == nil {
				t.Errorf("%s: %q stands for 1 more", claim, p.Words)
			}
		}
	})
	if figures < 50 {
		t.Errorf("only %d figures", figures)
	}
}
