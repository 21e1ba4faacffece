package structured

import "strings"

// Question is a question that the page shows with its answer.
//
// The answer is the text that readers see, in their order: of every paragraph,
// list and table, without the chips of citations. White space does not count
// when the two are compared; a line feed between blocks is customary.
type Question struct {
	URL    string // its permanent link, with its anchor
	Text   string
	Answer string
}

type faqPage struct {
	Type      string     `json:"@type"`
	ID        string     `json:"@id"`
	Questions []question `json:"mainEntity"`
}

type question struct {
	Type   string `json:"@type"`
	ID     string `json:"@id"`
	Name   string `json:"name"`
	Answer answer `json:"acceptedAnswer"`
}

type answer struct {
	Type string `json:"@type"`
	Text string `json:"text"`
}

func (b *builder) questions() {
	if len(b.graph.Questions) == 0 {
		return
	}
	node := faqPage{Type: "FAQPage", ID: b.on("faqs")}
	for _, q := range b.graph.Questions {
		id := strings.TrimPrefix(q.URL, b.graph.Page.URL)
		b.claim(id)
		node.Questions = append(node.Questions, question{
			Type: "Question", ID: b.need("Question", "url", id), Name: b.need("Question", "name", q.Text),
			Answer: answer{"Answer", b.need("Question", "acceptedAnswer.text", q.Answer)},
		})
	}
	b.add(node.ID, node)
}
