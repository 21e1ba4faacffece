// Package sentence says a ranking in plain sentences, the same for pages, the
// terminal and feeds.
//
// A sentence states what the numbers guarantee and no more: a rank that a
// missing score could change is given as a range, a lead is named with the
// criterion that makes most of it, and a tie is called a tie.
package sentence

import (
	"strconv"
	"strings"
)

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

// List joins names as one reads them: "a", "a and b", "a, b and c".
func List(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " and " + names[last]
}
