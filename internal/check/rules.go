package check

import "shortlist/internal/diag"

var (
	unreadable    = diag.Define(diag.Error, "page-unreadable", "A finished file is not valid UTF-8, or cannot be read as what its name says it is.")
	missing       = diag.Define(diag.Error, "page-missing", "The output lacks the home page or the page for what is not found.")
	badCompressed = diag.Define(diag.Error, "page-compressed", "A compressed form of a file cannot be unpacked, or holds something else than its file.")

	deadLink     = diag.Define(diag.Error, "page-link", "An internal link of a finished file leads nowhere.")
	deadFragment = diag.Define(diag.Error, "page-fragment", "A link leads to an id that its page does not have.")
	outsideBase  = diag.Define(diag.Error, "page-base", "A link lacks the path of base_url, under which the site is served.")
	otherOrigin  = diag.Define(diag.Error, "page-origin", "A page makes the browser ask another origin for something.")
	badSitemap   = diag.Define(diag.Error, "page-sitemap", "The sitemap lists a page that search engines are told to leave out.")
	orphan       = diag.Define(diag.Warning, "page-orphan", "No links lead from the home page to a page.")
	deadID       = diag.Define(diag.Error, "page-reference", "An attribute such as aria-labelledby or for names an id that its page does not have.")
	badID        = diag.Define(diag.Error, "page-id", "An id is empty, contains blanks or stands twice on a page.")

	badDoctype  = diag.Define(diag.Error, "page-doctype", "A page does not begin with the doctype, so browsers fall back on old rules.")
	noLanguage  = diag.Define(diag.Error, "page-language", "A page does not say its language.")
	noTitle     = diag.Define(diag.Error, "page-title", "A page does not have exactly one title, or it is empty.")
	sameTitle   = diag.Define(diag.Warning, "page-title-unique", "Two pages that search engines list have one title.")
	description = diag.Define(diag.Warning, "page-description", "A page that search engines list has no description, an empty one, or several.")
	canonical   = diag.Define(diag.Error, "page-canonical", "A page has several canonical addresses, or one that is not absolute.")

	mainHeading  = diag.Define(diag.Error, "page-main-heading", "A page does not have exactly one first-level heading.")
	headingOrder = diag.Define(diag.Error, "page-heading-order", "A heading level is skipped.")
	landmark     = diag.Define(diag.Warning, "page-main", "A page has no main element, or several, so that a screen reader cannot jump to its content.")
	nameless     = diag.Define(diag.Error, "page-name", "A heading, link, button or label has no text that could be read out.")
	noAlt        = diag.Define(diag.Error, "page-alt", "An image has no alternative text.")
	noLabel      = diag.Define(diag.Error, "page-label", "A field of a form has no label.")
	badTime      = diag.Define(diag.Error, "page-time", "A time element has no valid datetime.")

	nesting  = diag.Define(diag.Error, "page-nesting", "An element is not closed, or closed twice, or two overlap.")
	inline   = diag.Define(diag.Error, "page-inline", "A page contains a style or script that the content security policy blocks.")
	badData  = diag.Define(diag.Error, "page-data", "A block of JSON in a page is not valid JSON.")
	badNode  = diag.Define(diag.Error, "page-structured", "A node of JSON-LD lacks what its type needs, or refers to what is not there.")
	leftover = diag.Define(diag.Error, "page-leftover", "A page shows what a failed template or format left, or of HTML that was left out.")

	heldAddress = diag.Define(diag.Error, "page-held", "A finished file names, or stands at, the address of something that is held back.")
	heldTitle   = diag.Define(diag.Warning, "page-held-title", "A finished file contains the title of something that is held back, and no published content wrote it.")
)
