package diag

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// Rule is a kind of mistake, known by a stable name such as "score-range".
// Rules are compared by identity: each is defined once, as a package variable
// beside the code that reports it.
type Rule struct {
	Name     string
	Severity Severity
	Meaning  string // one sentence, for `shortlist check --rules`
}

var (
	rules    []*Rule
	ruleName = regexp.MustCompile(`^[a-z]+(-[a-z]+)*$`)
)

// Define makes a rule and adds it to the list that [Rules] returns. It is
// called while packages initialise; a malformed or repeated name, or a meaning
// that is no sentence, panics, so that it cannot reach a user.
func Define(s Severity, name, meaning string) *Rule {
	if !ruleName.MatchString(name) || !strings.HasSuffix(meaning, ".") {
		panic(fmt.Sprintf("diag: malformed rule %q", name))
	}
	if Lookup(name) != nil {
		panic(fmt.Sprintf("diag: rule %q defined twice", name))
	}
	r := &Rule{Name: name, Severity: s, Meaning: meaning}
	rules = append(rules, r)
	return r
}

// Rules returns every rule of the program, by name.
func Rules() []*Rule {
	return slices.SortedFunc(slices.Values(rules), func(a, b *Rule) int { return cmp.Compare(a.Name, b.Name) })
}

// Lookup returns the rule of that name, or nil.
func Lookup(name string) *Rule {
	for _, r := range rules {
		if r.Name == name {
			return r
		}
	}
	return nil
}
