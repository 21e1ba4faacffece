package output

import (
	"bufio"
	"bytes"
	"cmp"
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"
)

// A build need not make a file again that the build before made of the same
// things. What a file is made of is its key, which the maker of the file gives
// ([Sink.Keep]); what stands in the output folder is the store. A file is taken
// over when
//
//   - the list of keys has it under that key and with a sum,
//   - the manifest has it with that sum, and with no other, and
//   - the bytes that are in the folder have that sum, and those of its compressed
//     forms theirs: see marks.go,
//
// or when the cache has it: see cache.go.
//
// Whatever else is found, the file is made again. So the list may be deleted,
// be damaged, or come from another build: all that it can do is to say less. It is
// as long as the site is, and is written by whoever holds the lock.

// keyed is a file under its key: what it was made of, the sum of its bytes, and the
// endings of the compressed forms that it has, "-" for none.
type keyed struct{ key, sum, forms string }

const keysHeader = "shortlist keys 1"

// keysName is the list of keys that goes with a manifest.
func keysName(list string) string { return strings.Replace(list, "manifest", "keys", 1) }

// recallKeys reads the list of keys. What is not understood is left out, and so is
// a list that came with the repository.
func (d *Dir) recallKeys() {
	d.keyed, d.keys = map[string]keyed{}, map[string]string{}
	d.oldKeys, _ = d.state.ReadUpTo(keysName(d.list), maxManifest)
	if d.oldKeys != nil && d.tracked(path.Join(state, keysName(d.list))) {
		return
	}
	lines := bufio.NewScanner(bytes.NewReader(d.oldKeys))
	lines.Buffer(nil, 1<<20)
	if !lines.Scan() || lines.Text() != keysHeader {
		return
	}
	for lines.Scan() {
		key, rest, _ := strings.Cut(lines.Text(), " ")
		sum, rest, _ := strings.Cut(rest, " ")
		forms, name, ok := strings.Cut(rest, " ")
		if ok {
			d.keyed[name] = keyed{key, sum, forms}
		}
	}
}

func (d *Dir) formsOf(name string) string {
	var endings []string
	for i := range encodings {
		if _, ok := d.forms[name+encodings[i].ending]; ok {
			endings = append(endings, encodings[i].ending)
		}
	}
	return cmp.Or(strings.Join(endings, "+"), "-")
}

// recordKeys replaces the list of keys.
func (d *Dir) recordKeys() error {
	var b bytes.Buffer
	b.WriteString(keysHeader + "\n")
	for _, name := range slices.Sorted(maps.Keys(d.keys)) {
		if f, ok := d.files[name]; ok {
			fmt.Fprintf(&b, "%s %x %s %s\n", d.keys[name], f.stamp.Sum, d.formsOf(name), name)
		}
	}
	if len(d.keys) == 0 && d.oldKeys == nil || bytes.Equal(b.Bytes(), d.oldKeys) {
		return nil
	}
	return d.state.WriteFile(keysName(d.list), b.Bytes())
}

// Keep takes a file over from the build before, with its compressed forms, if that made it of
// the same things; or from the cache, if an earlier one did.
func (d *Dir) Keep(name, key string) (kept bool, was string) {
	name = d.settings.place(name)
	d.mu.Lock()
	d.keys[name] = key
	d.mu.Unlock()
	before := d.keyed[name]
	whole, forms, ok := d.standing(name, key)
	if !ok && !d.partly {
		whole, forms, ok = d.fetch(name, key)
	}
	if !ok {
		return false, before.key
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.Verify {
		d.claimed[name] = whole.stamp
		return false, before.key
	}
	d.files[name] = whole
	d.kept++
	maps.Copy(d.forms, forms)
	return true, before.key
}

// standing is a file with its forms that stands in the folder as it was made under a
// key.
func (d *Dir) standing(name, key string) (whole file, forms map[string]file, ok bool) {
	is, before := d.old[name], d.keyed[name]
	if before.key != key || len(is) != 1 || is[0].hex() != before.sum || !d.stands(name, is[0]) {
		return file{}, nil, false
	}
	forms = map[string]file{}
	if before.forms != "-" {
		for ending := range strings.SplitSeq(before.forms, "+") {
			form := name + ending
			packed := d.old[form]
			if len(packed) != 1 || !d.stands(form, packed[0]) {
				return file{}, nil, false
			}
			forms[form] = file{stamp: packed[0]}
		}
	}
	return file{stamp: is[0]}, forms, true
}

// wrong lists the files that would have been taken over, and should not have been.
func (d *Dir) wrong() []string {
	var names []string
	for name, was := range d.claimed {
		if f, ok := d.files[name]; ok && f.stamp != was {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}
