package build

import (
	"context"
	"fmt"
	"io"
	"strings"
	"sync"

	"shortlist/internal/output"
)

// Memory is a sink that keeps the files of a build, by name, for tests to read.
type Memory struct {
	Files map[string]string

	mu      sync.Mutex
	stopped func() error
}

func (m *Memory) Begin(ctx context.Context, _ output.Settings) error {
	m.Files, m.stopped = map[string]string{}, ctx.Err
	return nil
}

func (m *Memory) Write(name string, render func(io.Writer) error) error {
	if err := m.stopped(); err != nil {
		return err
	}
	var content strings.Builder
	if err := render(&content); err != nil {
		return err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if _, twice := m.Files[name]; twice {
		return fmt.Errorf("write %s: it was written already", name)
	}
	m.Files[name] = content.String()
	return nil
}

func (m *Memory) Keep(string, string) (bool, string) { return false, "" }

func (m *Memory) Commit() (output.Result, error) {
	r := output.Result{Files: len(m.Files)}
	for _, content := range m.Files {
		r.Bytes += int64(len(content))
	}
	return r, nil
}

func (m *Memory) Discard() error {
	m.Files = nil
	return nil
}
