package guide

import (
	"cmp"
	"fmt"
	"strconv"
)

// Date is a day, or a month when Day is 0. It has no zone and no time of day.
type Date struct{ Year, Month, Day int }

// IsZero reports whether no date was given.
func (d Date) IsZero() bool { return d == Date{} }

// String is the date as it was written: "2025-09-12" or "2025-09".
func (d Date) String() string {
	if d.Day == 0 {
		return fmt.Sprintf("%04d-%02d", d.Year, d.Month)
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// Words is the date for people: "12 September 2025" or "September 2025".
func (d Date) Words() string {
	month := months[d.Month-1] + " " + strconv.Itoa(d.Year)
	if d.Day == 0 {
		return month
	}
	return strconv.Itoa(d.Day) + " " + month
}

// First is the date itself, or the first of its month.
func (d Date) First() Date { return Date{d.Year, d.Month, max(d.Day, 1)} }

// Compare orders dates; a month counts as its first day.
func (d Date) Compare(other Date) int {
	a, b := d.First(), other.First()
	return cmp.Or(cmp.Compare(a.Year, b.Year), cmp.Compare(a.Month, b.Month), cmp.Compare(a.Day, b.Day))
}

// Plus is the day that lies a period after the date's first day; in a shorter
// month, the last day of that month.
func (d Date) Plus(p Period) Date {
	d = d.First()
	switch p.Unit {
	case "days":
		return d.plusDays(p.Count)
	case "weeks":
		return d.plusDays(7 * p.Count)
	case "years":
		d.Year += p.Count
	default:
		month := d.Month - 1 + p.Count
		d.Year, d.Month = d.Year+month/12, month%12+1
	}
	d.Day = min(d.Day, daysIn(d.Year, d.Month))
	return d
}

func (d Date) plusDays(n int) Date {
	for d.Day += n; d.Day > daysIn(d.Year, d.Month); {
		d.Day -= daysIn(d.Year, d.Month)
		if d.Month++; d.Month > 12 {
			d.Year, d.Month = d.Year+1, 1
		}
	}
	return d
}

// Valid reports whether the date is one of the calendar, in the years 1 to 9999.
func (d Date) Valid() bool {
	return d.Year >= 1 && d.Year <= 9999 && d.Month >= 1 && d.Month <= 12 && d.Day >= 0 && d.Day <= daysIn(d.Year, d.Month)
}

var months = [...]string{"January", "February", "March", "April", "May", "June",
	"July", "August", "September", "October", "November", "December"}

func daysIn(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

// Period is a promise such as "3 months".
type Period struct {
	Count int
	Unit  string // "days", "weeks", "months" or "years"
}

// IsZero reports whether no period was given.
func (p Period) IsZero() bool { return p.Count == 0 }

// String is the period in words: "3 months", "1 year".
func (p Period) String() string {
	if p.Count == 1 {
		return "1 " + p.Unit[:len(p.Unit)-1]
	}
	return strconv.Itoa(p.Count) + " " + p.Unit
}
