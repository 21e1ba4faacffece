package picture

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"

	"codeberg.org/go-fonts/liberation/liberationsansregular"
	"codeberg.org/go-fonts/stix/stix2textsemibold"
	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// typeface is one of the fonts, and the order in which the others are asked
// for what it lacks.
type typeface int

const (
	serif      typeface = iota // of headings and rank numerals: Literata, as on pages
	sans                       // of names, figures and small print: Inter
	otherSerif                 // Greek and Cyrillic, which ours lack
	otherSans
	typefaces
)

var instead = [typefaces][]typeface{serif: {serif, otherSerif, otherSans, sans}, sans: {sans, otherSans, otherSerif, serif}}

// Made by .ci/fonts/subset.py.
var (
	//go:embed fonts/literata.ttf
	literata []byte
	//go:embed fonts/inter.ttf
	inter []byte
)

// loaded reads the fonts, once: they are only read from then on.
var loaded = sync.OnceValues(func() (fonts [typefaces]*sfnt.Font, err error) {
	for i, data := range [typefaces][]byte{
		serif: literata, sans: inter, otherSerif: stix2textsemibold.TTF, otherSans: liberationsansregular.TTF,
	} {
		if fonts[i], err = sfnt.Parse(data); err != nil {
			return fonts, err
		}
	}
	return fonts, nil
})

// em is the unit of widths that hold at every size: so many are as wide as the
// type is high.
const em = 1 << 14

// letter is a glyph with the distance to the next one, in em.
type letter struct {
	font    *sfnt.Font
	glyph   sfnt.GlyphIndex
	advance int
	char    rune
}

// space reports whether a line may break at the letter.
func (l letter) space() bool { return l.char == ' ' }

// longest is how many characters of a text are looked at. More do not fit on a
// picture, but for those that have no width.
const longest = 500

// letters sets a text in a typeface, with so much extra space between letters.
func (s *canvas) letters(in typeface, value string, tracking int) []letter {
	var out []letter
	for _, r := range clean(value) {
		l := letter{char: r}
		l.font, l.glyph = s.find(in, r)
		if a, err := l.font.GlyphAdvance(&s.buffer, l.glyph, em, font.HintingNone); err == nil {
			l.advance = max(0, int(a)) + tracking
		}
		if n := len(out) - 1; n >= 0 && out[n].font == l.font {
			if k, err := l.font.Kern(&s.buffer, out[n].glyph, l.glyph, em, font.HintingNone); err == nil {
				out[n].advance = max(0, out[n].advance+int(k))
			}
		}
		out = append(out, l)
	}
	return out
}

// find returns the glyph of a character in the first font that has one, or the
// box for what is missing.
func (s *canvas) find(in typeface, r rune) (*sfnt.Font, sfnt.GlyphIndex) {
	for _, face := range instead[in] {
		if g, err := s.fonts[face].GlyphIndex(&s.buffer, r); err == nil && g != 0 {
			return s.fonts[face], g
		}
	}
	return s.fonts[serif], 0
}

// clean makes a text one line of what can be seen: space of any kind and
// length is one space, unless it holds its neighbours together.
func clean(value string) []rune {
	var out []rune
	for _, r := range value {
		switch {
		case len(out) == longest:
			return out
		case r == '\u00a0' || r == '\u202f' || r == '\u2007':
			out = append(out, '\u00a0')
		case unicode.IsSpace(r):
			if len(out) > 0 && out[len(out)-1] != ' ' {
				out = append(out, ' ')
			}
		case unicode.In(r, unicode.Cc, unicode.Cf, unicode.Variation_Selector):
		default:
			out = append(out, r)
		}
	}
	return []rune(strings.TrimRight(string(out), " "))
}

// width is how wide letters are, in em.
func width(ls []letter) int {
	sum := 0
	for _, l := range ls {
		sum += l.advance
	}
	return sum
}

// bearing is by how many pixels the ink of a line begins to the right of its
// start: a large capital's own margin, which would look like an indent.
func (s *canvas) bearing(ls []letter, size int) int {
	if len(ls) == 0 {
		return 0
	}
	bounds, _, err := ls[0].font.GlyphBounds(&s.buffer, ls[0].glyph, fixed.I(size), font.HintingNone)
	if err != nil {
		return 0
	}
	return max(0, bounds.Min.X.Floor())
}

// pixels is a width in em as pixels at a size, rounded up.
func pixels(width, size int) int { return (width*size + em - 1) / em }

// room is how many em fit into so many pixels at a size.
func room(pixels, size int) int { return pixels * em / size }

// write sets letters on a baseline from x on.
func (s *canvas) write(ls []letter, x, baseline, size int, in ink) {
	at, base := 0, fixed.I(baseline)
	for _, l := range ls {
		if !l.space() {
			if segments, err := l.font.LoadGlyph(&s.buffer, l.glyph, fixed.I(size), nil); err == nil {
				s.raster.outline(segments, fixed.Point26_6{X: fixed.I(x) + fixed.Int26_6(at*size*64/em), Y: base})
				s.stain(in)
			}
		}
		at += l.advance
	}
}
