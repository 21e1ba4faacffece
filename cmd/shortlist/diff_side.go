package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"shortlist/internal/content"
	"shortlist/internal/diag"
	"shortlist/internal/guide"
	"shortlist/internal/history"
	"shortlist/internal/report"
)

// side is one of two states that are compared.
type side struct {
	label    string // for people: "HEAD (1a2b3c4d5e)"
	name     string // as it was asked for; empty for the working tree
	commit   string // of a revision
	isRecord bool   // an edition
	state    history.State
	library  *guide.Library // of a revision or the working tree; nil without content
}

func (s side) has(slug string) bool {
	return slices.ContainsFunc(s.state.Guides, func(r history.Ranking) bool { return r.Guide == slug })
}

// sides makes them. The working tree and the repository are read at most once,
// and only when they are asked for.
type sides struct {
	t    *tui
	in   *inputs
	tree *guide.Library
	repo *history.Repository
}

const workTree = "the working tree"

func (s *sides) workTree() (side, error) {
	lib, err := s.library()
	if err != nil {
		return side{}, err
	}
	return side{label: workTree, state: history.Now(lib, report.Plain), library: lib}, nil
}

// library is the content of the working tree.
func (s *sides) library() (*guide.Library, error) {
	if s.tree == nil {
		var err error
		if s.tree, err = s.in.library(s.t, workTree+" cannot be compared"); err != nil {
			return nil, err
		}
	}
	return s.tree, nil
}

// broken shows the problems of a revision that therefore has no rankings.
func (s *sides) broken(problems diag.List, label string) error {
	return s.t.refuse(problems.Only(diag.Error), label+" cannot be compared")
}

// named is the edition or the revision of that name.
func (s *sides) named(ctx context.Context, name string) (side, error) {
	if date, ok := content.ParseDate(name); ok {
		lib, err := s.library()
		if err != nil {
			return side{}, err
		}
		if state := history.At(lib, date); len(state.Guides) > 0 {
			return side{label: "the edition of " + date.String(), name: name, isRecord: true, state: state}, nil
		}
	}
	return s.revision(ctx, name)
}

func (s *sides) revision(ctx context.Context, name string) (side, error) {
	options, err := s.options()
	if err != nil {
		return side{}, err
	}
	if s.repo == nil {
		if s.repo, err = history.Find(ctx, s.in.site); errors.Is(err, history.ErrNoRepository) {
			return side{}, misused("`%s` is not an edition, and %s is in no git repository%s", name, s.in.site, s.editions())
		}
		if errors.Is(err, history.ErrBare) {
			return side{}, misused("--site: %s: %w", s.in.site, err)
		}
		if err != nil {
			return side{}, err
		}
	}
	v, err := s.repo.Read(ctx, name)
	if m, ok := errors.AsType[*history.Missing](err); ok && !m.Shallow && !m.Partial {
		return side{}, misused("%w%s", err, s.editions())
	}
	if big, ok := errors.AsType[*history.TooLarge](err); ok {
		return side{}, misused("%w", big)
	}
	if err != nil {
		return side{}, err
	}
	out := side{label: labelOf(name, v), name: name, commit: v.Commit}
	if v.Absent {
		return out, nil
	}
	lib, problems := content.Load(v.Tree, options)
	if lib == nil {
		for i := range problems {
			problems[i].Span.File = fmt.Sprintf("%s:%s%s", name, v.Folder, problems[i].Span.File)
		}
		return side{}, s.broken(problems, out.label)
	}
	out.state, out.library = history.Now(lib, report.Plain), lib
	return out, nil
}

// labelOf is "HEAD (1a2b3c4d5e)", or a hash alone.
func labelOf(name string, v *history.Revision) string {
	detail := v.Commit[:min(10, len(v.Commit))]
	if v.Absent {
		detail += ", without content"
	}
	if strings.HasPrefix(v.Commit, name) {
		return detail
	}
	return name + " (" + detail + ")"
}

// options are those that the content of every side is read with, so that what
// is due or held back is judged on the same day.
func (s *sides) options() (content.Options, error) {
	root, o, err := s.in.open()
	if err != nil {
		return content.Options{}, err
	}
	return content.Options{Now: o.Now, Drafts: o.Drafts}, root.Close()
}

// editions is a line below an error that says which editions there are; empty
// when there are none, or the working tree cannot be read.
func (s *sides) editions() string {
	lib, _, err := s.in.load()
	if err != nil || lib == nil {
		return ""
	}
	var dates []string
	for _, d := range history.Dates(lib) {
		dates = append(dates, d.String())
	}
	if len(dates) == 0 {
		return ""
	}
	return listing("editions", dates)
}
