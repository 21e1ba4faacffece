package content

import (
	"fmt"

	"shortlist/internal/content/front"
	"shortlist/internal/diag"
	"shortlist/internal/guide"
)

var (
	priceForm = diag.Define(diag.Error, "price-form",
		"A price is not one figure with its unit, nor a reason why there is none.")
	priceCounts = diag.Define(diag.Error, "price-counts",
		"Of several prices not exactly one counts, or a criterion that prices score is given something else.")
)

// price is one table of [[prices]]; its sources wait until those of the provider are
// known.
type price struct {
	guide.Price
	at      diag.Span // of the table
	unit    diag.Span // of its unit, or of the table
	sources []ref
	bad     bool // reported already
}

// readPrices reads what the plans of a provider cost.
func (f *fields) readPrices() []price {
	var out []price
	names := map[string]bool{}
	tables := f.tables("prices", "price", optional)
	counted := -1
	for i, t := range tables {
		p := price{at: t.t.Span, unit: t.t.Span}
		p.Name = t.text("name", need(len(tables) > 1 || f.keys != nil))
		if p.Name != "" && names[p.Name] {
			f.r.report(duplicateValue, t.t.Get("name").Value.Span, fmt.Sprintf("another price is that of `%s`", p.Name), "give each plan the name by which its provider sells it")
		}
		names[p.Name] = true
		t.readAmount(&p)
		p.Note = t.inline("note", optional)
		p.sources = t.sourceNames()
		p.AsOf = t.asOf()
		p.Counts = t.bool("counts")
		p.Origin = origin(t.t.Span)
		switch {
		case !p.Counts:
		case counted < 0:
			counted = i
		default:
			p.Counts = false
			f.r.report(priceCounts, t.at("counts"), fmt.Sprintf("the price of `%s` counts already", out[counted].Name),
				"leave `counts = true` on one of them: the plan that most readers would buy")
		}
		out = append(out, p)
	}
	switch {
	case counted >= 0 || len(out) == 0:
	case len(out) == 1:
		out[0].Counts = true
	default:
		f.r.report(priceCounts, out[0].at, fmt.Sprintf("none of the %d prices is the one that counts", len(out)),
			"add `counts = true` to the plan that most readers would buy: it stands for all of them in tables, and in the score")
	}
	return out
}

// readAmount reads the figure of a price with its unit, or why there is none.
func (t *fields) readAmount(p *price) {
	value := t.find("value", optional, "")
	given := value != nil || t.has("low") || t.has("high") || t.has("from")
	ok := true
	if given {
		p.Figures[0], p.Figures[1], p.From, ok = t.bounds(value, t.t.Span)
	} else {
		for _, name := range []string{"low", "high", "from"} {
			t.find(name, optional, "")
		}
	}
	p.Unit = t.unit()
	if t.has("unit") {
		p.unit = t.t.Get("unit").Value.Span
	}
	missing := t.find("missing", optional, "")
	if t.keys != nil {
		t.last().Choices = []string{string(guide.OnRequest), string(guide.PriceUnpublished)}
	}
	if missing != nil {
		p.Missing = oneOf(t.r, missing, "missing", guide.OnRequest, guide.PriceUnpublished)
		ok = p.Missing != ""
	}
	complain := func(at diag.Span, message, hint string) { ok = false; t.r.report(priceForm, at, message, hint) }
	switch {
	case t.keys != nil:
	case given && missing != nil:
		complain(t.at("missing"), "a price has a figure, and is missing", "remove one of the two")
	case !given && missing == nil:
		complain(t.t.Span, "a price has no figure", "write `value = 12.5`, `low` and `high`, or `from`; or `missing = \"on request\"`")
	case given && t.has("per") && !t.has("unit"): // that was said
		ok = false
	case given && !t.has("unit"):
		complain(t.t.Span, "a price has no unit", "add what it is in: unit = \"USD\"")
	case given && ok && p.Figures[0] < 0:
		complain(t.t.Span, "a price is below 0", "write what a buyer pays; a discount stands in the `note`")
	}
	p.bad = !ok
}

