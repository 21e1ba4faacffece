// Package output finishes bytes and is the only owner of public/.
//
// A build writes its files, in any order and from several goroutines, into a
// [Sink] and then commits them together. There are two sinks: a [Dir] is a
// folder that a host can serve, a [Memory] is for reading the finished site
// without writing it.
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
//     appears by one rename; and since the list of what is ours names both
//     editions before the first rename, the next build repairs the rest.
//   - Readers never see a page before what it needs: style sheets, scripts and
//     images come first, pages next, removals last.
//   - Unchanged files are not written again, so their times stay.
//   - Where the site asks for it, text files have compressed twins, index.html.br
//     and index.html.gz. Those are files like all others: listed, swapped, removed.
//
// New files are staged inside the folder itself, in [stage]. Any other place
// may be another file system (a mounted public/ is common), and a rename is
// only whole within one; it also lets one [os.Root] guard every step, so that
// no symbolic link can lead a write or a removal out of the folder.
//
// Files are not flushed to the disk one by one: after a power failure a file
// may be cut, and since it is ours by name the next build writes it again.
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

	// Commit publishes what was written. When something stands in the way,
	// Result.Blocked says what, and nothing was published.
	Commit() (Result, error)

	// Discard forgets what was written since Begin.
	Discard() error
}

// Result says what a commit did. Paths are those that a person would type: the
// output folder as it was given, then the name. Slices are sorted.
type Result struct {
	Files     int       // in the finished site, without compressed twins
	Bytes     int64     // of all of them
	Twins     int       // compressed forms of some of the files
	TwinBytes int64     // of all of them
	Written   []string  // a twin is listed only if its file is not
	Unchanged int       // of Files
	Removed   []string  // as Written
	Repaired  []string  // of those written: ours, but changed since by somebody else
	Foreign   []string  // not ours and left alone
	Blocked   []Blocked // what stands in the way; when there is any, nothing was done
}

// Blocked is something that no build wrote and that stands where a file of the
// site must go.
type Blocked struct {
	Path   string
	Reason string
}
