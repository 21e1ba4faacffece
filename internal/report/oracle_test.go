package report_test

import (
	"fmt"
	"math/big"
	"regexp"
	"slices"
	"strings"

	"shortlist/internal/report/sentence"
)

// oracle reads sentences as a reader does, by patterns of its own, and computes
// what each claims again. A sentence that it does not know is a mistake, and so
// is one that does not hold.
type oracle struct {
	*truth
	other  *truth // the order under other weights, where a sentence compares two
	a, b   int    // the pair that a sentence speaks of, in order; b is -1 where it speaks of one entry
	scored bool   // the sentence says "as scored"
}

// claim is a kind of sentence. In its pattern P is a provider, C a criterion,
// L a list of either, N a number, O a rank, K a number in words, W a share.
type claim struct {
	pattern string
	holds   func(o *oracle, m []string) string // why it does not; empty where it does
}

var places = strings.NewReplacer("{P}", `(\w+)`, "{C}", `(\w+)`, "{L}", `(\w+(?:(?:, | and | or )\w+)*)`, "{N}", `(\d+(?:\.\d+)?)`,
	"{G}", `((?:about )?\d+\.\d+)`, "{O}", `(\d+)(?:st|nd|rd|th)`, "{K}", `(\w+)`, "{W}", `((?:about )?\d+(?:\.\d+)?) %`, "{U}", underPattern, "{A}", couldPattern,
	"{S}", `(about \d+|fewer than one)`, "{T}", `(.+)`)

const underPattern = `( at these weights|(?: if up to \d+(?:\.\d+)? % of the weight moves)?(?:, whatever the missing scores turn out to be)?)`

// couldPattern is the same conditions, as what may happen.
const couldPattern = `( at these weights| if the missing scores fall that way| if up to \d+(?:\.\d+)? % of the weight moves(?: and the missing scores fall that way)?)`

var compiled []*regexp.Regexp

// read checks all that a text says.
func (o oracle) read(t sentence.Text) error {
	said := strings.ReplaceAll(t.String(), "\u00a0", " ")
	if said == "" {
		return nil
	}
	for _, one := range strings.Split(said, ". ") {
		if err := o.one(one); err != "" {
			return fmt.Errorf("%q in %q: %s", one, said, err)
		}
	}
	for _, p := range t.Parts {
		if why := figure(p); why != "" {
			return fmt.Errorf("%q: %s", said, why)
		}
	}
	return nil
}

func (o oracle) one(said string) string {
	rest, scored := strings.CutPrefix(strings.TrimSuffix(said, "."), "As scored, ")
	o.scored = scored
	why := "the oracle knows no such sentence"
	for i, pattern := range compiled {
		if m := pattern.FindStringSubmatch(rest); m != nil {
			if why = o.holds(claims[i], m[1:]); why == "" {
				return ""
			}
		}
	}
	return why
}

// holds checks a claim; a name that is none is a reason, too.
func (o *oracle) holds(c claim, m []string) (why string) {
	defer func() {
		if fault := recover(); fault != nil {
			why = fmt.Sprint(fault)
		}
	}()
	return c.holds(o, m)
}

// figure holds a part's words against its value: they may be rounded by less than
// one of their last decimals.
func figure(p sentence.Part) string {
	if p.Name == "" && (p.Of != "" || p.Scale != 0) || p.Of != "" && p.Scale != 0 || strings.ContainsAny(p.Words, "{}") {
		return fmt.Sprintf("the part %+v is neither words nor a name nor a figure", p)
	}
	printed := number.FindString(strings.ReplaceAll(p.Words, "−", "-"))
	if p.Scale == 0 || printed == "" {
		return ""
	}
	n, value := parse(printed), big.NewRat(p.Value, p.Scale)
	if sub(n, value).Abs(sub(n, value)).Cmp(ulp(printed)) >= 0 {
		return fmt.Sprintf("%s stands for %s", p.Words, value.FloatString(8))
	}
	return ""
}

var number = regexp.MustCompile(`-?\d+(\.\d+)?`)

func parse(s string) *big.Rat {
	s = strings.NewReplacer("about ", "", "−", "-", "+", "").Replace(s)
	r, ok := new(big.Rat).SetString(s)
	if !ok {
		return nil
	}
	return r
}

