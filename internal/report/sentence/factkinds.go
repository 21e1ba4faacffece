package sentence

import (
	"slices"
	"strings"

	"shortlist/internal/guide"
)

// ofGuide compares the guide as a whole.
func (d *facts) ofGuide() {
	d.provider = ""
	was, is := d.before, d.after
	d.text("title", "title", was.Title, is.Title)
	d.text("description", "description", was.Description, is.Description)
	d.columns()
	d.list("question", "", "questions", asked(was), asked(is), true)
	for _, q := range is.Questions {
		at := slices.IndexFunc(was.Questions, func(old guide.EditionQuestion) bool { return old.Text == q.Text })
		if at >= 0 && was.Questions[at].Answer != q.Answer {
			d.add("answer", "", some(was.Questions[at].Answer), some(q.Answer), say("", factAnswer, words("title", q.Text)))
		}
	}
	d.sources("sources of the guide", was.Sources, is.Sources)
}

func asked(e *guide.Edition) []string {
	var out []string
	for _, q := range e.Questions {
		out = append(out, q.Text)
	}
	return out
}

// columns compares which attributes the table has. A new one is told once, and not
// of each entry.
func (d *facts) columns() {
	var gone []string
	for _, a := range d.before.Attributes {
		if attribute(d.after, a.ID) < 0 {
			gone = append(gone, a.Name)
		}
	}
	d.list("column", "", "columns of the comparison", gone, nil, false)
	for at, a := range d.after.Attributes {
		if old := attribute(d.before, a.ID); old >= 0 {
			d.text("column", "name of a column", d.before.Attributes[old].Name, a.Name)
			continue
		}
		known := 0
		for _, x := range d.after.Entries {
			if x.Facts != nil && x.Facts.Attributes[at] != "" {
				known++
			}
		}
		d.add("column", a.ID, nil, []string{a.Name}, say("", factColumn, words("fact", "column of the comparison"), words("is", a.Name),
			count("count", known), count("all", len(d.after.Entries))))
	}
}

func attribute(e *guide.Edition, id string) int {
	return slices.IndexFunc(e.Attributes, func(a guide.EditionAttribute) bool { return a.ID == id })
}

// ofEntry compares an entry that both have.
func (d *facts) ofEntry(was, is *guide.EditionEntry) {
	d.text("award", "award", was.Award, is.Award)
	d.renamed(was, is)
	if was.Facts == nil || is.Facts == nil {
		return
	}
	a, b := was.Facts, is.Facts
	d.status(a.Status, b.Status)
	d.text("kind", "kind", a.Kind, b.Kind)
	d.text("home", "home", a.Home, b.Home)
	d.text("website", "website", a.Website, b.Website)
	d.text("role", "role", string(a.Role), string(b.Role))
	d.text("fees", "fees", a.Fees, b.Fees)
	d.figures(was, is)
	d.prices(a.Prices, b.Prices)
	d.list("regions", "", "regions", a.Regions, b.Regions, false)
	d.text("regions_note", "note on regions", a.RegionsNote, b.RegionsNote)
	for i, x := range d.after.Attributes {
		if at := attribute(d.before, x.ID); at >= 0 {
			d.value("attribute", x.ID, x.Name, a.Attributes[at], b.Attributes[i])
		}
	}
	d.list("stated", "", "facts", a.Stated, b.Stated, false)
	d.list("audience", "", "audience", a.Audience, b.Audience, false)
	d.text("consider_if", "“Consider if”", a.ConsiderIf, b.ConsiderIf)
	d.list("strengths", "", "strengths", a.Strengths, b.Strengths, true)
	d.list("drawbacks", "", "drawbacks", a.Drawbacks, b.Drawbacks, true)
	d.list("alternatives", "", "alternatives", d.calledNow(a.Alternatives), b.Alternatives, false)
	d.value("as_of", "", "date as of which facts are stated", dateWords(a.AsOf), dateWords(b.AsOf))
	d.prose(a.Text, b.Text)
	d.sources("sources", a.Sources, b.Sources)
}

// renamed tells that a provider is called something else.
func (d *facts) renamed(was, is *guide.EditionEntry) {
	if was.Name != is.Name {
		d.provider = "" // the sentence names it
		d.add("name", "", some(was.Name), some(is.Name), say("", factNamed, words("was", was.Name), words("is", is.Name)))
		d.provider = is.Provider
		d.out[len(d.out)-1].Provider = is.Provider
	}
}

