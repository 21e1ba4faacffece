package guide

// Role is what an entry can be to a buyer. It decides what it may be picked for,
// and nothing of its score or rank.
type Role string

const (
	Core      Role = "core"      // meets a need by itself; an entry that says nothing else
	AddOn     Role = "add-on"    // completes what another one sells: never the pick of a need, but may be added to it
	Reference Role = "reference" // ranked to compare with, and not to be had: never a pick
)

// AddOnNeed is what a use case asks of an add-on beside its pick.
type AddOnNeed struct {
	Regions  []*Region
	Requires []Requirement
}