// sourceNames reads the ids of the sources on which a value rests.
func (f *fields) sourceNames() []ref {
	v := f.find("sources", optional, "")
	if v == nil {
		return nil
	}
	var out []ref
	for _, item := range f.r.items(v, "sources") {
		if id := f.r.text(item, "sources"); id != "" {
			out = append(out, ref{id, item.TextSpan(0, len([]rune(id)))})
		}
	}
	return f.r.unique(out, "source")
}

// resolvePrices gives prices their sources, and the criterion that prices score the
// one that counts.
func (s *site) resolvePrices(g *guideFile, e *entryFile, own *providerFile) {
	for i := range e.prices {
		p := &e.prices[i]
		p.Sources = s.sourcesOf(e, own, p.sources)
		e.entry.Prices = append(e.entry.Prices, p.Price)
	}
	for k := range g.guide.Criteria {
		c := &g.guide.Criteria[k]
		if !c.Prices {
			continue
		}
		a := (*assessment)(&e.entry.Scores[k])
		for i := range e.prices {
			if p := &e.prices[i]; p.Counts && !p.bad {
				a.pay(e.reader, c, p)
			}
		}
	}
}

// sourcesOf looks up the sources that an entry names.
func (s *site) sourcesOf(e *entryFile, own *providerFile, wanted []ref) []*guide.Source {
	var out []*guide.Source
	for _, want := range wanted {
		if own == nil || own.broken() {
			break
		}
		if source := s.checkSource(e.reader, want, e.entry.Source, e.sourceNames()); source != nil {
			out = append(out, source)
		}
	}
	return out
}

// pay scores a criterion by the price that counts.
func (a *assessment) pay(r *reader, c *guide.Criterion, p *price) {
	a.Origin, a.AsOf, a.Published = p.Origin, p.AsOf, p.Missing == ""
	if a.Why.IsZero() && p.Missing != "" {
		a.Why = p.Note
	}
	if len(a.Sources) == 0 {
		a.Sources = p.Sources
	}
	switch {
	case p.Missing != "":
	case p.Unit.Name != c.Unit.Name || p.Unit.Per != c.Unit.Per:
		r.report(priceCounts, p.unit, fmt.Sprintf("the price that counts is in %s, and `%s` scores prices in %s", p.Unit, c.ID, c.Unit),
			fmt.Sprintf("give it in %s, or let another plan count", c.Unit))
	case p.From:
		a.least(c, p.Figures[0])
	default:
		a.measure(c, p.Figures[0], p.Figures[1])
	}
}

// least measures what is at least a figure: anything from there to as far as the
// points go.
func (a *assessment) least(c *guide.Criterion, n guide.Figure) {
	most := c.Curve[len(c.Curve)-1].Figure
	a.measure(c, n, max(n, most))
	a.From = n < most
}

// priced reports a figure that an entry gives in place of its prices.
func (s *score) priced(r *reader, c *guide.Criterion) {
	for _, v := range []*front.Value{s.point, s.low, s.high, s.raw, s.least} {
		if v != nil {
			r.report(priceCounts, v.Span, fmt.Sprintf("`%s` is scored by the price that counts", c.ID),
				"write the figure under [[prices]], once, and leave it out here")
			return
		}
	}
}

// frozenPrice is a price as an edition has it.
func frozenPrice(p guide.EditionPrice) string {
	words := "price = " + front.Quoted(p.Price)
	if p.Name != "" {
		words = "name = " + front.Quoted(p.Name) + ", " + words
	}
	if p.Note != "" {
		words += ", note = " + front.Quoted(p.Note)
	}
	if p.Counts {
		words += ", counts = true"
	}
	return words
}

func (f *fields) readFrozenPrices() []guide.EditionPrice {
	var out []guide.EditionPrice
	for _, t := range f.tables("prices", "price", optional) {
		out = append(out, guide.EditionPrice{Name: t.text("name", optional), Price: t.text("price", required), Note: t.text("note", optional), Counts: t.bool("counts")})
	}
	return out
}
