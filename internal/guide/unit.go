package guide

import "strings"

// Unit is what figures are in, and how they are written with it. The zero Unit is
// that of bare numbers.
type Unit struct {
	Name   string // as its author writes it: "bps", "USD"
	Per    string // what each figure is for: "month"; empty where nothing is said
	Before string // what stands before a figure in place of the name behind it: "$"
	Cents  int    // decimals that a figure has unless it is whole: 2 of a currency, so that 12.5 is 12.50
	Local  Local
}

// Local is how a language writes numbers. The zero Local is English.
type Local struct {
	Comma string // between groups of digits
	Point string // before decimals
	Group int    // digits of a group, from the second on; the first has three
}

// String says the unit by itself: "bps", "USD per month".
func (u Unit) String() string {
	if u.Per == "" {
		return u.Name
	}
	return strings.TrimSpace(u.Name + " per " + u.Per)
}

// after is what stands behind a figure: " bps", " per month".
func (u Unit) after() string {
	after := ""
	if u.Before == "" && u.Name != "" {
		after = " " + u.Name
	}
	if u.Per != "" {
		after += " per " + u.Per
	}
	return after
}

// Currency reports whether the unit is money, by its code.
func (u Unit) Currency() bool { return u.Before != "" }

// IsZero reports whether figures are bare numbers.
func (u Unit) IsZero() bool { return u.Name == "" && u.Per == "" }

func (l Local) or() Local {
	if l.Group == 0 {
		return Local{Comma: ",", Point: ".", Group: 3}
	}
	return l
}

// scales are the words for what has many noughts, the largest first.
var scales = []struct {
	of   Figure
	word string
}{{1_000_000_000 * figureUnit, " billion"}, {1_000_000 * figureUnit, " million"}}

// scale is the word for a figure of a unit that is short with it: 1.2 million, but
// not 1.234567 million. A bare number has none, and stays in its digits.
func (u Unit) scale(f Figure) (Figure, string) {
	n := max(f, -f)
	for _, s := range scales {
		if n >= s.of && n%(s.of/100) == 0 && !u.IsZero() {
			return s.of, s.word
		}
	}
	return figureUnit, ""
}

// number writes a figure's digits. Four digits of a bare number stay together, since
// they may be a year.
func (u Unit) number(f, scale Figure) string {
	sign := ""
	if f < 0 {
		sign, f = "-", -f
	}
	l := u.Local.or()
	whole, rest, decimals := strings.Cut(f.over(scale), ".")
	if len(whole) > 4 || !u.IsZero() {
		for i, step := len(whole)-3, 3; i > 0; i -= step {
			whole = whole[:i] + l.Comma + whole[i:]
			step = l.Group
		}
	}
	if decimals {
		if scale == figureUnit {
			rest += strings.Repeat("0", max(0, u.Cents-len(rest)))
		}
		rest = l.Point + rest
	}
	return sign + whole + rest
}

// In is the figure in its unit, for readers: "100,000.5 bps", "$12.50 a month".
func (f Figure) In(u Unit) string {
	scale, word := u.scale(f)
	sign, digits := "", u.number(f, scale)
	if u.Before != "" && strings.HasPrefix(digits, "-") {
		sign, digits = "-", digits[1:]
	}
	return sign + u.Before + digits + word + u.after()
}

// Words is the figure for readers without the unit, which stands above or beside it.
func (f Figure) Words(u Unit) string {
	scale, word := u.scale(f)
	return u.number(f, scale) + word
}

// FigureRange is two figures in their unit, for readers, or one where they are
// equal: "5–7 bps", "$5–7 a month".
func FigureRange(f [2]Figure, u Unit) string {
	if f[0] == f[1] {
		return f[0].In(u)
	}
	low, lowWord := u.scale(f[0])
	high, highWord := u.scale(f[1])
	first, dash := u.number(f[0], low), "–"
	if lowWord != highWord {
		first += lowWord
	}
	if strings.HasSuffix(u.Before, "\u00a0") || strings.HasPrefix(first, "-") {
		dash = " to "
	}
	return u.Before + first + dash + u.number(f[1], high) + highWord + u.after()
}
