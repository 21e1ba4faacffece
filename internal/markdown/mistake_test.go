package markdown

import (
	"strings"
	"testing"
)

// mistakes are sources with exactly one mistake, whose range is marked ‹so›.
var mistakes = []struct{ rule, source string }{
	{ruleBareFlag, "run it with ‹--site› here"},
	{ruleBareFlag, "*run* (‹--dry-run›)"},
	{ruleBareFlag, "‹--site› says where"},
	{ruleBareLink, "see ‹https://example.com/a_b?c=d›, too"},
	{ruleBareLink, "- *‹http://example.com/›*"},
	{ruleBareLink, "| a |\n|---|\n| ‹HTTPS://example.com› |"},
	{ruleBlockMisplaced, "A paragraph\n‹::ranking›\nthat goes on"},
	{ruleBlockMisplaced, "- item\n- ‹::ranking›"},
	{ruleBlockMisplaced, "- item\n\n  ‹::ranking[Ten]›"},
	{ruleBlockMisplaced, "> ‹::ranking›"},
	{ruleBlockMisplaced, "- lazy\n‹::ranking›"},
	{ruleBlockMisplaced, "‹::ranking›\nglued"},
	{ruleBlockMisplaced, "::ranking\n‹::sources›"},
	{ruleBlockMisplaced, "```\ncode\n```\n‹::ranking›"},
	{ruleBlockRepeated, "::ranking\n\n::sources\n\n‹::ranking[Again]›"},
	{ruleBlockSyntax, "‹:: ranking›"},
	{ruleBlockSyntax, "‹::ranking Ten›"},
	{ruleBlockSyntax, "‹::ranking[Ten›"},
	{ruleBlockSyntax, "‹::ranking[ ]›"},
	{ruleBlockSyntax, "  ‹::›  "},
	{ruleBlockUnknown, "lead\n\n‹::rankings›\n\nmore"},
	{ruleBlockUnknown, "‹::Ranking›"},
	{ruleBlockUnknown, "‹::use_cases›"},
	{ruleBlockMisplaced, ":::note\n\ntext\n\n‹::ranking›\n\n:::"},
	{ruleBlockMisplaced, "- item\n\n  ‹:::note›\n\n  text\n\n  :::\n"},
	{ruleBlockMisplaced, "- item\n  ‹:::note›\n  text\n  :::\n"},
	{ruleBlockMisplaced, "> ‹:::note›\n> text\n> :::\n"},
	{ruleBlockMisplaced, "> text\n> ‹:::›\n"},
	{ruleBlockMisplaced, ":::note\n\n- item\n  ‹:::›\n:::\n"},
	{ruleContainerEmpty, "‹:::note›\n:::"},
	{ruleContainerEmpty, "‹:::warning[Title]›\n\n\n:::\n\ntext"},
	{ruleContainerNested, ":::note\na\n\n‹:::warning›\nb\n:::\n:::"},
	{ruleContainerNested, ":::note\n\n‹:::quote[A]›\n\nb\n\n:::\n\nc\n\n:::\n\n## D\n\nd"},
	{ruleContainerSyntax, "text\n\n‹:::›\n\nmore"},
	{ruleContainerSyntax, "‹::: note›\n\ntext"},
	{ruleContainerSyntax, "‹:::note Title›\n\ntext\n\n:::"},
	{ruleContainerSyntax, "‹:::note[Title›\n\ntext\n\n:::"},
	{ruleContainerSyntax, "‹:::note[ ]›\n\ntext\n\n:::"},
	{ruleContainerSyntax, "‹:::[Title]›\n\ntext\n\n:::"},
	{ruleContainerSyntax, "‹::::note›\n\ntext\n\n:::"},
	{ruleContainerSyntax, ":::note\ntext\n::: ‹the end›\n\nmore"},
	{ruleContainerSyntax, "‹:::quote›\n\ntext\n\n:::"},
	{ruleContainerUnclosed, "‹:::note›\n\ntext"},
	{ruleContainerUnclosed, "‹:::note›\n\ntext\n\n## A\n\nb\n\n::ranking\n"},
	{ruleContainerUnclosed, "‹:::note›\n\ntext\n\n::ranking\n"},
	{ruleContainerUnclosed, "‹:::note›\n\na\n\n:::warning\n\nb\n\n:::\n"},
	{ruleContainerUnclosed, "‹:::note›\n\n```\n:::\n```\n"},
	{ruleContainerUnclosed, "‹:::note›\n\n```\n## A\n:::\n"},
	{ruleContainerUnknown, "‹:::nots[Title]›\n\ntext\n\n:::"},
	{ruleContainerUnknown, "‹:::ranking›\n\ntext\n\n:::"},
	{ruleHeadingMisplaced, ":::note\n\n‹## A›\n\nb\n\n:::"},
	{ruleCitationInHeading, ":::note[As ‹[@a]›]\n\ntext\n\n:::"},
	{ruleLinkInLine, ":::quote[The ‹[boss](/b/)›]\n\ntext\n\n:::"},
	{ruleCitationSyntax, "é\n\n  :::quote[The boss ‹[@A b]›]\n\ntext\n\n:::"},
	{ruleVideoSyntax, "‹::video›"},
	{ruleVideoSyntax, "‹::video[A]›"},
	{ruleVideoSyntax, "‹::video[ ]{url=https://a.org/ still=b.jpg}›"},
	{ruleVideoSyntax, "‹::video{url=https://a.org/ still=b.jpg}›"},
	{ruleVideoSyntax, "‹::video[A]{url=https://a.org/}›"},
	{ruleVideoSyntax, "‹::video[A]{still=b.jpg}›"},
	{ruleVideoSyntax, "  ::video[A]{still=\"b c.jpg\" url=‹/d.mp4›}"},
	{ruleVideoSyntax, "::video[A]{still=b.jpg url=‹\"javascript:x\"›}"},
	{ruleVideoSyntax, "::video[A]{url=https://a.org/ still=b.jpg ‹width=9›}"},
	{ruleVideoSyntax, "::video[A]{url=https://a.org/ ‹url=https://b.org/› still=b.jpg}"},
	{ruleVideoSyntax, "::video[A]{url=https://a.org/ still=b.jpg ‹autoplay›}"},
	{ruleRemoteImage, "::video[A]{url=https://a.org/ still=‹\"https://a.org/b.jpg\"›}"},
	{ruleCitationInHeading, "::video[A ‹[@b]›]{url=https://a.org/ still=b.jpg}"},
	{ruleBlockMisplaced, "::video[A]{url=https://a.org/ still=b.jpg}\n‹::video[A]{url=https://a.org/ still=b.jpg}›"},
	{ruleBlockMisplaced, ":::note\n‹::video[A]{still=b.jpg}›\n:::"},
	{ruleVideoSyntax, "::video[A]{url=https://a.org/ ‹still=b\"c.jpg›}"},
	{ruleCitationReference, "text\n\n‹[@x]›: http://example.com/"},
	{ruleCitationReference, "- item\n\n  ‹[@x]›: /here\n"},
	{ruleCitationInHeading, "## Heading ‹[@a]›\n\ntext"},
	{ruleCitationInHeading, "Heading ‹[@a]›\n---\n\ntext"},
	{ruleCitationInHeading, "::ranking[Ten ‹[@a]›]"},
	{ruleCitationInLink, "a [link ‹[@a]›](/b/)"},
	{ruleCitationInLink, "a [*link ‹[@a]›*][b]\n\n[b]: /b/"},
	{ruleCitationInLink, "an ![image ‹[@a]›](/b.png)"},
	{ruleCitationInLink, "a ‹[@a]›(/b/)"},
	{ruleCitationInLink, "a !‹[@a]›(/b.png)"},
	{ruleCitationInLink, "a ‹[link](/b/ \"as in [@a]\")›"},
	{ruleCitationSyntax, "é ‹[@Bad Id]› text"},
	{ruleCitationSyntax, "‹[@]›"},
	{ruleCitationSyntax, "‹[@a, @b]›"},
	{ruleCitationSyntax, "‹[@a;]›"},
	{ruleCitationSyntax, "‹[@a; b]›"},
	{ruleCitationSyntax, "‹[@a; @a]›"},
	{ruleCitationSyntax, "‹[@a/b/c]›"},
	{ruleCitationSyntax, "‹[@a-]›"},
	{ruleCitationSyntax, "‹[@a\nb]›"},
	{ruleCitationSyntax, "not closed ‹[@›a"},
	{ruleCitationSyntax, "not closed ‹[@›a [@b]"},
	{ruleDuplicateID, "## A {#x}\n\na\n\n## B {‹#x›}\n\nb"},
	{ruleDuplicateID, "## A {‹#sources›}\n\na"},
	{ruleDuplicateID, "## A {‹#why›}\n\na"},
	{ruleDuplicateID, "## A {‹#main›}\n\na"},
	{ruleDuplicateID, "## Q {.faq}\n\n‹### Cite›\n\nb"},
	{ruleDuplicateID, "## Q {.faq}\n\n### What?\n\na\n\n‹### What›\n\nb"},
	{ruleDuplicateID, "## Q {.faq}\n\n### Which {#how}\n\na\n\n‹### How?›\n\nb"},
	{ruleDuplicateID, "## Q {.faq}\n\n‹### Why?›\n\nb"},
	{ruleDuplicateID, "## A {.checklist}\n\na\n\n## B {‹.checklist›}\n\nb"},
	{ruleEmptyHeading, "‹##›\n\ntext"},
	{ruleEmptyHeading, "‹## {#id}›\n\ntext"},
	{ruleEmptySection, "‹## A›\n\n## B\n\nb"},
	{ruleEmptySection, "‹## A›\n\n::ranking"},
	{ruleEmptySection, "‹## A›\n::ranking"},
	{ruleEmptySection, "## A\n\n‹### B›\n\n### C\n\nc"},
	{ruleEmptySection, "## A\n\na\n\n‹## B {.checklist}›\n\n---\n"},
	{ruleFAQ, "‹## FAQs {.faq}›"},
	{ruleFAQ, "‹## FAQs {.faq}›\n\nText.\n\n## Next\n\ntext"},
	{ruleFootnoteMisplaced, "## A‹[^1]›\n\na\n\n[^1]: b"},
	{ruleFootnoteMisplaced, "[a‹[^1]›](/b/)\n\n[^1]: b"},
	{ruleFootnoteMisplaced, "a[^1] b[^2]\n\n[^1]: b‹[^2]›\n\n[^2]: c"},
	{ruleFootnoteUndefined, "a‹[^1]›"},
	{ruleFootnoteUndefined, "a‹[^2]› and[^1]\n\n[^1]: b"},
	{ruleFootnoteUndefined, "a[^1]\n\n‹[^1]:›"},
	{ruleFootnoteUnused, "a\n\n‹[^1]:› b"},
	{ruleFootnoteUnused, "a[^1]\n\n[^1]: b\n\n‹[^1]:› c"},
	{ruleHeadingAttribute, "## A {‹style=\"color:red\"›}\n\na"},
	{ruleHeadingAttribute, "## A {#id ‹onclick=alert(1)›}\n\na"},
	{ruleHeadingAttribute, "## A {‹.red›}\n\na"},
	{ruleHeadingAttribute, "## A {‹#Id›}\n\na"},
	{ruleHeadingAttribute, "## A {#a ‹#b›}\n\na"},
	{ruleHeadingAttribute, "## A {.faq ‹.checklist›}\n\n### Q?\n\na"},
	{ruleHeadingAttribute, "## A ‹{ }›\n\na"},
	{ruleHeadingAttribute, "## A {.checklist‹}› {#b}\n\na"},
	{ruleHeadingAttribute, "## A\n\n### B {‹.faq›}\n\na"},
	{ruleHeadingAttribute, "## A {‹#questions› .faq}\n\n### Q?\n\na"},
	{ruleHeadingAttribute, "A {‹.red›}\n---\n\na"},
	{ruleHeadingLevel, "‹# A›\n\na"},
	{ruleHeadingLevel, "‹A›\n=\n\na"},
	{ruleHeadingLevel, "lead\n\n‹### A›\n\na"},
	{ruleHeadingLevel, "## A\n\n‹#### B›\n\na"},
	{ruleHeadingLevel, "::ranking\n\n‹#### B›\n\na"},
	{ruleHeadingMisplaced, "> ‹## A›"},
	{ruleHeadingMisplaced, "- ‹## A›\n"},
	{ruleImageAlt, "‹![](/a.png)›"},
	{ruleImageAlt, "‹![ ](/a.png)›"},
	{ruleLinkInHeading, "## A ‹[link](/b/)›\n\na"},
	{ruleLinkInHeading, "## A ‹![image](/b.png)›\n\na"},
	{ruleLinkInHeading, "## A ‹<https://example.com/>›\n\na"},
	{ruleLinkSyntax, "‹[a](/b c)›"},
	{ruleLinkSyntax, "‹[a [b](/c/)](/d/)›"},
	{ruleLinkText, "‹[](/a/)›"},
	{ruleLinkText, "‹[ **&#32;** ](/a/)›"},
	{ruleLinkUndefined, "‹[text][missing]› and more"},
	{ruleLinkUndefined, "‹[missing][]›"},
	{ruleMarkdownCharacter, "a‹\u202e›b"},
	{ruleMarkdownCharacter, "a‹\u200b›b"},
	{ruleMarkdownCharacter, "a‹\x00›b"},
	{ruleMarkdownCharacter, "a‹\xff›b"},
	{ruleMarkdownCharacter, "a‹&#x202e;›b"},
	{ruleMarkdownCharacter, "a‹&#8238;›b"},
	{ruleMarkdownCharacter, "a‹&rlm;›b"},
	{ruleMarkdownCharacter, "a‹&#0;›b"},
	{ruleMarkdownCharacter, "‹[a](/b/ \"&rlm;\")›"},
	{ruleQuestionUnanswered, "## F {.faq}\n\n‹### Q?›\n\n### R?\n\na"},
	{ruleQuestionUnanswered, "## F {.faq}\n\n‹### Q?›\n"},
	{ruleRawHTML, "‹<div>›\nblock\n</div>\n"},
	{ruleRawHTML, "‹<!-- a comment -->›\n"},
	{ruleRawHTML, "inline ‹<b>› bold"},
	{ruleRawHTML, "inline ‹<b\nclass=\"x\">› bold"},
	{ruleRawHTML, "‹<script>alert(1)</script>›"},
	{ruleRemoteImage, "‹![a](https://example.com/a.png)›"},
	{ruleRemoteImage, "‹![a](//example.com/a.png)›"},
	{ruleTableColumns, "a | b\n--|--\nc | d ‹| e›"},
	{ruleTableColumns, "a | b | c\n‹--|--›\nd | e"},
	{ruleTableColumns, "| a | b |\n|---|---|\n| `c` | d ‹| e |›"},
	{ruleTableLine, "‹| a | b |›\n| c | d |"},
	{ruleTableLine, "words\n‹| a | b |›\n| c | d |"},
	{ruleTableLine, "- ‹a | b›\n  c | d\n  e | f"},
	{ruleTableLine, "‹| a | b |›"},
	{ruleUnsafeLink, "‹[a]()›"},
	{ruleUnsafeLink, "‹[a](<>)›"},
	{ruleUnsafeLink, "‹[a](javascript:alert(1))›"},
	{ruleUnsafeLink, "‹[a](JavaScript:alert(1))›"},
	{ruleUnsafeLink, "‹[a](java&#115;cript&colon;alert(1))›"},
	{ruleUnsafeLink, "‹[a](<java&#9;script:alert(1)>)›"},
	{ruleUnsafeLink, "‹[a](&#1;javascript:alert(1))›"},
	{ruleUnsafeLink, "‹[a](data:text/html,x)›"},
	{ruleUnsafeLink, "‹[a](vbscript:x)›"},
	{ruleUnsafeLink, "‹[a](file:///etc/passwd)›"},
	{ruleUnsafeLink, "‹[a](ftp://example.com/)›"},
	{ruleUnsafeLink, "‹[a](//example.com/)›"},
	{ruleUnsafeLink, "‹[a](/\\\\example.com/)›"},
	{ruleUnsafeLink, "‹[a](https:///b)›"},
	{ruleUnsafeLink, "‹[a](https://exa%zzmple.com/)›"},
	{ruleUnsafeLink, "‹[a](https://exa[]mple.com/)›"},
	{ruleUnsafeLink, "‹<javascript:alert(1)>›"},
	{ruleUnsafeLink, "‹[a][b]›\n\n[b]: javascript:alert(1)"},
	{ruleUnsafeLink, "‹![a](data:image/png;base64,AAAA)›"},
	{ruleUnsafeLink, "‹![a](#b)›"},
}

