package content

import (
	"fmt"

	"github.com/agnivade/levenshtein"
)

// Closest returns the candidate that somebody most likely meant who wrote a name
// that is none of them, or "": on the command line as in a file.
func Closest(name string, candidates []string) string { return closest(name, candidates) }

// closest returns the candidate that an author most likely meant, or "". Of
// equally near ones it is the first.
func closest(name string, candidates []string) string {
	best, least := "", 1+tolerance(len(name))
	if len(name) > maxSlug {
		return ""
	}
	for _, c := range candidates {
		if d := levenshtein.ComputeDistance(name, c); d < least {
			best, least = c, d
		}
	}
	return best
}

// tolerance is how many letters of a name of a given length may be wrong: two
// that changed places count as two.
func tolerance(length int) int {
	switch {
	case length < 4:
		return 1
	case length < 9:
		return 2
	}
	return 3
}

// didYouMean is the hint that names the closest candidate, or otherwise.
func didYouMean(name string, candidates []string, otherwise string) string {
	if c := closest(name, candidates); c != "" {
		return fmt.Sprintf("did you mean `%s`?", c)
	}
	return otherwise
}
