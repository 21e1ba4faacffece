package guide

// Diagram is a drawing of a few words that an author gives in the front matter of
// a guide or an article, and calls for with ::diagram ID. It has layers, or it has
// steps, and then it may have spans.
type Diagram struct {
	ID     string
	Title  string // the finding
	About  string // what is drawn, for those who do not see it
	Layers []Layer
	Steps  []string
	Spans  []Span
	Origin Origin
}

// Layer is one of those that lie on each other, from the top down.
type Layer struct{ Name, Text string }

// Span is what lasts from one step to another, both counted from 1.
type Span struct {
	Name     string
	From, To int
}

// Call asks for a drawing at its place in a body: ::diagram tower, or ::chart
// lollipop fee.
type Call struct {
	Name   string // "chart" or "diagram"
	Words  []string
	Offset int
	Length int
}

// DiagramOf returns the diagram of that id, or nil.
func DiagramOf(all []Diagram, id string) *Diagram {
	for i := range all {
		if all[i].ID == id {
			return &all[i]
		}
	}
	return nil
}
