package sentence

import (
	"strings"

	"shortlist/internal/guide"
)

// Unmet says what an entry lacks for a use case: "not listed for Singapore",
// "Staking cover not established", "Role is not broker".
func Unmet(m guide.Unmet) string {
	switch {
	case m.Region != nil && m.NotEstablished:
		return "regions not established"
	case m.Part != nil:
		return "lists " + m.Part.Name + ", which is only a part of " + m.Region.Name
	case m.Region != nil:
		return "not listed for " + m.Region.Name
	case m.NotEstablished:
		return m.Requirement.Attribute.Name + " not established"
	}
	return lacks(m.Requirement)
}

// lacks says that an entry does not meet a requirement.
func lacks(q *guide.Requirement) string {
	name := q.Attribute.Name
	rest := strings.TrimPrefix(q.String(), name+": ")
	switch {
	case q.Attribute.Type == guide.YesNo && q.YesNo:
		return name + ": no"
	case q.Attribute.Type == guide.YesNo:
		return name + ": yes"
	case q.Attribute.Type == guide.Items:
		return name + " do not include " + rest
	}
	return name + " is not " + rest
}
