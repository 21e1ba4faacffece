package main

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"

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
	name, err := os.Executable()
	if err == nil {
		name, err = filepath.EvalSymlinks(name)
	}
	if err != nil {
		return ""
	}
	in, err := folder.Open(filepath.Dir(name))
	if err != nil {
		return ""
	}
	defer in.Close()
	f, err := in.Open(filepath.Base(name))
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
