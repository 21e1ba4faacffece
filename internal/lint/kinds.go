package lint

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"shortlist/internal/diag"
	"shortlist/internal/guide"
)

var mixedKinds = diag.Define(diag.Advice, "mixed-kinds",
	"Providers of different kinds are ranked on one scale.")

func findMixedKinds(list *diag.List, g *guide.Guide) {
	type kind struct {
		name  string
		count int
	}
	var kinds []kind
	for _, e := range g.Entries {
		name := e.Provider.Kind
		i := slices.IndexFunc(kinds, func(k kind) bool { return k.name == name })
		if i < 0 {
			i = len(kinds)
			kinds = append(kinds, kind{name: name})
		}
		kinds[i].count++
	}
	if len(kinds) < 2 {
		return
	}
	slices.SortFunc(kinds, func(a, b kind) int { return cmp.Or(b.count-a.count, strings.Compare(a.name, b.name)) })
	var counts []string
	for _, k := range kinds {
		counts = append(counts, fmt.Sprintf("%s %d", k.name, k.count))
	}
	list.Add(mixedKinds, fence(g.Origin),
		fmt.Sprintf("entries of %d kinds are ranked on one scale: %s", len(kinds), strings.Join(counts, ", ")),
		"say in the guide why they compare, then accept `mixed-kinds` with a reason")
}
