// Package shortlist holds the handbook for editors, which the program writes into a new publication.
package shortlist

import "embed"

// FS has the handbook.
//
//go:embed content/README.md
var FS embed.FS
