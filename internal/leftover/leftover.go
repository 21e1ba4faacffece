// Package leftover knows the names of what editors and systems leave beside the
// files of a person: backups, locks, pictures of a folder. Nobody means to
// publish those, so content, templates and static files are read without them.
package leftover

import "strings"

// Is reports whether a file of that name, without its folder, is a leftover.
// It says nothing of hidden files: each reader has a rule for them.
//
// Emacs keeps x~ and #x#, other editors and patch keep x.bak and x.orig, Vim
// tries whether it may write here with a file 4913, Windows keeps Thumbs.db and
// desktop.ini.
func Is(name string) bool {
	lower := strings.ToLower(name)
	switch lower {
	case "4913", "thumbs.db", "ehthumbs.db", "desktop.ini":
		return true
	}
	return strings.HasSuffix(lower, "~") || strings.HasSuffix(lower, ".bak") || strings.HasSuffix(lower, ".orig") ||
		len(lower) > 2 && strings.HasPrefix(lower, "#") && strings.HasSuffix(lower, "#")
}
