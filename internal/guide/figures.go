package guide

import (
	"fmt"
	"strconv"
	"strings"
)

// Weight is a share of the total weight in basis points: 25 % is 2500.
type Weight int

// FullWeight is 100 %.
const FullWeight Weight = 10_000

// String prints the percentage with as many decimals as it needs: "25", "12.5".
func (w Weight) String() string { return hundredths(int(w)) }

// Score is a score in hundredths, from 0 to 1000.
type Score int

// MaxScore is a score of 10.
const MaxScore Score = 1000

// String prints the score out of 10 with as many decimals as it needs: "8.5".
func (s Score) String() string { return hundredths(int(s)) }

func hundredths(n int) string {
	sign := ""
	if n < 0 {
		sign, n = "-", -n
	}
	s := fmt.Sprintf("%s%d.%02d", sign, n/100, n%100)
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
}

// Figure is a raw figure of a measured criterion or a number attribute, in
// millionths of its unit; its magnitude is at most MaxFigure.
type Figure int64

const (
	figureUnit = 1_000_000
	// MaxFigure bounds figures so that interpolating between two of them stays
	// within 64 bits.
	MaxFigure Figure = 1_000_000_000 * figureUnit
)

// String prints the figure with as many decimals as it needs: "12.5".
func (f Figure) String() string {
	if f < 0 {
		return "-" + (-f).over(figureUnit)
	}
	return f.over(figureUnit)
}

// over is the figure, which is not negative, in units of a scale of ten.
func (f Figure) over(scale Figure) string {
	decimals := len(strconv.FormatInt(int64(scale), 10)) - 1
	s := fmt.Sprintf("%d.%0*d", f/scale, decimals, f%scale)
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
}

// ParseDecimal reads a plain decimal number ("12.5", "-3", "1_000") exactly, as
// an integer count of 1/10^places. It reports false for anything else: an
// exponent, more decimals than places (but for noughts), a count of 10^16 or more.
func ParseDecimal(text string, places int) (int64, bool) {
	s, negative := strings.CutPrefix(strings.ReplaceAll(text, "_", ""), "-")
	if !negative {
		s = strings.TrimPrefix(s, "+")
	}
	whole, fraction, hasPoint := strings.Cut(s, ".")
	if hasPoint {
		fraction = strings.TrimRight(fraction, "0")
	}
	if whole == "" || len(fraction) > places {
		return 0, false
	}
	digits := whole + fraction + strings.Repeat("0", places-len(fraction))
	if len(strings.TrimLeft(digits, "0")) > 16 || strings.Trim(digits, "0123456789") != "" {
		return 0, false
	}
	n, err := strconv.ParseInt(digits, 10, 64)
	if err != nil {
		return 0, false
	}
	if negative {
		n = -n
	}
	return n, true
}
