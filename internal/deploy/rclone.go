package deploy

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os/exec"
	"path"
	"slices"
	"strings"
)

// Remote is a place that rclone reaches: "remote:bucket/path", or a folder.
type Remote struct {
	Target string
	state  string // the folder of what is ours and no file of the site: "build"
}

// ErrNoRclone says that rclone is not there.
var ErrNoRclone = errors.New("rclone is not installed: deploy sends files with it, to any of the kinds of storage that it knows; see https://rclone.org/install/, or write a plan for a transport of your own with --plan")

// Rclone's exit statuses for what is not there.
const (
	noFolder = 3
	noFile   = 4
)

// at is a path at the target.
func (r *Remote) at(name string) string {
	switch {
	case name == "":
		return r.Target
	case strings.HasSuffix(r.Target, ":"), strings.HasSuffix(r.Target, "/"):
		return r.Target + name
	}
	return r.Target + "/" + name
}

// call runs rclone and returns what it printed.
func (r *Remote) call(ctx context.Context, in io.Reader, args ...string) ([]byte, error) {
	cmd := exec.CommandContext(ctx, "rclone", args...)
	var out, said bytes.Buffer
	cmd.Stdin, cmd.Stdout, cmd.Stderr = in, &out, &said
	err := cmd.Run()
	if errors.Is(err, exec.ErrNotFound) {
		return nil, ErrNoRclone
	}
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	if status, ok := errors.AsType[*exec.ExitError](err); ok {
		if code := status.ExitCode(); code == noFolder || code == noFile {
			return nil, fmt.Errorf("%s: %w", args[len(args)-1], fs.ErrNotExist)
		}
		return nil, fmt.Errorf("rclone %s: %s", args[0], last(said.String()))
	}
	return out.Bytes(), err
}

// last is the end of what rclone said: it says a failure last.
func last(said string) string {
	lines := strings.Split(strings.TrimSpace(said), "\n")
	return strings.Join(lines[max(0, len(lines)-3):], "; ")
}

// list lists the files below a folder.
func (r *Remote) list(ctx context.Context, folder string) ([]string, error) {
	out, err := r.call(ctx, nil, "lsf", "--recursive", "--files-only", r.at(folder))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return strings.FieldsFunc(string(out), func(c rune) bool { return c == '\n' }), nil
}

// read reads a file; the error is [fs.ErrNotExist] where there is none. Rclone
// does not say that of a file in every kind of storage, so its folder is listed.
func (r *Remote) read(ctx context.Context, name string) ([]byte, error) {
	there, err := r.list(ctx, path.Dir(name))
	if err != nil {
		return nil, err
	}
	if !slices.Contains(there, path.Base(name)) {
		return nil, fmt.Errorf("%s: %w", name, fs.ErrNotExist)
	}
	return r.call(ctx, nil, "cat", r.at(name))
}

// write writes a short file.
func (r *Remote) write(ctx context.Context, name string, text []byte) error {
	_, err := r.call(ctx, bytes.NewReader(text), "rcat", "--header-upload", "Content-Type: application/json",
		"--header-upload", "Cache-Control: no-store", r.at(name))
	return err
}

func (r *Remote) record(ctx context.Context, s *State) error {
	text, err := s.bytes()
	if err != nil {
		return err
	}
	return r.write(ctx, path.Join(r.state, stateName), text)
}

// keepsHeaders reports whether the target may keep headers with a file. What rclone
// reads as a folder of this machine has no colon, and keeps none.
func (r *Remote) keepsHeaders() bool { return strings.Contains(r.Target, ":") }

// send sends files, those with the same headers by one call. All are sent, since
// what differs may be a header, which no storage compares; where the very plan was
// begun before, those whose bytes are there are left out.
func (r *Remote) send(ctx context.Context, folder string, files []Put, resumed bool) error {
	groups := map[string][]Put{}
	var order []string
	for _, f := range files {
		if !r.keepsHeaders() {
			f.Headers = nil
		}
		key := line(f.Headers)
		if groups[key] == nil {
			order = append(order, key)
		}
		groups[key] = append(groups[key], f)
	}
	for _, key := range order {
		args := []string{"copy", "--no-traverse", "--files-from-raw", "-"}
		if resumed {
			args = append(args, "--checksum")
		} else {
			args = append(args, "--no-check-dest")
		}
		for _, h := range groups[key][0].Headers {
			args = append(args, "--header-upload", h.Name+": "+h.Value)
		}
		var names strings.Builder
		for _, f := range groups[key] {
			names.WriteString(f.Path + "\n")
		}
		if _, err := r.call(ctx, strings.NewReader(names.String()), append(args, folder, r.Target)...); err != nil {
			return err
		}
	}
	return nil
}

// remove removes files. One that is gone already is no failure.
func (r *Remote) remove(ctx context.Context, names []string) error {
	_, err := r.call(ctx, strings.NewReader(strings.Join(names, "\n")+"\n"), "delete", "--no-traverse", "--files-from-raw", "-", r.Target)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}
