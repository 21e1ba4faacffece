package output

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"strings"
	"time"
)

// record is a [Past] as a file:
//
//	shortlist past 2
//	<SHA-256 in hex of all that follows>
//	<the fields in capitals, as JSON>
//	<the names of the inputs> <the sum of the state of each> <the names of the outputs> <what the build said>
//
// Each name is stored as the number of bytes that it shares with the one before,
// that of those that follow, and these.
type record struct {
	Program, Mark, Flags string
	From, Until          time.Time
	Read, Wrote          [sha256.Size]byte
	Sizes                [3]int            // of the three blocks before the last, in bytes
	Facts                [sha256.Size]byte // the sum of the file of facts; zero for none

	inputs, outputs []string
	states          []uint64 // of the inputs, in their order: [folder.Glance.Each]
	said            []byte
}

const pastHeader = "shortlist past 2\n"

// factsName is the file of facts that goes with a manifest.
func factsName(list string) string { return strings.Replace(list, "manifest", "facts", 1) }

func pastName(list string) string { return strings.Replace(list, "manifest", "past", 1) }

func (r *record) bytes() ([]byte, error) {
	in, out := joinNames(r.inputs), joinNames(r.outputs)
	var states []byte
	for _, s := range r.states {
		states = binary.LittleEndian.AppendUint64(states, s)
	}
	r.Sizes = [3]int{len(in), len(states), len(out)}
	head, err := json.Marshal(r)
	if err != nil {
		return nil, err
	}
	body := bytes.Join([][]byte{append(head, '\n'), in, states, out, r.said}, nil)
	return sealed(pastHeader, body), nil
}

// parseRecord reads a record; nil when it is none.
func parseRecord(text []byte) *record {
	body, ok := unsealed(pastHeader, text)
	if !ok {
		return nil
	}
	head, rest, _ := bytes.Cut(body, []byte("\n"))
	r := &record{}
	if json.Unmarshal(head, r) != nil {
		return nil
	}
	var blocks [3][]byte
	for i, size := range r.Sizes {
		if size < 0 || size > len(rest) {
			return nil
		}
		blocks[i], rest = rest[:size], rest[size:]
	}
	if r.inputs, ok = splitNames(blocks[0]); !ok || len(blocks[1]) != 8*len(r.inputs) {
		return nil
	}
	for i := range r.inputs {
		r.states = append(r.states, binary.LittleEndian.Uint64(blocks[1][8*i:]))
	}
	if r.outputs, ok = splitNames(blocks[2]); !ok {
		return nil
	}
	said := rest
	r.said = said
	return r
}

// sealed is a file with a header and a sum of its own, so that a damaged one shows.
func sealed(header string, body []byte) []byte {
	return fmt.Appendf(nil, "%s%x\n%s", header, sha256.Sum256(body), body)
}

// unsealed is what a sealed file holds; false when it is damaged, or another one.
func unsealed(header string, text []byte) (body []byte, ok bool) {
	rest, ok := bytes.CutPrefix(text, []byte(header))
	sum, body, found := bytes.Cut(rest, []byte("\n"))
	return body, ok && found && string(sum) == fmt.Sprintf("%x", sha256.Sum256(body))
}

func joinNames(names []string) []byte {
	var b []byte
	before := ""
	for _, name := range names {
		shared := 0
		for shared < len(name) && shared < len(before) && name[shared] == before[shared] {
			shared++
		}
		b = binary.AppendUvarint(b, uint64(shared))
		b = binary.AppendUvarint(b, uint64(len(name)-shared))
		b = append(b, name[shared:]...)
		before = name
	}
	return b
}

func splitNames(b []byte) ([]string, bool) {
	var names []string
	before := ""
	for len(b) > 0 {
		shared, n := binary.Uvarint(b)
		if n <= 0 {
			return nil, false
		}
		b = b[n:]
		more, n := binary.Uvarint(b)
		if n <= 0 || shared > uint64(len(before)) || more > uint64(len(b)-n) {
			return nil, false
		}
		before = before[:shared] + string(b[n:n+int(more)])
		names = append(names, before)
		b = b[n+int(more):]
	}
	return names, true
}