// ulp is 1 in the last decimal of a printed number.
func ulp(printed string) *big.Rat {
	_, decimals, _ := strings.Cut(printed, ".")
	one := rat(1, 1)
	for range decimals {
		one = mul(one, rat(1, 10))
	}
	return one
}

// near says why a printed number is not an exact one rounded to its decimals.
func near(printed string, exact *big.Rat) string {
	d := sub(parse(printed), exact)
	if d.Abs(d).Cmp(mul(ulp(printed), rat(1, 2))) > 0 {
		return fmt.Sprintf("%s is %s", printed, exact.FloatString(8))
	}
	return ""
}

// shareOf says why a printed share of a whole in percent is wrong; "about" allows
// for rounding.
func shareOf(printed string, exact *big.Rat) string {
	exact = mul(exact, rat(100, 1))
	if strings.HasPrefix(printed, "about ") {
		return near(strings.TrimPrefix(printed, "about "), exact)
	}
	if parse(printed).Cmp(exact) != 0 {
		return fmt.Sprintf("%s %% is %s", printed, exact.FloatString(8))
	}
	return ""
}

var numerals = []string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}

func isCount(words string, n int) string {
	if want := fmt.Sprint(n); !strings.EqualFold(words, want) && (n >= len(numerals) || !strings.EqualFold(words, numerals[n])) {
		return fmt.Sprintf("%s are %d", words, n)
	}
	return ""
}

func isRank(figures string, n int) string {
	if figures != fmt.Sprint(n) {
		return fmt.Sprintf("rank %s is %d", figures, n)
	}
	return ""
}

func (o *oracle) provider(name string) int {
	for i, e := range o.g.Entries {
		if strings.EqualFold(e.Provider.Name, name) {
			return i
		}
	}
	panic("no provider " + name)
}

func (o *oracle) criterion(name string) int {
	for k, c := range o.g.Criteria {
		if strings.EqualFold(c.Name, name) {
			return k
		}
	}
	panic("no criterion " + name)
}

var joints = regexp.MustCompile(`, | and | or `)

func names(listed string, find func(string) int) []int {
	var out []int
	for _, n := range joints.Split(listed, -1) {
		out = append(out, find(n))
	}
	slices.Sort(out)
	return out
}

// all is the first of some reasons; empty where there is none.
func all(reasons ...string) string {
	for _, r := range reasons {
		if r != "" {
			return r
		}
	}
	return ""
}

func must(ok bool, why string, args ...any) string {
	if ok {
		return ""
	}
	return fmt.Sprintf(why, args...)
}

func same(got, want []int, what string) string {
	return must(slices.Equal(got, want), "%s are %v, not %v", what, want, got)
}

// asScored says that a sentence on two entries that holds only as scored must say
// so.
func (o *oracle) asScored(i, j int) string {
	return must(o.scored || !o.pairOpen(i, j), "it holds only as scored")
}

// under checks what a guarantee says that it allows for.
func (o *oracle) under(words string, missing bool) string {
	want := ""
	if o.stress.Sign() > 0 {
		want = " if up to " + strings.TrimSuffix(strings.TrimRight(mul(o.stress, rat(100, 1)).FloatString(2), "0"), ".") + " % of the weight moves"
	}
	if missing && !o.scored {
		want += ", whatever the missing scores turn out to be"
	}
	if want == "" {
		want = " at these weights"
	}
	return must(words == want, "it allows for %q, not %q", want, words)
}

// lead checks a lead with both totals: the printed difference is that of the
// printed totals.
func (o *oracle) lead(i, j int, gap, high, low string) string {
	exact, about := strings.CutPrefix(gap, "about ")
	d := sub(parse(high), parse(low))
	if !about {
		if why := near(exact, sub(o.totals[i], o.totals[j])); why != "" {
			return why
		}
	}
	return all(near(high, o.totals[i]), near(low, o.totals[j]), must(d.Cmp(parse(exact)) == 0, "%s less %s is not %s", high, low, exact),
		must(o.totals[i].Cmp(o.totals[j]) > 0, "it is not ahead"), must(parse(exact).Sign() > 0, "a lead that is printed as nothing"))
}
