// Package manifest is the list of what a build wrote, as it is published with the
// site: /build/manifest.json. Who has the site, or a copy of it, can compare each
// file with it, and so can a deploy: what an earlier list names is ours.
//
// The sum of the whole is the SHA-256 of the lines that `sha256sum` prints for the
// files, in the order of their paths. The list names neither itself nor its parts.
package manifest

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"net/url"
	"path"
	"slices"
	"strings"
)

// Name is where the list is, from the root of the site.
const Name = "build/manifest.json"

// most is how many files the list names itself. A longer one is divided into parts,
// so that a host with a limit takes it and a reader need not hold all of it.
const most = 2000

// format is the one that this program writes and reads.
const format = 1

// Manifest is the list.
type Manifest struct {
	Format   int    `json:"format"`
	Program  string `json:"program"`            // that wrote the site, with its version
	Revision string `json:"revision,omitempty"` // the commit that the site was made from, where that was asked for
	Address  string `json:"address"`            // that the site is made for: "https://example.org/a/b/"
	Root     string `json:"root"`               // the path of the address that the folder stands for: "/" or "/a/b/"
	Sum      string `json:"sha256"`             // of the whole
	Count    int    `json:"count"`
	Bytes    int64  `json:"bytes"`
	Promises []Rule `json:"headers,omitempty"` // that the host is told to send
	Files    []File `json:"files,omitempty"`
	Parts    []File `json:"parts,omitempty"` // that have the files, in their order
}

// File is a file of the site.
type File struct {
	Path string `json:"path"` // from the folder: "a/b/guides/x/index.html"
	Sum  string `json:"sha256"`
	Size int64  `json:"size"`
}

// Rule is headers for the paths of a pattern, which has one asterisk at most: it
// stands for any characters.
type Rule struct {
	Pattern string            `json:"for"`
	Headers map[string]string `json:"send"`
}

// Match reports whether a rule holds for a path as a browser asks for it.
func (r Rule) Match(path string) bool {
	before, after, wild := strings.Cut(r.Pattern, "*")
	if !wild {
		return path == r.Pattern
	}
	return len(path) >= len(before)+len(after) && strings.HasPrefix(path, before) && strings.HasSuffix(path, after)
}

// part is a part of the list.
type part struct {
	Files []File `json:"files"`
}

// SumOf is the sum of bytes as the list has it.
func SumOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// whole is the sum of all files, which are sorted by their paths.
func whole(files []File) string {
	h := sha256.New()
	for _, f := range files {
		fmt.Fprintf(h, "%s  %s\n", f.Sum, f.Path)
	}
	return hex.EncodeToString(h.Sum(nil))
}

// Encode returns the list of some files as files, by their names: the list itself
// under the name it is to have, and its parts beside it.
func (m Manifest) Encode(name string, files []File) (map[string][]byte, error) {
	files = slices.Clone(files)
	slices.SortFunc(files, func(a, b File) int { return strings.Compare(a.Path, b.Path) })
	m.Format, m.Sum, m.Count, m.Bytes = format, whole(files), len(files), 0
	for _, f := range files {
		m.Bytes += f.Size
	}
	out := map[string][]byte{}
	if m.Files = files; len(files) > most {
		m.Files = nil
		for files := range slices.Chunk(files, most) {
			data, err := encode(part{files})
			if err != nil {
				return nil, err
			}
			at := path.Join(path.Dir(name), fmt.Sprintf("manifest-%d.json", len(m.Parts)+1))
			m.Parts = append(m.Parts, File{at, SumOf(data), int64(len(data))})
			out[at] = data
		}
	}
	data, err := encode(m)
	out[name] = data
	return out, err
}

// encode writes one file to a line, so that a difference between two lists shows
// what differs.
func encode(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	err := e.Encode(v)
	return b.Bytes(), err
}

// maxHeld is how much of a list or a part is read, in bytes: the longest path that
// a file can have, as often as a part has files.
const maxHeld = 16 << 20

// Read reads the list and its parts. Whatever is wrong with it is an error: it must
// not decide what to remove, or what is right.
func Read(name string, open func(name string) (io.ReadCloser, error)) (*Manifest, error) {
	var m Manifest
	if err := read(name, "", open, &m); err != nil {
		return nil, err
	}
	if m.Format != format {
		return nil, fmt.Errorf("%s has the format %d, and this program reads %d", name, m.Format, format)
	}
	for _, p := range m.Parts {
		var more part
		if err := read(p.Path, p.Sum, open, &more); err != nil {
			return nil, err
		}
		m.Files = append(m.Files, more.Files...)
	}
	if !slices.IsSortedFunc(m.Files, func(a, b File) int { return strings.Compare(a.Path, b.Path) }) || len(m.Files) != m.Count || whole(m.Files) != m.Sum {
		return nil, fmt.Errorf("%s does not fit the files that it lists", name)
	}
	for _, f := range m.Files {
		if !local(f.Path) {
			return nil, fmt.Errorf("%s lists %q, which is no path in a folder", name, f.Path)
		}
	}
	return &m, nil
}

// local reports whether a path stays in its folder.
func local(name string) bool {
	return name != "" && name != "." && name != ".." && !strings.HasPrefix(name, "/") && !strings.HasPrefix(name, "../") &&
		path.Clean(name) == name && !strings.ContainsAny(name, "\x00\n\r\\")
}

func read(name, sum string, open func(string) (io.ReadCloser, error), into any) error {
	in, err := open(name)
	if err != nil {
		return err
	}
	defer in.Close()
	data, err := io.ReadAll(io.LimitReader(in, maxHeld+1))
	switch {
	case err != nil:
		return fmt.Errorf("read %s: %w", name, err)
	case len(data) > maxHeld:
		return fmt.Errorf("%s is longer than %d bytes", name, maxHeld)
	case sum != "" && SumOf(data) != sum:
		return fmt.Errorf("%s is not the part that the list names", name)
	}
	if err := json.Unmarshal(data, into); err != nil {
		return fmt.Errorf("%s is no list of files: %w", name, err)
	}
	return nil
}

// At is where readers find a file of a site at an address, of which the list states
// the path: an index.html under that of its folder.
func (m *Manifest) At(address *url.URL, name string) string {
	if path.Base(name) == "index.html" {
		name = strings.TrimSuffix(name, "index.html")
	}
	return address.Scheme + "://" + address.Host + m.Root + (&url.URL{Path: name}).EscapedPath()
}

// IsList reports whether a path is that of the list or of one of its parts.
func (m *Manifest) IsList(name string) bool {
	return path.Base(name) == path.Base(Name) && strings.HasSuffix(name, Name) || slices.ContainsFunc(m.Parts, func(p File) bool { return p.Path == name })
}
