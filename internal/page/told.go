package page

import (
	"bytes"
	"html"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"shortlist/internal/guide"
	"shortlist/internal/report/sentence"
	"shortlist/internal/theme"
)

// Told is what a page tells of commercial ties before anything else: those with the
// providers that it names. Which they are is read off the page itself ([Printer.show]),
// so that no list, table or prose of any kind of page can be forgotten.
type Told struct {
	Words string // empty for a page that names none
	About string // URL of the page on disclosure; empty when there is none
}

// tell renders a page, reads whom it names, and renders it once more with the ties
// where it names anybody that there is one with.
func (s *Printer) tell(w io.Writer, page string, view any, told *Told) error {
	var b bytes.Buffer
	if err := s.Theme.Render(&b, page, view); err != nil {
		return err
	}
	*told = Told{Words: s.TiesIn(Visible(b.String()))}
	if told.Words == "" {
		_, err := w.Write(b.Bytes())
		return err
	}
	told.About = s.disclosurePage()
	b.Reset()
	if err := s.Theme.Render(&b, page, view); err != nil {
		return err
	}
	// A layout of the site's own may have left them out, or put them behind a name.
	before, _, found := strings.Cut(Visible(b.String()), strings.Join(strings.Fields(told.Words), " "))
	if !found || s.TiesIn(before) != "" {
		return theme.Untold()
	}
	_, err := w.Write(b.Bytes())
	return err
}

// TiesIn tells of the ties with those providers that a text names, by the name of
// today or an old one; empty for none.
func (s *Printer) TiesIn(text string) string {
	return sentence.Ties(s.tiesIn(text), s.Publication.Publisher.Name).String()
}

// TiesBriefly is the same where there is little room, as among search results.
func (s *Printer) TiesBriefly(text string) string {
	return sentence.TiesBriefly(s.tiesIn(text), s.Publication.Publisher.Name).String()
}

func (s *Printer) tiesIn(text string) []guide.Relationship {
	var found []guide.Relationship
	for _, tie := range s.Ties {
		names := append([]string{tie.Provider.Name}, s.Formerly[tie.Provider.Slug]...)
		for _, name := range names {
			if hasName(text, name) {
				found = append(found, tie)
				break
			}
		}
	}
	return found
}

// hasName reports whether a text has a name as whole words.
func hasName(text, name string) bool {
	inWord := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	for at := 0; name != ""; {
		i := strings.Index(text[at:], name)
		if i < 0 {
			return false
		}
		start, end := at+i, at+i+len(name)
		before, _ := utf8.DecodeLastRuneInString(text[:start])
		after, _ := utf8.DecodeRuneInString(text[end:])
		if !inWord(before) && !inWord(after) {
			return true
		}
		at = end
	}
	return false
}

// Visible is the text of a page's body, or of a piece of HTML: without tags, and with
// a space for each.
func Visible(page string) string {
	if i := strings.Index(page, "<body"); i >= 0 {
		page = page[i:]
	}
	var b strings.Builder
	for page != "" {
		text, rest, tag := strings.Cut(page, "<")
		b.WriteString(html.UnescapeString(text))
		if !tag {
			break
		}
		if strings.HasPrefix(rest, "script") {
			_, rest, _ = strings.Cut(rest, "</script")
		}
		_, page, _ = strings.Cut(rest, ">")
		if inline := strings.TrimPrefix(rest, "/"); !strings.HasPrefix(inline, "em>") && !strings.HasPrefix(inline, "strong>") && !strings.HasPrefix(inline, "b>") && !strings.HasPrefix(inline, "wbr") {
			b.WriteByte(' ')
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// disclosurePage is the URL of the page on disclosure; empty when there is none.
func (s *Printer) disclosurePage() string {
	for _, page := range s.Pages {
		if page.Slug == "disclosure" {
			return s.URL("/disclosure/")
		}
	}
	return ""
}
