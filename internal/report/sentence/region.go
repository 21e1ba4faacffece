package sentence

import (
	"fmt"
	"strings"

	"shortlist/internal/guide"
	"shortlist/internal/rank"
)

// Reach marks a requirement of a region that an entry satisfies without naming
// the region: "worldwide, eligibility in Singapore not stated". It is empty where
// the entry names it.
func Reach(reach guide.Reach, region string, by *guide.Region) string {
	switch reach {
	case guide.Wider:
		return by.Name + ", not " + region + " by name"
	case guide.Worldwide:
		return "worldwide, eligibility in " + region + " not stated"
	}
	return ""
}

// Reaching heads the entries that serve a region in one way, and says what that
// way is worth.
func Reaching(reach guide.Reach, region string) (title, about string) {
	switch reach {
	case guide.Named:
		return "Name " + region, region + " is listed among the regions served. A note beside it may limit that."
	case guide.Wider:
		return "Name a wider region", "A larger region that holds " + region + " is listed. Whether clients in " + region + " itself are accepted is not established here; ask."
	default:
		return "Worldwide, eligibility here not stated", "The whole world is listed. Nothing in this edition says who is accepted in " + region + "; ask."
	}
}

// Serving counts how a guide's entries come to be on a region's page: "Two of
// ten providers name Singapore. One names a wider region, and three list the
// whole world." Where none names it, that comes first.
func Serving(counts map[guide.Reach]int, all int, region, noun string) string {
	named, wider, world := counts[guide.Named], counts[guide.Wider], counts[guide.Worldwide]
	first := fmt.Sprintf("None of the %s %s names %s.", Number(all), noun, region)
	if named > 0 {
		first = fmt.Sprintf("%s of %s %s %s %s.", Capital(Number(named)), Number(all), noun, agree(named, "name"), region)
	}
	var others []string
	if wider > 0 {
		others = append(others, fmt.Sprintf("%s %s a wider region", Number(wider), agree(wider, "name")))
	}
	if world > 0 {
		others = append(others, fmt.Sprintf("%s %s the whole world without a word on %s", Number(world), agree(world, "list"), region))
	}
	if out := all - named - wider - world; out > 0 {
		others = append(others, fmt.Sprintf("%s %s left out", Number(out), map[bool]string{true: "is", false: "are"}[out == 1]))
	}
	if len(others) == 0 {
		return first
	}
	return first + " " + Capital(strings.Join(others, "; ")) + "."
}

// agree is a verb for one or for several.
func agree(n int, verb string) string {
	if n == 1 {
		return verb + "s"
	}
	return verb
}

// FirstOf says who is first of an order: "Evertas is first, with 7.9."
func FirstOf(r rank.Ranking, names Names) string {
	var level []string
	for _, p := range r.Places {
		if p.Rank == 1 {
			level = append(level, names.Provider(p.ID))
		}
	}
	switch len(level) {
	case 0:
		return ""
	case 1:
		if len(r.Places) == 1 {
			return fmt.Sprintf("%s alone, with %s.", level[0], r.Print(r.Places[0].Total))
		}
		return fmt.Sprintf("%s is first of them, with %s.", level[0], r.Print(r.Places[0].Total))
	}
	return fmt.Sprintf("%s are level in first place, with %s.", List(level), r.Print(r.Places[0].Total))
}
