package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"time"

	"shortlist/internal/folder"
)

// program stands for this program: what another one made is not taken over. It is
// the version where that says which sources it was built from, else the build ID,
// which holds a sum of the executable, else such a sum, which costs a small build a
// tenth of its time; empty when none is known.
func program() string {
	if info, ok := debug.ReadBuildInfo(); ok {
		setting := settings(info)
		if setting["vcs.modified"] == "false" && setting["vcs.revision"] != "" {
			return info.GoVersion + " " + setting["GOARCH"] + " " + setting["vcs.revision"]
		}
	}
	in, name, err := executable()
	if err != nil {
		return ""
	}
	defer in.Close()
	f, err := in.Open(name)
	if err != nil {
		return ""
	}
	defer f.Close()
	var head bytes.Buffer
	if _, err := io.CopyN(&head, f, 32<<10); err == nil {
		if id := buildID(head.Bytes()); id != "" {
			return id
		}
	}
	sum := sha256.New()
	if _, err := io.Copy(sum, io.MultiReader(&head, f)); err != nil {
		return ""
	}
	return hex.EncodeToString(sum.Sum(nil))
}

// buildID is what Go's linker wrote at the beginning of an executable, empty where
// there is none: as a note on Linux and its like, else before the code.
func buildID(head []byte) string {
	const note = "\x04\x00\x00\x00Go\x00\x00" // behind the lengths of the name and of the text
	if i := bytes.Index(head, []byte(note)); i >= 8 {
		text := head[i+len(note):]
		if n := binary.LittleEndian.Uint32(head[i-4:]); uint64(n) <= uint64(len(text)) {
			return string(text[:n])
		}
	}
	_, text, ok := bytes.Cut(head, []byte("\xff Go build ID: \""))
	if id, _, ends := bytes.Cut(text, []byte("\"\n \xff")); ok && ends {
		return string(id)
	}
	return ""
}

// executable is the file of this program, and the folder that it lies in.
func executable() (*folder.Folder, string, error) {
	name, err := os.Executable()
	if err == nil {
		name, err = filepath.EvalSymlinks(name)
	}
	if err != nil {
		return nil, "", err
	}
	in, err := folder.Open(filepath.Dir(name))
	return in, filepath.Base(name), err
}

// settled is how old a file of the program must be before its mark is believed: a
// younger one may be written once more within one tick of the clock.
const settled = 2 * time.Second

// programMark tells the file of this program from any other without reading it;
// empty where the system does not say, or the file is too young to tell.
func programMark(now time.Time) string {
	in, name, err := executable()
	if err != nil {
		return ""
	}
	defer in.Close()
	info, err := in.Lstat(name)
	if err != nil {
		return ""
	}
	mark, changed := folder.Mark(info)
	if mark == "" || changed.After(now.Add(-settled)) {
		return ""
	}
	return mark
}
