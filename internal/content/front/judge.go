package front

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/BurntSushi/toml"
)

// judge lets the decoder confirm what was scanned, src, which begins at an
// offset of the file. A file in which the scan found no mistake, and no number or
// date but of the plainest form, needs no confirmation: the tests hold the scan to
// refuse whatever the decoder does. Otherwise it is asked for the whole; if that
// fails, for each number and date by itself, so that
// all bad ones are known, also when something else is wrong too.
func (s *scanner) judge(src string, from int) {
	var whole error
	if len(*s.problems) == s.before {
		if !slices.ContainsFunc(s.numbers, func(v *Value) bool { return !plain(v) }) {
			return
		}
		if whole = decode(src, new(any)); whole == nil {
			return
		}
	}
	verdicts := make(map[string]error)
	for _, v := range s.numbers {
		if s.mistakes >= maxSyntax {
			s.broken = true
			break
		}
		err, known := verdicts[v.Raw]
		if !known {
			err = decode("x = "+v.Raw, new(any))
			verdicts[v.Raw] = err
		}
		if err != nil {
			s.badNumber(v, err)
		}
	}
	if whole == nil || len(*s.problems) > s.before {
		return
	}
	// The scan found nothing to say, and the decoder did.
	at, message := from, whole.Error()
	var e toml.ParseError
	if errors.As(whole, &e) {
		at, message = from+e.Position.Start, e.Message
	}
	s.broken = true
	at = min(max(at, 0), len(s.text.s))
	s.problems.Add(Syntax, s.text.span(at, at+1), strings.ToLower(message[:1])+strings.ReplaceAll(message[1:], "\n", " "), "")
}

// plain reports whether nobody can doubt that a number or a date is one.
func plain(v *Value) bool {
	if v.Kind == Datetime {
		_, err := time.Parse(time.DateOnly, v.Raw)
		return err == nil
	}
	whole, part, point := strings.Cut(strings.TrimPrefix(v.Raw, "-"), ".")
	return digits(whole) && (len(whole) == 1 || whole[0] != '0') && (!point || digits(part))
}

// digits reports whether a text is one to fifteen digits.
func digits(text string) bool {
	return text != "" && len(text) <= 15 && strings.Trim(text, "0123456789") == ""
}

// decode is toml.Decode without its panics.
func decode(src string, into *any) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("the TOML decoder failed: %v", r)
		}
	}()
	_, err = toml.Decode(src, into)
	return err
}

// badNumber reports a number or a date that the decoder refuses. The tree around
// it stays whole, so that the rest of the file can be judged too.
func (s *scanner) badNumber(v *Value, err error) {
	s.mistakes++
	kind := v.Kind
	v.Kind = Refused
	if strings.Contains(err.Error(), "out of range for") {
		hint := "a whole number has at most 18 digits"
		if kind == Float {
			hint = "give a figure of a sensible size"
		}
		s.problems.Add(Number, v.Span, shown(v.Raw)+" is too large a number", hint)
		return
	}
	if kind == Datetime {
		hint := "a date is written 2025-09-12"
		if len(v.Raw) == len("2025-09") && strings.Count(v.Raw, "-") == 1 {
			hint = fmt.Sprintf("a month stands in quotes: %q", v.Raw)
		}
		what := "a date"
		if !strings.Contains(v.Raw, "-") {
			what, hint = "a time", "a time is written 07:30"
		}
		s.problems.Add(Syntax, v.Span, shown(v.Raw)+" is not "+what, hint)
		return
	}
	figures := strings.TrimLeft(v.Raw, "+-")
	hint := `a number is written 12.5, without a unit; text stands in quotes`
	switch {
	case strings.HasPrefix(figures, "."):
		hint = "write a digit before the point, as in 0.5"
	case strings.HasSuffix(figures, "."):
		hint = "write a digit behind the point, as in 5.0, or no point"
	case len(figures) == 3 && strings.Trim(figures, "0123456789") == "" && figures[0] == '0':
		hint = "a number does not begin with 0; thousands are joined by an underscore, as in 100_000"
	case len(figures) > 1 && figures[0] == '0' && isDigit(figures[1]):
		hint = "a number does not begin with 0: write it without, or in quotes"
	case strings.Contains(figures, "_"):
		hint = "an underscore stands only between two digits"
	}
	s.problems.Add(Syntax, v.Span, shown(v.Raw)+" is not a number", hint)
}
