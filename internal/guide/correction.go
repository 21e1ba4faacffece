package guide

// Correction says that something published was wrong: what was said, what is right.
type Correction struct {
	Date     Date   // when it was corrected
	Was, Is  Inline // what was said, and what is right
	Since    Date   // since when it stood there; zero where nobody says
	Source   string // the id of a source, as one cites it; empty where none is given
	Concerns []*Provider
	Origin   Origin
}