// lineMistakes are the same for one line of prose.
var lineMistakes = []struct{ rule, source string }{
	{ruleBareFlag, "with ‹--site›"},
	{ruleBareLink, "see ‹https://example.com/›."},
	{ruleLineBreak, "one‹\n›two"},
	{ruleLineBreak, "  one‹\r›\n\ntwo"},
	{ruleLinkInLine, "a ‹[link](/b/)›"},
	{ruleLinkInLine, "a ‹[link](/b c)›"},
	{ruleLinkInLine, "a ‹[link][b]›"},
	{ruleFootnoteMisplaced, "a‹[^1]›"},
	{ruleLinkInLine, "a ‹![image](/b.png)›"},
	{ruleLinkInLine, "a ‹<https://example.com/>›"},
	{ruleLinkInLine, "a ‹[link](javascript:alert(1))›"},
	{ruleRawHTML, "a ‹<b>›"},
	{ruleRawHTML, "‹<div>›"},
	{ruleCitationSyntax, "a ‹[@a, @b]›"},
	{ruleCitationSyntax, "a ‹[@›a"},
	{ruleMarkdownCharacter, "a ‹\u202e›"},
	{ruleMarkdownCharacter, "a ‹&#x202e;›"},
	{ruleMarkdownLimit, "‹" + strings.Repeat("a", 8<<10+1) + "›"},
}

