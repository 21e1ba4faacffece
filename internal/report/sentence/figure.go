package sentence

import (
	"fmt"
	"strconv"
	"strings"

	"shortlist/internal/guide"
	"shortlist/internal/rank"
)

// fig is a figure in a template's place.
func fig(name, words string, value, scale int64) slot {
	return slot{name, []Part{{Words: words, Name: name, Value: value, Scale: scale}}}
}

// words is what is no figure in a template's place.
func words(name, w string) slot { return slot{name, []Part{{Words: w}}} }

// count is a number of things in words, ordinal a rank in figures.
func count(name string, n int) slot   { return fig(name, Number(n), int64(n), 1) }
func ordinal(name string, n int) slot { return fig(name, Ordinal(n), int64(n), 1) }

// percent is a share in basis points.
func percent(name string, basisPoints int) slot {
	return fig(name, Percent(basisPoints), int64(basisPoints), 100)
}

// portion is a share of a whole in percent, which two decimals need not hold.
func portion(name string, part, whole int) slot {
	basisPoints := (2*rank.FullWeight*part + whole) / (2 * whole)
	w := Percent(basisPoints)
	if rank.FullWeight*part%whole != 0 {
		w = "about " + w
	}
	return fig(name, w, 100*int64(part), int64(whole))
}

// score is a score in hundredths, counted what one counts as.
func score(name string, hundredths int) slot {
	return fig(name, Hundredths(hundredths), int64(hundredths), 100)
}

func counted(name string, h rank.Half) slot { return fig(name, h.String(), int64(h), 200) }

// total is a total as it is printed everywhere, exact a gap or what a criterion
// adds with all its decimals.
func total(name string, r rank.Ranking, n int) slot {
	return fig(name, r.Print(n), int64(n), int64(r.Unit))
}

func exact(name string, r rank.Ranking, n int) slot {
	return fig(name, r.Exact(n), int64(n), int64(r.Unit))
}

// signed is an exact gap with its sign.
func signed(name string, r rank.Ranking, n int) slot {
	w := "+" + r.Exact(n)
	if n < 0 {
		w = "−" + r.Exact(-n)
	}
	return fig(name, w, int64(n), int64(r.Unit))
}

// apart is how far two totals lie apart, as "gap", and both, as "high" and
// "low". They are printed as totals are, or with one decimal more if that makes the
// printed gap the difference of the printed totals. Where it does not, that difference
// is printed, and that it is about so much: with as many decimals as it takes for it to
// be right to a tenth of the gap.
func apart(r rank.Ranking, high, low int) []slot {
	gap, least := high-low, max(r.Decimals, 1)
	at := func(d int) (fine rank.Ranking, difference int, exact bool) {
		fine = r
		fine.Decimals = d
		difference = digits(fine.Print(high)) - digits(fine.Print(low))
		return fine, difference, difference == digits(fine.Print(gap)) && (difference != 0 || gap == 0)
	}
	for d := least; d <= least+1; d++ {
		if fine, _, exact := at(d); exact {
			return []slot{total("gap", fine, gap), total("high", fine, high), total("low", fine, low)}
		}
	}
	for d := least; ; d++ {
		fine, n, exact := at(d)
		_, decimals, _ := strings.Cut(fine.Print(gap), ".")
		scale := 1
		for range decimals {
			scale *= 10
		}
		printed := fig("gap", fmt.Sprintf("about %d.%0*d", n/scale, len(decimals), n%scale), int64(gap), int64(r.Unit))
		if exact {
			printed = total("gap", fine, gap)
		} else if off := n*r.Unit - gap*scale; d < 7 && 10*max(off, -off) > gap*scale {
			continue
		}
		return []slot{printed, total("high", fine, high), total("low", fine, low)}
	}
}

// digits is a printed total as a number of its last decimals.
func digits(printed string) int {
	n, _ := strconv.Atoi(strings.Replace(printed, ".", "", 1))
	return n
}

// provider and criterion are names.
func (n Names) provider(name, id string) slot {
	return slot{name, []Part{{Words: n.Provider(id), Name: name, Of: id}}}
}

func (n Names) criterion(name, id string) slot {
	return slot{name, []Part{{Words: n.Criterion(id), Name: name, Of: id}}}
}

// list is texts as one reads them, in a template's place: "a, b and c", or "a; b;
// c".
func list(name, and string, items []Text) slot {
	var out Text
	comma := ", "
	if and == "; " {
		comma = and
	}
	for i, t := range items {
		switch {
		case i == 0:
		case i == len(items)-1:
			out.add(Part{Words: and})
		default:
			out.add(Part{Words: comma})
		}
		for _, p := range t.Parts {
			out.add(p)
		}
	}
	return slot{name, out.Parts}
}

// places names the providers in some places.
func (n Names) places(name, and string, r rank.Ranking, places []int) slot {
	items := make([]Text, len(places))
	for i, at := range places {
		items[i] = Text{Parts: n.provider(name, r.Places[at].ID).parts}
	}
	return list(name, and, items)
}

// criteria names some criteria.
func (n Names) criteria(name string, r rank.Ranking, criteria []int) slot {
	return n.listed(name, " and ", r, criteria)
}

func (n Names) listed(name, and string, r rank.Ranking, criteria []int) slot {
	items := make([]Text, len(criteria))
	for i, k := range criteria {
		items[i] = Text{Parts: n.criterion(name, r.Table.Criteria[k].ID).parts}
	}
	return list(name, and, items)
}

// span is ranks from one to another: "1st to 9th", or "2nd".
func span(name string, x rank.Range) slot {
	best := Text{Parts: fig(name+"-best", Ordinal(x.Best), int64(x.Best), 1).parts}
	if x.Best == x.Worst {
		best.Parts[0].Name = name
		return best.as(name)
	}
	return best.words(" to ").And(Text{Parts: fig(name+"-worst", Ordinal(x.Worst), int64(x.Worst), 1).parts}).as(name)
}

// Ranks are ranks from one to another: "1st to 9th", or "2nd".
func Ranks(x rank.Range) Text { return Text{"ranks", span("ranks", x).parts} }

// Hundredths prints a score with as many decimals as it needs: "7.6".
func Hundredths(n int) string { return guide.Score(n).String() }

// Percent is a share of the weight in basis points, for people: "10 %", with a
// space that does not break.
func Percent(basisPoints int) string {
	s := fmt.Sprintf("%d", basisPoints/100)
	if rest := basisPoints % 100; rest%10 != 0 {
		s += fmt.Sprintf(".%02d", rest)
	} else if rest != 0 {
		s += fmt.Sprintf(".%d", rest/10)
	}
	return s + "\u00a0%"
}

// Capital is a sentence's beginning: its first letter in upper case.
func Capital(s string) string {
	if s == "" || s[0] < 'a' || s[0] > 'z' {
		return s
	}
	return string(s[0]-'a'+'A') + s[1:]
}
