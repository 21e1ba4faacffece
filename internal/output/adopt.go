package output

import (
	"encoding/base64"
	"encoding/hex"
	"html"
	"io"
	"path"
	"regexp"
	"slices"
	"strings"

	"shortlist/internal/folder"
)

// A folder may hold an earlier build of this site without a list that says so: a
// fresh clone beside it, a cache that was restored, a checkout of the branch that
// is served. When a person asks for it (Dir.Adopt), a build takes over what an
// earlier one could have made, and names each file:
//
//   - what stands where a file of this build must go;
//   - a page whose style sheet has the sum in its name that its integrity
//     attribute states, or that does nothing but lead to another page;
//   - any other file of a shape that this build makes, too: guides/old/ranking.csv
//     beside guides/new/ranking.csv, assets/site.0123456789.css;
//   - the compressed form of any of these.
//
// All other files are somebody else's, as in any build.

// takeOver claims what no list names.
func (s *situation) takeOver(p *plan, claimed map[string]bool) error {
	shapes := map[string]bool{}
	for name := range s.files {
		shapes[shape(Unpacked(name))] = true
	}
	var names []string
	for name, mode := range s.disk {
		if _, wanted := s.files[name]; !wanted && mode.IsRegular() && !claimed[name] && s.old[name] == nil {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	for _, name := range names {
		whole := Unpacked(name)
		_, wanted := s.files[whole]
		if mode, there := s.disk[whole]; !wanted && (!there || !mode.IsRegular()) {
			continue // the form of a file that is not there
		}
		ours := shapes[shape(whole)]
		if isPage(whole) && !wanted {
			text, err := s.read(whole)
			if err != nil {
				return err
			}
			ours = pageOfOurs(text)
		}
		if ours {
			claimed[name] = true
			p.remove, p.adopted = append(p.remove, name), append(p.adopted, name)
		}
	}
	return nil
}

var hashPart = regexp.MustCompile(`(^|\.)[0-9a-f]{10}(\.|$)`)

// shape is what names of files of one kind have in common: where they lie, how
// deep, and their last part. What lies between is a slug, a sum in a name is any.
func shape(name string) string {
	parts := strings.Split(name, "/")
	for i, part := range parts {
		if i > 0 && i < len(parts)-1 {
			parts[i] = "*"
		} else {
			parts[i] = hashPart.ReplaceAllString(part, "$1#$2")
		}
	}
	return path.Join(parts...)
}

var (
	sheetLink = regexp.MustCompile(`<link rel="stylesheet" href="[^"]*/assets/[^"]*\.([0-9a-f]{10})\.css" integrity="sha256-([^"]+)"`)
	moved     = regexp.MustCompile(`(?s)<meta name="robots" content="noindex">.*<link rel="canonical" href=.*<meta http-equiv="refresh" content="0;\s*url=`)
)

// pageOfOurs reports whether a page is one that this program makes.
func pageOfOurs(text []byte) bool {
	if m := sheetLink.FindSubmatch(text); m != nil {
		sum, err := base64.StdEncoding.DecodeString(html.UnescapeString(string(m[2])))
		return err == nil && len(sum) >= 5 && hex.EncodeToString(sum[:5]) == string(m[1])
	}
	return moved.Match(text)
}

// headOf returns the beginning of a file: the head of a page is in it.
func headOf(in *folder.Folder, name string) ([]byte, error) {
	f, err := in.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, 64<<10))
}
