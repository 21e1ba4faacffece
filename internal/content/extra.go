package content

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"shortlist/internal/content/front"
	"shortlist/internal/diag"
)

var slippedKey = diag.Define(diag.Warning, "slipped-key",
	"A key of the file stands below [extra], where it has no effect.")

// readExtra reads [extra], whose data is the author's own.
func (f *fields) readExtra() map[string]any {
	t := f.table("extra", "[extra]")
	if t.t == nil {
		return nil
	}
	for _, k := range t.free() {
		if f.knows(k.Name) {
			f.r.report(slippedKey, k.Span, fmt.Sprintf("`%s` has no effect below [extra]", k.Name),
				fmt.Sprintf("to set it for the %s, move it above the first [table]", f.r.noun))
		}
	}
	return plainTable(t.t)
}

// plain turns a value into Go's own types: string, int64 or float64 as they were
// written (a string when they do not fit), bool, []any and map[string]any; a
// date is its text.
func plain(v *front.Value) any {
	switch v.Kind {
	case front.String:
		return v.Text
	case front.Bool:
		return v.Bool
	case front.Integer, front.Float:
		return plainNumber(v)
	case front.Array:
		items := make([]any, len(v.Items))
		for i, item := range v.Items {
			items[i] = plain(item)
		}
		return items
	case front.Inline:
		return plainTable(v.Table)
	default:
		return v.Raw
	}
}

// plainNumber reads a number that is in no unit of ours: the author's own.
func plainNumber(v *front.Value) any {
	raw := strings.ReplaceAll(v.Raw, "_", "")
	if n, err := strconv.ParseInt(raw, 0, 64); err == nil && v.Kind == front.Integer {
		return n
	}
	if x, err := strconv.ParseFloat(raw, 64); err == nil && !math.IsInf(x, 0) && !math.IsNaN(x) {
		return x
	}
	return v.Raw
}

func plainTable(t *front.Table) map[string]any {
	m := make(map[string]any, len(t.Keys))
	for _, k := range t.Keys {
		m[k.Name] = plain(k.Value)
	}
	return m
}
