package theme

import (
	"bytes"
	"strings"
	"testing"
)

func TestWithoutComments(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"", ""},
		{"// a\n\t // b\nc(); // d\n// e", "\n\nc(); // d\n"},
		{"// a\r\nb();\r\n", "\r\nb();\r\n"},
		{"a(`\n// not one\n`);\n// one\n", "a(`\n// not one\n`);\n\n"},
		{"// an `odd one\n// two\na(`b`);\n//\n", "\n\na(`b`);\n\n"},
		{"a = \"`\";\n// one\n", "a = \"`\";\n\n"},
		{"a = `${`\n// kept\n`}\n// kept too\n${b // in the code\n}`;\n// one\n", "a = `${`\n// kept\n`}\n// kept too\n${b // in the code\n}`;\n\n"},
		{"a = '`'; b = `\n// kept\n`;\n", "a = '`'; b = `\n// kept\n`;\n"},
		{"a = b\n// one\n/ 2;\n/* // */\n", "a = b\n\n/ 2;\n/* // */\n"},
		{"a = /`/;\nb = `\n// kept\n`;\n// one\n", "a = /`/;\nb = `\n// kept\n`;\n\n"},
		{"/*!\n// kept\n*/\na();\n", "/*!\n// kept\n*/\na();\n"},
		// In doubt it stays as it is.
		{"if (a) /`/.test(b);\nc = `\n// kept\n`;\n", "if (a) /`/.test(b);\nc = `\n// kept\n`;\n"},
		{"// a\nconst = ;\n", "// a\nconst = ;\n"},
		{"// a\n`never closed\n// b\n", "// a\n`never closed\n// b\n"},
	} {
		if got := string(withoutComments([]byte(tt.in), false)); got != tt.want {
			t.Errorf("%q: got %q, want %q", tt.in, got, tt.want)
		}
	}
}

// FuzzWithoutComments: what is left is the same program, on the same lines.
func FuzzWithoutComments(f *testing.F) {
	f.Add("// a\nb = `\n// c\n`;\n")
	f.Add("a = b / c;\n// `\nd = /`/g;\n")
	f.Add("if (a) /`/.test(b); `\n// c\n`")
	f.Fuzz(func(t *testing.T, source string) {
		out := withoutComments([]byte(source), false)
		if strings.Count(source, "\n") != bytes.Count(out, []byte("\n")) {
			t.Fatalf("%q: got %q", source, out)
		}
		before, read := program([]byte(source))
		if after, again := program(out); read != again || before != after {
			t.Fatalf("%q: %s became %s", source, before, after)
		}
	})
}
