package report_test

import (
	"cmp"
	"math/big"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"shortlist/internal/guide"
)

var (
	giver  = regexp.MustCompile(`(\w+) \(([^)]*?)(?: %)?\)`)
	moving = regexp.MustCompile(`(\w+) from (equal )?(\d+)\w\w to (equal )?(\d+)\w\w`)
)

func itoa(n int) string { return strconv.Itoa(n) }

func sorted(ids ...int) []int {
	slices.Sort(ids)
	return ids
}

// pairB is the second of the pair; of a ranking as a whole, who follows the first.
func (o *oracle) pairB() int {
	if o.b >= 0 {
		return o.b
	}
	return o.second()[0]
}

// pick is who stands first.
func (o *oracle) pick() int { return o.inOrder()[0] }

func (o *oracle) inOrder() []int {
	order := o.entries()
	slices.SortStableFunc(order, func(a, b int) int { return o.totals[b].Cmp(o.totals[a]) })
	return order
}

// lift is how far a criterion lifts the entry above the average of all.
func (o *oracle) lift(k int) *big.Rat {
	sum := new(big.Rat)
	for _, i := range o.entries() {
		sum = add(sum, sub(o.counts[o.a][k], o.counts[i][k]))
	}
	return mul(o.weights[k], sum)
}

// above are the criteria with weight on which the entry surely scores higher than
// all others, or else as high and not the same as all.
func (o *oracle) above(alone bool) []int {
	var out []int
	for k, w := range o.weights {
		if w.Sign() == 0 || !alone && o.lift(k).Sign() <= 0 {
			continue
		}
		if !slices.ContainsFunc(o.entries(), func(i int) bool {
			by := o.low[o.a][k].Cmp(o.high[i][k])
			return i != o.a && (by < 0 || alone && by == 0)
		}) {
			out = append(out, k)
		}
	}
	return out
}

// lifted says why those that are named of some criteria are not the ones that lift
// the entry most.
func (o *oracle) lifted(held, said []int) string {
	for _, k := range held {
		if slices.Contains(said, k) {
			continue
		}
		for _, s := range said {
			if o.lift(k).Cmp(o.lift(s)) > 0 {
				return o.g.Criteria[k].Name + " lifts it more than " + o.g.Criteria[s].Name
			}
		}
	}
	return ""
}

// anyWeighed reports whether a score with weight is not known to the point.
func (o *oracle) anyWeighed() bool {
	for k, w := range o.weights {
		for _, i := range o.entries() {
			if w.Sign() > 0 && o.open(i, k) {
				return true
			}
		}
	}
	return false
}

type gift struct{ name, share string }

func givers(listed string) []gift {
	var out []gift
	for _, g := range giver.FindAllStringSubmatch(listed, -1) {
		out = append(out, gift{g[1], g[2]})
	}
	return out
}

// turns says why moving more than so many points, or all that some criteria have
// and any of another, does not put j before i.
func (o *oracle) turns(i, j int, full []gift, from, to string, points *big.Rat) string {
	d := func(k int) *big.Rat { return sub(o.counts[i][k], o.counts[j][k]) }
	f, t := o.criterion(from), o.criterion(to)
	gap, moved := sub(o.totals[i], o.totals[j]), new(big.Rat)
	for _, g := range full {
		k := o.criterion(g.name)
		if why := shareOf(g.share, o.weights[k]); why != "" {
			return why
		}
		gap, moved = sub(gap, mul(o.weights[k], sub(d(k), d(t)))), add(moved, o.weights[k])
	}
	rest := new(big.Rat)
	if points != nil {
		rest = sub(quo(points, rat(100, 1)), moved)
	}
	gap = sub(gap, mul(rest, sub(d(f), d(t))))
	return all(must(d(f).Cmp(d(t)) > 0, "%s does not give to %s", from, to), must(rest.Sign() >= 0, "less than the others give"),
		must(rest.Cmp(o.weights[f]) < 0, "%s does not have more than that", from), must(gap.Sign() <= 0, "it does not do"))
}

