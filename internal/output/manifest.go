package output

import (
	"bufio"
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// manifest is the list of the files in an output folder that a build wrote. It
// is kept in .shortlist beside content, one file for each output folder:
//
//	shortlist manifest 1
//	<SHA-256 in hex> <size in bytes> <name>
//
// sorted by name. A name stands there twice only after a commit that was
// killed: the file is then one edition or the other.
type manifest map[string][]stamp

// stamp is the content of a file.
type stamp struct {
	Sum  [sha256.Size]byte
	Size int64
}

func stampOf(content []byte) stamp {
	return stamp{Sum: sha256.Sum256(content), Size: int64(len(content))}
}

const header = "shortlist manifest 1"

// parseManifest reads a manifest. Whatever is wrong with it is an error, since
// a list that is not understood must not decide what to remove.
func parseManifest(text []byte) (manifest, error) {
	lines := bufio.NewScanner(bytes.NewReader(text))
	if !lines.Scan() || lines.Text() != header {
		return nil, fmt.Errorf("line 1: want %q; it was written by another version", header)
	}
	m := manifest{}
	for number := 2; lines.Scan(); number++ {
		name, is, err := parseLine(lines.Text())
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", number, err)
		}
		m[name] = append(m[name], is)
	}
	return m, lines.Err()
}

func parseLine(line string) (name string, is stamp, err error) {
	sum, rest, _ := strings.Cut(line, " ")
	size, name, _ := strings.Cut(rest, " ")
	if n, err := hex.Decode(is.Sum[:], []byte(sum[:min(len(sum), 2*sha256.Size)])); err != nil || n != sha256.Size || len(sum) != 2*sha256.Size {
		return "", is, errors.New("no SHA-256 sum")
	}
	if is.Size, err = strconv.ParseInt(size, 10, 64); err != nil || is.Size < 0 {
		return "", is, errors.New("no size")
	}
	return name, is, CheckName(name)
}

// Bytes is the manifest as a file.
func (m manifest) Bytes() []byte {
	var b bytes.Buffer
	b.WriteString(header + "\n")
	for _, name := range m.names() {
		stamps := slices.Clone(m[name])
		slices.SortFunc(stamps, func(a, b stamp) int {
			return cmp.Or(bytes.Compare(a.Sum[:], b.Sum[:]), cmp.Compare(a.Size, b.Size))
		})
		for _, s := range slices.Compact(stamps) {
			fmt.Fprintf(&b, "%x %d %s\n", s.Sum, s.Size, name)
		}
	}
	return b.Bytes()
}

func (m manifest) names() []string { return slices.Sorted(maps.Keys(m)) }

// union is what may be on the disk while one edition replaces the other.
func (m manifest) union(other manifest) manifest {
	u := make(manifest, len(m)+len(other))
	for name, stamps := range m {
		u[name] = slices.Clone(stamps)
	}
	for name, stamps := range other {
		u[name] = append(u[name], stamps...)
	}
	return u
}

// state is the folder beside content that holds what a build must remember.
const state = ".shortlist"

// manifestName is the manifest's file name in the state folder: "manifest" for
// the site's public/, else with a mark of the output folder, so that a build
// into another folder does not forget what is in the first.
func manifestName(site, out string) string {
	key := out
	if rel, err := filepath.Rel(site, out); err == nil && filepath.IsLocal(rel) {
		key = rel
	}
	if key == "public" {
		return "manifest"
	}
	sum := sha256.Sum256([]byte(filepath.ToSlash(key)))
	return "manifest-" + hex.EncodeToString(sum[:6])
}

// readManifest returns an empty manifest where there is no file.
func readManifest(file string) (manifest, error) {
	text, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		return manifest{}, nil
	}
	if err != nil {
		return nil, err
	}
	m, err := parseManifest(text)
	if err != nil {
		return nil, fmt.Errorf("%s, %w; delete it, and empty the output folder", file, err)
	}
	return m, nil
}

// writeManifest replaces the file in one step, flushed to the disk: unlike a
// page, no later build could restore it.
func writeManifest(file string, m manifest) error {
	next := file + ".new"
	if err := writeFlushed(next, m.Bytes()); err != nil {
		os.Remove(next)
		return err
	}
	return os.Rename(next, file)
}

func writeFlushed(file string, content []byte) error {
	f, err := os.Create(file)
	if err != nil {
		return err
	}
	if _, err := f.Write(content); err != nil {
		f.Close()
		return err
	}
	if err := f.Sync(); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}
