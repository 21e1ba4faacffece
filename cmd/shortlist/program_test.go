package main

import (
	"os"
	"os/exec"
	"strings"
	"testing"
)

// TestBuildID: the program is known by the ID that Go's own tool reads from it.
func TestBuildID(t *testing.T) {
	name, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	id, err := exec.Command("go", "tool", "buildid", name).Output()
	if err != nil {
		t.Fatal(err)
	}
	if got, want := program(), strings.TrimSpace(string(id)); got != want || want == "" {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestBuildIDInAnyFile(t *testing.T) {
	for name, tt := range map[string]struct{ head, want string }{
		"a note":           {"\x7fELF\x04\x00\x00\x00\x03\x00\x00\x00\x04\x00\x00\x00Go\x00\x00a/b\x00", "a/b"},
		"a note cut short": {"\x04\x00\x00\x00\x09\x00\x00\x00\x04\x00\x00\x00Go\x00\x00a/b", ""},
		"before the code":  {"MZ\xff Go build ID: \"a/b\"\n \xff code", "a/b"},
		"without an end":   {"MZ\xff Go build ID: \"a/b", ""},
		"none":             {"#!/bin/sh\n", ""},
	} {
		if got := buildID([]byte(tt.head)); got != tt.want {
			t.Errorf("%s: %q, want %q", name, got, tt.want)
		}
	}
}
