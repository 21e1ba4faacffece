package content

import (
	"fmt"
	"regexp"
	"strings"
	"time"

	"shortlist/internal/content/front"
	"shortlist/internal/guide"
)

// instant is when something is to happen: at the beginning of a day, on the day
// of a build, or at a time with an offset from UTC.
type instant struct {
	dated
	exact   bool // a time was given
	seconds int64
	written string
}

var (
	timePattern   = regexp.MustCompile(`^([0-9]{4}-[0-9]{2}-[0-9]{2})[Tt ]([0-9]{2}:[0-9]{2})(:[0-9]{2})?([Zz]|[+-][0-9]{2}:[0-9]{2})$`)
	offsetMissing = regexp.MustCompile(`^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9]{2}:[0-9]{2}`)
)

// instant reads a day, a month, or a time with an offset.
func (f *fields) instant(name string) instant {
	v := f.find(name, optional, "")
	if v == nil {
		return instant{}
	}
	raw := v.Raw
	if v.Kind == front.String {
		raw = v.Text
	}
	if v.Kind != front.Datetime && v.Kind != front.String || !offsetMissing.MatchString(raw) {
		d := f.r.date(v, name)
		return instant{dated: d, written: d.String(), seconds: midnight(d.Date)}
	}
	at, ok := parseInstant(raw)
	if !ok {
		f.r.report(badDate, v.Span, fmt.Sprintf("`%s` cannot be %s, which is not an instant", name, raw),
			"write a time with whole seconds and its offset from UTC, 2025-09-12T09:00:00+02:00, or a day, 2025-09-12")
		return instant{}
	}
	return instant{dated: dated{dateOf(at), v.Span}, exact: true, seconds: at.Unix(), written: raw}
}

func parseInstant(raw string) (time.Time, bool) {
	m := timePattern.FindStringSubmatch(raw)
	if m == nil {
		return time.Time{}, false
	}
	seconds := m[3]
	if seconds == "" {
		seconds = ":00"
	}
	at, err := time.Parse(time.RFC3339, m[1]+"T"+m[2]+seconds+strings.ToUpper(m[4]))
	return at, err == nil
}

// midnight is when a date begins in UTC, the zone of every build.
func midnight(d guide.Date) int64 {
	if d.IsZero() {
		return 0
	}
	d = d.First()
	return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC).Unix()
}

// moment is the time of a load, and its day.
type moment struct {
	day     guide.Date
	seconds int64
}

func momentOf(t time.Time) moment { return moment{dateOf(t), t.Unix()} }

// reached reports whether an instant has come. A day is that of the load.
func (m moment) reached(i instant) bool {
	if i.exact {
		return i.seconds <= m.seconds
	}
	return i.Compare(m.day) <= 0
}
