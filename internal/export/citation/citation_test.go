package citation

import (
	"encoding/json"
	"testing"

	"shortlist/internal/guide"
)

var work = Work{
	Key: "keepers-2025-09", Title: "Best Keepers & Co. (2025)", Publisher: "Publisher",
	Authors: []Author{{"The Team", true}, {"Ada Lovelace", false}},
	Date:    guide.Date{Year: 2025, Month: 9}, URL: "https://a.example/guides/keepers/editions/2025-09/", Language: "en",
}

func TestText(t *testing.T) {
	want := "The Team, Ada Lovelace. Best Keepers & Co. (2025). Publisher, September 2025. https://a.example/guides/keepers/editions/2025-09/"
	if got := Text(work); got != want {
		t.Errorf("got %q", got)
	}
	bare := Work{Title: "Alone", Date: guide.Date{Year: 2025, Month: 9, Day: 2}, URL: "https://a.example/"}
	if got := Text(bare); got != "Alone. 2 September 2025. https://a.example/" {
		t.Errorf("got %q", got)
	}
}

func TestBibTeX(t *testing.T) {
	want := `@misc{keepers-2025-09,
  author = {{The Team} and Ada Lovelace},
  title = {{Best Keepers \& Co. (2025)}},
  publisher = {Publisher},
  year = {2025},
  month = {9},
  url = {https://a.example/guides/keepers/editions/2025-09/},
}`
	if got := BibTeX(work); got != want {
		t.Errorf("got\n%s", got)
	}
}

func TestCSL(t *testing.T) {
	var items []struct {
		Type, Title, URL string
		Author           []struct{ Literal string }
		Issued           struct {
			Parts [][]int `json:"date-parts"`
		}
	}
	if err := json.Unmarshal([]byte(CSL(work)), &items); err != nil {
		t.Fatal(err)
	}
	if len(items) != 1 || items[0].Title != work.Title || items[0].URL != work.URL || len(items[0].Author) != 2 || len(items[0].Issued.Parts[0]) != 2 {
		t.Errorf("read back %+v", items)
	}
}
