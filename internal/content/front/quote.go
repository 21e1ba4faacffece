package front

import (
	"fmt"
	"strings"
)

// Quoted is a text as a basic string of TOML. Its escapes are TOML's, which are not
// Go's.
func Quoted(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r < ' ' || r >= 0x7f && r < 0xa0:
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// QuotedList is texts as an array of TOML.
func QuotedList(texts ...string) string {
	out := make([]string, len(texts))
	for i, s := range texts {
		out[i] = Quoted(s)
	}
	return "[" + strings.Join(out, ", ") + "]"
}