// unmark takes the marks out of a source and returns where they stood.
func unmark(t *testing.T, marked string) (source string, at span) {
	t.Helper()
	before, rest, ok := strings.Cut(marked, "‹")
	inside, after, closed := strings.Cut(rest, "›")
	if !ok || !closed {
		t.Fatalf("%q has no marks", marked)
	}
	return before + inside + after, span{len(before), len(before) + len(inside)}
}

func TestMistakes(t *testing.T) {
	for _, c := range mistakes {
		source, at := unmark(t, c.source)
		checkMistake(t, source, at, c.rule, Parse(source).Mistakes)
	}
}

func TestLineMistakes(t *testing.T) {
	for _, c := range lineMistakes {
		source, at := unmark(t, c.source)
		if c.rule == ruleMarkdownLimit {
			at.start = 8 << 10 // from where it is too much
		}
		checkMistake(t, source, at, c.rule, ParseLine(source).Mistakes)
	}
}

func checkMistake(t *testing.T, source string, at span, rule string, got []Mistake) {
	t.Helper()
	if len(got) != 1 {
		t.Errorf("%q: want one mistake, %s, got %+v", source, rule, got)
		return
	}
	m := got[0]
	if m.Rule != rule || m.Start != at.start || m.End != at.end {
		t.Errorf("%q: want %s at %q, got %s at %q (%d to %d)", source, rule, source[at.start:at.end],
			m.Rule, source[m.Start:m.End], m.Start, m.End)
	}
	if m.Message == "" || m.Hint == "" || strings.HasSuffix(m.Message, ".") {
		t.Errorf("%q: the message %q with the hint %q is not in the form of messages", source, m.Message, m.Hint)
	}
}

