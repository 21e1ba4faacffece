// Package output finishes bytes and is the only owner of public/.
//
// A build writes its files, in any order and from several goroutines, into a
// [Sink] and then commits them together. A [Dir] is a folder that a host can
// serve; `shortlist check` has a sink of its own, which reads each file and
// keeps none.
//
// What a Dir promises:
//
//   - The folder holds exactly what the build made. What an earlier build wrote
//     and this one does not is removed, and so are the folders that it leaves
//     empty. What no build wrote is never touched: it is reported, and where a
//     file of the site must go it is adopted if its bytes are equal, else the
//     build is refused. The list of what is ours is the [manifest]. A file of
//     ours that somebody changed is still ours: it is written again, and
//     reported; but if it is wanted no more, it is left alone.
//   - A commit that fails changes nothing: every step is undone in reverse. A
//     commit that is killed leaves every file whole, old or new, because each
//     appears by one rename; and since the list of what is ours names the
//     files of both builds before the first rename, the next build repairs the rest.
//   - Readers never see a page before what it needs: style sheets, scripts and
//     images come first, pages next, removals last.
//   - Unchanged files are not written again, so their times stay.
//   - A file that is made of the same things as in the build before is taken over
//     from the folder, if it is there as it was written: see kept.go.
//   - Where the site asks for it, text files have compressed forms, index.html.br
//     and index.html.gz. Those are files like all others: listed, swapped, removed.
//
// # Where new files are kept
//
// New files are staged in the site's own .shortlist folder, so that nothing but
// finished files is ever in a folder that may be served or copied at any moment.
// A rename is only whole within one file system; where the output folder is on
// another (a mounted public/ is common), the stage is a hidden folder inside it,
// under a name of this site's own, so that two sites with one output folder leave
// each other's alone. Whatever a killed build left in either place goes before
// the next one begins.
//
// # What is believed
//
// What a repository brings along does not decide what is removed or replaced. A
// .shortlist, a manifest or a lock that is a link or no regular file stops the
// build ([Refused]), and so does a link in the place of the site's own public/;
// an output folder that a person named may be reached through links. A manifest
// that git tracks, or that is not understood, is not believed ([Result].Doubt).
// Every file is opened through package folder.
//
// # What a power failure can do
//
// Before the first rename, everything that was staged is flushed to the disk,
// and so is the list that names the files of both builds; before the list that names only
// the new one, the folders. So after a power failure each file is whole, old or
// new, and the list knows it. A few files are flushed one by one; many by one
// call for the file system where there is one (Linux): 2,000 files of 20 kB took
// 1.4 s unflushed, 1.6 s with one call and 1.9 s one by one.
package output

import (
	"context"
	"io"
)

// Sink takes the files of one build. Begin comes first, then any number of
// Write, then one Commit or Discard; Discard after Commit does nothing.
type Sink interface {
	// Begin prepares the sink; nothing is published.
	Begin(ctx context.Context, s Settings) error

	// Write takes one file. The name is a slash-separated path such as
	// "guides/x/index.html" that [CheckName] accepts; render is called once
	// and writes the bytes. Write may be called from several goroutines.
	Write(name string, render func(io.Writer) error) error

	// Keep takes one file over from the build before, if that or an earlier one made it
	// of the same things: the key stands for all of them, and has no spaces. When it does not,
	// Write must follow. It also says which key the file had then, if it had one. Keep
	// may be called from several goroutines.
	Keep(name, key string) (kept bool, was string)

	// Commit publishes what was written. When something stands in the way,
	// Result.Blocked says what, and nothing was published.
	Commit() (Result, error)

	// Discard forgets what was written since Begin.
	Discard() error
}

// Result says what a commit did. Paths are those that a person would type: the
// output folder as it was given, then the name. Slices are sorted.
type Result struct {
	Files           int       // in the finished site, without compressed forms
	Bytes           int64     // of all of them
	Compressed      int       // compressed forms of some of the files
	CompressedBytes int64     // of all of them
	Written         []string  // a compressed form is listed only if its file is not
	Unchanged       int       // of Files
	Removed         []string  // as Written
	Repaired        []string  // of those written: ours, but changed since by somebody else
	Adopted         []string  // taken over without a list that names them, because a person asked for it
	Foreign         []string  // not ours and left alone
	Kept            int       // of Files: those that were taken over from the build before
	Cached          int       // of Kept: those that were not in the folder any more, but in the cache
	Wrong           []string  // names of those that would have been, and were not right; only when that is looked at
	Doubt           string    // why the list of what is ours was not believed; empty when it was
	Blocked         []Blocked // what stands in the way; when there is any, nothing was done
}

// Blocked is something that stands where a file of the site, or of the program
// itself, must go, and that no build wrote.
type Blocked struct {
	Path   string
	Reason string
	Hint   string // what to do about it; empty for moving it away
}

// Refused is the error of [Dir.Begin] when something that a repository can bring
// along stands in the way of the build itself. It is a mistake of the site's
// author and no failure of the machine.
type Refused struct{ Blocked Blocked }

func (r *Refused) Error() string { return r.Blocked.Path + ": " + r.Blocked.Reason }