// cheap says why so many points are not the least that it takes, rounded up.
func (o *oracle) cheap(i, j int, printed string) string {
	if !o.few() {
		return ""
	}
	c := o.cheapest(i, j)
	if c == nil {
		return "no weights do"
	}
	over := sub(parse(printed), mul(c, rat(100, 1)))
	return must(over.Sign() >= 0 && over.Cmp(ulp(printed)) < 0, "%s are %s", printed, mul(c, rat(100, 1)).FloatString(6))
}

// before is what stands before the weight that is moved.
func (o *oracle) before(words string, i, j int) string {
	words = strings.ToLower(words)
	if rest, ok := strings.CutSuffix(words, "as scored, "); ok {
		words, o.scored = rest, true
	}
	switch {
	case words == "":
		return o.asScored(i, j)
	case words == "the order is close: ":
		return all(o.asScored(i, j), must(!o.few() || o.cheapest(i, j).Cmp(o.stress) < 0, "it takes more than may be moved"))
	case strings.HasPrefix(words, "first place is lost most cheaply to "):
		if !o.few() {
			return ""
		}
		for _, x := range o.entries() {
			if c := o.cheapest(i, x); x != i && c != nil && c.Cmp(o.cheapest(i, j)) < 0 {
				return o.g.Entries[x].Provider.Name + " takes it more cheaply"
			}
		}
		return all(must(o.scored || !o.anyOpen(), "it holds only as scored"), must(strings.Contains(words, strings.ToLower(o.g.Entries[j].Provider.Name)), "another"))
	}
	return "the oracle does not know " + words
}

// after is what stands behind it: who else takes first place for as little.
func (o *oracle) after(words string, i, j int) string {
	if !o.few() {
		return ""
	}
	var others, said []int
	listed, ok := strings.CutPrefix(words, "; as few points can do so for ")
	for _, x := range o.entries() {
		if c := o.cheapest(i, x); x != i && x != j && c != nil && c.Cmp(o.cheapest(i, j)) == 0 {
			others = append(others, x)
		}
	}
	if !ok {
		return ""
	}
	said = names(listed, o.provider)
	return same(said, others, "those that do as cheaply")
}

// sides says why one of two is not ahead and behind on these criteria alone.
func (o *oracle) sides(ahead, behind string) string {
	var said []int
	for side, listed := range map[int]string{1: ahead, -1: behind} {
		for _, g := range givers(listed) {
			k := o.criterion(g.name)
			said = append(said, k)
			gap := o.gap(o.a, o.b, k)
			printed := strings.NewReplacer("+", "", "−", "").Replace(g.share)
			if why := all(must(gap.Sign() == side, "the side of %s", g.name), near(printed, gap.Abs(gap))); why != "" {
				return why
			}
		}
	}
	want := slices.DeleteFunc(o.criteria(), func(k int) bool { return o.gap(o.a, o.b, k).Sign() == 0 })
	return same(sorted(said...), want, "what sets them apart")
}

// passes says why a score does not just pass the next one up.
func (o *oracle) passes(k, above int, score *big.Rat) string {
	with := func(s *big.Rat) int {
		return add(o.totals[o.a], mul(o.weights[k], sub(s, o.counts[o.a][k]))).Cmp(o.totals[above])
	}
	between := slices.ContainsFunc(o.entries(), func(x int) bool {
		return o.totals[x].Cmp(o.totals[o.a]) > 0 && o.totals[x].Cmp(o.totals[above]) < 0
	})
	return all(must(with(score) > 0, "it would not"), must(with(sub(score, rat(1, 100))) <= 0, "less would"),
		must(o.totals[above].Cmp(o.totals[o.a]) > 0 && !between, "another is next"))
}

