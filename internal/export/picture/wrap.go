package picture

import "strings"

// clip shortens letters to a width, with an ellipsis for what is gone. It cuts
// between words where that leaves more than half.
func (s *canvas) clip(in typeface, ls []letter, room int) []letter {
	if width(ls) <= room {
		return ls
	}
	dots := s.letters(in, "…", 0)
	room -= width(dots)
	n, used := 0, 0
	for n < len(ls) && used+ls[n].advance <= room {
		used += ls[n].advance
		n++
	}
	for i := n; i > n/2; i-- {
		if i < len(ls) && ls[i].space() {
			n = i
			break
		}
	}
	for n > 0 && strings.ContainsRune(" ,;:.&/-–—(", ls[n-1].char) {
		n--
	}
	return append(ls[:n:n], dots...)
}

// wrap breaks letters into lines of a width, at spaces, and inside a word only
// where the word is wider than a line. It stops after so many lines; rest is
// what did not fit.
func wrap(ls []letter, room, most int) (lines [][]letter, rest []letter) {
	for len(ls) > 0 && len(lines) < most {
		n, next := breakAt(ls, room)
		lines = append(lines, ls[:n:n])
		ls = ls[next:]
	}
	return lines, ls
}

// breakAt returns how many letters the first line holds, at least one, and
// where the next line begins.
func breakAt(ls []letter, room int) (n, next int) {
	used, space := 0, -1
	for i, l := range ls {
		if l.space() {
			space = i
		} else if used+l.advance > room && i > 0 {
			if space > 0 {
				return space, space + 1
			}
			return i, i
		}
		used += l.advance
	}
	return len(ls), len(ls)
}

// balance breaks letters at spaces into so many lines, each within the room,
// about equally long: those whose squared widths have the least sum. It
// returns nil where there are no such lines.
func balance(ls []letter, room, lines int) (best [][]letter, sum int64) {
	if lines == 1 {
		w := int64(width(ls))
		if w > int64(room) {
			return nil, 0
		}
		return [][]letter{ls}, w * w
	}
	used := int64(0)
	for i, l := range ls {
		if used > int64(room) {
			break
		}
		if l.space() {
			if rest, more := balance(ls[i+1:], room, lines-1); rest != nil && (best == nil || used*used+more < sum) {
				best, sum = append([][]letter{ls[:i:i]}, rest...), used*used+more
			}
		}
		used += int64(l.advance)
	}
	return best, sum
}

// fit sets a title as large as its place allows: at most three lines, no
// higher than so many pixels. What does not fit at the smallest size is cut.
func (s *canvas) fit(in typeface, value string, wide, high, largest, smallest int) ([][]letter, int) {
	ls := s.letters(in, value, 0)
	for size := largest; size >= smallest; size -= 2 {
		room := room(wide, size)
		if lines, rest := wrap(ls, room, most(high, size)); len(lines) > 0 && len(rest) == 0 {
			if even, _ := balance(ls, room, len(lines)); even != nil {
				return even, size
			}
		}
	}
	room := room(wide, smallest)
	lines, rest := wrap(ls, room, most(high, smallest)-1)
	return append(lines, s.clip(in, rest, room)), smallest
}

// most is how many lines of a size there may be in a height: the last one
// needs no leading below, but room for what hangs under its baseline.
func most(high, size int) int {
	return max(1, min(3, 1+(high-capital(size)-size/3)/leading(size)))
}

// leading is the distance between the baselines of a title's lines.
func leading(size int) int { return size * 9 / 8 }

// capital is the height of the serif's capitals.
func capital(size int) int { return size * 21 / 32 }
