package history

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
)

// gitError is git's own complaint.
type gitError struct {
	verb string // "ls-tree"
	said string
	err  error
}

func (e *gitError) Error() string {
	said := strings.TrimSpace(e.said)
	if said == "" {
		said = e.err.Error()
	}
	return fmt.Sprintf("git %s: %s", e.verb, said)
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

// maxSaid is how many bytes of a complaint of git's, or of a short answer, are
// kept.
const maxSaid = 64 << 10

// git runs git for a short answer.
func (r *Repository) git(ctx context.Context, args ...string) ([]byte, error) {
	cmd := r.command(ctx, args...)
	out, said := head{max: maxSaid}, head{max: maxSaid}
	cmd.Stdout, cmd.Stderr = &out, &said
	if err := cmd.Run(); err != nil {
		return nil, failed(args[0], said.String(), err)
	}
	return out.Bytes(), nil
}

// stream runs git and hands its answer to read while it comes. When read returns
// an error, git is stopped, and the error is that of stream.
func (r *Repository) stream(ctx context.Context, stdin io.Reader, read func(io.Reader) error, args ...string) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	cmd := r.command(ctx, args...)
	said := head{max: maxSaid}
	cmd.Stdin, cmd.Stderr = stdin, &said
	out, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return failed(args[0], "", err)
	}
	err = read(out)
	if err != nil {
		stop()
	}
	ended := cmd.Wait()
	// A git that has complained knows better why its answer ends early.
	if f := failed(args[0], said.String(), ended); ended != nil && (err == nil || said.Len() > 0 && errors.Is(err, io.ErrUnexpectedEOF)) {
		return f
	}
	return err
}

// guards are settings that a repository's own configuration cannot change, since
// those of the command line come last.
//
// Without the first, git takes a folder that looks like a bare repository for
// one; it can lie in any commit and bring a configuration along. What is left
// keeps git from running what a configuration names, although the plumbing that
// is used here asks for none of it.
var guards = []string{
	"--no-pager", "--no-replace-objects",
	"-c", "safe.bareRepository=explicit",
	"-c", "protocol.allow=never",
	"-c", "core.fsmonitor=false",
	"-c", "core.hooksPath=" + os.DevNull,
	"-c", "core.attributesFile=" + os.DevNull,
	"-c", "core.pager=cat",
	"-c", "core.askPass=",
	"-c", "core.alternateRefsCommand=exit 1",
	"-c", "credential.helper=",
	"-c", "gc.auto=0",
	"-c", "maintenance.auto=false",
}

// environment is what git is told besides. An object that is missing in a partial
// clone is not fetched: the address to fetch it from, and the program to ask
// there, are the repository's own, so fetching it would run whatever the
// repository names. Git before 2.45 knows no other way to forbid it than to allow
// no protocol; the variable, unlike protocol.allow, is not overruled by the
// configuration of a single protocol. An object that needs more memory than
// GIT_ALLOC_LIMIT ends git and not the machine.
var environment = []string{
	"GIT_NO_LAZY_FETCH=1", "GIT_ALLOW_PROTOCOL=", "GIT_ALLOC_LIMIT=256m",
	"GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0", "GIT_ATTR_NOSYSTEM=1", "LC_ALL=C",
}

// kept are the variables of git's that stay: they narrow where a repository is
// looked for, and name the person's own configuration, in which safe.directory
// stands. The others point at repositories, objects or programs, also when a hook
// has set them, and git looks for its repository anew.
var kept = map[string]bool{
	"GIT_CEILING_DIRECTORIES": true, "GIT_CONFIG_GLOBAL": true, "GIT_CONFIG_SYSTEM": true, "GIT_CONFIG_NOSYSTEM": true,
}

// command prepares a run of git in the site folder.
func (r *Repository) command(ctx context.Context, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, "git", append(append([]string{}, guards...), args...)...)
	cmd.Dir = r.folder
	for _, v := range os.Environ() {
		name, _, _ := strings.Cut(v, "=")
		if upper := strings.ToUpper(name); !strings.HasPrefix(upper, "GIT_") || kept[upper] {
			cmd.Env = append(cmd.Env, v)
		}
	}
	cmd.Env = append(cmd.Env, environment...)
	return cmd
}

func failed(verb, said string, err error) error {
	if errors.Is(err, exec.ErrNotFound) {
		return errors.New("the git command is not installed: it is needed to read other revisions")
	}
	return &gitError{verb, said, err}
}

// head keeps the first bytes that are written to it and drops the others.
type head struct {
	bytes.Buffer
	max int
}

func (h *head) Write(p []byte) (int, error) {
	h.Buffer.Write(p[:min(len(p), max(h.max-h.Len(), 0))])
	return len(p), nil
}
