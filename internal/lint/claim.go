package lint

import (
	"strings"

	"shortlist/internal/guide"
)

// claim is a superlative of a text, at a byte range of it.
type claim struct {
	start, end int
	word       int // the index of its first word
	about      subject
}

// subject is what a superlative is about: criteria, any of which may be meant,
// a lens or a region; the zero subject is the whole ranking.
type subject struct {
	criteria []int
	lens     *guide.Lens
	region   *guide.Region
}

// name is what a text may call a subject.
type name struct {
	stems    []string
	capitals bool // as written: "US" is a country, "us" is not
	about    subject
}

// vocabulary is what a text of one guide may be about.
type vocabulary struct {
	guide *guide.Guide
	names map[string][]name // by their first stem; among equals, criteria come first, then lenses
	nouns map[string]bool   // the words of the guide's noun
}

func newVocabulary(g *guide.Guide, regions []*guide.Region) *vocabulary {
	v := &vocabulary{guide: g, names: map[string][]name{}, nouns: set(g.Noun.One + " " + g.Noun.Many)}
	for k := range g.Criteria {
		c := &g.Criteria[k]
		about := subject{criteria: []int{k}}
		v.add(about, c.ID, c.Name)
		v.add(about, halves(c.Name)...)
	}
	for i := range g.Lenses {
		l := &g.Lenses[i]
		about := subject{lens: l}
		v.add(about, l.ID, l.Name)
		// "Cost clarity first" is best for cost clarity.
		if short, ok := strings.CutSuffix(l.Name, " first"); ok {
			v.add(about, short)
		}
	}
	for _, r := range regions {
		// "Global" tells what a provider is as often as whom it serves.
		if r.ID != guide.Everywhere {
			v.add(subject{region: r}, r.ID, r.Name)
		}
	}
	return v
}

// halves is the parts of a name that joins two things: "Scale and liquidity".
func halves(name string) []string {
	parts := strings.Split(strings.ReplaceAll(name, " & ", " and "), " and ")
	if len(parts) == 1 {
		return nil
	}
	return parts
}

func (v *vocabulary) add(about subject, texts ...string) {
	for _, text := range texts {
		if s := stems(text); len(s) > 0 {
			v.names[s[0]] = append(v.names[s[0]], name{stems: s, capitals: len(text) == 2 && about.region != nil, about: about})
		}
	}
}

// nameAt is the longest name that begins with a word.
func (v *vocabulary) nameAt(words []word, i int) (found name, ok bool) {
	for _, n := range v.names[words[i].stem] {
		if n.capitals && words[i].written != strings.ToUpper(words[i].written) {
			continue
		}
		if len(n.stems) > len(found.stems) && says(words[i:], n.stems) {
			found, ok = n, true
		}
	}
	return found, ok
}

// claims returns the claims that a text makes: superlatives that nothing narrows,
// denies or hedges.
func (v *vocabulary) claims(words []word) []claim {
	var out []claim
	for i := 0; i < len(words); {
		p, ok := phraseAt(words, i)
		if !ok {
			i++
			continue
		}
		if !hedged(words, i) {
			out = append(out, v.read(words, i, p)...)
		}
		i += len(p.words)
	}
	return out
}

// read takes the rest of the clause behind a superlative. It is no claim where
// a word of the rest is neither plain nor a name.
func (v *vocabulary) read(words []word, i int, p phrase) []claim {
	from := i + len(p.words)
	to := clauseEnd(words, from)
	base := claim{start: words[i].start, end: words[from-1].end, word: i}
	var named []claim
	whole := p.whole
	noun := stems(v.guide.Noun.One) // empty where it is written without a letter
	for j := from; j < to; {
		switch n, ok := v.nameAt(words, j); {
		case ok && p.topic != nil:
			return nil // "the cheapest in Singapore": of fewer than all
		case ok:
			j += len(n.stems)
			named = append(named, claim{base.start, words[j-1].end, i, n.about})
		case len(noun) > 0 && says(words[j:to], noun) && singular(words[j:], v.guide.Noun.One):
			j += len(noun)
			if p.topic == nil && p.words[0] == "best" {
				whole = true
				base.end = words[j-1].end
			}
		case plainWords[words[j].stem] || v.nouns[words[j].stem]:
			j++
		default:
			return nil
		}
	}
	switch {
	case p.topic != nil:
		base.about.criteria = v.on(p.topic)
		if base.about.criteria == nil {
			return nil
		}
		return []claim{base}
	case len(named) > 0 && alike(named):
		return named
	case len(named) == 0 && whole:
		return []claim{base}
	}
	return nil
}

// singular reports whether words are the noun for one: "the best custody
// providers" are several, and the entry is one of them.
func singular(words []word, noun string) bool {
	for i, n := range split(noun) {
		if words[i].plain != n.plain {
			return false
		}
	}
	return true
}

// alike reports whether several names are of one kind. "Security in Singapore"
// names two, but the second narrows the first.
func alike(claims []claim) bool {
	kind := func(s subject) [3]bool { return [3]bool{s.criteria != nil, s.lens != nil, s.region != nil} }
	for _, c := range claims[1:] {
		if kind(c.about) != kind(claims[0].about) {
			return false
		}
	}
	return true
}

// on is the criteria whose id or name has a word of a topic.
func (v *vocabulary) on(topic map[string]bool) []int {
	var out []int
	for k := range v.guide.Criteria {
		c := &v.guide.Criteria[k]
		for _, s := range stems(c.ID + " " + c.Name) {
			if topic[s] {
				out = append(out, k)
				break
			}
		}
	}
	return out
}

// clauseEnd is the index behind the last word of the clause that has words[i].
func clauseEnd(words []word, i int) int {
	for ; i < len(words); i++ {
		w := words[i]
		switch {
		case w.before >= clause,
			w.before == comma && remarks[w.stem],
			turns[w.stem],
			w.stem == "and" && i+1 < len(words) && resumptions[words[i+1].stem]:
			return i
		}
	}
	return i
}

// hedged reports whether something before a word, in its sentence, takes it back.
func hedged(words []word, i int) bool {
	for ; i > 0 && words[i].before < stop; i-- {
		w := words[i-1]
		if hedges[w.stem] || w.stem == "one" && words[i].stem == "of" {
			return true
		}
	}
	return false
}
