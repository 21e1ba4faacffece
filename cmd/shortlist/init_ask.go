package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"golang.org/x/term"
)

// ask asks for what no flag has said, where somebody is there to answer: the input
// is a terminal. An empty answer takes what stands in brackets.
func (w *wish) ask(t *tui) error {
	if !term.IsTerminal(int(os.Stdin.Fd())) {
		return nil
	}
	in := bufio.NewReader(os.Stdin)
	for _, q := range []struct {
		question  string
		otherwise func() string
		answer    *string
	}{
		{"What is the publication called?", func() string { return "" }, &w.title},
		{"At which address will it be?", func() string { return defaultAddress }, &w.address},
		{"In which language?", func() string { return defaultLanguage }, &w.language},
		{"What does it rank? One of them is a", func() string { return defaultNoun }, &w.noun},
		{"And several are", func() string { return w.noun + "s" }, &w.plural},
	} {
		for *q.answer == "" {
			otherwise := q.otherwise()
			if otherwise == "" {
				fmt.Fprintf(t.err, "%s ", q.question)
			} else {
				fmt.Fprintf(t.err, "%s [%s] ", q.question, otherwise)
			}
			line, err := in.ReadString('\n')
			if *q.answer = strings.TrimSpace(line); *q.answer == "" {
				*q.answer = otherwise
			}
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				return err
			}
		}
	}
	return nil
}
