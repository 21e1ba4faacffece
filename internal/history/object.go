package history

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strconv"
	"strings"
)

// listed is one file of a revision.
type listed struct {
	mode fs.FileMode
	hash string // empty for a folder: the place of a submodule
	name string // from the content folder
}

// parseList reads the records of ls-tree: "<mode> <type> <hash>\t<name>\0".
func parseList(list []byte) ([]listed, error) {
	var out []listed
	for record := range strings.SplitSeq(strings.TrimSuffix(string(list), "\x00"), "\x00") {
		if record == "" {
			continue
		}
		head, name, ok := strings.Cut(record, "\t")
		fields := strings.Fields(head)
		if !ok || len(fields) != 3 {
			return nil, fmt.Errorf("git ls-tree: cannot read the record %q", record)
		}
		f := listed{mode: 0o644, hash: fields[2], name: name}
		switch {
		case fields[1] == "commit":
			f.mode, f.hash = fs.ModeDir|0o755, ""
		case fields[0] == "120000":
			f.mode = fs.ModeSymlink | 0o777
		}
		out = append(out, f)
	}
	return out, nil
}

// maxKept is how much of one file is kept, in bytes. Content refuses files that
// are half as large, so more of them would only fill the memory.
const maxKept = 2 << 20

// fill reads the files, all through one process.
func (r *Repository) fill(ctx context.Context, files []listed) (fs.FS, error) {
	t := newTree()
	t.add(contentFolder, fs.ModeDir|0o755, nil)
	var want strings.Builder
	for _, f := range files {
		if f.hash != "" {
			want.WriteString(f.hash + "\n")
		}
	}
	cmd := r.command(ctx, "cat-file", "--batch", "--buffer")
	cmd.Stdin = strings.NewReader(want.String())
	var said bytes.Buffer
	cmd.Stderr = &said
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, failed(cmd, "", err)
	}
	read := bufio.NewReader(out)
	for _, f := range files {
		var data []byte
		if f.hash != "" {
			if data, err = readObject(read, f.hash); err != nil {
				break
			}
		}
		t.add(path.Join(contentFolder, f.name), f.mode, data)
	}
	if err != nil {
		out.Close()
	}
	if ended := cmd.Wait(); ended != nil && (err == nil || said.Len() > 0) {
		return nil, failed(cmd, said.String(), ended)
	}
	return t, err
}

// readObject reads one answer of cat-file: "<hash> blob <size>\n<bytes>\n".
func readObject(r *bufio.Reader, hash string) ([]byte, error) {
	head, err := r.ReadString('\n')
	if err != nil {
		return nil, fmt.Errorf("git cat-file: no answer for %s: %w", hash, err)
	}
	fields := strings.Fields(head)
	if len(fields) != 3 || fields[0] != hash {
		return nil, fmt.Errorf("git cat-file: %s", strings.TrimSpace(head))
	}
	size, err := strconv.ParseInt(fields[2], 10, 64)
	if err != nil {
		return nil, fmt.Errorf("git cat-file: %s", strings.TrimSpace(head))
	}
	data := make([]byte, min(size, maxKept))
	if _, err := io.ReadFull(r, data); err != nil {
		return nil, err
	}
	_, err = io.CopyN(io.Discard, r, size-int64(len(data))+1)
	return data, err
}
