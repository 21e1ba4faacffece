package report

import (
	"shortlist/internal/guide"
	"slices"
)

// Blocks is the order of the computed blocks. A guide that leaves one out gets it
// after the nearest earlier block of this order; but the comparison, where the
// author has no other place for it, stands right after the answer, before the
// prose: it is what readers came for.
var Blocks = []string{"methodology", "comparison", "ranking", "use-cases", "lenses", "product", "sources", "related", "changes"}

// SectionID is the id of a section: its class names it, else its heading.
func SectionID(class, id string) string {
	switch class {
	case "faq":
		return "faqs"
	case "checklist":
		return "checklist"
	}
	return id
}

// ClassName is the class of a part that is a section with a heading.
func ClassName(p guide.Part) string {
	if p.Heading == nil {
		return ""
	}
	return p.Heading.Class
}

// Complete adds the blocks that the author left out.
func Complete(parts []guide.Part) []guide.Part {
	parts = slices.Clone(parts)
	index := func(name string) int {
		return slices.IndexFunc(parts, func(p guide.Part) bool { return p.Block != nil && p.Block.Name == name })
	}
	for i, name := range Blocks {
		if index(name) >= 0 || name == "comparison" {
			continue
		}
		at := -1
		for _, earlier := range slices.Backward(Blocks[:i]) {
			if at = index(earlier); at >= 0 {
				break
			}
		}
		if at < 0 { // before the first block, after the prose that opens the guide
			at = slices.IndexFunc(parts, func(p guide.Part) bool { return p.Block != nil }) - 1
			if at < -1 {
				at = len(parts) - 1
			}
		}
		parts = slices.Insert(parts, at+1, guide.Part{Block: &guide.Block{Name: name}})
	}
	if index("comparison") < 0 {
		parts = slices.Insert(parts, 0, guide.Part{Block: &guide.Block{Name: "comparison"}})
	}
	return parts
}
