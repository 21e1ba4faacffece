package main

import (
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/spf13/cobra/doc"
)

// man is where `make release` wants the manual pages; see .ci/release/prepare.
var man = flag.String("man", "", "write the manual pages into this `folder`")

// TestManualPages writes a page for each command, which says what its help says.
func TestManualPages(t *testing.T) {
	folder := t.TempDir()
	if *man != "" {
		folder = *man
	}
	date := time.Unix(0, 0).UTC() // that of no build
	root := newRoot(&tui{out: io.Discard, err: io.Discard})
	root.DisableAutoGenTag = true
	if err := doc.GenManTree(root, &doc.GenManHeader{Title: "SHORTLIST", Section: "1", Source: " ", Manual: "Shortlist", Date: &date}, folder); err != nil {
		t.Fatal(err)
	}
	for _, cmd := range append(root.Commands(), root) {
		if cmd.Hidden || !cmd.IsAvailableCommand() && cmd != root {
			continue
		}
		name := strings.ReplaceAll(cmd.CommandPath(), " ", "-") + ".1"
		text, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil {
			t.Error(err)
			continue
		}
		if !strings.Contains(string(text), cmd.Short) || strings.Contains(string(text), "1970") && strings.Contains(string(text), "Auto generated") {
			t.Errorf("%s does not say what the command is for:\n%s", name, text)
		}
	}
}
