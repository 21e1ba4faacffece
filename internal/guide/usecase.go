package guide

import (
	"slices"
	"strings"
)

// UseCase is a reader's situation: what it requires and, if it differs, what
// it weighs. The pick is computed, never written.
type UseCase struct {
	ID       string
	Name     string
	About    Inline
	Regions  []*Region // every one must be served
	Requires []Requirement
	Weights  []Weight   // one per criterion; nil means the guide's own
	Parts    []int      // the same in parts of any sum; nil where it states percentages, or nothing
	AddOn    *AddOnNeed // what an add-on to the pick must meet; nil where none is asked for
	Former   []Former
	Origin   Origin
}

// Requirement is a value that an attribute must have. A list must hold all of
// the required items, a choice or text must be one of them, a number must lie
// between Min and Max.
type Requirement struct {
	Attribute *Attribute
	YesNo     bool
	Items     []string
	Min, Max  Figure
	HasMin    bool
	HasMax    bool
	Origin    Origin
}

// Unmet is a reason why an entry does not qualify for a use case. Exactly one
// of Region and Requirement is set.
type Unmet struct {
	Region         *Region
	Part           *Region // the region inside that the entry lists, and no more; nil for none
	Requirement    *Requirement
	NotEstablished bool // the entry says nothing about it
}

// Unmet returns what the entry does not satisfy, in the order of the use case;
// none means that it qualifies, if it can be picked at all: see [UseCase.Qualifies].
func (u *UseCase) Unmet(e *Entry) []Unmet { return unmet(e, u.Regions, u.Requires) }

// Qualifies reports whether the entry may be the pick.
func (u *UseCase) Qualifies(e *Entry) bool { return e.Picks() && len(u.Unmet(e)) == 0 }

// Picks reports whether the entry can be the pick of a need.
func (e *Entry) Picks() bool { return e.Role == Core || e.Role == "" }

// Adds reports whether the entry may be added to the pick: it is an add-on, and
// meets what the use case asks of one, or else what it asks of its pick.
func (u *UseCase) Adds(e *Entry) bool {
	if e.Role != AddOn {
		return false
	}
	if u.AddOn == nil {
		return len(u.Unmet(e)) == 0
	}
	return len(unmet(e, u.AddOn.Regions, u.AddOn.Requires)) == 0
}

func unmet(e *Entry, regions []*Region, requires []Requirement) []Unmet {
	var out []Unmet
	for _, r := range regions {
		if m, ok := e.Lacks(r); ok {
			out = append(out, m)
		}
	}
	for i := range requires {
		q := &requires[i]
		v, given := e.Attributes[q.Attribute.ID]
		if !given || !q.accepts(v) {
			out = append(out, Unmet{Requirement: q, NotEstablished: !given})
		}
	}
	return out
}

// Lacks says why an entry does not satisfy a requirement of a region, if it does
// not.
func (e *Entry) Lacks(region *Region) (Unmet, bool) {
	reach, by := e.Reaches(region)
	if reach.Serves() {
		return Unmet{}, false
	}
	return Unmet{Region: region, Part: by, NotEstablished: len(e.Regions) == 0}, true
}

func (q *Requirement) accepts(v Value) bool {
	switch q.Attribute.Type {
	case YesNo:
		return v.YesNo == q.YesNo
	case Number:
		return (!q.HasMin || v.Number >= q.Min) && (!q.HasMax || v.High <= q.Max && !v.From)
	case Items:
		for _, want := range q.Items {
			if !slices.Contains(v.Items, want) {
				return false
			}
		}
		return true
	default:
		return slices.Contains(q.Items, v.Text)
	}
}

// String says the requirement in a few words: "Staking cover: yes".
func (q *Requirement) String() string {
	name := q.Attribute.Name + ": "
	unit := q.Attribute.Unit
	switch q.Attribute.Type {
	case YesNo:
		if q.YesNo {
			return name + "yes"
		}
		return name + "no"
	case Number:
		switch {
		case q.HasMin && q.HasMax && q.Min == q.Max:
			return name + q.Min.In(unit)
		case q.HasMin && q.HasMax:
			return name + q.Min.Words(unit) + " to " + q.Max.In(unit)
		case q.HasMin:
			return name + "at least " + q.Min.In(unit)
		default:
			return name + "at most " + q.Max.In(unit)
		}
	case Items:
		return name + strings.Join(q.Items, " and ")
	default:
		return name + strings.Join(q.Items, " or ")
	}
}
