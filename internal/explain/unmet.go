package explain

import "shortlist/internal/guide"

// Unmet says what an entry lacks for a use case: "does not serve Singapore",
// "staking cover not established".
func Unmet(m guide.Unmet) string {
	switch {
	case m.Region != nil && m.NotEstablished:
		return "regions not established"
	case m.Region != nil:
		return "does not serve " + m.Region.Name
	case m.NotEstablished:
		return m.Requirement.Attribute.Name + " not established"
	}
	return "needs " + m.Requirement.String()
}
