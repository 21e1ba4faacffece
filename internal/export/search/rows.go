package search

import (
	"slices"
	"strings"
	"unicode/utf8"
)

const (
	perFile  = 16  // documents whose items share a file
	perList  = 256 // files whose names share a file
	noteSize = 120 // letters of a note
)

// rows writes what results show. A row is a title, a path and a note; each begins
// with a character that says how much of that of the row before it repeats, from
// '0' on: neighbours belong to one guide and are alike.
func (ix *Index) rows() {
	var files []string
	for items := range slices.Chunk(ix.Items, perFile) {
		rows := make([]string, 0, 3*len(items))
		var before [3]string
		for _, item := range items {
			now := [3]string{item.Title, item.Path, short(item.Note)}
			for i, text := range now {
				rows = append(rows, after(before[i], text))
			}
			before = now
		}
		files = append(files, ix.shard(rows))
	}
	for list := range slices.Chunk(files, perList) {
		ix.Manifest.Rows = append(ix.Manifest.Rows, ix.shard(strings.Join(list, "")))
	}
}

// after writes a text that comes after another. What is repeated is counted as the
// script counts, in UTF-16 code units; only ASCII is, where both count the same.
func after(before, text string) string {
	n := 0
	for n < min(len(before), len(text), 63) && before[n] == text[n] && text[n] < utf8.RuneSelf {
		n++
	}
	return string(rune(firstCode+n)) + text[n:]
}

// short cuts a note between two words, or within one that is longer than a note.
func short(note string) string {
	letters, blank := 0, 0
	for i, r := range note {
		if letters++; letters > noteSize {
			if blank == 0 {
				blank = i
			}
			return strings.TrimRight(note[:blank], " ,;:.") + " …"
		}
		if r == ' ' {
			blank = i
		}
	}
	return note
}
