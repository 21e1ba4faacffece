package sentence

import "strings"

// slot is what stands in a template's place: a figure, a name, or a few with
// words between them.
type slot struct {
	name  string
	parts []Part
}

// say fills a template, in which "{lead}" is the place of the slot of that name.
// A place that no slot fills stays empty.
func say(claim, template string, slots ...slot) Text {
	room := 1
	for _, s := range slots {
		room += 1 + len(s.parts)
	}
	t := Text{claim, make([]Part, 0, room)}
	for {
		before, rest, ok := strings.Cut(template, "{")
		t.add(Part{Words: before})
		if !ok {
			return t
		}
		var name string
		name, template, _ = strings.Cut(rest, "}")
		for _, s := range slots {
			if s.name == name {
				for _, p := range s.parts {
					t.add(p)
				}
			}
		}
	}
}

// add appends a part. Words after words are one part with them.
func (t *Text) add(p Part) {
	if p.Words == "" {
		return
	}
	if last := len(t.Parts) - 1; p.Name == "" && last >= 0 && t.Parts[last].Name == "" {
		t.Parts[last].Words += p.Words
		return
	}
	t.Parts = append(t.Parts, p)
}

// copied is a text to which so many parts can be added while the first stays as it
// is.
func (t Text) copied(more int) Text {
	return Text{t.Claim, append(make([]Part, 0, len(t.Parts)+more), t.Parts...)}
}

// And is the text with more words behind it. The claim stays the first one's.
func (t Text) And(more Text) Text {
	if t.Empty() {
		return more
	}
	out := t.copied(len(more.Parts))
	for _, p := range more.Parts {
		out.add(p)
	}
	return out
}

// Then is one text after another with a space between them.
func (t Text) Then(more Text) Text {
	if t.Empty() || more.Empty() {
		return t.And(more)
	}
	return t.words(" ").And(more)
}

func (t Text) words(w string) Text {
	out := t.copied(1)
	out.add(Part{Words: w})
	return out
}

// Stop is the text as a whole sentence: with a capital letter and a full stop.
func (t Text) Stop() Text {
	if t.Empty() {
		return t
	}
	out := t.Capital()
	if &out.Parts[0] == &t.Parts[0] {
		return out.words(".")
	}
	out.add(Part{Words: "."}) // to what is a copy already
	return out
}

// Capital begins the text with a capital letter. A name at the beginning is
// written as it is.
func (t Text) Capital() Text {
	if t.Empty() || (t.Parts[0].Name != "" && t.Parts[0].Of != "") {
		return t
	}
	out := t.copied(1)
	out.Parts[0].Words = Capital(out.Parts[0].Words)
	return out
}

// as is a text in a place of another.
func (t Text) as(name string) slot { return slot{name, t.Parts} }
