package markdown

// Rule is a kind of mistake: its stable name and what it means.
type Rule struct{ Name, Meaning string }

const (
	ruleBareFlag           = "bare-flag"
	ruleBareLink           = "bare-link"
	ruleBlockMisplaced     = "block-misplaced"
	ruleBlockRepeated      = "block-repeated"
	ruleBlockSyntax        = "block-syntax"
	ruleBlockUnknown       = "block-unknown"
	ruleCitationInHeading  = "citation-in-heading"
	ruleCitationInLink     = "citation-in-link"
	ruleCitationReference  = "citation-as-reference"
	ruleCitationSyntax     = "citation-syntax"
	ruleContainerEmpty     = "container-empty"
	ruleContainerNested    = "container-nested"
	ruleContainerSyntax    = "container-syntax"
	ruleContainerUnclosed  = "container-unclosed"
	ruleContainerUnknown   = "container-unknown"
	ruleDuplicateID        = "duplicate-id"
	ruleEmptyHeading       = "empty-heading"
	ruleEmptySection       = "empty-section"
	ruleFAQ                = "faq-without-questions"
	ruleFootnoteMisplaced  = "footnote-misplaced"
	ruleFootnoteUndefined  = "footnote-undefined"
	ruleFootnoteUnused     = "footnote-unused"
	ruleHeadingAttribute   = "heading-attribute"
	ruleHeadingLevel       = "heading-level"
	ruleHeadingMisplaced   = "heading-misplaced"
	ruleImageAlt           = "image-alt"
	ruleLineBreak          = "line-break"
	ruleLinkInHeading      = "link-in-heading"
	ruleLinkInLine         = "link-in-line"
	ruleLinkSyntax         = "link-syntax"
	ruleLinkText           = "link-text"
	ruleLinkUndefined      = "link-undefined"
	ruleMarkdownCharacter  = "markdown-character"
	ruleMarkdownLimit      = "markdown-limit"
	ruleQuestionUnanswered = "question-without-answer"
	ruleRawHTML            = "raw-html"
	ruleRemoteImage        = "remote-image"
	ruleTableColumns       = "table-columns"
	ruleTableLine          = "table-line"
	ruleUnsafeLink         = "unsafe-link"
	ruleVideoSyntax        = "video-syntax"
)

// Rules is every kind of mistake that this package reports, by name.
var Rules = []Rule{
	{ruleBareFlag, "the flag of a command stands in the text, where its hyphens would become a dash"},
	{ruleBareLink, "an address stands in the text and is no link"},
	{ruleBlockMisplaced, "a line begins with :: where no computed block can stand"},
	{ruleBlockRepeated, "a computed block stands twice in one body"},
	{ruleBlockSyntax, "a line begins with :: and is not ::name or ::name[Words]"},
	{ruleBlockUnknown, "there is no computed block of that name"},
	{ruleCitationReference, "a reference definition takes the name of a citation"},
	{ruleCitationInHeading, "a citation stands in a heading"},
	{ruleCitationInLink, "a citation stands in the words of a link or image"},
	{ruleCitationSyntax, "a citation is not [@id], [@provider/id] or several of them with semicolons"},
	{ruleContainerEmpty, "a :::note, :::warning or :::quote has nothing in it"},
	{ruleContainerNested, "a ::: stands within another"},
	{ruleContainerSyntax, "a line begins with ::: and is neither :::name[Title] nor the ::: that ends one"},
	{ruleContainerUnclosed, "a :::note, :::warning or :::quote has no ::: that ends it"},
	{ruleContainerUnknown, "there is nothing that begins with ::: and that name"},
	{ruleDuplicateID, "two headings have one id, or a heading has the id of a section"},
	{ruleEmptyHeading, "a heading has no words"},
	{ruleEmptySection, "a heading has nothing under it"},
	{ruleFAQ, "a .faq section has no questions"},
	{ruleFootnoteMisplaced, "a footnote is called from a heading, a link or another footnote"},
	{ruleFootnoteUndefined, "a footnote is called that is not defined"},
	{ruleFootnoteUnused, "a footnote is defined that nothing calls"},
	{ruleHeadingAttribute, "a heading has an attribute other than {#id}, {.faq} and {.checklist}, or one that has no place there"},
	{ruleHeadingLevel, "a heading is of level 1 or skips a level"},
	{ruleHeadingMisplaced, "a heading stands in a list, a quote or a footnote"},
	{ruleImageAlt, "an image has no words that say what it shows"},
	{ruleLineBreak, "a field of one line has several"},
	{ruleLinkInHeading, "a link or image stands in a heading"},
	{ruleLinkInLine, "a field of one line has a link or image in it"},
	{ruleLinkSyntax, "something looks like a link and is not one"},
	{ruleLinkText, "a link has no words"},
	{ruleLinkUndefined, "a link refers to a definition that is not there"},
	{ruleMarkdownCharacter, "a character is invalid, invisible or changes the direction of the text"},
	{ruleMarkdownLimit, "a body is larger or more deeply nested than is read"},
	{ruleQuestionUnanswered, "a question has no answer, or one without words"},
	{ruleRawHTML, "HTML stands in the text"},
	{ruleRemoteImage, "an image comes from another site"},
	{ruleTableColumns, "the rows of a table have not as many columns as its header"},
	{ruleTableLine, "lines look like a table that has no line below its header"},
	{ruleUnsafeLink, "an address is empty, malformed or of a kind that is not allowed"},
	{ruleVideoSyntax, "a video is not ::video[Title]{url=... still=...}, or has no address on the web"},
}
