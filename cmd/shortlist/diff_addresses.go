package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"shortlist/internal/guide"
	"shortlist/internal/site"
	"shortlist/internal/theme"
	"shortlist/static"
	"shortlist/templates"
)

// addressChange is what becomes of one address between two states of a site.
type addressChange struct {
	Address string `json:"address"`
	Change  string `json:"change"`       // added, moved, gone or vanished
	To      string `json:"to,omitempty"` // of one that moved
}

type addressDocument struct {
	Version   int             `json:"version"`
	Before    diffSide        `json:"before"`
	After     diffSide        `json:"after"`
	Addresses []addressChange `json:"addresses"`
}

// diffAddresses says which addresses of pages a change adds, and what becomes of
// those that it takes away. With exitCode the status is 1 where one leads nowhere.
func diffAddresses(ctx context.Context, s *sides, args []string, format string, exitCode bool) error {
	if err := checkFormat(format, answerFormats); err != nil {
		return err
	}
	d, err := s.compare(ctx, args)
	if err != nil {
		return err
	}
	for _, x := range []side{d.before, d.after} {
		if x.isRecord {
			return misused("--addresses: %s is a ranking, and has no pages: name a revision", x.label)
		}
	}
	look, _ := theme.Load(templates.FS, static.FS)
	changes := addressChanges(d.before.paths(look), d.after.paths(look))
	lost := slices.ContainsFunc(changes, func(c addressChange) bool { return c.Change == "vanished" })
	if format == "json" {
		err = writeJSON(s.t.out, addressDocument{1, d.before.document(), d.after.document(), changes})
	} else {
		err = addressAnswer(d, changes).write(s.t.out, format, screenOf(s.t.out))
	}
	if err == nil && exitCode && lost {
		return found
	}
	return err
}

// paths are where the pages of a side stand, and where it leads from others; none
// for a revision without content.
func (s side) paths(look *theme.Theme) site.Paths {
	lib := s.library
	if lib == nil {
		lib = &guide.Library{Site: guide.Publication{BaseURL: "https://nowhere.example/"}}
	}
	planned, _ := site.New(lib, look)
	return planned.Paths()
}

func addressChanges(before, after site.Paths) []addressChange {
	out := []addressChange{}
	for path := range after.Pages {
		if _, there := before.Pages[path]; !there {
			out = append(out, addressChange{Address: path, Change: "added"})
		}
	}
	for path := range before.Pages {
		switch isGone, there := after.Pages[path]; {
		case there && isGone && !before.Pages[path]:
			out = append(out, addressChange{Address: path, Change: "gone"})
		case there:
		case after.Leads(path) != "":
			out = append(out, addressChange{Address: path, Change: "moved", To: after.Leads(path)})
		default:
			out = append(out, addressChange{Address: path, Change: "vanished"})
		}
	}
	slices.SortFunc(out, func(a, b addressChange) int { return strings.Compare(a.Address, b.Address) })
	return out
}

func addressAnswer(d *difference, changes []addressChange) answer {
	var s answer
	s.add(block{title: fmt.Sprintf("Addresses: %s to %s", d.before.label, d.after.label)})
	if len(changes) == 0 {
		s.add(block{text: "Every page stands where it stood, and there is no other."})
	}
	for _, group := range []struct{ change, heading string }{
		{"vanished", "Lead nowhere now"}, {"moved", "Lead elsewhere now"}, {"gone", "Say that they are gone"}, {"added", "New"},
	} {
		first := true
		for _, c := range changes {
			if c.Change != group.change {
				continue
			}
			if first {
				s.add(block{heading: group.heading})
				first = false
			}
			text := c.Address
			if c.To != "" {
				text += " → " + c.To
			}
			s.add(block{item: true, text: text})
		}
	}
	return s
}
