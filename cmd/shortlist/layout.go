package main

import (
	"io"
	"os"
	"strconv"
	"strings"

	"github.com/rivo/uniseg"
	"golang.org/x/term"
)

const (
	usualWidth  = 80
	leastWidth  = 40
	leastBar    = 4
	shortBar    = 8 // for which names are cut, but not below longName
	longestBar  = 40
	longName    = 24
	shortName   = 16 // for which quiet columns are left out
	leastColumn = 8
	gutter      = "  "
)

// screenOf is the screen behind a writer. COLUMNS says how wide it is, as it does
// elsewhere; without it a terminal knows, and what is none is as wide as is usual.
// Only a terminal has colour.
func screenOf(w io.Writer) screen {
	s := screen{width: usualWidth}
	if f, ok := w.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		s.color = os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
		if columns, _, err := term.GetSize(int(f.Fd())); err == nil && columns > 0 {
			s.width = columns
		}
	}
	if columns, err := strconv.Atoi(os.Getenv("COLUMNS")); err == nil && columns > 0 {
		s.width = columns
	}
	s.width = max(s.width, leastWidth)
	return s
}

// text lays the table out. Its columns are as wide as what stands in them, and
// the bar takes what is left. Where that is too little, the longest names are cut
// short for it; where it still is, the bar is left out; then quiet columns are,
// so that names need not be cut beyond recognition.
func (t *grid) text(on screen) string {
	widths := t.widths(on.width)
	var out strings.Builder
	line := func(style string, cell func(c int) string) {
		var parts []string
		for c, column := range t.columns {
			if widths[c] == 0 {
				continue
			}
			text := pad(cut(cell(c), widths[c]), widths[c], column.right)
			switch {
			case style != "":
				text = on.paint(style, text)
			case column.bar:
				text = on.paint(teal, text)
			case column.quiet:
				text = on.paint(quiet, text)
			}
			parts = append(parts, text)
		}
		out.WriteString(strings.TrimRight(strings.Join(parts, gutter), " ") + "\n")
	}
	line(quiet, func(c int) string { return t.columns[c].head })
	for i, row := range t.rows {
		style := ""
		if t.sum && i == len(t.rows)-1 {
			style = bold
			line(quiet, func(c int) string {
				if row[c] == "" {
					return ""
				}
				return strings.Repeat("─", widths[c])
			})
		}
		line(style, func(c int) string {
			if t.columns[c].bar {
				return bar(t.bars[i], widths[c])
			}
			return row[c]
		})
	}
	return out.String()
}

// widths shares out the width; 0 is a column that is left out.
func (t *grid) widths(room int) []int {
	widths := make([]int, len(t.columns))
	used, bar := -len(gutter), -1
	for c, column := range t.columns {
		if column.bar {
			bar = c
			continue
		}
		widths[c] = width(column.head)
		for _, row := range t.rows {
			widths[c] = max(widths[c], width(row[c]))
		}
		used += widths[c] + len(gutter)
	}
	if bar >= 0 {
		left := room - used - len(gutter)
		if left+t.slack(widths, longName) >= leastBar {
			left += t.cutShort(widths, shortBar-left, longName)
			widths[bar] = min(left, longestBar)
			return widths
		}
	}
	for c := len(widths) - 1; c >= 0 && used-t.slack(widths, shortName) > room; c-- {
		if t.columns[c].quiet {
			used -= widths[c] + len(gutter)
			widths[c] = 0
		}
	}
	t.cutShort(widths, used-room, leastColumn)
	return widths
}

// slack is how much can be cut off so that names keep a width.
func (t *grid) slack(widths []int, keep int) int {
	slack := 0
	for c, column := range t.columns {
		if column.cut {
			slack += max(widths[c]-keep, 0)
		}
	}
	return slack
}

// cutShort cuts so much off names, as far as they keep a width, and returns how
// much it was.
func (t *grid) cutShort(widths []int, much, keep int) int {
	done := 0
	for c, column := range t.columns {
		if column.cut {
			off := max(min(much-done, widths[c]-keep), 0)
			widths[c] -= off
			done += off
		}
	}
	return done
}

// cut shortens a text to a width.
func cut(s string, to int) string {
	if width(s) <= to {
		return s
	}
	out, used := "", 0
	for state := -1; len(s) > 0; {
		var cluster string
		var w int
		cluster, s, w, state = uniseg.FirstGraphemeClusterInString(s, state)
		if used+w > to-1 {
			break
		}
		out, used = out+cluster, used+w
	}
	return strings.TrimRight(out, " ") + "…"
}

// bar draws a part of 1000 with a grain of an eighth of a column.
func bar(part, columns int) string {
	eighths := (part*columns*8 + 500) / 1000
	out := strings.Repeat("█", eighths/8)
	if rest := eighths % 8; rest > 0 {
		out += string([]rune("▏▎▍▌▋▊▉")[rest-1])
	}
	return out
}

// fold breaks a text into lines of a width, the first after one margin and the
// others after another. It breaks at spaces only, so that what is joined by a
// space that does not break stays together.
func fold(s, first, rest string, to int) string {
	var out strings.Builder
	line, used := first, width(first)
	empty := true
	for word := range strings.SplitSeq(s, " ") {
		if word == "" {
			continue
		}
		w := width(word)
		if !empty && used+1+w > to {
			out.WriteString(line + "\n")
			line, used, empty = rest, width(rest), true
		}
		if !empty {
			line, used = line+" ", used+1
		}
		line, used, empty = line+word, used+w, false
	}
	return out.String() + line + "\n"
}
