package check

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"hash/maphash"
	"io"
	"strings"

	"github.com/andybalholm/brotli"

	"shortlist/internal/diag"
)

// compressed is a form of another file. A host sends it in place of that
// file, so it has to hold the same.
type compressed struct {
	name, of string
	sum      uint64
	fault    error
}

// compressedOf returns the name of the file whose compressed form a file would be.
func compressedOf(name string) (string, bool) {
	for _, ending := range []string{".br", ".gz"} {
		if of, ok := strings.CutSuffix(name, ending); ok {
			return of, true
		}
	}
	return "", false
}

// maxUnpacked bounds what a few bytes may grow to.
const maxUnpacked = 256 << 20

// unpack remembers what a compressed form holds.
func (d *document) unpack(of string) {
	t := &compressed{name: d.name, of: of}
	var r io.Reader = brotli.NewReader(bytes.NewReader(d.data))
	if strings.HasSuffix(d.name, ".gz") {
		r, t.fault = gzip.NewReader(bytes.NewReader(d.data))
	}
	var sum maphash.Hash
	sum.SetSeed(seed)
	if t.fault == nil {
		var n int64
		n, t.fault = io.Copy(&sum, io.LimitReader(r, maxUnpacked+1))
		if n > maxUnpacked {
			t.fault = fmt.Errorf("it is larger than %d bytes", maxUnpacked)
		}
	}
	t.sum = sum.Sum64()
	d.compressed = t
}

// differing reports compressed forms that do not hold what their file does. A
// file of that kind beside which no other stands is a file like all others.
func (c *Checker) differing() {
	for _, t := range c.compressed {
		of := c.files[t.of]
		if of == nil || !of.there {
			continue
		}
		at := diag.Span{File: outputPrefix + t.name}
		const hint = "a host sends it in place of the file: remove it, and set compress = true in site.toml"
		switch {
		case t.fault != nil:
			c.findings.one(badCompressed, at, fmt.Sprintf("it stands for `%s` and cannot be unpacked", t.of), hint)
		case t.sum != of.sum:
			c.findings.one(badCompressed, at, fmt.Sprintf("it stands for `%s` and holds something else", t.of), hint)
		}
	}
}
