package chart

import (
	"strings"
)

// The narrowest column that a chart is laid out for: a page 320 pixels wide,
// less its edges. In pixels, as is the size of its type.
const (
	narrow   = 288
	typeSize = 13
	leading  = 16 // from one line of text to the next
	ascent   = 12 // from the top of a line to its baseline

	captionGap = 2 // between a caption and its strip
)

// widths are those of common characters in hundredths of the type size. The page
// is set in Inter, in bold here and there, or in what stands in for it, so they are
// the wider of that, of Noto Sans and of Liberation Sans (which has Arial's), and an
// estimate for all others.
var widths = func() (w [128]uint8) {
	for _, class := range []struct {
		width uint8
		chars string
	}{
		{28, ` ;'|!ijl`}, {32, `.,:`}, {38, `()[]/It"`}, {43, "fr`"}, {47, `-`}, {58, `csz*JL`},
		{59, `kvxy_?a`}, {62, `eEbdhnopquFg{}`}, {65, `0123456789`}, {67, `+=<>$~^#TZBPSKL`},
		{73, `AVXYR`}, {77, `CDHNUG&OQ`}, {84, `w\`}, {92, `mM`}, {102, `W%@`},
	} {
		for _, c := range class.chars {
			w[c] = class.width
		}
	}
	return w
}()

// advance estimates how wide a character is, in hundredths of the type size.
func advance(r rune) int {
	switch {
	case r < 128 && widths[r] > 0:
		return int(widths[r])
	case r == '\u00a0' || r == '’' || r == '‘':
		return 28
	case r == '−' || r == '–':
		return 67
	case r >= 0xa0 && r < 0x1100:
		return 62
	}
	return 100 // and what cannot be written, for which another stands
}

// width estimates how wide a text is, in pixels, rounded up.
func width(s string) int {
	sum := 0
	for _, r := range s {
		sum += advance(r)
	}
	return (sum*typeSize + 99) / 100
}

// clip shortens a text to so many pixels, with an ellipsis for what is gone.
func clip(s string, room int) string {
	if width(s) <= room {
		return s
	}
	sum, end := advance('…'), 0
	for i, r := range s {
		if (sum*typeSize+99)/100 > room {
			break
		}
		sum, end = sum+advance(r), i
	}
	if end == 0 {
		return ""
	}
	return strings.TrimRight(s[:end], " ,.") + "…"
}

// wrap breaks a text at its spaces into at most so many lines of a width;
// what is left over then is clipped. It returns at least one line.
func wrap(s string, room, lines int) []string {
	words := strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '\n' || r == '\t' })
	out := []string{""}
	for i, word := range words {
		last := &out[len(out)-1]
		longer := strings.TrimPrefix(*last+" "+word, " ")
		switch {
		case width(longer) <= room:
			*last = longer
		case *last != "" && len(out) < lines:
			out = append(out, clip(word, room))
		default:
			*last = clip(strings.TrimPrefix(*last+" "+strings.Join(words[i:], " "), " "), room)
			return out
		}
	}
	return out
}

// widest is the width of the longest line.
func widest(lines []string) int {
	most := 0
	for _, l := range lines {
		most = max(most, width(l))
	}
	return most
}

// pixels is a place on the grid in the narrowest column.
func pixels(x int) int { return x * narrow / unit }

// caption writes the line above a strip: a rank if there is one, a name, and
// at the right end a figure. It returns the y of the strip.
func (c *canvas) caption(y int, rank, name, figure string) int {
	x := 0
	if rank != "" {
		c.text(style{class: "dim"}, 0, 0, y+ascent, rank)
		x = max(22, width(rank)+6)
	}
	if figure != "" {
		c.text(style{anchor: "end"}, unit, 0, y+ascent, figure)
	}
	for _, line := range wrap(name, narrow-x-width(figure)-10, 2) {
		if line != "" {
			c.text(style{}, 0, x, y+ascent, line)
		}
		y += leading
	}
	return y + captionGap
}
