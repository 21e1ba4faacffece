package main

import (
	"fmt"
	"strings"

	"shortlist/internal/diag"
)

// ruleMargin is where the meaning of a rule begins.
const ruleMargin = "  "

// listRules says what each rule means, or each that has one of the words in its
// name.
func listRules(t *tui, format string, words []string) error {
	if err := checkFormat(format, formats); err != nil {
		return err
	}
	var list []*diag.Rule
	for _, r := range diag.Rules() {
		if len(words) == 0 || containsAny(r.Name, words) {
			list = append(list, r)
		}
	}
	if len(list) == 0 {
		return misused("--rules: no rule has %s in its name", quoted(words))
	}
	switch format {
	case "text":
		on := screenOf(t.out)
		for _, r := range list {
			t.say("%s (%s)", r.Name, r.Severity)
			t.say("%s", strings.TrimSuffix(fold(r.Meaning, ruleMargin, ruleMargin, on.width), "\n"))
		}
		return nil
	case "json":
		type rule struct {
			Name     string `json:"name"`
			Severity string `json:"severity"`
			Meaning  string `json:"meaning"`
		}
		out := make([]rule, len(list))
		for i, r := range list {
			out[i] = rule{r.Name, r.Severity.String(), r.Meaning}
		}
		return writeJSON(t.out, out)
	}
	return misused("--rules: `%s` is for problems; rules are printed as text or json", format)
}

func containsAny(s string, words []string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

func quoted(words []string) string {
	var out []string
	for _, w := range words {
		out = append(out, fmt.Sprintf("`%s`", w))
	}
	return strings.Join(out, " or ")
}
