// Package sentence says a ranking in plain sentences, the same for pages, the
// terminal and feeds.
//
// A sentence states what the numbers guarantee and no more, for every table: a
// rank that a missing score could change is given as a range, a tie is called a
// tie, and a printed difference is that of the printed numbers beside it.
//
// Every sentence is a [Text]: words with the figures in them named. Its words are
// a template, a constant at the head of the file, in which "{lead}" is the place
// of a figure or a name, so that they can be reworded in one place.
package sentence

import "strconv"

// Ordinal is a rank in figures: "1st", "2nd", "11th".
func Ordinal(n int) string {
	suffix := "th"
	if n%100/10 != 1 {
		switch n % 10 {
		case 1:
			suffix = "st"
		case 2:
			suffix = "nd"
		case 3:
			suffix = "rd"
		}
	}
	return strconv.Itoa(n) + suffix
}

// Number is a count in words up to ten and in figures beyond.
func Number(n int) string {
	words := [...]string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}
	if n >= 0 && n < len(words) {
		return words[n]
	}
	return strconv.Itoa(n)
}
