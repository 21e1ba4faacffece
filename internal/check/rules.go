package check

import "shortlist/internal/diag"

var (
	unreadable = diag.Define(diag.Error, "page-unreadable", "A finished file cannot be read, or is not valid UTF-8.")
	missing    = diag.Define(diag.Error, "page-missing", "The output lacks the home page or the page for what is not found.")

	deadLink     = diag.Define(diag.Error, "page-link", "An internal link of a finished page leads to no file of the output.")
	deadFragment = diag.Define(diag.Error, "page-fragment", "A link leads to an id that its page does not have.")
	outsideBase  = diag.Define(diag.Error, "page-base", "An internal link does not begin with the path of base_url.")
	otherOrigin  = diag.Define(diag.Error, "page-origin", "A page makes the browser ask another origin for something.")
	deadID       = diag.Define(diag.Error, "page-reference", "An attribute such as aria-labelledby or for names an id that its page does not have.")
	badID        = diag.Define(diag.Error, "page-id", "An id is empty, contains blanks or stands twice on a page.")

	badDoctype  = diag.Define(diag.Error, "page-doctype", "A page does not begin with the doctype, so browsers fall back on old rules.")
	noLanguage  = diag.Define(diag.Error, "page-language", "A page does not say its language.")
	noTitle     = diag.Define(diag.Error, "page-title", "A page does not have exactly one title, or it is empty.")
	sameTitle   = diag.Define(diag.Error, "page-title-unique", "Two pages have one title.")
	description = diag.Define(diag.Error, "page-description", "A page does not have exactly one description, or it is empty.")
	canonical   = diag.Define(diag.Error, "page-canonical", "A page does not have exactly one canonical address, or it is not the absolute address of a page of the site.")

	mainHeading  = diag.Define(diag.Error, "page-main-heading", "A page does not have exactly one first-level heading.")
	headingOrder = diag.Define(diag.Error, "page-heading-order", "A heading level is skipped.")
	landmarks    = diag.Define(diag.Error, "page-landmarks", "A page does not have exactly one header, main and footer.")
	nameless     = diag.Define(diag.Error, "page-name", "A heading, link, button or label has no text that could be read out.")
	noAlt        = diag.Define(diag.Error, "page-alt", "An image has no alternative text.")
	tableHeaders = diag.Define(diag.Error, "page-table", "A table has neither caption nor label, or a header cell has no scope. "+
		"One that an author wrote in Markdown may have no caption: its header cells and the prose around it say what it is.")
	badTime = diag.Define(diag.Error, "page-time", "A time element has no valid datetime.")

	nesting  = diag.Define(diag.Error, "page-nesting", "An element is not closed, or closed twice, or two overlap.")
	inline   = diag.Define(diag.Error, "page-inline", "A page contains a style or script that the content security policy blocks.")
	badData  = diag.Define(diag.Error, "page-data", "A block of JSON in a page is not valid JSON.")
	leftover = diag.Define(diag.Error, "page-leftover", "A page shows the mark of a failed template or format.")
	comment  = diag.Define(diag.Error, "page-comment", "A page contains a comment, the trace of something that was left out.")
)
