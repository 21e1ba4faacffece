// Package static holds the style sheet and other files that the program carries.
package static

import "embed"

// FS is this folder. A site's own copy of a file wins over it.
//
//go:embed *.css *.svg
var FS embed.FS
