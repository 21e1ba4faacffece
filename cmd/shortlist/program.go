package main

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"time"

	"shortlist/internal/folder"
)

// program stands for this program: what another one made is not taken over. It is
// the version where that says which sources it was built from, else a sum of the
// executable; empty when neither is known.
func program() string {
	if info, ok := debug.ReadBuildInfo(); ok {
		setting := map[string]string{}
		for _, s := range info.Settings {
			setting[s.Key] = s.Value
		}
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
	sum := sha256.New()
	if _, err := io.Copy(sum, f); err != nil {
		return ""
	}
	return hex.EncodeToString(sum.Sum(nil))
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