func TestEveryRuleHasAMistake(t *testing.T) {
	shown := map[string]bool{ruleMarkdownLimit: true} // see TestLimits
	for _, c := range mistakes {
		shown[c.rule] = true
	}
	for _, c := range lineMistakes {
		shown[c.rule] = true
	}
	for i, r := range Rules {
		if !shown[r.Name] {
			t.Errorf("no source shows the rule %s", r.Name)
		}
		if i > 0 && Rules[i-1].Name >= r.Name {
			t.Errorf("the rule %s is out of order", r.Name)
		}
		delete(shown, r.Name)
	}
	if len(shown) > 0 {
		t.Errorf("rules that are not listed: %v", shown)
	}
}

// clean are sources that come close to a mistake and have none.
var clean = []string{
	"", "\n", "text", "a `[@Bad Id]` and `::ranking` and `<b>`", "```\n::ranking\n[@Bad Id]\n<b>\n# h\n```\n",
	"    ::ranking\n", `\::ranking`, `\[@a`, "a: b\n:c", "[sic] and [ ] and a[0]", `\[a](/b c)`, "[a] (b)",
	"## A {#x}\n\na", "## FAQs {#faqs .faq}\n\n### Q?\n\na", "## C {.checklist}\n\n- a",
	"## FAQs {.faq}\n\nLead.\n\n### Q? {#q}\n\na\n\n#### Detail\n\nb", `## A \{b\}` + "\n\na", `## A {b\}` + "\n\na",
	"## A\n\na\n\n## A\n\nb", "## Sources\n\na", "## A\n\n### B\n\nb\n\n#### C\n\nc\n\n## D\n\nd",
	"::ranking\n\n### B\n\nb", "::ranking[Ten [best]]\n\n::sources  \n\n  ::related\n",
	"![a](/b.png) ![a](b.png)", "[a](https://example.com/?a=b&c=d#e) [b](mailto:a@example.com) [c](#d) [e](/f/) [g](h) [i](?j)",
	"<a@example.com> <https://example.com/>", "[a](<b c>)", "[a][b]\n\n[b]: /c/", "[b]\n\n[b]: /c/",
	"a[^1] b[^1]\n\n[^1]: c [@d]", "[a][@b] [@c][@d]", "Safe![@a]", "[@a;\n@b]", "a | b\n--|--\nc \\| d | e\nf", "a\n---\n\nb\n",
	"~~a~~ ~5 % and ~6 %, a~b", "- [ ] a\n- [x] b\n\n1. [X] c", "a -- d --- e ---f 2010--2020", "`--site` <https://a.org/> [https://a.org](https://a.org) `https://a.org`",
	":::note\n\ntext\n\n:::", "a\n:::warning[A *b* \"c\"]\n- d\n:::\ne", ":::quote[A, b [@c]]\n> d\n\n| e |\n|---|\n:::\n\n:::note\n```\n:::\n```\n:::",
	"## A\n:::note\na[^1] [@b]\n\n[^1]: c\n\n    d\n:::\n\n`:::note` \\:::\n", ":::note\r\n\r\na\r\n:::\r\n",
	"::video[A]{url=https://a.org/ still=b.jpg}", "a\n\n::video[\"A\" [b] {c}]{still=\"/b c.jpg\"  url=\"https://www.a.org/?d=e&f\" }\n\nb\n\n::video[A]{url=https://a.org/ still=b.jpg}",
	"a | b", "a\\|b\nc\\|d", "x `a|b`\ny `c|d`", "a | b\nc d", `https\://a.org`,
	"1 < 2 & 3 > 2 &amp; &eacute;", "👩‍👩‍👧 emoji", "*a_b*c_ **d", "> quote\n> more", "[@a-b/c-1]",
}

func TestClean(t *testing.T) {
	for _, source := range clean {
		if got := Parse(source).Mistakes; len(got) > 0 {
			t.Errorf("%q: %+v", source, got)
		}
	}
	for _, source := range []string{"", "  ", "1. a", "# a", "- a", "> a", "    a", "::ranking", "[a]", "[a]: /b/", "a *b* `c` [@d]", "| a |\n"} {
		if got := ParseLine(source).Mistakes; len(got) > 0 {
			t.Errorf("line %q: %+v", source, got)
		}
	}
}
