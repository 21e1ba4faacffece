package output

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

const (
	stage     = "stage"            // in the state folder, while a build runs
	oldStage  = ".shortlist-stage" // what a stage in the output folder is called, or begins with
	gitIgnore = ".gitignore"       // in the output folder: not ours, and kept without a word
)

// maxSegment is the longest file name that the common file systems take, in bytes.
const maxSegment = 255

// CheckName reports why a file of that name cannot be published everywhere; nil
// when it can. Names are slash-separated and relative, and must be valid on
// every file system that a site is built on or copied to.
func CheckName(name string) error {
	switch {
	case name == "" || name == ".":
		return errors.New("the path is empty")
	case strings.Contains(name, `\`):
		return errors.New("a path has no backslashes")
	case !fs.ValidPath(name):
		return errors.New("a path is relative, valid UTF-8, and has no empty, `.` or `..` segment")
	}
	for segment := range strings.SplitSeq(name, "/") {
		if err := checkSegment(segment); err != nil {
			return err
		}
	}
	if top, _, _ := strings.Cut(Fold(name), "/"); isStage(top) || top == gitIgnore {
		return fmt.Errorf("`%s` is kept for other uses", top)
	}
	return nil
}

// isStage is the name, in an output folder, of a stage: of this site or another.
func isStage(name string) bool { return name == oldStage || strings.HasPrefix(name, oldStage+"-") }

func checkSegment(segment string) error {
	if i := strings.IndexFunc(segment, unprintable); i >= 0 {
		return fmt.Errorf("`%s` has a control character", strings.ToValidUTF8(strings.Map(visible, segment), "?"))
	}
	if i := strings.IndexAny(segment, `<>:"|?*`); i >= 0 {
		return fmt.Errorf("`%s` has a `%c`, which some file systems do not take", segment, segment[i])
	}
	if strings.HasSuffix(segment, ".") || strings.HasSuffix(segment, " ") {
		return fmt.Errorf("`%s` ends in a dot or a space, which some file systems drop", segment)
	}
	if len(segment) > maxSegment {
		return fmt.Errorf("a name of %d bytes is longer than %d", len(segment), maxSegment)
	}
	if reserved(segment) {
		return fmt.Errorf("`%s` is the name of a device on Windows", segment)
	}
	return nil
}

func unprintable(r rune) bool { return !unicode.IsPrint(r) }

func visible(r rune) rune {
	if unprintable(r) {
		return '\uFFFD'
	}
	return r
}

// reserved reports whether Windows takes the name for a device, whatever its
// letter case and extension. Source: "Naming Files, Paths, and Namespaces",
// Microsoft Learn.
func reserved(segment string) bool {
	base, _, _ := strings.Cut(strings.ToLower(segment), ".")
	base = strings.TrimRight(base, " ")
	switch base {
	case "con", "prn", "aux", "nul", "conin$", "conout$":
		return true
	}
	rest, ok := strings.CutPrefix(base, "com")
	if !ok {
		rest, ok = strings.CutPrefix(base, "lpt")
	}
	return ok && strings.ContainsRune("0123456789¹²³", firstRune(rest)) && len([]rune(rest)) == 1
}

func firstRune(s string) rune {
	for _, r := range s {
		return r
	}
	return -1
}

// Fold returns what two names have in common when a file system may take them
// for one: letter case and Unicode normal form are gone.
func Fold(name string) string {
	if strings.IndexFunc(name, func(r rune) bool { return r > unicode.MaxASCII }) < 0 {
		return strings.ToLower(name)
	}
	return norm.NFC.String(cases.Fold().String(norm.NFD.String(name)))
}

// parents yields the folders above a name, the topmost first: "a", "a/b" for
// "a/b/c".
func parents(name string) []string {
	var up []string
	for i, r := range name {
		if r == '/' {
			up = append(up, name[:i])
		}
	}
	return up
}

// isPage tells pages from what they need, which must be there before them.
func isPage(name string) bool { return path.Ext(Unpacked(name)) == ".html" }
