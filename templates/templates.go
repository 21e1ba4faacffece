// Package templates holds the templates that the program carries.
package templates

import "embed"

// FS is this folder. A site's own copy of a file wins over it.
//
//go:embed layout.html pages parts
var FS embed.FS
