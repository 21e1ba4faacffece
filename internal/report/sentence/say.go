package sentence

import "strings"

// slot is what stands in a template's place: one figure, or a few with words
// between them.
type slot struct {
	name  string
	parts []Part
}

// say fills a template, in which "{lead}" is the place of the slot with that
// name. The figure of a slot is named like it unless it has a name of its own.
func say(claim, template string, slots ...slot) Text {
	t := Text{Claim: claim}
	for template != "" {
		before, rest, ok := strings.Cut(template, "{")
		t.add(Part{Words: before})
		if !ok {
			break
		}
		name, after, _ := strings.Cut(rest, "}")
		template = after
		for _, s := range slots {
			if s.name != name {
				continue
			}
			for _, p := range s.parts {
				t.add(p)
			}
		}
	}
	return t
}

// add appends a part; words after words are one part.
func (t *Text) add(p Part) {
	if last := len(t.Parts) - 1; p.Name == "" && last >= 0 && t.Parts[last].Name == "" {
		t.Parts[last].Words += p.Words
		return
	}
	if p.Words != "" {
		t.Parts = append(t.Parts, p)
	}
}

// Then is one text after another, with a space between them.
func (t Text) Then(more Text) Text {
	switch {
	case more.Empty():
		return t
	case t.Empty():
		return more
	}
	return t.with(" ").join(more)
}

func (t Text) with(words string) Text {
	out := Text{t.Claim, append([]Part(nil), t.Parts...)}
	out.add(Part{Words: words})
	return out
}

func (t Text) join(more Text) Text {
	out := Text{t.Claim, append([]Part(nil), t.Parts...)}
	for _, p := range more.Parts {
		out.add(p)
	}
	return out
}

// capital begins the text with a capital letter, unless it begins with a figure
// or a name, which is written as it is.
func (t Text) capital() Text {
	if len(t.Parts) == 0 || t.Parts[0].Name != "" {
		return t
	}
	out := Text{t.Claim, append([]Part(nil), t.Parts...)}
	out.Parts[0].Words = Capital(out.Parts[0].Words)
	return out
}
