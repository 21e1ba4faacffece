package output

import (
	"bufio"
	"bytes"
	"maps"
	"slices"
	"strings"
	"sync"
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
	look   *folder.Look      // at the files of the output folder; nil until the first is looked at

	mu   sync.Mutex
	seen map[string]string // marks of files that were looked at and have not been touched since
}

func marksName(list string) string { return strings.Replace(list, "manifest", "marks", 1) }

// recallMarks reads the list. What is not understood is left out.
func (d *Dir) recallMarks() {
	d.marks = marks{of: map[string]string{}, seen: map[string]string{}}
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
		mark, known := d.marks.seen[name]
		if !known || f.staged != "" {
			seen, err := d.lookAt(name)
			if err != nil || seen.Size != f.stamp.Size {
				return
			}
			mark = seen.Mark
		}
		if mark != "" {
			b.WriteString(mark)
			b.WriteByte(' ')
			b.WriteString(f.stamp.hex())
			b.WriteByte(' ')
			b.WriteString(name)
			b.WriteByte('\n')
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

// lookAt looks at a file of the output folder.
func (d *Dir) lookAt(name string) (folder.Seen, error) {
	d.marks.mu.Lock()
	if d.marks.look == nil {
		look, err := d.root.Look()
		if err != nil {
			d.marks.mu.Unlock()
			return folder.Seen{}, err
		}
		d.marks.look = look
	}
	look := d.marks.look
	d.marks.mu.Unlock()
	return look.At(name)
}

// stands reports whether a file is in the folder as it was written.
func (d *Dir) stands(name string, want stamp) bool {
	seen, err := d.lookAt(name)
	if err != nil || seen.Size != want.Size {
		return false
	}
	if seen.Mark != "" && d.marks.of[name] == seen.Mark+" "+want.hex() {
		if seen.Changed.Before(d.marks.at) {
			d.marks.mu.Lock()
			d.marks.seen[name] = seen.Mark
			d.marks.mu.Unlock()
			return true
		}
		d.mu.Lock()
		d.marks.unsure = true
		d.mu.Unlock()
	}
	is, err := stampIn(d.root, name, want.Size)
	return err == nil && is == want
}
