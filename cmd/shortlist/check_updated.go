package main

import (
	"context"
	"fmt"
	"io/fs"
	"regexp"
	"strings"
	"time"
	"unicode/utf8"

	"shortlist/internal/build"
	"shortlist/internal/content"
	"shortlist/internal/diag"
	"shortlist/internal/guide"
	"shortlist/internal/history"
	"shortlist/internal/lint"
	"shortlist/internal/report/sentence"
)

var (
	updatedLine   = regexp.MustCompile(`(?m)^[ \t]*updated[ \t]*=[ \t]*["']?([0-9-]+)`)
	publishedLine = regexp.MustCompile(`(?m)^[ \t]*published[ \t]*=[ \t]*["']?([0-9-]+)`)
)

// dateLine is the date of the last update as guide.md has it, and where.
func dateLine(text []byte) []int {
	if at := updatedLine.FindSubmatchIndex(text); at != nil {
		return at
	}
	return publishedLine.FindSubmatchIndex(text)
}

func dateText(text []byte) string {
	if at := dateLine(text); at != nil {
		return string(text[at[2]:at[3]])
	}
	return ""
}

// unannounced finds the guides of which a score, weight or fact has changed since
// the commit in which `updated` last did, and later than it says. Without a
// repository, or without git, nothing is known of that. The second value says what
// could not be seen.
//
// Only check asks this. It calls git three times a guide and more, and reads the
// content of other commits, while a build of which little has changed reads as little
// as it can; and what a build writes, or with --strict refuses to write, follows from
// its files alone, so that a clone that is shallow and an archive without .git give
// what a full clone gives.
func unannounced(ctx context.Context, site string, o build.Options) (problems diag.List, unseen []string) {
	if !history.Kept(site) {
		return nil, nil
	}
	repo, err := history.Find(ctx, site)
	if err != nil {
		return nil, nil
	}
	options := content.Options{Now: o.Now, Drafts: true, Expired: true}
	lib, _ := content.Load(o.Site, options)
	if lib == nil {
		return nil, nil
	}
	earlier := map[string]*guide.Library{} // by commit: many guides are held against the same
	for _, g := range lib.Guides {
		text, err := fs.ReadFile(o.Site, g.Origin.File)
		if err != nil || g.Draft != "" {
			continue
		}
		base, ok := baseline(ctx, repo, g, dateText(text))
		if !ok && repo.Shallow(ctx) {
			unseen = append(unseen, g.Slug)
		}
		if base == "" {
			continue
		}
		before, known := earlier[base]
		if !known {
			revision, err := repo.Read(ctx, base)
			if err != nil {
				unseen = append(unseen, g.Slug)
				continue
			}
			before, _ = content.Load(revision.Tree, options)
			earlier[base] = before
		}
		if before == nil {
			continue // what it said then cannot be read any more
		}
		for _, old := range before.Guides {
			if old.Slug != g.Slug {
				continue
			}
			if changed := lint.Changed(old, g); len(changed) > 0 {
				problems.Add(lint.ChangedNotUpdated, spanAt(g.Origin.File, text, dateLine(text)),
					fmt.Sprintf("`updated` is %s, and since then %s changed", dateText(text), some(changed)),
					"set `updated` to the day of the change, or accept this rule with a reason")
			}
		}
	}
	return problems, unseen
}

// baseline is the commit that a guide is held against: the last one that falls into
// the period which `updated` names, but not before the one in which that was
// written. It is empty where `updated` was written since the last commit. False says
// that the history does not go back to the commit in which it was.
func baseline(ctx context.Context, repo *history.Repository, g *guide.Guide, updated string) (hash string, ok bool) {
	commits, err := repo.Log(ctx, g.Origin.File)
	if err != nil || len(commits) == 0 {
		return "", true
	}
	written := -1
	for i, c := range commits {
		text, err := repo.File(ctx, c.Hash, g.Origin.File)
		if err != nil || dateText(text) != updated {
			ok = true
			break
		}
		written = i
	}
	if written < 0 {
		return "", true
	}
	folder, err := repo.Log(ctx, strings.TrimSuffix(g.Origin.File, "/guide.md"))
	if err != nil {
		return "", ok
	}
	since := commits[written]
	for _, c := range folder {
		if c.Hash == since.Hash {
			break
		}
		if within(c.When, g.Dates.Updated) {
			return c.Hash, ok
		}
	}
	return since.Hash, ok
}

// within reports whether a time lies in the month or day that a date names, or
// before it.
func within(t time.Time, d guide.Date) bool {
	at := dateOf(t)
	if d.Day == 0 {
		at.Day = 1
	}
	return at.Compare(d) <= 0
}

// some is a list that does not grow long.
func some(names []string) string {
	const most = 3
	if len(names) > most {
		names = append(names[:most:most], fmt.Sprintf("%d more", len(names)-most))
	}
	return sentence.List(names)
}

// spanAt is the place of a value in a file.
func spanAt(file string, text []byte, at []int) diag.Span {
	span := diag.Span{File: file, Line: 1, Column: 1}
	if at == nil {
		return span
	}
	before := string(text[:at[2]])
	span.Line += strings.Count(before, "\n")
	line := before[strings.LastIndexByte(before, '\n')+1:]
	span.Column += utf8.RuneCountInString(line)
	span.Width = at[3] - at[2]
	return span
}
