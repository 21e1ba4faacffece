// Package deploy sends what a build wrote to where it is served from.
//
// The transport is rclone, called as a program: it knows seventy kinds of storage,
// and this program links none of their libraries. Ours is the plan, which decides
// what is sent, with which headers and in which order, and what is removed.
//
// # What a deploy promises
//
//   - Readers never get a page before what it needs: style sheets, scripts, images
//     and parts of the search come first, then data, then pages, new ones before
//     those that lead to them, then feeds, then the list of files, and at last
//     removals. A step that fails ends the deploy; nothing is lost.
//   - Only what an earlier deploy sent is ever removed or replaced. What it sent is
//     listed beside the site, in build/deployed.json. A file that is there and is not
//     listed is somebody else's: the deploy is refused, unless a person says
//     that it is ours.
//   - Files with a hash in their path stay for some days after the last page that
//     names them is gone: a page that is open still finds its script and its search.
//   - A header that has changed is a change like that of the bytes.
//   - Whatever ends a deploy early, the next one goes on where it ended: before the
//     first file is sent, the list has the files of both.
//   - Two deploys do not mix: see lock.go.
package deploy

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"time"

	"shortlist/internal/manifest"
	"shortlist/internal/verify"
)

// Options say what to send where.
type Options struct {
	Folder   fs.FS     // what a build wrote
	Path     string    // of that folder, for rclone
	Remote   *Remote   // where to
	Now      time.Time // decides what has been there long enough
	Grace    time.Duration
	Adopt    bool   // take over files that are there and are not listed
	Unlock   bool   // do not heed the lock of a deploy that has ended without giving it up
	Name     string // of this deploy, unlike that of any other
	Only     bool   // plan, and send nothing
	Progress func(step string, files int)
}

// Standing says that files which no deploy sent stand where files of the site must
// go.
type Standing struct{ Files []string }

func (e *Standing) Error() string {
	return fmt.Sprintf("%s, and %d files in all, stand where files of the site must go, and no deploy of this site sent them", e.Files[0], len(e.Files))
}

// NotBuilt says that a folder is not as a build left it.
type NotBuilt struct{ Fault verify.Fault }

func (e *NotBuilt) Error() string {
	return "the folder is not as it was built: " + e.Fault.Path + " " + e.Fault.What
}

// Run sends a site. The plan is what it did, or what it would do.
func Run(ctx context.Context, o Options) (plan *Plan, err error) {
	whole, err := verify.Folder(o.Folder)
	if err != nil {
		return nil, err
	}
	if len(whole.Faults) > 0 {
		return nil, &NotBuilt{whole.Faults[0]}
	}
	r := o.Remote
	r.state = path.Dir(whole.List)
	if !o.Only {
		unlock, err := o.lock(ctx)
		if err != nil {
			return nil, err
		}
		defer func() { err = errors.Join(err, unlock()) }()
	}
	before, err := o.before(ctx)
	if err != nil {
		return nil, err
	}
	files, err := filesOf(whole, o.Folder)
	if err != nil {
		return nil, err
	}
	plan = NewPlan(whole.Manifest, files, before, o.Now, o.Grace)
	if before.fresh {
		if err := o.standing(ctx, plan); err != nil {
			return nil, err
		}
	}
	if o.Only || plan.Nothing() {
		return plan, nil
	}
	return plan, o.carryOut(ctx, plan, before)
}

// carryOut sends what a plan says.
func (o *Options) carryOut(ctx context.Context, plan *Plan, before *State) error {
	r := o.Remote
	resumed := before.Pending == plan.Sum
	if err := r.record(ctx, before.union(plan)); err != nil {
		return err
	}
	for _, step := range plan.Steps {
		o.tell(step.Name, len(step.Put))
		if err := r.send(ctx, o.Path, step.Put, resumed); err != nil {
			return fmt.Errorf("%s: %w", step.Name, err)
		}
	}
	after := plan.after()
	if err := r.record(ctx, after); err != nil {
		return err
	}
	if len(plan.Remove) == 0 {
		return nil
	}
	o.tell("removals", len(plan.Remove))
	if err := r.remove(ctx, plan.Remove); err != nil {
		return fmt.Errorf("removals: %w", err)
	}
	for _, name := range plan.Remove {
		delete(after.Leaving, name)
	}
	return r.record(ctx, after)
}

func (o *Options) tell(step string, files int) {
	if o.Progress != nil && files > 0 {
		o.Progress(step, files)
	}
}

// before is what is known to be there.
func (o *Options) before(ctx context.Context) (*State, error) {
	text, err := o.Remote.read(ctx, path.Join(o.Remote.state, stateName))
	if errors.Is(err, fs.ErrNotExist) {
		return &State{fresh: true, Files: map[string]Sent{}, Leaving: map[string]time.Time{}}, nil
	}
	if err != nil {
		return nil, err
	}
	return parseState(text)
}

// standing refuses files that are there and that no deploy sent.
func (o *Options) standing(ctx context.Context, plan *Plan) error {
	if o.Adopt {
		return nil
	}
	there, err := o.Remote.list(ctx, "")
	if err != nil {
		return err
	}
	has := map[string]bool{}
	for _, name := range there {
		has[name] = true
	}
	var standing []string
	for _, step := range plan.Steps {
		for _, put := range step.Put {
			if has[put.Path] {
				standing = append(standing, put.Path)
			}
		}
	}
	if len(standing) > 0 {
		return &Standing{standing}
	}
	return nil
}

// filesOf are the files to send: those that the list names, it and its parts.
func filesOf(whole *verify.Result, folder fs.FS) ([]manifest.File, error) {
	text, err := fs.ReadFile(folder, whole.List)
	if err != nil {
		return nil, err
	}
	list := manifest.File{Path: whole.List, Sum: manifest.SumOf(text), Size: int64(len(text))}
	return slices.Concat(whole.Manifest.Files, whole.Manifest.Parts, []manifest.File{list}), nil
}
