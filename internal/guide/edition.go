package guide

// Edition is a frozen ranking of a guide. It holds all that its page shows, all
// that is needed to compute it again, and the facts that readers were told, so that
// it stays readable when providers and criteria have changed or gone. Editions of
// before facts were frozen have none.
type Edition struct {
	Date     Date
	Title    string // the guide's full title at the time
	Stress   Weight
	Unknown  Unknown
	Grain    Score // 0 in editions of before there was one, as is MinKnown
	MinKnown Weight
	Criteria []EditionCriterion
	Entries  []EditionEntry // in the order of the time
	Origin   Origin

	Description string // of the guide, in plain text; empty where no facts are frozen
	Attributes  []EditionAttribute
	Questions   []EditionQuestion
	Sources     []EditionSource // the guide's own
	Apart       []EditionApart  // the entries that took no place
}

// HoldsFacts reports whether facts were frozen, too.
func (e *Edition) HoldsFacts() bool { return e.Description != "" }

// EditionCriterion is a criterion with its weight at the time.
type EditionCriterion struct {
	ID     string
	Name   string
	Weight Weight
	Parts  int // 0 where the guide stated percentages
}

// EditionEntry is a place of the time.
type EditionEntry struct {
	Provider string // slug, of today where it was renamed; the site may no longer know it
	Was      string // the slug of the time, where that was another
	Name     string
	Now      string // its name of today, where that is another
	Award    string // plain text
	Rank     int
	Total    int            // the sum of weight times half-hundredths: up to 2 10^7 where the weights are basis points
	Scores   []EditionScore // one per criterion of the edition, in its order
	Facts    *EditionFacts  // nil where none are frozen
}

// EditionScore is a score of the time with its reason. A point score has Low
// equal to High.
type EditionScore struct {
	Low, High Score
	Why       string // plain text; empty where none was given
	Figure    string // of a measured criterion, in its unit: "12.5 bps"; empty where none was given
}
