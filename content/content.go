// Package content holds the handbook for editors, which the program writes into a new publication.
package content

import "embed"

// FS has the handbook.
//
//go:embed README.md
var FS embed.FS
