package output

import (
	"bufio"
	"crypto/sha256"
	"errors"
	"io"
	"slices"
	"time"

	"shortlist/internal/folder"
)

// Know has the commit keep what a build knows for the next one ([Past.Edited]), which is
// asked for when all is written. Nothing is kept where it says so, or fails.
func (p *Past) Know(facts func(io.Writer) (keep bool)) { p.facts = facts }

// Edited are the files of the site that are not what they were at the last build,
// after [Past.Look], with what that build said, what it knew, and until when time
// alone changes nothing. It is not ok where a file has come or gone, or the output is
// not as it was left.
func (p *Past) Edited(flags string) (files []string, said []byte, facts func() []byte, until time.Time, ok bool) {
	r, next := p.last, p.next
	if r == nil || next == nil || r.Flags != flags || next.From.Before(r.From) || !next.From.Before(r.Until) ||
		r.Facts == [sha256.Size]byte{} || !slices.Equal(r.inputs, next.inputs) {
		return nil, nil, nil, until, false
	}
	for i, state := range next.states {
		if state == r.states[i] {
			continue
		}
		if state&1 != r.states[i]&1 {
			return nil, nil, nil, until, false
		}
		if state&1 == 0 {
			files = append(files, r.inputs[i])
		}
	}
	site, err := folder.Open(p.dir.site)
	if err != nil {
		return nil, nil, nil, until, false
	}
	defer site.Close()
	root, err := p.dir.outFolder(site)
	if err != nil {
		return nil, nil, nil, until, false
	}
	defer root.Close()
	out := folder.NewGlance()
	if p.dir.glanceOut(out, site, root, slices.Values(r.outputs)) != nil || out.Sum() != r.Wrote {
		return nil, nil, nil, until, false
	}
	return files, r.said, func() []byte { return p.known(r) }, r.Until, true
}

// known reads the facts that go with a record.
func (p *Past) known(r *record) []byte {
	site, err := folder.Open(p.dir.site)
	if err != nil {
		return nil
	}
	defer site.Close()
	s, err := site.Sub(state)
	if err != nil {
		return nil
	}
	defer s.Close()
	text, err := s.ReadUpTo(factsName(p.dir.list), maxFacts)
	if err != nil || sha256.Sum256(text) != r.Facts {
		return nil
	}
	return text
}

// maxFacts is how long what is known may be, in bytes.
const maxFacts = 256 << 20

// leaveFacts writes what is known, before the record that names it.
func (p *Past) leaveFacts() error {
	p.next.Facts = [sha256.Size]byte{}
	if p.facts == nil {
		return nil
	}
	const staged = "." + "facts" + folder.Unfinished // there is one at most: the lock is held
	out, err := p.dir.state.Create(staged)
	if err != nil {
		return err
	}
	sum, size := sha256.New(), &counted{}
	to := bufio.NewWriterSize(io.MultiWriter(out, sum, size), 1<<16)
	keep := p.facts(to)
	err = errors.Join(to.Flush(), out.Close())
	if err != nil || !keep || size.n > maxFacts {
		return errors.Join(err, p.dir.state.Remove(staged))
	}
	if err := p.dir.state.Move(staged, p.dir.state, factsName(p.dir.list)); err != nil {
		return err
	}
	copy(p.next.Facts[:], sum.Sum(nil))
	return nil
}

// counted counts bytes.
type counted struct{ n int64 }

func (c *counted) Write(p []byte) (int, error) {
	c.n += int64(len(p))
	return len(p), nil
}
