package output

import (
	"bufio"
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"shortlist/internal/folder"
)

// To know that a file is as it was written, it need not be read each time: a list
// has the mark that the system gave it when its sum was known. While the mark is
// the same, so is the content. Git's rule for its index holds here: a file that
// changed in the very moment in which the list was written, or later, is read, for
// it may have changed once more in that moment. So the list is only believed of
// what is older; both times are those of one file system.

const marksHeader = "shortlist marks 1"

// marks are what is known of files that were not read in this build.
type marks struct {
	of     map[string]string // "mark sum" by name
	text   []byte            // the list itself
	at     time.Time         // when it was written
	unsure bool              // a file had to be read that might not have to be the next time
}

func marksName(list string) string { return strings.Replace(list, "manifest", "marks", 1) }

// recallMarks reads the list. What is not understood is left out.
func (d *Dir) recallMarks() {
	d.marks = marks{of: map[string]string{}}
	name := marksName(d.list)
	info, err := d.state.Lstat(name)
	if err != nil || !d.state.CanMove(d.root) {
		return
	}
	d.marks.text, _ = d.state.ReadUpTo(name, maxManifest)
	d.marks.at = info.ModTime()
	lines := bufio.NewScanner(bytes.NewReader(d.marks.text))
	if !lines.Scan() || lines.Text() != marksHeader {
		return
	}
	for lines.Scan() {
		mark, rest, _ := strings.Cut(lines.Text(), " ")
		sum, name, ok := strings.Cut(rest, " ")
		if ok {
			d.marks.of[name] = mark + " " + sum
		}
	}
}

// recordMarks writes the list for the files that may be taken over.
func (d *Dir) recordMarks() error {
	if len(d.keys) == 0 || !d.state.CanMove(d.root) {
		return nil
	}
	var b bytes.Buffer
	b.WriteString(marksHeader + "\n")
	add := func(name string, f file) {
		info, err := d.root.Lstat(name)
		if err != nil {
			return
		}
		if mark, _ := folder.Mark(info); mark != "" && info.Size() == f.stamp.Size {
			fmt.Fprintf(&b, "%s %x %s\n", mark, f.stamp.Sum, name)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(d.keys)) {
		f, ok := d.files[name]
		if !ok {
			continue
		}
		add(name, f)
		for i := range encodings {
			if form := name + encodings[i].ending; d.forms[form] != (file{}) {
				add(form, d.forms[form])
			}
		}
	}
	if bytes.Equal(b.Bytes(), d.marks.text) && !d.marks.unsure {
		return nil
	}
	return d.state.WriteFile(marksName(d.list), b.Bytes())
}

// stands reports whether a file is in the folder as it was written.
func (d *Dir) stands(name string, want stamp) bool {
	info, err := d.root.Lstat(name)
	if err != nil || info.Size() != want.Size {
		return false
	}
	mark, changed := folder.Mark(info)
	if mark != "" && d.marks.of[name] == mark+" "+want.hex() {
		if changed.Before(d.marks.at) {
			return true
		}
		d.mu.Lock()
		d.marks.unsure = true
		d.mu.Unlock()
	}
	is, err := stampIn(d.root, name, want.Size)
	return err == nil && is == want
}
