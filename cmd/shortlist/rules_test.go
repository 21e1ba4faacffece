package main

import (
	"io/fs"
	"os"
	"path"
	"regexp"
	"strings"
	"testing"

	"shortlist/internal/diag"
)

// TestEveryRuleIsTested looks through the tests and fixtures of the whole
// program for the name of each rule: a rule that no test names may be one
// that nothing reports. The packages test their own rules more closely.
func TestEveryRuleIsTested(t *testing.T) {
	spoken := map[string]bool{}
	word := regexp.MustCompile(`[a-z]+(-[a-z]+)*`)
	root := os.DirFS("../..")
	for _, top := range []string{"internal", "cmd"} {
		err := fs.WalkDir(root, top, func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(name, "_test.go") && path.Ext(name) != ".txtar" {
				return err
			}
			text, err := fs.ReadFile(root, name)
			for _, w := range word.FindAllString(string(text), -1) {
				spoken[w] = true
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, rule := range diag.Rules() {
		if !spoken[rule.Name] {
			t.Errorf("no test speaks of the rule %s", rule.Name)
		}
	}
}
