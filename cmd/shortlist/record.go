package main

import (
	"bytes"
	"errors"
	"io/fs"
	"strings"

	"shortlist/internal/build"
	"shortlist/internal/content"
	"shortlist/internal/diag"
	"shortlist/internal/folder"
	"shortlist/internal/output"
)

// record notes addresses in addresses.txt. Those that stand there stay: they were
// published, whatever became of them.
func record(t *tui, site *folder.Folder, addresses []string) error {
	there, err := site.ReadFile(content.AddressesPath)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	known := map[string]bool{}
	all := []string{}
	for line := range strings.Lines(string(there)) {
		if line = strings.TrimSpace(line); strings.HasPrefix(line, "/") {
			known[line] = true
			all = append(all, line)
		}
	}
	added := 0
	for _, a := range addresses {
		if !known[a] {
			added++
			all = append(all, a)
		}
	}
	data := content.EncodeAddresses(all)
	if bytes.Equal(there, data) {
		return nil
	}
	if err := output.WriteRecord(site, content.AddressesPath, data); err != nil {
		return err
	}
	t.say("noted %s in %s", counted(added, "address", "addresses"), content.AddressesPath)
	return nil
}

// recordPlanned notes the addresses that a site has as it stands, without building
// it. Where something keeps it from being built, nothing is published either.
func recordPlanned(t *tui, site *folder.Folder, o build.Options) error {
	o.Drafts = false
	_, r := build.Plan(o)
	if err := site.Err(); err != nil {
		return err
	}
	if r.Problems.Count(diag.Error) > 0 {
		t.say("%s was left as it is: `shortlist check` says what is wrong with the site", content.AddressesPath)
		return nil
	}
	return record(t, site, r.Addresses)
}
