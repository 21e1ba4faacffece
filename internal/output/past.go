package output

import (
	"errors"
	"io"
	"io/fs"
	"iter"
	"path"
	"slices"
	"time"

	"shortlist/internal/folder"
)

// Past is what the last build into a folder read, wrote and said. While all of it is
// as it was, a build would find, make and say the same once more, and need not be
// done: nothing is opened, the system is only asked for the state of each file.
//
// What is looked at is
//
//   - every file and folder below those that the site is read from, as they were
//     before the build read the first of them;
//   - every file that the build wrote or took over, and every folder that has
//     folders in it, as they were after the build, so that a page that is changed,
//     removed or replaced by a link is found. A file that somebody puts beside a
//     page shows in the folder of that page alone, which is not looked at: it does
//     no harm, and the next build that has anything to do names it;
//   - the lists that this package keeps, and what a killed build leaves;
//   - the program, the flags, the day, and the next instant at which time alone
//     changes the site.
//
// What changed in the very tick of the file system's clock in which it was looked at
// may change once more without a trace. So a build waits for the next tick, and
// where something goes on changing, it leaves no record. The same goes for files on
// another file system, whose clock may be another. The record has a sum of its own:
// one that is damaged, or of another version, is none. It is written by whoever
// holds the lock, and replaced by one rename.
type Past struct {
	dir    *Dir
	inputs []string // the folders that the site is read from
	mark   string   // of the program
	last   *record  // nil if there is none
	next   *record  // what this build will leave; nil for none
	said   func(Result) []byte
	facts  func(io.Writer) (keep bool) // nil for none
}

// Past is the past of the folder: the inputs are folders of the site. It is read
// at once.
func (d *Dir) Past(inputs ...string) *Past {
	p := &Past{dir: d, inputs: inputs}
	d.past = p
	d.list = manifestName(d.site, d.out)
	if site, err := folder.Open(d.site); err == nil {
		defer site.Close()
		if s, err := site.Sub(state); err == nil {
			defer s.Close()
			if text, err := s.ReadUpTo(pastName(d.list), maxManifest); err == nil {
				p.last = parseRecord(text)
			}
		}
	}
	return p
}

// Program is what stands for the program whose file has that mark: what the last
// build found, if it was the very same file, else what is asked for. An empty mark is
// that of no file.
func (p *Past) Program(mark string, sum func() string) string {
	p.mark = mark
	if p.last != nil && mark != "" && p.last.Mark == mark && p.last.Program != "" {
		return p.last.Program
	}
	return sum()
}

// Same reports whether a build of these flags would do what the last one did, and
// what that said.
func (p *Past) Same(flags string, now time.Time) (said []byte, ok bool) {
	r := p.last
	if r == nil || r.Flags != flags || now.Before(r.From) || !now.Before(r.Until) {
		return nil, false
	}
	site, err := folder.Open(p.dir.site)
	if err != nil {
		return nil, false
	}
	defer site.Close()
	in := folder.NewGlance()
	if site.Glance(in, slices.Values(r.inputs)) != nil || in.Sum() != r.Read {
		return nil, false
	}
	root, err := p.dir.outFolder(site)
	if err != nil {
		return nil, false
	}
	defer root.Close()
	out := folder.NewGlance()
	if p.dir.glanceOut(out, site, root, slices.Values(r.outputs)) != nil || out.Sum() != r.Wrote {
		return nil, false
	}
	return r.said, true
}

// outFolder opens the output folder if it is there.
func (d *Dir) outFolder(site *folder.Folder) (*folder.Folder, error) {
	if d.own {
		return site.Sub(public)
	}
	return folder.Open(d.out)
}

// glanceOut looks at what a build leaves.
func (d *Dir) glanceOut(g *folder.Glance, site, root *folder.Folder, outputs iter.Seq[string]) error {
	lists := []string{path.Join(state, d.list), path.Join(state, keysName(d.list)), path.Join(state, marksName(d.list)), path.Join(state, stage)}
	return errors.Join(site.Glance(g, slices.Values(lists)), root.Glance(g, outputs))
}

// tries is how often a build looks once more at files that are just being changed,
// and tick how long it waits in between: longer than the clock of any file system
// that tells hundredths of a second needs. Where it tells seconds, no record is left
// in the second of a change.
const (
	tries = 3
	tick  = 12 * time.Millisecond
)

// Look notes the state of what the site is read from. It comes before the first
// file is read.
func (p *Past) Look(program, flags string, now time.Time) {
	p.next = nil
	site, err := folder.Open(p.dir.site)
	if err != nil {
		return
	}
	defer site.Close()
	for range tries {
		clock, device, err := clockOf(site)
		if err != nil {
			return
		}
		names, err := site.Everything(p.inputs...)
		if err != nil {
			return
		}
		seen := folder.NewGlance()
		seen.Each = make([]uint64, 0, len(names))
		if site.Glance(seen, slices.Values(names)) != nil {
			return
		}
		if seen.Settled(clock, device) {
			p.next = &record{Program: program, Mark: p.mark, Flags: flags, From: now, Read: seen.Sum(), inputs: names, states: seen.Each}
			return
		}
		time.Sleep(tick)
	}
}

// Say is what the build will say, and until when time alone changes nothing of it.
// The result is that of the commit.
func (p *Past) Say(until time.Time, said func(Result) []byte) {
	if p.next != nil {
		p.next.Until, p.said = until, said
	}
}

// leave writes the record. Whoever calls holds the lock and has committed.
func (p *Past) leave(r Result) error {
	if p == nil || p.next == nil || p.said == nil || r.Doubt != "" {
		return nil
	}
	d, next := p.dir, p.next
	site, err := folder.Open(d.site)
	if err != nil {
		return err
	}
	defer site.Close()
	names := make([]string, 0, len(d.files)+len(d.files)/8)
	above := map[string]bool{".": true}
	for name := range d.files {
		names = append(names, name)
		if up := path.Dir(name); up != "." {
			for at := path.Dir(up); !above[at]; at = path.Dir(at) {
				above[at] = true
			}
		}
	}
	for name := range above {
		names = append(names, name)
	}
	slices.Sort(names)
	before, _, err := d.state.Clock()
	if err != nil {
		return nil
	}
	for range tries {
		clock, device, err := d.state.Clock()
		if err != nil {
			return nil
		}
		if !clock.After(before) {
			time.Sleep(tick)
			continue
		}
		seen := folder.NewGlance()
		if d.glanceOut(seen, site, d.root, slices.Values(names)) != nil || !seen.Settled(clock, device) {
			return nil
		}
		next.Wrote, next.outputs, next.said = seen.Sum(), names, p.said(r)
		if err := p.leaveFacts(); err != nil {
			return err
		}
		text, err := next.bytes()
		if err != nil {
			return err
		}
		if len(text) > maxManifest {
			return nil
		}
		return d.state.WriteFile(pastName(d.list), text)
	}
	return nil
}

// clockOf is the clock of the state folder, which a build that fails does not leave
// behind where there was none.
func clockOf(site *folder.Folder) (now time.Time, device uint64, err error) {
	switch err := site.Mkdir(state); {
	case err == nil:
		defer site.Remove(state)
	case !errors.Is(err, fs.ErrExist):
		return time.Time{}, 0, err
	}
	s, err := site.Sub(state)
	if err != nil {
		return time.Time{}, 0, err
	}
	defer s.Close()
	return s.Clock()
}
