package sentence

import (
	"fmt"

	"shortlist/internal/rank"
)

// Decides names the criterion that makes most of the difference between totals:
// "Security decides most of the order". It is empty where all totals are equal.
func Decides(r rank.Analysis, names Names) string {
	acting := r.Acting
	if acting == nil {
		return ""
	}
	most := 0
	for k := range acting {
		if acting[k] > acting[most] {
			most = k
		}
	}
	name := names.Criterion(r.Table.Criteria[most].ID)
	if acting[most] > rank.FullWeight/2 {
		return name + " decides most of the order"
	}
	return name + " decides more of the order than any other criterion"
}

// Widest says whose rank is least certain: "Marsh has the least certain rank:
// 1st to 10th", or how many are as uncertain as that. It is empty where every
// rank is certain.
func Widest(r rank.Analysis, names Names) string {
	ranges := r.Ranges
	widest, width, shared := 0, 0, 0
	for i, x := range ranges {
		switch w := x.Worst - x.Best; {
		case w > width:
			widest, width, shared = i, w, 1
		case w == width:
			shared++
		}
	}
	if width == 0 {
		return ""
	}
	if shared > 1 {
		return fmt.Sprintf("%s of %s ranks are open over %s places", Capital(Number(shared)), Number(len(ranges)), Number(width+1))
	}
	x := ranges[widest]
	return fmt.Sprintf("%s has the least certain rank: %s", names.Provider(r.Places[widest].ID), fromTo(x))
}

// Lead says on what one place leads another: "Costs gives Evertas most of its
// lead over Aon", if it is more than all other leads together; on a tie, that
// there is none.
func Lead(r rank.Ranking, a, b rank.Place, names Names) string {
	nameA, nameB := names.Provider(a.ID), names.Provider(b.ID)
	if a.Total == b.Total {
		return nameA + " and " + nameB + " are level"
	}
	k, leads := lead(a, b), 0
	for i := range a.Contributions {
		leads += max(a.Contributions[i]-b.Contributions[i], 0)
	}
	name := names.Criterion(r.Table.Criteria[k].ID)
	if open := unknown(r, k, a, b, names); open != "" {
		name += ", not known exactly for " + open + ","
	}
	if 2*(a.Contributions[k]-b.Contributions[k]) > leads {
		return fmt.Sprintf("%s gives %s most of its lead over %s", name, nameA, nameB)
	}
	return fmt.Sprintf("%s does most for the lead of %s over %s", name, nameA, nameB)
}

// AddsMost says which criterion makes most of a total: "Security adds most: 2.4
// of 7.93".
func AddsMost(criterion, adds, total string) string {
	return criterion + " adds most: " + adds + " of " + total
}

// Capital is a sentence's beginning: its first letter in upper case.
func Capital(s string) string {
	if s == "" || s[0] < 'a' || s[0] > 'z' {
		return s
	}
	return string(s[0]-'a'+'A') + s[1:]
}
