package front

import (
	"fmt"

	"shortlist/internal/diag"
)

// What is refused before anything is decoded. The decoder recurses once per
// bracket and looks a dotted key up once per part of it, so three million
// brackets overflow its stack, which a program cannot recover from, and a
// dotted key of 40 KB takes it 21 seconds.
const (
	MaxFile        = 1 << 20 // bytes of a Markdown file
	MaxFrontMatter = 32 << 10
	MaxNesting     = 8  // brackets and braces around a value
	MaxKeyParts    = 8  // a.b.c has three
	maxSyntax      = 20 // a file with more mistakes than this is not TOML at all
)

var (
	FileSize = diag.Define(diag.Error, "file-size",
		"A content file is larger than it may be.")
	FrontMatterSize = diag.Define(diag.Error, "front-matter-size",
		"The front matter of a file is larger than 32 KiB.")
	Nesting = diag.Define(diag.Error, "nesting",
		"Lists and inline tables stand in each other more than 8 deep.")
	KeyLength = diag.Define(diag.Error, "key-length",
		"A dotted key or a table's name has more than 8 parts.")
)

// oversized reports a file that is larger than it may be.
func oversized(path string, size, limit int) diag.List {
	if size <= limit {
		return nil
	}
	var problems diag.List
	problems.Add(FileSize, diag.Span{File: path},
		fmt.Sprintf("the file is larger than %s", bytesText(limit)),
		"split it, or move what is not content out of it")
	return problems
}

// bytesText is a number of bytes in the largest unit that divides it.
func bytesText(n int) string {
	switch {
	case n >= 1<<20 && n%(1<<20) == 0:
		return fmt.Sprintf("%d MiB", n>>20)
	case n >= 1<<10 && n%(1<<10) == 0:
		return fmt.Sprintf("%d KiB", n>>10)
	}
	return fmt.Sprintf("%d bytes", n)
}
