package sentence

import (
	"slices"
	"strings"

	"shortlist/internal/guide"
)

const (
	unmetUnknown = "{name} not established"
	unmetRegions = "regions not established"
	unmetRegion  = "not listed for {region}"
	unmetPart    = "lists {part}, which is only a part of {region}"
	unmetNo      = "{name}: no"
	unmetYes     = "{name}: yes"
	unmetLacks   = "{name}: without {items}"
	unmetIs      = "{name}: {is}, not {wanted}"
)

// Unmet says what an entry lacks for a use case: "not listed for Singapore",
// "Staking cover not established", "Role: carrier, not broker", "Lines named:
// without crime".
func Unmet(e *guide.Entry, m guide.Unmet) Text {
	switch {
	case m.Region != nil && m.NotEstablished:
		return say("unmet", unmetRegions)
	case m.Part != nil:
		return say("unmet", unmetPart, words("part", m.Part.Name), words("region", m.Region.Name))
	case m.Region != nil:
		return say("unmet", unmetRegion, words("region", m.Region.Name))
	case m.NotEstablished:
		return say("unmet", unmetUnknown, words("name", m.Requirement.Attribute.Name))
	}
	return lacks(e.Attributes[m.Requirement.Attribute.ID], m.Requirement)
}

// lacks says that a value does not meet a requirement.
func lacks(v guide.Value, q *guide.Requirement) Text {
	name := words("name", q.Attribute.Name)
	is := v.Text
	switch {
	case q.Attribute.Type == guide.YesNo && q.YesNo:
		return say("unmet", unmetNo, name)
	case q.Attribute.Type == guide.YesNo:
		return say("unmet", unmetYes, name)
	case q.Attribute.Type == guide.Items:
		missing := slices.DeleteFunc(slices.Clone(q.Items), func(item string) bool { return slices.Contains(v.Items, item) })
		return say("unmet", unmetLacks, name, words("items", joined(missing, " or ")))
	case q.Attribute.Type == guide.Number:
		v.AsOf = guide.Date{}
		is = q.Attribute.Words(v)
	}
	wanted := strings.TrimPrefix(q.String(), q.Attribute.Name+": ")
	return say("unmet", unmetIs, name, words("is", is), words("wanted", wanted))
}

// List joins names as one reads them: "a", "a and b", "a, b and c".
func List(names []string) string { return joined(names, " and ") }

func joined(names []string, and string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + and + names[last]
}

// All joins texts as one reads them.
func All(texts []Text) Text {
	out := Text{Parts: list("", " and ", texts).parts}
	if len(texts) > 0 {
		out.Claim = texts[0].Claim
	}
	return out
}
