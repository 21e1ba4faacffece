package theme

import (
	"bytes"
	"io"
	"slices"

	"github.com/tdewolff/parse/v2"
	"github.com/tdewolff/parse/v2/js"
)

// part is a piece of a script by its offsets.
type part struct{ start, end int }

// parts are the comments and the strings of a script. It is not ok where a token
// cannot be read, or where the script ends within one.
//
// A lexer alone cannot always tell a regular expression from a division. What
// stands behind a value is taken for a division here, which is wrong for
// `if (x) /"/.test(y)`: whoever changes a script by what this finds has to check
// what became of it.
func parts(source []byte) (comments, texts []part, ok bool) {
	l := js.NewLexer(parse.NewInputBytes(slices.Clone(source)))
	at, value := 0, false
	for {
		kind, token := l.Next()
		if (kind == js.DivToken || kind == js.DivEqToken) && !value {
			kind, token = l.RegExp()
		}
		span := part{at, at + len(token)}
		at = span.end
		switch kind {
		case js.ErrorToken:
			return comments, texts, l.Err() == io.EOF && at == len(source)
		case js.WhitespaceToken, js.LineTerminatorToken:
			continue
		case js.CommentToken, js.CommentLineTerminatorToken:
			comments = append(comments, span)
			continue
		case js.StringToken:
			texts = append(texts, span)
		}
		value = isValue(kind)
	}
}

// isValue reports whether a token may end a value, so that a slash behind it
// divides.
func isValue(kind js.TokenType) bool {
	switch kind {
	case js.StringToken, js.TemplateToken, js.TemplateEndToken, js.RegExpToken, js.PrivateIdentifierToken,
		js.CloseParenToken, js.CloseBracketToken, js.CloseBraceToken, js.IncrToken, js.DecrToken,
		js.ThisToken, js.SuperToken, js.TrueToken, js.FalseToken, js.NullToken:
		return true
	}
	return js.IsNumeric(kind) || js.IsIdentifier(kind)
}

// withoutComments empties the lines of a script that are a comment and nothing
// else, which are a tenth of what it weighs; lines keep their numbers. A script
// of which a parser then does not read the same program is left as it is, and so
// is one that it cannot read at all; whether that is so is not asked where a test has.
func withoutComments(source []byte, checked bool) []byte {
	comments, _, _ := parts(source)
	var out []byte
	from := 0
	for _, c := range comments {
		line := source[bytes.LastIndexByte(source[:c.start], '\n')+1 : c.start]
		if bytes.HasPrefix(source[c.start:c.end], []byte("//")) && len(bytes.TrimLeft(line, " \t")) == 0 {
			out = append(out, source[from:c.start-len(line)]...)
			from = c.end
		}
	}
	out = append(out, source[from:]...)
	if checked {
		return out
	}
	before, read := program(source)
	if after, again := program(out); from == 0 || !read || !again || before != after {
		return source
	}
	return out
}

// program is what a script says, whatever its layout.
func program(source []byte) (string, bool) {
	tree, err := js.Parse(parse.NewInputBytes(slices.Clone(source)), js.Options{})
	if err != nil {
		return "", false
	}
	return tree.JSString(), true
}
