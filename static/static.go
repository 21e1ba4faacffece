// Package static holds the style sheet, the scripts, the fonts and other files that the program carries.
package static

import "embed"

// FS is this folder. A site's own copy of a file wins over it.
//
//go:embed *.css *.js *.svg fonts
var FS embed.FS
