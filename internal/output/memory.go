package output

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"io/fs"
	"sync"
)

// Memory is a sink that keeps the site in memory, to be read by [Memory.FS].
type Memory struct {
	mu    sync.Mutex
	files map[string][]byte
}

// Begin forgets an earlier build. Twins are not made: whoever reads the site
// here reads the files themselves.
func (m *Memory) Begin(context.Context, Settings) error {
	m.files = map[string][]byte{}
	return nil
}

// Write keeps the bytes.
func (m *Memory) Write(name string, render func(io.Writer) error) error {
	if err := CheckName(name); err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	var content bytes.Buffer
	if err := render(&content); err != nil {
		return err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if _, twice := m.files[name]; twice {
		return fmt.Errorf("write %s: it was written already", name)
	}
	m.files[name] = content.Bytes()
	return nil
}

// Commit counts.
func (m *Memory) Commit() (Result, error) {
	r := Result{Files: len(m.files)}
	for _, content := range m.files {
		r.Bytes += int64(len(content))
	}
	return r, nil
}

// Discard forgets everything.
func (m *Memory) Discard() error {
	m.files = nil
	return nil
}

// FS is the site as a tree of files. It is a view, to be used after Commit.
func (m *Memory) FS() fs.FS { return newTree(m.files) }
