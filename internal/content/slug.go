package content

import (
	"fmt"
	"regexp"
	"strings"

	"shortlist/internal/diag"
	"shortlist/internal/markdown"
)

var badSlug = diag.Define(diag.Error, "slug",
	"A file name or id is not lower-case words joined by hyphens, is too long, or is reserved.")

const maxSlug = 64

var slugPattern = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// deviceNames are files that Windows keeps for itself, whatever their extension.
var deviceNames = regexp.MustCompile(`^(con|prn|aux|nul|com[0-9]|lpt[0-9])$`)

// checkSlug returns what is wrong with an id, or nothing.
func checkSlug(slug string) (message, hint string) {
	quoted := fmt.Sprintf("`%s`", slug)
	switch {
	case deviceNames.MatchString(strings.ToLower(slug)):
		return quoted + " is a name that file systems reserve", "choose another name"
	case !slugPattern.MatchString(slug):
		hint := "use lower-case letters and digits, with single hyphens between words"
		if better := markdown.Slug(slug); len(better) <= maxSlug && slugPattern.MatchString(better) && !deviceNames.MatchString(better) {
			hint += fmt.Sprintf(": `%s`", better)
		}
		return quoted + " is not a slug", hint
	case len(slug) > maxSlug:
		return fmt.Sprintf("a slug of %d characters is too long", len(slug)), "use at most 64 characters"
	}
	return "", ""
}

// checkFileSlug returns what is wrong with a file's name without its extension. An
// entry is an <article> whose id is its provider's slug, so no slug may be an id
// that pages have of their own.
func checkFileSlug(slug string) (message, hint string) {
	if markdown.Reserved(slug) {
		return fmt.Sprintf("`%s` is the id of a section of every guide", slug), "choose another name"
	}
	if slug == pageFolder {
		return fmt.Sprintf("`%s` is the folder of the further pages of a list", slug), "choose another name"
	}
	return checkSlug(slug)
}

// FileName says what keeps a name from being that of a content file, and what to
// write instead; nothing where nothing does.
func FileName(name string) (fault, hint string) { return checkFileSlug(name) }

// PlainText says what keeps a text from standing in one line of front matter;
// nothing where nothing does.
func PlainText(text string) string {
	if at, c := markdown.FirstUnseen(text); at >= 0 {
		return fmt.Sprintf("has the character U+%04X, which cannot be seen", c)
	}
	if strings.ContainsAny(text, "\t\r\n") {
		return "has a line break or a tab"
	}
	return ""
}

// pageFolder is where the second and later pages of a list stand: /guides/page/2/.
const pageFolder = "page"
