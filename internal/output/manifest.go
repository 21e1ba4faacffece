package output

import (
	"bufio"
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"maps"
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
// killed: the file is then that of one build or of the other.
type manifest map[string][]stamp

// stamp is the content of a file.
type stamp struct {
	Sum  [sha256.Size]byte
	Size int64
}

func stampOf(content []byte) stamp {
	return stamp{Sum: sha256.Sum256(content), Size: int64(len(content))}
}

// hex is the sum in letters.
func (s stamp) hex() string { return hex.EncodeToString(s.Sum[:]) }

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
	var line []byte
	for _, name := range m.names() {
		stamps := slices.Clone(m[name])
		slices.SortFunc(stamps, func(a, b stamp) int {
			return cmp.Or(bytes.Compare(a.Sum[:], b.Sum[:]), cmp.Compare(a.Size, b.Size))
		})
		for _, s := range slices.Compact(stamps) {
			line = append(hex.AppendEncode(line[:0], s.Sum[:]), ' ')
			line = append(strconv.AppendInt(line, s.Size, 10), ' ')
			line = append(append(line, name...), '\n')
			b.Write(line)
		}
	}
	return b.Bytes()
}

func (m manifest) names() []string { return slices.Sorted(maps.Keys(m)) }

// union is what may be on the disk while one build replaces the other.
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
