package markdown

import (
	"strings"
	"testing"
)

func TestWordsWithoutSpaces(t *testing.T) {
	for text, want := range map[string]int{
		"": 0, "two words": 2, "a – dash": 2, "naïve café": 2, "한국어 단어": 2,
		strings.Repeat("東", 460): 230,
		"東京でSIMを買う":              4, // six characters, and one word
		strings.Repeat("ก", 863): 184,
		"ราคา 100 บาท ต่อเดือน":  5,
	} {
		if got := Words(text); got != want {
			t.Errorf("%q: %d, want %d", text, got, want)
		}
	}
}

// A question keeps its id when another is put before it, whatever its script; what it
// says in Latin letters is readable in it, and two that differ have two.
func TestQuestionIDsStay(t *testing.T) {
	ids := func(questions ...string) map[string]string {
		d := Parse("## F {.faq}\n\n### " + strings.Join(questions, "\n\na\n\n### ") + "\n\na\n")
		if len(d.Mistakes) > 0 {
			t.Fatal(d.Mistakes)
		}
		out := map[string]string{}
		for _, q := range d.Questions {
			out[q.Text] = q.ID
		}
		return out
	}
	before := ids("料金はいくらですか", "SIMは使えますか", "ราคาเท่าไร", "What does it cost?", "Giá cả thế nào?")
	after := ids("解約できますか", "SIMとは", "料金はいくらですか", "SIMは使えますか", "ราคาเท่าไร", "What does it cost?", "Giá cả thế nào?")
	for text, id := range before {
		if after[text] != id {
			t.Errorf("%s: %s became %s", text, id, after[text])
		}
	}
	if before["What does it cost?"] != "what-does-it-cost" || before["Giá cả thế nào?"] != "gia-ca-the-nao" || !strings.HasPrefix(before["SIMは使えますか"], "sim-") {
		t.Error(before)
	}
	d := Parse("## F {.faq}\n\n### 料金は\n\na\n\n### 料金は\n\na\n")
	if len(d.Mistakes) != 1 || d.Mistakes[0].Rule != ruleDuplicateID {
		t.Errorf("two equal questions: %v", d.Mistakes)
	}
}
