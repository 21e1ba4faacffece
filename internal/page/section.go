package page

import "html/template"

// Section is one section of a guide or another page. Title is its h2; besides
// the prose at most one of the pointers and lists is set.
type Section struct {
	ID          string
	Class       string // "faq", "checklist"
	Title       string
	Prose       template.HTML
	More        []Prose // further level-2 headings inside the section
	Questions   []QuestionView
	Methodology *Methodology
	Comparison  *Comparison
	Entries     []EntryView
	Apart       []ApartView // the entries that take no place
	Computed    string      // what computed strengths and drawbacks are
	Allows      string      // what the ranks that entries keep to allow for
	HowFirm     string      // the anchor of how firm the order is, if that is said
	Report      string      // where to report an error in an entry
	UseCases    *UseCases
	Lenses      []LensView
	Changes     *ChangesBlock
	Product     *ProductView
	Sources     *SourcesBlock
	Related     []RelatedView
}

// Prose is a heading with what stands under it.
type Prose struct {
	Title, ID string
	HTML      template.HTML
}

// QuestionView is a question with its answer.
type QuestionView struct {
	Text, ID string
	Answer   template.HTML
}
