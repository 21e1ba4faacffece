package report_test

import (
	"cmp"
	"math/big"
	"regexp"
	"slices"
	"strings"

	"shortlist/internal/guide"
)

// claims are all sentences that the oracle knows. They are set in init, since some
// read others.
var claims []claim

func init() {
	claims = []claim{
		{"{P} leads {L} by {G}, {N} to {N}", func(o *oracle, m []string) string {
			i, js := o.provider(m[0]), names(m[1], o.provider)
			want := []int{o.b}
			if o.b < 0 {
				want = o.second()
			}
			return all(o.lead(i, js[0], m[2], m[3], m[4]), same(js, want, "those that it leads"), must(i == o.a, "another leads"))
		}},
		{"it leads {L} by {G} of 10 points, {N} to {N}", func(o *oracle, m []string) string {
			js := names(m[0], o.provider)
			return all(o.lead(o.a, js[0], m[1], m[2], m[3]), same(js, o.second(), "the second"), same([]int{o.a}, o.withRank(1), "the first"))
		}},
		{"it shares first place with {L}, at {N}", func(o *oracle, m []string) string {
			first := names(m[0]+", "+o.g.Entries[o.a].Provider.Name, o.provider)
			return all(same(first, o.withRank(1), "the first"), near(m[1], o.totals[o.a]))
		}},
		{"{L} adds? most to the lead(?:, one as much as another)?", func(o *oracle, m []string) string {
			on, _ := o.most(func(k int) *big.Rat { return o.gap(o.a, o.pairB(), k) })
			return all(same(names(m[0], o.criterion), on, "what adds most"), must(len(on) > 1 || !o.open(o.a, on[0]) && !o.open(o.pairB(), on[0]), "its scores are not known exactly"))
		}},
		{"{C} adds most to the lead, and is not known exactly for {L}", func(o *oracle, m []string) string {
			on, _ := o.most(func(k int) *big.Rat { return o.gap(o.a, o.pairB(), k) })
			k := o.criterion(m[0])
			open := slices.DeleteFunc([]int{o.a, o.pairB()}, func(i int) bool { return !o.open(i, k) })
			slices.Sort(open)
			return all(same([]int{k}, on, "what adds most"), same(names(m[1], o.provider), open, "those not known"))
		}},
		{"{L} are level, (both|all) {O} of {N}", func(o *oracle, m []string) string {
			ids := names(m[0], o.provider)
			if o.b < 0 {
				return all(same(ids, o.withRank(1), "the first"), isRank(m[2], 1), must((m[1] == "both") == (len(ids) == 2), "%s of %d", m[1], len(ids)))
			}
			return all(same(ids, sorted(o.a, o.b), "the two"), isRank(m[2], o.rank(o.a)), isRank(m[2], o.rank(o.b)))
		}},
		{"a missing score can put {P} ahead of {P}", func(o *oracle, m []string) string {
			n := o.needed(o.provider(m[1]), o.provider(m[0]))
			return must(n == 1, "it takes %d", n)
		}},
		{"it takes (at least )?{K} missing scores together to put {P} ahead of {P}", func(o *oracle, m []string) string {
			n := o.needed(o.provider(m[3]), o.provider(m[2]))
			return all(isCount(m[1], n), must(n > 1, "one does"))
		}},
		{"it takes at least {K} missing scores together to put anybody ahead of {P}", func(o *oracle, m []string) string {
			least := 0
			for _, j := range o.entries() {
				if n := o.needed(o.provider(m[1]), j); j != o.provider(m[1]) && n > 0 && (least == 0 || n < least) {
					least = n
				}
			}
			return all(isCount(m[0], least), must(least > 1, "one does"))
		}},
		{"no weights put (\\w+) above {P}(, whatever the missing scores turn out to be)?", func(o *oracle, m []string) string {
			i, js := o.provider(m[1]), o.entries()
			if m[0] != "anybody" {
				js = []int{o.provider(m[0])}
			}
			for _, j := range js {
				low, high := o.low[i], o.high[j]
				if o.scored {
					low, high = o.counts[i], o.counts[j]
				}
				for k := range low {
					if j != i && low[k].Cmp(high[k]) < 0 {
						return "all the weight on a criterion does"
					}
				}
				if (m[2] != "") != (o.pairOpen(i, j) && !o.scored) && m[0] != "anybody" {
					return "what is missing"
				}
			}
			return ""
		}},
		{"{P} and {P} are level, and any weight moved from {C} to {C} puts {P} ahead", func(o *oracle, m []string) string {
			i, j := o.provider(m[0]), o.provider(m[1])
			return all(o.asScored(i, j), must(o.totals[i].Cmp(o.totals[j]) == 0, "they are not level"), o.turns(i, o.provider(m[4]), nil, m[2], m[3], rat(0, 1)))
		}},
		{"first place is shared: any weight moved from {C} to {C} puts {P} ahead", func(o *oracle, m []string) string {
			j := o.provider(m[2])
			return all(must(o.rank(j) == 1, "it does not share it"), o.turns(o.a, j, nil, m[0], m[1], rat(0, 1)), must(o.scored || !o.anyOpen(), "it holds only as scored"))
		}},
		{"{T}?moving more than {N} points of weight from {C} to {C} would put {P} above {P}{T}?", func(o *oracle, m []string) string {
			i, j := o.provider(m[5]), o.provider(m[4])
			return all(o.before(m[0], i, j), o.after(m[6], i, j), o.turns(i, j, nil, m[2], m[3], parse(m[1])), o.cheap(i, j, m[1]))
		}},
		{"{T}?moving more than {N} points of weight to {C}, all of (.+) and the rest from {C}, would put {P} above {P}{T}?", func(o *oracle, m []string) string {
			i, j := o.provider(m[6]), o.provider(m[5])
			return all(o.before(m[0], i, j), o.after(m[7], i, j), o.turns(i, j, givers(m[3]), m[4], m[2], parse(m[1])), o.cheap(i, j, m[1]))
		}},
		{"{T}?moving all of (.+), and any of {C}, to {C} would put {P} above {P}{T}?", func(o *oracle, m []string) string {
			i, j := o.provider(m[5]), o.provider(m[4])
			return all(o.before(m[0], i, j), o.after(m[6], i, j), o.turns(i, j, givers(m[1]), m[2], m[3], nil))
		}},
		{"ahead on (.+), and behind on nothing( that has weight)?", func(o *oracle, m []string) string {
			return all(o.asScored(o.a, o.b), o.sides(m[0], ""), must(m[1] != "" || !slices.ContainsFunc(o.weights, func(w *big.Rat) bool { return w.Sign() == 0 }), "what has no weight"))
		}},
		{"ahead on ([^;]+); behind on ([^;]+)", func(o *oracle, m []string) string { return all(o.asScored(o.a, o.b), o.sides(m[0], m[1])) }},
		{"behind on ([^;]+)", func(o *oracle, m []string) string { return all(o.asScored(o.a, o.b), o.sides("", m[0])) }},
		{"no criterion sets the two apart", func(o *oracle, m []string) string { return all(o.asScored(o.a, o.b), o.sides("", "")) }},
		{"a score of {N} on {C}, {N} more, would pass {P}", func(o *oracle, m []string) string {
			k, above := o.criterion(m[1]), o.provider(m[3])
			score := parse(m[0])
			return all(o.asScored(o.a, above), o.passes(k, above, score), must(!o.open(o.a, k), "the score is a range"),
				must(add(o.counts[o.a][k], parse(m[2])).Cmp(score) == 0, "it is not %s more", m[2]), must(score.Cmp(o.reach[k][1]) <= 0, "it cannot be so high"))
		}},
		{"its score on {C} is not known exactly; at {N} or more it would pass {P}, all else as scored", func(o *oracle, m []string) string {
			k, above := o.criterion(m[0]), o.provider(m[2])
			return all(o.passes(k, above, parse(m[1])), must(o.open(o.a, k), "the score is known"), must(parse(m[1]).Cmp(o.high[o.a][k]) <= 0, "it cannot be so high"))
		}},
		{"a score of {N} on {C}, which is above the range that we give it, would pass {P}", func(o *oracle, m []string) string {
			k, above := o.criterion(m[1]), o.provider(m[2])
			score := parse(m[0])
			return all(o.asScored(o.a, above), o.passes(k, above, score), must(o.open(o.a, k), "the score is known"),
				must(score.Cmp(o.high[o.a][k]) > 0, "it is within the range"), must(score.Cmp(o.reach[k][1]) <= 0, "it cannot be so high"))
		}},
		{"no single better score would lift it past {P}", func(o *oracle, m []string) string {
			above := o.provider(m[0])
			for k, w := range o.weights {
				most := o.reach[k][1]
				if add(o.totals[o.a], mul(w, sub(most, o.counts[o.a][k]))).Cmp(o.totals[above]) > 0 {
					return "one would, on " + o.g.Criteria[k].Name
				}
			}
			return all(o.asScored(o.a, above), must(o.rank(above) < o.rank(o.a), "it is not above"))
		}},
		{"(equal )?{O}; stays(?: between {O} and)? {O}{U}", func(o *oracle, m []string) string {
			best := m[2]
			if best == "" {
				best = m[3]
			}
			return all(isRank(m[1], o.rank(o.a)), must((m[0] != "") == (len(o.withRank(o.rank(o.a))) > 1), "a tie"), o.under(m[4], o.anyOpen()), o.within(best, m[3], false, false))
		}},
		{"it stays(?: between {O} and)? {O}; the missing scores make the rest of the range", func(o *oracle, m []string) string {
			best := m[0]
			if best == "" {
				best = m[1]
			}
			return all(must(o.scored, "not as scored"), o.within(best, m[1], false, true))
		}},
		{"(?:likely {O}(?: to {O})?; )?never (?:outside|other than) {O}(?: to {O})?", func(o *oracle, m []string) string {
			for i := range m {
				if i%2 == 1 && m[i] == "" {
					m[i] = m[i-1]
				}
			}
			return all(o.within(m[2], m[3], true, false), must(m[0] == "" || len(m[0]) >= len(m[2]) && (len(m[0]) > len(m[2]) || m[0] >= m[2]), "likely is better than never"))
		}},
		{"(Strength|Drawback): {C} {N}(?:–{N})?, against a median of {N}", func(o *oracle, m []string) string {
			k := o.criterion(m[1])
			low, high := parse(m[2]), parse(cmp.Or(m[3], m[2]))
			return all(must(low.Cmp(o.low[o.a][k]) == 0 && high.Cmp(o.high[o.a][k]) == 0, "another score"), must(o.median(k).Cmp(parse(m[4])) == 0, "the median is %s", o.median(k).FloatString(4)),
				must(slices.Contains(o.standsOut(m[0] == "Strength"), k), "what stands out is %v", o.standsOut(m[0] == "Strength")))
		}},
		{"strengths and drawbacks that are marked as computed are {T}", func(o *oracle, m []string) string { return "" }},
		{"not known: {L}", func(o *oracle, m []string) string {
			return same(names(m[0], o.criterion), slices.DeleteFunc(o.criteria(), func(k int) bool { return o.known(o.a, k) || o.weights[k].Sign() == 0 }), "those not known")
		}},
		{"(Other weights|Likely|At worst): {O}(?: to {O})?", func(o *oracle, m []string) string {
			if m[0] == "Likely" {
				return "" // as drawn
			}
			return o.within(m[1], cmp.Or(m[2], m[1]), m[0] == "At worst", m[0] == "Other weights")
		}},
		{"“At worst” allows for (.+?)(; “other weights” for moved weight alone)?(; “likely” leaves out the outermost draws)?", func(o *oracle, m []string) string {
			return all(o.allows(m[0]), must((m[1] != "") == (o.stress.Sign() > 0), "weight"))
		}},
		{"likely {O}(?: to {O})?", func(o *oracle, m []string) string { return "" }},
		{"its likely range is {O}(?: to {O})?: it stays there in more than 90 of 100 draws", func(o *oracle, m []string) string { return "" }},
		{"it is never below (?:{O}|first place), allowing for {T}", func(o *oracle, m []string) string {
			worst := m[0]
			if worst == "" {
				worst = "1"
			}
			return all(o.allows(m[1]), must(!o.few() || isRank(worst, o.ranges(true, false)[o.a][1]) == "", "worst is not %s", worst))
		}},
		{"{P} is first in {S} of 100 draws of ([^;]+); {T}", func(o *oracle, m []string) string {
			return all(same([]int{o.provider(m[0])}, o.withRank(1), "the first"), o.drawnOf(m[2]), o.share(o.a, m[1]), o.threat(m[3]))
		}},
		{"{P} is first as scored, but in fewer than one of 100 draws of ([^;]+); {T}", func(o *oracle, m []string) string {
			return all(same([]int{o.provider(m[0])}, o.withRank(1), "the first"), o.drawnOf(m[1]), o.share(o.a, "fewer than one"), o.threat(m[2]))
		}},
		{"{P} is first in 99 or more of 100 draws of ([^;]+); nobody else is in as many as one", func(o *oracle, m []string) string {
			return all(same([]int{o.provider(m[0])}, o.withRank(1), "the first"), o.drawnOf(m[1]), o.share(o.a, "99 or more"))
		}},
		{"{L} share first place; in 100 draws of ([\\w ,]+?), {P} is first in {S}{T}?", func(o *oracle, m []string) string {
			return all(same(names(m[0], o.provider), o.withRank(1), "the first"), o.drawnOf(m[1]), o.share(o.provider(m[2]), m[3]))
		}},
		{"{K} share first place; none of them is first in more than {K} of 100 draws of {T}", func(o *oracle, m []string) string {
			return all(isCount(m[0], len(o.withRank(1))), o.drawnOf(m[2]))
		}},
		{"first in {S} of 100 draws", func(o *oracle, m []string) string { return o.share(o.a, m[0]) }},
		{"first in 99 or more of 100 draws", func(o *oracle, m []string) string { return o.share(o.a, "99 or more") }},
		{"provisional: {W} of the weight has scores known to the point, less than the {W} that a place needs to be firm", func(o *oracle, m []string) string {
			known := new(big.Rat)
			for k, w := range o.weights {
				if !o.open(o.a, k) {
					known.Add(known, w)
				}
			}
			least := rat(int64(o.g.MinKnown), 10_000)
			return all(must(known.Cmp(least) < 0, "it is firm"), shareOf(m[1], least), near(m[0], mul(known, rat(100, 1))))
		}},
		{"its largest edge over {P} is on {C}, {N} to {N}, worth {N} of 10 points", func(o *oracle, m []string) string {
			j := o.provider(m[0])
			on, worth := o.most(func(k int) *big.Rat { return o.gap(o.a, j, k) })
			k := o.criterion(m[1])
			return all(same([]int{k}, on, "the largest edges"), near(m[4], worth), must(parse(m[2]).Cmp(o.counts[o.a][k]) == 0 && parse(m[3]).Cmp(o.counts[j][k]) == 0, "other scores"))
		}},
		{"its largest edges over {P} are on (.+), each worth {N} of 10 points", func(o *oracle, m []string) string {
			j := o.provider(m[0])
			on, worth := o.most(func(k int) *big.Rat { return o.gap(o.a, j, k) })
			var named []int
			for _, g := range giver.FindAllStringSubmatch(m[1], -1) {
				named = append(named, o.criterion(g[1]))
			}
			slices.Sort(named)
			return all(same(named, on, "the largest edges"), near(m[2], worth))
		}},
		{"not all of these scores are known exactly: one that is not counts as the (middle|low end) of what it may be", func(o *oracle, m []string) string {
			return must((m[0] == "middle") == (o.g.Unknown != guide.Low), "another rule")
		}},
		{"first place is settled: {P} stays first{U}", func(o *oracle, m []string) string { return o.top([]int{o.provider(m[0])}, m[1]) }},
		{"{P} stays first{U}", func(o *oracle, m []string) string {
			return all(must(o.scored, "not as scored"), o.top([]int{o.provider(m[0])}, m[1]))
		}},
		{"neither is surely ahead of the other{U}", func(o *oracle, m []string) string {
			return all(must(len(o.totals) == 2, "more than two"), o.top(o.entries(), m[0]))
		}},
		{"none of the {K} is surely ahead of another{U}", func(o *oracle, m []string) string {
			return all(isCount(m[0], len(o.totals)), o.top(o.entries(), m[1]))
		}},
		{"(with the missing scores open, |apart from it, )?nobody is surely ahead of any of the (first|next) {K}{U}", func(o *oracle, m []string) string {
			n, order := slices.Index(numerals, m[2]), o.inOrder()
			if m[1] == "next" {
				order = order[1:]
			}
			return all(must(n > 0, "no number"), o.group(m[0], order[:n]), must(m[0] != "" || o.under(m[3], o.anyOpen()) == "", "what it allows for"))
		}},
		{"(with the missing scores open, |apart from it, )?nobody is surely ahead of (?:any of (the others)|{L}){U}", func(o *oracle, m []string) string {
			who := o.inOrder()[1:]
			if m[1] == "" {
				who = names(m[2], o.provider)
			}
			return all(o.group(m[0], who), must(m[0] != "" || o.under(m[3], o.anyOpen()) == "", "what it allows for"))
		}},
		{"{L} (?:does|do) most to set the totals apart(?:, one as much as another)?(?:: about {N} % of their variance)?", func(o *oracle, m []string) string {
			mean := new(big.Rat)
			n := rat(int64(len(o.totals)), 1)
			for _, x := range o.totals {
				mean = add(mean, quo(x, n))
			}
			variance := new(big.Rat)
			for _, x := range o.totals {
				variance = add(variance, mul(sub(x, mean), sub(x, mean)))
			}
			on, value := o.most(func(k int) *big.Rat {
				c := new(big.Rat)
				for i, x := range o.totals {
					c = add(c, mul(o.counts[i][k], sub(x, mean)))
				}
				return quo(mul(o.weights[k], c), variance)
			})
			named := names(m[0], o.criterion)
			if m[1] != "" {
				d := sub(mul(value, rat(100, 1)), parse(m[1]))
				if d.Abs(d).Cmp(rat(51, 100)) > 0 {
					return "another share"
				}
			}
			return same(named, on, "those that do most")
		}},
		{"{L} (?:alone carries|carry) {W} of the weight", func(o *oracle, m []string) string { return o.heavy(names(m[0], o.criterion), m[1]) }},
		{"{K} of {K} criteria carry {W} of the weight", func(o *oracle, m []string) string {
			order := o.criteria()
			slices.SortStableFunc(order, func(a, b int) int { return o.weights[b].Cmp(o.weights[a]) })
			n := slices.Index(numerals, strings.ToLower(m[0]))
			if n < 0 {
				n = int(parse(m[0]).Num().Int64())
			}
			return all(isCount(m[1], len(o.weights)), o.heavy(order[:n], m[2]))
		}},
		{"for (?:all {K}|{K} of the {K}), no rank is ruled out", func(o *oracle, m []string) string {
			n := 0
			for _, r := range o.ranges(true, false) {
				if r == [2]int{1, len(o.totals)} {
					n++
				}
			}
			if m[0] != "" {
				return all(isCount(m[0], n), must(n == len(o.totals), "not all"))
			}
			return all(isCount(m[1], n), isCount(m[2], len(o.totals)))
		}},
		{"{K} of the {K} have the widest ranges, of {K} places each", func(o *oracle, m []string) string {
			n, width := 0, 0
			for _, r := range o.ranges(true, false) {
				if w := r[1] - r[0]; w > width {
					n, width = 1, w
				} else if w == width {
					n++
				}
			}
			return all(isCount(m[0], n), isCount(m[1], len(o.totals)), isCount(m[2], width+1))
		}},
		{"{P} has the least certain rank: {O} to {O}", func(o *oracle, m []string) string {
			ranges, i := o.ranges(true, false), o.provider(m[0])
			for j, r := range ranges {
				if j != i && r[1]-r[0] >= ranges[i][1]-ranges[i][0] {
					return "another is no more certain"
				}
			}
			return all(isRank(m[1], ranges[i][0]), isRank(m[2], ranges[i][1]))
		}},
		{"{P} leads {P} (mainly|most) on ([^;,]+(?:\\), [^;]+?\\))*?)(?:, despite {C} \\(−{N}\\))?(?:; not known exactly on it: {L})?", func(o *oracle, m []string) string {
			i, j := o.provider(m[0]), o.provider(m[1])
			on, worth := o.most(func(k int) *big.Rat { return o.gap(i, j, k) })
			sum := new(big.Rat)
			for k := range o.weights {
				sum = add(sum, greatest(o.gap(i, j, k), new(big.Rat)))
			}
			var named []int
			for _, g := range giver.FindAllStringSubmatch(m[3], -1) {
				named = append(named, o.criterion(g[1]))
				if why := near(strings.TrimPrefix(g[2], "+"), worth); why != "" {
					return why
				}
			}
			slices.Sort(named)
			_, loss := o.most(func(k int) *big.Rat { return o.gap(j, i, k) })
			return all(same(named, on, "the greatest"), must((m[2] == "mainly") == (mul(worth, rat(2, 1)).Cmp(sum) > 0), "the word %s", m[2]),
				must((m[4] != "") == (loss.Sign() > 0), "what it is behind on"), must(m[4] == "" || near(m[5], loss) == "", "another loss"))
		}},
		{"{P} and {P} are level", func(o *oracle, m []string) string {
			return must(o.totals[o.provider(m[0])].Cmp(o.totals[o.provider(m[1])]) == 0, "they are not")
		}},
		{"(scores highest|nobody scores higher) on ([^;]+?)(?: and {K} more)?", func(o *oracle, m []string) string {
			held, said := o.above(m[0] == "scores highest"), names(m[1], o.criterion)
			more := len(held) - len(said)
			return all(must(len(said) > 0 && more >= 0, "it holds on %v", held), must((m[2] != "") == (more > 0), "it holds on %v", held), must(m[2] == "" || isCount(m[2], more) == "", "it holds on %d more", more),
				must(!slices.ContainsFunc(said, func(k int) bool { return !slices.Contains(held, k) }), "it holds on %v", held), o.lifted(held, said),
				must(m[0] == "scores highest" || len(o.above(true)) == 0, "it scores highest"))
		}},
		{"{L} lifts? it most(, estimates included)?", func(o *oracle, m []string) string {
			on, worth := o.most(o.lift)
			return all(same(names(m[0], o.criterion), on, "what lifts it most"), must(worth.Sign() > 0, "it is not above"), must((m[1] != "") == o.anyWeighed(), "what is missing"))
		}},
		{"{L} adds? most: {N}(?: each,)? of {N}", func(o *oracle, m []string) string {
			on, adds := o.most(func(k int) *big.Rat { return mul(o.weights[k], o.counts[o.a][k]) })
			return all(same(names(m[0], o.criterion), on, "what adds most"), near(m[1], adds), near(m[2], o.totals[o.a]))
		}},
		{"nothing separates the two", func(o *oracle, m []string) string {
			return all(must(o.scored, "not as scored"), must(o.totals[o.a].Cmp(o.totals[o.b]) == 0, "they are not level"))
		}},
		{"the order cannot change: {P} is ahead on nothing(, whatever the missing scores turn out to be)?", func(o *oracle, m []string) string {
			for k := range o.weights {
				if o.low[o.a][k].Cmp(o.high[o.b][k]) < 0 {
					return "it may be ahead"
				}
			}
			return must((m[1] != "") == o.pairOpen(o.a, o.b), "what is missing")
		}},
		{"the order is open: {T}", func(o *oracle, m []string) string { return o.one(m[0]) }},
		{"the order is firm: {P} stays ahead{U}", func(o *oracle, m []string) string {
			return all(must(o.surely(o.a, o.b, false), "it may not"), o.under(m[1], o.pairOpen(o.a, o.b)))
		}},
		{"the order holds, but only just: moving {N} of the 100 points of weight can bring {P} level", func(o *oracle, m []string) string {
			return must(o.cheapest(o.a, o.b).Cmp(o.stress) == 0, "another weight")
		}},
		{"the order holds at these weights, but missing scores and moved weight together could bring {P} level or ahead", func(o *oracle, m []string) string {
			return all(must(!o.surely(o.a, o.b, false), "it is firm"), must(o.needed(o.a, o.b) == 0, "it does not hold"))
		}},
		{"no weights swap them", func(o *oracle, m []string) string {
			return must(o.cheapest(o.a, o.b) == nil, "some do")
		}},
		{"(?:more than {N} points|all of|any),? (?:from|to|of)? ?.+", func(o *oracle, m []string) string {
			if m[0] == "" {
				return ""
			}
			return o.cheap(o.a, o.b, m[0])
		}},
		{"(equal )?{O} of {N}(?:; between {O} and {O}, whatever the missing scores turn out to be|(, whatever the missing scores turn out to be))?", func(o *oracle, m []string) string {
			best, worst := 1, 1
			for _, j := range o.entries() {
				if j == o.a {
					continue
				}
				if dot(o.weights, o.low[j]).Cmp(dot(o.weights, o.high[o.a])) > 0 {
					best++
				}
				if dot(o.weights, o.high[j]).Cmp(dot(o.weights, o.low[o.a])) > 0 {
					worst++
				}
			}
			return all(isRank(m[1], o.rank(o.a)), isRank(m[2], len(o.totals)), must((m[0] != "") == (len(o.withRank(o.rank(o.a))) > 1), "a tie"),
				must(m[3] == "" || isRank(m[3], best)+isRank(m[4], worst) == "", "%d to %d", best, worst), must(m[3] != "" || best == worst || best == o.rank(o.a) && worst == o.rank(o.a), "it may move"))
		}},
		{"{P} on {C}, now between {N} and {N}: found to be {N}, it (?:alone )?would narrow (no range|the ranges by {K} ranks? in all)", func(o *oracle, m []string) string {
			i, k := o.provider(m[0]), o.criterion(m[1])
			return all(must(parse(m[2]).Cmp(o.low[i][k]) == 0 && parse(m[3]).Cmp(o.high[i][k]) == 0 && parse(m[4]).Cmp(o.counts[i][k]) == 0, "other scores"), o.narrows(i, k, m[6]))
		}},
		{"{P} is {G} ahead of {P}, {N} to {N}: {O} against {O} of {N}", func(o *oracle, m []string) string {
			i, j := o.provider(m[0]), o.provider(m[2])
			return all(o.lead(i, j, m[1], m[3], m[4]), isRank(m[5], o.rank(i)), isRank(m[6], o.rank(j)), isRank(m[7], len(o.totals)))
		}},
		{"the only one that qualifies", func(o *oracle, m []string) string { return must(len(o.totals) == 1, "others do") }},
		{"best of the {K} that qualify: {G} ahead of {L} \\({N} to {N}\\)(?:, most on {L})?", func(o *oracle, m []string) string {
			first, second := o.withRank(1), o.second()
			why := all(must(len(first) == 1, "a tie"), isCount(m[0], len(o.totals)), same(names(m[2], o.provider), second, "the second"), o.lead(first[0], second[0], m[1], m[3], m[4]))
			if why == "" && m[5] != "" {
				on, _ := o.most(func(k int) *big.Rat { return o.gap(first[0], second[0], k) })
				why = same(names(m[5], o.criterion), on, "the greatest")
			}
			return why
		}},
		{"level with {L} as the best of the {K} that qualify", func(o *oracle, m []string) string {
			return all(must(len(names(m[0], o.provider)) == len(o.withRank(1))-1, "the first are %v", o.withRank(1)), isCount(m[1], len(o.totals)))
		}},
		{"missing scores could put (?:any of {K} others|{L}) ahead", func(o *oracle, m []string) string {
			var ahead []int
			for _, j := range o.entries() {
				if j != o.pick() && o.needed(o.pick(), j) > 0 {
					ahead = append(ahead, j)
				}
			}
			if m[0] != "" {
				return isCount(m[0], len(ahead))
			}
			return same(names(m[1], o.provider), ahead, "those that could")
		}},
		{"all {K} keep their ranks", func(o *oracle, m []string) string { return must(len(o.moves()) == 0, "somebody moves") }},
		{"{K} of {K} moves?(?:; farthest|, among them|:) {T}", func(o *oracle, m []string) string {
			moves := o.moves()
			for _, one := range moving.FindAllStringSubmatch(m[2], -1) {
				i := o.provider(one[1])
				if why := all(isRank(one[3], o.rank(i)), isRank(one[5], o.other.rank(i)), must((one[4] != "") == (len(o.other.withRank(o.other.rank(i))) > 1), "a tie")); why != "" {
					return why
				}
			}
			return all(isCount(m[0], len(moves)), isCount(m[1], len(o.totals)))
		}},
		{"{P} and {P} change ranks", func(o *oracle, m []string) string {
			i, j := o.provider(m[0]), o.provider(m[1])
			return all(same(o.moves(), sorted(i, j), "those that move"), isRank(itoa(o.rank(i)), o.other.rank(j)), isRank(itoa(o.rank(j)), o.other.rank(i)))
		}},
		{"{P} (gains|loses) most: (?:equal )?{O} to (?:equal )?{O}", func(o *oracle, m []string) string {
			i := o.provider(m[0])
			return all(same(o.farthest(), []int{i}, "those that move farthest"), isRank(m[2], o.rank(i)), isRank(m[3], o.other.rank(i)), must((m[1] == "gains") == (o.other.rank(i) < o.rank(i)), "the way"))
		}},
		{"{L} (gain|lose|move) (most|farthest): {K} places? each", func(o *oracle, m []string) string {
			far := o.farthest()
			d := o.rank(far[0]) - o.other.rank(far[0])
			if number.MatchString(m[0]) || slices.Contains(numerals, strings.ToLower(m[0])) {
				return all(isCount(m[0], len(far)), isCount(m[3], max(d, -d)))
			}
			for _, i := range far {
				if m[1] == "gain" && o.other.rank(i) > o.rank(i) || m[1] == "lose" && o.other.rank(i) < o.rank(i) {
					return "the way"
				}
			}
			return all(same(names(m[0], o.provider), far, "those that move farthest"), isCount(m[3], max(d, -d)))
		}},
		{"{P} (stays|comes) first(?:, (equal )?{O} as published)?, with {N}", func(o *oracle, m []string) string {
			i := o.provider(m[0])
			return all(same([]int{i}, o.other.withRank(1), "the first"), near(m[4], o.other.totals[i]), must((m[1] == "stays") == slices.Equal(o.withRank(1), []int{i}), "the word %s", m[1]),
				must(m[3] == "" || isRank(m[3], o.rank(i)) == "", "rank"))
		}},
		{"{L} are level in first place, with {N}", func(o *oracle, m []string) string {
			return all(same(names(m[0], o.provider), o.other.withRank(1), "the first"), near(m[1], o.other.totals[o.other.withRank(1)[0]]))
		}},
		{"it stays the pick{U}", func(o *oracle, m []string) string {
			for _, j := range o.entries() {
				if j != o.a && !o.surely(o.a, j, false) {
					return o.g.Entries[j].Provider.Name + " may pass it"
				}
			}
			return o.under(m[0], o.anyOpen())
		}},
		{"not settled: (?:{K} others|{L}) could draw level or come out ahead{A}", func(o *oracle, m []string) string {
			others := slices.DeleteFunc(o.entries(), func(j int) bool { return j == o.a || o.surely(o.a, j, false) })
			const allowed = ", whatever the missing scores turn out to be"
			under := strings.NewReplacer(" and the missing scores fall that way", allowed, " if the missing scores fall that way", allowed).Replace(m[2])
			if m[0] != "" {
				return all(isCount(m[0], len(others)), o.under(under, o.anyOpen()))
			}
			return all(same(names(m[1], o.provider), others, "those that may pass it"), o.under(under, o.anyOpen()))
		}},
		{"each draw ranks the list again with other figures: {T}", func(o *oracle, m []string) string { return "" }},
		{"that every such draw is as probable as any other is our assumption, and no draw decides the order", func(o *oracle, m []string) string { return "" }},
		{"there are no draws, and so no shares and no likely ranges: {T}", func(o *oracle, m []string) string { return "" }},
		{"nothing is drawn: {T}", func(o *oracle, m []string) string {
			return must(o.stress.Sign() == 0 || len(o.weights) == 1, "weights") + must(!o.anyOpen() && o.grain.Sign() == 0, "scores")
		}},
		{"up to .+|known scores that .+|whatever the missing .+", func(o *oracle, m []string) string { return "" }},
	}
	for i := range claims {
		compiled = append(compiled, regexp.MustCompile(`^(?i:`+places.Replace(claims[i].pattern)+`)\.?$`))
	}
}
