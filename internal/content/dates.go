package content

import (
	"fmt"
	"regexp"
	"strconv"

	"shortlist/internal/content/front"
	"shortlist/internal/diag"
	"shortlist/internal/guide"
)

var (
	badDate = diag.Define(diag.Error, "date",
		"A date is not a day or a month of the calendar.")
	dateOrder = diag.Define(diag.Error, "date-order",
		"A date lies before one that it must follow.")
	futureDate = diag.Define(diag.Error, "future-date",
		"Something that was done is dated in the future.")
	badPeriod = diag.Define(diag.Error, "period",
		"A period is not a number of days, weeks, months or years.")
	badYear = diag.Define(diag.Error, "year",
		"A year is not four digits between 1900 and 2099.")
)

// dated is a date with its place.
type dated struct {
	guide.Date
	at diag.Span
}

var (
	datePattern   = regexp.MustCompile(`^([0-9]{4})-([0-9]{2})(?:-([0-9]{2}))?$`)
	periodPattern = regexp.MustCompile(`^([1-9][0-9]{0,2}) (day|week|month|year)(s?)$`)
	yearPattern   = regexp.MustCompile(`^(19|20)[0-9]{2}$`)
)

// date reads a day, 2025-09-12, or a month, "2025-09".
func (f *fields) date(name string, n need) dated {
	v := f.find(name, n, `"2025-09"`)
	if v == nil {
		return dated{}
	}
	return f.r.date(v, name)
}

func (r *reader) date(v *front.Value, name string) dated {
	raw := v.Raw
	switch v.Kind {
	case front.Datetime:
	case front.String:
		if raw = r.text(v, name); raw == "" {
			return dated{}
		}
	default:
		r.wrongType(v, name, "a date", dateHint)
		return dated{}
	}
	d, ok := parseDate(raw)
	if !ok {
		r.report(badDate, v.Span, fmt.Sprintf("`%s` cannot be %s, which is not a date", name, raw), dateHint)
		return dated{}
	}
	return dated{d, v.Span}
}

const dateHint = "write a day, 2025-09-12, or a month, \"2025-09\""

func parseDate(raw string) (guide.Date, bool) {
	m := datePattern.FindStringSubmatch(raw)
	if m == nil {
		return guide.Date{}, false
	}
	var d guide.Date
	d.Year, _ = strconv.Atoi(m[1])
	d.Month, _ = strconv.Atoi(m[2])
	if m[3] != "" {
		d.Day, _ = strconv.Atoi(m[3])
		if d.Day == 0 {
			return d, false
		}
	}
	return d, d.Valid()
}

// readDates reads the dates that guides and articles share.
func (f *fields) readDates(h hold) guide.Dates {
	published := f.date("published", required)
	updated := f.date("updated", optional)
	f.follows("updated", updated, "published", published)
	f.r.pastWhenShown("published", published, h)
	f.r.pastWhenShown("updated", updated, h)
	if updated.IsZero() {
		updated = published
	}
	return guide.Dates{Published: published.Date, Updated: updated.Date, PublishAt: h.publish.Date}
}

// precedes reports whether a lies before b for certain: a month against a day is
// compared by the month.
func precedes(a, b guide.Date) bool {
	if a.Day == 0 || b.Day == 0 {
		a.Day, b.Day = 1, 1
	}
	return a.Compare(b) < 0
}

// follows reports a date that lies before one that it must follow.
func (f *fields) follows(name string, later dated, earlierName string, earlier dated) {
	if !later.IsZero() && !earlier.IsZero() && precedes(later.Date, earlier.Date) {
		f.r.report(dateOrder, later.at, fmt.Sprintf("`%s` is before `%s`, %s", name, earlierName, earlier.Date),
			"correct one of the two dates")
	}
}

// past reports a date of something done that has not come yet. Tomorrow may pass:
// where the author is, it may have begun.
func (r *reader) past(name string, d dated) {
	tomorrow := r.now.Plus(guide.Period{Count: 1, Unit: "days"})
	if !d.IsZero() && precedes(tomorrow, d.Date) {
		r.report(futureDate, d.at, fmt.Sprintf("`%s` is in the future: today is %s", name, r.now), "correct the date")
	}
}

// pastWhenShown is past for a page that may be held back: when it is published,
// the date must have come, and a draft may say what it likes.
func (r *reader) pastWhenShown(name string, d dated, h hold) {
	switch {
	case d.IsZero() || h.draft:
	case h.publish.Compare(r.now) <= 0:
		r.past(name, d)
	case name == "published" && d.Compare(r.now) > 0 && (precedes(d.Date, h.publish.Date) || precedes(h.publish.Date, d.Date)):
		// What is announced for one day appears on another.
		r.report(dateOrder, d.at, fmt.Sprintf("`published` is %s, and `publish_at` in line %d is %s", d.Date, h.publish.at.Line, h.publish.written),
			"give both the same day")
	case precedes(h.publish.Date, d.Date):
		r.report(dateOrder, d.at, fmt.Sprintf("`%s` is after `publish_at`, %s in line %d", name, h.publish.written, h.publish.at.Line), "correct one of the two dates")
	}
}

func (f *fields) period(name string) guide.Period {
	v := f.find(name, optional, "")
	if v == nil {
		return guide.Period{}
	}
	text := f.r.text(v, name)
	if text == "" {
		return guide.Period{}
	}
	m := periodPattern.FindStringSubmatch(text)
	if m == nil {
		f.r.report(badPeriod, v.Span, fmt.Sprintf("`%s` is not a period", text), "write \"3 months\" or \"1 year\"")
		return guide.Period{}
	}
	count, _ := strconv.Atoi(m[1])
	return guide.Period{Count: count, Unit: m[2] + "s"}
}

// year reads the year that is printed in a title.
func (f *fields) year(name string) ref {
	v := f.find(name, optional, "")
	if v == nil {
		return ref{}
	}
	text := f.r.text(v, name)
	if text != "" && !yearPattern.MatchString(text) {
		f.r.report(badYear, v.Span, fmt.Sprintf("`%s` is not a year", text), "write four digits: \"2025\"")
		return ref{}
	}
	return ref{text, v.Span}
}

// asOf reads when what a file states held.
func (f *fields) asOf() guide.Date {
	d := f.date("as_of", optional)
	f.r.past("as_of", d)
	return d.Date
}
