package history

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
)

// gitError is git's own complaint.
type gitError struct {
	args []string
	said string
	err  error
}

func (e *gitError) Error() string {
	said := strings.TrimSpace(e.said)
	if said == "" {
		said = e.err.Error()
	}
	return fmt.Sprintf("git %s: %s", e.args[0], said)
}

func (e *gitError) Unwrap() error { return e.err }

// answered reports whether git ran to its end, rather than being killed or not
// there at all.
func (e *gitError) answered() bool {
	status, ok := errors.AsType[*exec.ExitError](e.err)
	return ok && status.Exited()
}

// firstLine is what git said, without the word that it begins a complaint with.
func (e *gitError) firstLine() string {
	line, _, _ := strings.Cut(strings.TrimSpace(e.said), "\n")
	return strings.TrimPrefix(strings.TrimPrefix(line, "fatal: "), "error: ")
}

func (r *Repository) git(ctx context.Context, args ...string) ([]byte, error) {
	cmd := r.command(ctx, args...)
	var out, said bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &said
	if err := cmd.Run(); err != nil {
		return nil, failed(cmd, said.String(), err)
	}
	return out.Bytes(), nil
}

// command prepares a run of git in the site folder. What a hook sets to tell
// git where its repository is would be read from the wrong folder, so git looks
// for it anew.
func (r *Repository) command(ctx context.Context, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, "git", args...)
	cmd.Dir = r.folder
	for _, v := range os.Environ() {
		name, _, _ := strings.Cut(v, "=")
		switch name {
		case "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR":
		default:
			cmd.Env = append(cmd.Env, v)
		}
	}
	cmd.Env = append(cmd.Env, "LC_ALL=C", "GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0")
	return cmd
}

func failed(cmd *exec.Cmd, said string, err error) error {
	if errors.Is(err, exec.ErrNotFound) {
		return errors.New("the git command is not installed: it is needed to read other revisions")
	}
	return &gitError{cmd.Args[1:], said, err}
}