// calledNow puts the names of after into a list of names of before: a name that
// changed is told of whose it is, and of nobody who names it.
func (d *facts) calledNow(names []string) []string {
	out := slices.Clone(names)
	for i := range d.after.Entries {
		is := &d.after.Entries[i]
		was := entryOf(d.before, is.Provider)
		if was == nil || was.Name == is.Name {
			continue
		}
		for at, name := range out {
			if rest, ok := strings.CutPrefix(name, was.Name); ok && (rest == "" || strings.HasPrefix(rest, " (") || strings.HasPrefix(rest, " for ")) {
				out[at] = is.Name + rest
			}
		}
	}
	return out
}

func dateWords(d guide.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.Words()
}

// figures compares what measured criteria were measured at.
func (d *facts) figures(was, is *guide.EditionEntry) {
	for k, c := range d.after.Criteria {
		at := slices.IndexFunc(d.before.Criteria, func(old guide.EditionCriterion) bool { return old.ID == c.ID })
		if at >= 0 {
			d.value("figure", c.ID, c.Name, was.Scores[at].Figure, is.Scores[k].Figure)
		}
	}
}

// prices compares what plans cost, each with the one of its name. What the figure of
// a criterion has told already is not told twice.
func (d *facts) prices(was, is []guide.EditionPrice) {
	named := func(list []guide.EditionPrice, name string) *guide.EditionPrice {
		if at := slices.IndexFunc(list, func(p guide.EditionPrice) bool { return p.Name == name }); at >= 0 {
			return &list[at]
		}
		return nil
	}
	words := func(p guide.EditionPrice) string {
		if p.Name == "" {
			return p.Price
		}
		return p.Name + ", " + p.Price
	}
	var gone, come []string
	for _, p := range was {
		if named(is, p.Name) == nil {
			gone = append(gone, words(p))
		}
	}
	for _, p := range is {
		old := named(was, p.Name)
		if old == nil {
			come = append(come, words(p))
			continue
		}
		fact := "price"
		if p.Name != "" {
			fact += " of “" + p.Name + "”"
		}
		if !d.toldFigure(old.Price, p.Price) {
			d.value("price", "", fact, old.Price, p.Price)
		}
		d.text("price", "note on the "+fact, old.Note, p.Note)
		if p.Counts && !old.Counts {
			if before := slices.IndexFunc(was, func(p guide.EditionPrice) bool { return p.Counts }); before >= 0 {
				d.value("price", "", "price that counts", words(was[before]), words(p))
			}
		}
	}
	d.list("price", "", "prices", gone, come, false)
}

// toldFigure reports whether the same change was told of a measured criterion.
func (d *facts) toldFigure(was, is string) bool {
	return slices.ContainsFunc(d.out, func(f Fact) bool {
		return f.Provider == d.provider && f.Kind == "figure" && slices.Equal(f.Was, some(was)) && slices.Equal(f.Is, some(is))
	})
}

// prose compares the text section by section, line by line.
func (d *facts) prose(was, is []guide.EditionText) {
	lines := func(texts []guide.EditionText, title string) (out []string) {
		for _, t := range texts {
			if t.Title == title {
				out = append(out, t.Lines...)
			}
		}
		return out
	}
	var seen []string
	for _, t := range slices.Concat(is, was) {
		if slices.Contains(seen, t.Title) {
			continue
		}
		seen = append(seen, t.Title)
		fact := "in its text,"
		if t.Title != "" {
			fact = "under “" + t.Title + "”,"
		}
		d.list("text", "", fact, lines(was, t.Title), lines(is, t.Title), true)
	}
}

// sources compares which pages are cited. One whose address alone changed leads
// elsewhere.
func (d *facts) sources(fact string, was, is []guide.EditionSource) {
	of := func(list []guide.EditionSource, s guide.EditionSource) int {
		if at := slices.IndexFunc(list, func(x guide.EditionSource) bool { return x.ID == s.ID }); at >= 0 {
			return at
		}
		// A page that is cited by another id is the page that it was.
		return slices.IndexFunc(list, func(x guide.EditionSource) bool { return x.URL == s.URL && x.Title == s.Title })
	}
	name := func(s guide.EditionSource) string { return s.Title + " (" + s.URL + ")" }
	var gone, come []string
	for _, s := range was {
		if of(is, s) < 0 {
			gone = append(gone, name(s))
		}
	}
	for _, s := range is {
		switch at := of(was, s); {
		case at < 0:
			come = append(come, name(s))
		case was[at].URL != s.URL:
			d.add("source", s.ID, some(was[at].URL), some(s.URL), say("", factLeads, words("title", s.Title), words("was", was[at].URL), words("is", s.URL)))
		case was[at].Title != s.Title:
			d.add("source", s.ID, some(was[at].Title), some(s.Title), say("", factChanged, words("fact", "title of a source"), words("was", was[at].Title), words("is", s.Title)))
		}
	}
	d.list("source", "", fact, gone, come, false)
}
