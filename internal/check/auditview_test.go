package check_test

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"shortlist/internal/check"
)

// TestAuditViews spoils a table of the real guides for a region and one under a
// lens; the small site has neither.
func TestAuditViews(t *testing.T) {
	files, r := finished(t, "../..", false)
	for _, x := range []struct {
		folder, pattern, with, rule string
	}{
		{"/in/", `(<td class="?total"?>)[0-9.]+`, "${1}0.01", "audit-score"},
		{"/in/", `(<th scope="?row"?><a [^>]*>)`, "${1}Not ", "audit-name"},
		{"/lens/", `(<td class="?number"?>)\d+`, "${1}77", "audit-rank"},
		{"/for/", `(<th scope="?row"?><a [^>]*>)`, "${1}Not ", "audit-name"},
	} {
		spoiled := maps.Clone(files)
		names := slices.Sorted(maps.Keys(files))
		at := slices.IndexFunc(names, func(name string) bool {
			return strings.HasPrefix(name, "guides/") && strings.Contains(name, x.folder)
		})
		if at < 0 {
			t.Fatalf("the site has no page in %s", x.folder)
		}
		name := names[at]
		spoiled[name] = regexp.MustCompile(x.pattern).ReplaceAllString(files[name], x.with)
		got := audited(check.Audit(tree(spoiled), r.Base))
		if !slices.ContainsFunc(got, func(line string) bool { return strings.HasPrefix(line, name+" "+x.rule+": the table ") }) {
			t.Errorf("%s of %s: %q", x.rule, name, got)
		}
	}
}