func (o *oracle) within(best, worst string, rough, scored bool) string {
	if !o.few() {
		n := itoa(o.rank(o.a))
		return must(len(best) < len(n) || len(best) == len(n) && best <= n, "better than it is")
	}
	r := o.ranges(rough, scored)[o.a]
	return all(isRank(best, r[0]), isRank(worst, r[1]))
}

func (o *oracle) allows(words string) string {
	return all(must(strings.Contains(words, " of the weight moved anywhere") == (o.stress.Sign() > 0), "weight"),
		must(strings.Contains(words, "known scores that are off by up to") == (o.grain.Sign() > 0), "grain"),
		must(strings.Contains(words, "whatever the missing scores turn out to be") == o.anyOpen(), "missing scores"))
}

func (o *oracle) drawnOf(listed string) string {
	var want []string
	if o.stress.Sign() > 0 && len(o.weights) > 1 {
		want = append(want, "weights")
	}
	if o.anyOpen() {
		want = append(want, "missing scores")
	}
	if o.grain.Sign() > 0 {
		want = append(want, "rounding")
	}
	got := joints.Split(listed, -1)
	return must(slices.Equal(got, want), "what is drawn is %v", want)
}

const tolerance = 2.5 // points: three times what 10,000 draws by another method are off, and rounding

func (o *oracle) share(i int, words string) string {
	if !o.few() {
		return ""
	}
	is := o.drawn()[i]
	switch said, rounded := strings.CutPrefix(words, "about "); {
	case rounded:
		d := is - f64(parse(said))
		return must(max(d, -d) < tolerance, "it is %.1f", is)
	case words == "99 or more":
		return must(is > 99-tolerance, "it is %.1f", is)
	}
	return must(is < 1+tolerance, "it is %.1f", is)
}

var threats = regexp.MustCompile(`^(.+?) (?:is|are) (?:each )?(the nearest threats?, (?:each )?first in|first in about as many|first in more,) ?(.*?)\.?$`)

// threat says why those who are named are not who else comes first most often.
func (o *oracle) threat(words string) string {
	words = strings.TrimSuffix(words, ".")
	if !o.few() {
		return ""
	}
	most := 0.0
	for i, s := range o.drawn() {
		if i != o.a {
			most = max(most, s)
		}
	}
	if words == "nobody else is in as many as one" {
		return must(most < 1+tolerance, "somebody is in %.1f", most)
	}
	if strings.HasPrefix(words, "the nearest threats are ") {
		return ""
	}
	m := threats.FindStringSubmatch(words)
	if m == nil {
		return "the oracle does not know " + words
	}
	own := o.drawn()[o.a]
	for _, i := range names(m[1], o.provider) {
		s := o.drawn()[i]
		why := all(must(s > most-tolerance, "another comes first in %.1f", most), must(m[3] == "" || o.share(i, m[3]) == "", "it is %.1f", s))
		switch {
		case why != "":
			return why
		case strings.HasPrefix(m[2], "the nearest") && s > own+tolerance, strings.HasPrefix(m[2], "first in more") && s < own-tolerance:
			return "more often or less often than the first"
		}
	}
	return ""
}

// tiers are who is surely beaten by nobody, by nobody but those, and so on.
func (o *oracle) tiers(scored bool) [][]int {
	left := o.entries()
	var out [][]int
	for len(left) > 0 {
		var tier []int
		for _, i := range left {
			if !slices.ContainsFunc(left, func(j int) bool { return j != i && o.surely(j, i, scored) }) {
				tier = append(tier, i)
			}
		}
		out = append(out, tier)
		left = slices.DeleteFunc(left, func(i int) bool { return slices.Contains(tier, i) })
	}
	return out
}

func (o *oracle) top(ids []int, under string) string {
	if why := o.under(under, o.anyOpen()); why != "" || !o.few() {
		return why
	}
	return same(ids, o.tiers(o.scored)[0], "those whom nobody is surely ahead of")
}

