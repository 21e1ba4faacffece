package guide

import "strings"

// Criterion is what is scored, with its weight.
type Criterion struct {
	ID     string
	Name   string
	Weight Weight // for people: where the guide states parts, their share, rounded so that all sum to FullWeight
	Parts  int    // of the sum of all parts; 0 where the guide states percentages
	About  Inline
	Rubric []Anchor // from the highest score down
	Curve  Curve    // set for a measured criterion
	Unit   Unit     // of a measured criterion's figures
	Prices bool     // its figures are the prices that count
	Origin Origin
}

// Measured reports whether the criterion scores itself from a raw figure.
func (c *Criterion) Measured() bool { return len(c.Curve) > 0 }

// Reach returns the least and the greatest score on the criterion: what its curve
// reaches, or the whole scale.
func (c *Criterion) Reach() (low, high Score) {
	if !c.Measured() {
		return 0, MaxScore
	}
	return c.Curve.Range(c.Curve[0].Figure, c.Curve[len(c.Curve)-1].Figure)
}

// Anchor is one line of a rubric: what earns a score.
type Anchor struct {
	Score Score
	Text  Inline
}

// Attribute is a further column of the comparison table and a facet.
type Attribute struct {
	ID      string
	Name    string
	Type    AttributeType
	About   Inline
	Unit    Unit     // of a number
	Choices []string // of a choice or a list, when they are limited
	Origin  Origin
}

// AttributeType is the kind of value an attribute takes.
type AttributeType string

const (
	YesNo  AttributeType = "yes-no"
	Text   AttributeType = "text"
	Number AttributeType = "number"
	Choice AttributeType = "choice"
	Items  AttributeType = "list"
)

// Attribute returns the attribute of that id, or nil.
func (g *Guide) Attribute(id string) *Attribute {
	for i := range g.Attributes {
		if g.Attributes[i].ID == id {
			return &g.Attributes[i]
		}
	}
	return nil
}

// Value is an attribute's value for one entry, or what a use case requires.
// Which field holds it is the attribute's type.
type Value struct {
	YesNo  bool
	Text   string // of a text or a choice
	Number Figure // the low end, where a number is not known to the point
	High   Figure // the high end; what Number is where it is
	From   bool   // Number is the least that it is, and nothing says the most
	Items  []string
	AsOf   Date   // when it held; zero where nothing is said
	URL    string // where it can be looked up; empty where nothing is said
	Origin Origin
}

// Words says a value of the attribute for readers: "yes", "12 months", "red, green".
func (a *Attribute) Words(v Value) string {
	words := ""
	switch a.Type {
	case YesNo:
		words = "no"
		if v.YesNo {
			words = "yes"
		}
	case Number:
		words = NumberRange(v.Number, v.High, v.From, a.Unit)
	case Items:
		words = strings.Join(v.Items, ", ")
	default:
		words = v.Text
	}
	return words + AsOf(v.AsOf)
}

// NumberRange is a figure as it is known: "$5", "$5–7", "from $5".
func NumberRange(low, high Figure, from bool, u Unit) string {
	if from {
		return "from " + low.In(u)
	}
	return FigureRange([2]Figure{low, max(low, high)}, u)
}

// AsOf is when a figure held, behind it: " (September 2025)"; nothing where nothing
// is said.
func AsOf(d Date) string {
	if d.IsZero() {
		return ""
	}
	return " (" + d.Words() + ")"
}

// Lens is a named alternative set of weights.
type Lens struct {
	ID      string
	Name    string
	About   Inline
	Weights []Weight // one per criterion, in the guide's order; they sum to FullWeight
	Parts   []int    // the same in parts of any sum; nil where it states percentages
	Former  []Former
	Origin  Origin
}
