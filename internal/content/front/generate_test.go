package front

import (
	"math/rand/v2"
	"strings"
)

// document makes TOML that is valid but for keys that are given twice.
func document(r *rand.Rand) string {
	var b strings.Builder
	for range 1 + r.IntN(7) {
		switch r.IntN(5) {
		case 0:
			b.WriteString("[" + dottedKey(r) + "]")
		case 1:
			b.WriteString("[[" + dottedKey(r) + "]]")
		default:
			b.WriteString(dottedKey(r) + pick(r, " = ", "=", "\t=\t") + anyValue(r, 0))
		}
		b.WriteString(pick(r, "\n", "\n\n", " # é\n", "\r\n"))
	}
	return b.String()
}

func dottedKey(r *rand.Rand) string {
	key := pick(r, keyParts...)
	for r.IntN(3) == 0 {
		key += pick(r, ".", " . ") + pick(r, keyParts...)
	}
	return key
}

var keyParts = []string{"a", "b", "c", "d", `"a"`, `'b'`, `"\u00e9"`, `""`, "1", "e-f"}

func anyValue(r *rand.Rand, depth int) string {
	kind := r.IntN(6)
	if depth > 2 || kind > 1 {
		return pick(r, scalars...)
	}
	opening, closing := "[", "]"
	if kind == 1 {
		opening, closing = "{", "}"
	}
	items := make([]string, r.IntN(4))
	for i := range items {
		items[i] = anyValue(r, depth+1)
		if kind == 1 {
			items[i] = dottedKey(r) + " = " + items[i]
		}
		items[i] = pick(r, "", " ", "\n\t", " # c\n") + items[i] + pick(r, "", " ", "\n")
	}
	last := ""
	if len(items) > 0 {
		last = pick(r, "", ",", ",\n", " , # c\n")
	}
	return opening + strings.Join(items, ",") + last + closing
}

var scalars = []string{
	"1", "-17", "0", "1_000", "0xdead_beef", "0o17", "0b01", "1.5", "-0.0", "6.02e23", "1E-2", "9007199254740993", "true", "false",
	"2025-09-12", "2025-09-12 07:30", "2025-09-12T07:30:00.25Z", "1979-05-27 00:32:00-07:00", "07:30", "07:30:00.123",
	`""`, `"漢 😀 é"`, `"\t\"\\ \u00e9\U0001F600\x41"`, `''`, `'\d "q"'`,
	`""""""`, "\"\"\"\nx\ny\"\"\"", "\"\"\"a\\\n   b \\  \n\n c\"\"\"", `"""a""b"""""`, `"""\""""`, "'''\n\\''x'''''",
}

func pick(r *rand.Rand, from ...string) string { return from[r.IntN(len(from))] }

var tokens = []string{
	"\n", "\n", "\n", "\n", "\r\n", " ", "\t", "# c\n", "#é\n", "=", " = ", " = ", ".", ",", ", ",
	"[", "]", "[[", "]]", "{", "}", "[a]\n", "[b.a]\n", "[[a]]\n", "[[b]]\n", "[a.b]\n", "[[a.b]]\n",
	"a", "b", "a.b", "a.b.c", "b.a", `"a"`, `'b'`, `"\u0061"`, `""`, "9.5", "漢", "a = 1\n", "b = 2\n", "a.b = 3\n", "c = {",
	"1", "-1", "0x1F", "1_0", "01", "0.5", "1e3", "5.", ".5", "nan", "+inf", "99999999999999999999", "0b_1",
	"true", "false", "yes", "2025-09-12", "2025-09", "2025-02-30", "07:30", "2025-09-12 07:30:00", "2025-09-12T07:30:00Z", "1979-05-27t00:32:00.5-07:00",
	`"x"`, `'x'`, `"é\n\x41\e"`, `"\ud800"`, `"\d"`, `"a\`, `"""`, `\"\"\"`, `'''`, `"""a\` + "\n  b" + `"""`, `\`, `"`, `'`, "\\\n", "\\ \n",
	"[1, 2]", "{ a = 1 }", "{ b.c = 1, b.d = 2 }", "[{ a = 1 }, { a = 2 }]", "{}", "[]",
}

func fromTokens(picks []byte) string {
	var b strings.Builder
	for _, p := range picks {
		b.WriteString(tokens[int(p)%len(tokens)])
	}
	return b.String()
}

func randomBytes(seed uint64, n int) []byte {
	r := rand.New(rand.NewPCG(seed, 1))
	b := make([]byte, n)
	for i := range b {
		b[i] = byte(r.Uint32())
	}
	return b
}