// group says why nobody is surely ahead of some, or of more than those.
func (o *oracle) group(prefix string, ids []int) string {
	if !o.few() {
		return ""
	}
	at := 0
	if strings.HasPrefix(strings.ToLower(prefix), "apart") {
		at = 1
	}
	tiers := o.tiers(o.scored)
	return all(must(len(tiers) > at, "nobody is left"), same(sorted(ids...), tiers[at], "those whom nobody is surely ahead of"))
}

// heavy says why criteria do not carry a share that is more than half, or are more
// than it takes.
func (o *oracle) heavy(ids []int, share string) string {
	sum, last := new(big.Rat), rat(1, 1)
	for _, k := range ids {
		sum, last = add(sum, o.weights[k]), least(last, o.weights[k])
	}
	return all(shareOf(share, sum), must(sum.Cmp(rat(1, 2)) > 0, "no more than half"), must(sub(sum, last).Cmp(rat(1, 2)) <= 0, "fewer do"))
}

// narrows says why finding a score to be what it counts as does not narrow all
// ranges together by so much.
func (o *oracle) narrows(i, k int, words string) string {
	if !o.few() {
		return ""
	}
	found := newTruth(o.g, nil)
	found.low[i][k], found.high[i][k] = found.counts[i][k], found.counts[i][k]
	n := 0
	for x, r := range o.ranges(false, false) {
		is := found.ranges(false, false)[x]
		n += r[1] - r[0] - is[1] + is[0]
	}
	if words == "" {
		words = "no"
	}
	return isCount(words, n)
}

func (o *oracle) moves() []int {
	return slices.DeleteFunc(o.entries(), func(i int) bool { return o.rank(i) == o.other.rank(i) })
}

func (o *oracle) farthest() []int {
	far := func(i int) int { return max(o.rank(i)-o.other.rank(i), o.other.rank(i)-o.rank(i)) }
	most := slices.MaxFunc(o.entries(), func(i, j int) int { return cmp.Compare(far(i), far(j)) })
	return slices.DeleteFunc(o.entries(), func(i int) bool { return far(i) != far(most) })
}

// known reports whether anything is known of a score.
func (o *oracle) known(i, k int) bool { return o.g.Entries[i].Scores[k].State != guide.NotCovered }

// median is the middle of the known scores on a criterion, as they count.
func (o *oracle) median(k int) *big.Rat {
	var all []*big.Rat
	for _, i := range o.entries() {
		if o.known(i, k) {
			all = append(all, o.counts[i][k])
		}
	}
	slices.SortFunc(all, func(a, b *big.Rat) int { return a.Cmp(b) })
	return mul(add(all[(len(all)-1)/2], all[len(all)/2]), rat(1, 2))
}

// standsOut are the three criteria that speak most for the entry, or against it.
func (o *oracle) standsOut(speaks bool) []int {
	worth := map[int]*big.Rat{}
	var out []int
	for _, k := range o.criteria() {
		end, sign := o.low[o.a][k], 1
		if !speaks {
			end, sign = o.high[o.a][k], -1
		}
		field, beyond := 0, 0
		for _, i := range o.entries() {
			if o.known(i, k) {
				field++
				if i != o.a && o.counts[i][k].Cmp(end) == sign {
					beyond++
				}
			}
		}
		if !o.known(o.a, k) || field < 3 || o.weights[k].Sign() == 0 {
			continue
		}
		apart := mul(sub(end, o.median(k)), rat(int64(sign), 1))
		if apart.Cmp(rat(1, 1)) >= 0 && 3*(beyond+1) <= field {
			worth[k] = mul(apart, o.weights[k])
			out = append(out, k)
		}
	}
	slices.SortStableFunc(out, func(a, b int) int {
		return cmp.Or(worth[b].Cmp(worth[a]), o.weights[b].Cmp(o.weights[a]))
	})
	return out[:min(3, len(out))]
}
