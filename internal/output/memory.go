package output

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"io/fs"
	"sync"
)

// Memory is a sink that keeps the site in memory, to be read by [Memory.FS]. Of
// a long file it keeps only how to make it, and makes it again for whoever reads
// it.
type Memory struct {
	mu      sync.Mutex
	files   map[string]kept
	stopped func() error
}

// kept is one file: its bytes, or how to make them.
type kept struct {
	size   int64
	bytes  []byte
	render func(io.Writer) error // nil when the bytes are kept
}

// read returns the bytes.
func (k kept) read() ([]byte, error) {
	if k.render == nil {
		return k.bytes, nil
	}
	var content bytes.Buffer
	err := k.render(&content)
	return content.Bytes(), err
}

// Begin forgets an earlier build. Twins are not made: whoever reads the site
// here reads the files themselves.
func (m *Memory) Begin(ctx context.Context, _ Settings) error {
	m.files, m.stopped = map[string]kept{}, ctx.Err
	return nil
}

// Write keeps the bytes.
func (m *Memory) Write(name string, render func(io.Writer) error) error {
	if err := CheckName(name); err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	in := &meter{stopped: m.stopped}
	if err := render(in); err != nil {
		return err
	}
	k := kept{size: in.size, bytes: in.content.Bytes()}
	if in.size > held {
		k.bytes, k.render = nil, render
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if _, twice := m.files[name]; twice {
		return fmt.Errorf("write %s: it was written already", name)
	}
	m.files[name] = k
	return nil
}

// meter takes the bytes of a file, and keeps them while they are few.
type meter struct {
	size    int64
	content bytes.Buffer
	stopped func() error
}

func (m *meter) Write(p []byte) (int, error) {
	if err := m.stopped(); err != nil {
		return 0, err
	}
	m.size += int64(len(p))
	if m.size <= held {
		m.content.Write(p)
	}
	return len(p), nil
}

// Commit counts.
func (m *Memory) Commit() (Result, error) {
	r := Result{Files: len(m.files)}
	for _, k := range m.files {
		r.Bytes += k.size
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
