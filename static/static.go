// Package static holds the style sheet, the scripts and other files that the program carries.
package static

import "embed"

// FS is this folder. A site's own copy of a file wins over it.
//
//go:embed *.css *.js *.svg
var FS embed.FS
