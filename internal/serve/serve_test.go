package serve

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"shortlist/internal/build"
	"shortlist/internal/site"
)

// preview is a running one, over files that a test may change.
type preview struct {
	folder  string
	address string
	ended   chan error
	stop    context.CancelFunc
	states  chan string // what the stream of events says
}

func begin(t *testing.T) *preview {
	t.Helper()
	p := &preview{folder: t.TempDir(), ended: make(chan error, 1), states: make(chan string, 100)}
	tree := small(t)
	for name := range tree {
		p.write(t, name, string(tree[name].Data))
	}
	listener, err := Listen("127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	p.stop = stop
	ready := make(chan string, 100)
	var planner build.Planner
	go func() {
		p.ended <- Run(ctx, listener, Options{
			Folder: p.folder,
			Plan: func(changed map[string]bool, _ func() bool) (*site.Site, build.Report) {
				return planner.Plan(build.Options{Site: os.DirFS(p.folder), Now: september, Drafts: true}, changed)
			},
			Planned: func(_ build.Report, good bool, address string) { ready <- address },
		})
	}()
	p.address = <-ready
	return p
}

func (p *preview) write(t *testing.T, name, text string) {
	t.Helper()
	name = filepath.Join(p.folder, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

func (p *preview) get(t *testing.T, path string) (int, string) {
	t.Helper()
	r, err := http.Get(p.address + path)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	text, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return r.StatusCode, string(text)
}

// listen reads the stream of events.
func (p *preview) listen(t *testing.T) {
	t.Helper()
	r, err := http.Get(p.address + "-/events")
	if err != nil {
		t.Fatal(err)
	}
	if kind := r.Header.Get("Content-Type"); kind != "text/event-stream" {
		t.Errorf("a stream of %s", kind)
	}
	go func() {
		defer r.Body.Close()
		defer close(p.states)
		for lines := bufio.NewScanner(r.Body); lines.Scan(); {
			if name, ok := strings.CutPrefix(lines.Text(), "data: "); ok {
				p.states <- name
			}
		}
	}()
}

func (p *preview) next(t *testing.T) string {
	t.Helper()
	select {
	case name := <-p.states:
		return name
	case <-time.After(30 * time.Second):
		t.Fatal("no event")
		return ""
	}
}

// TestRun is a session: look, write, make a mistake, fix it, stop.
func TestRun(t *testing.T) {
	p := begin(t)
	p.listen(t)
	first := p.next(t)
	status, page := p.get(t, "moved/")
	if status != 200 || !strings.Contains(page, `data-state="`+first+`"`) || !strings.Contains(page, "Here.") {
		t.Fatalf("%d %s", status, page)
	}

	p.write(t, "content/pages/moved.md", "+++\ntitle = \"Moved\"\ndescription = \"It was elsewhere.\"\n+++\nThere.\n")
	second := p.next(t)
	if _, page = p.get(t, "moved/"); !strings.Contains(page, "There.") || !strings.Contains(page, `data-state="`+second+`"`) || first == second {
		t.Errorf("after %s and %s: %s", first, second, page)
	}

	p.write(t, "content/pages/moved.md", "+++\n")
	third := p.next(t)
	if _, page = p.get(t, "moved/"); !strings.Contains(page, "There.") || !strings.Contains(page, "1 problem in 1 file") || !strings.Contains(page, `data-state="`+third+`"`) {
		t.Errorf("with a problem: %s", page)
	}

	if err := os.Remove(filepath.Join(p.folder, "content/pages/moved.md")); err != nil {
		t.Fatal(err)
	}
	p.next(t)
	if status, page = p.get(t, "moved/"); status != 404 || strings.Contains(page, "problem in") {
		t.Errorf("fixed: %d %s", status, page)
	}
	if _, err := os.Stat(filepath.Join(p.folder, "public")); err == nil {
		t.Error("something was written")
	}

	p.stop()
	select {
	case err := <-p.ended:
		if err != nil {
			t.Error(err)
		}
	case <-time.After(2 * grace):
		t.Fatal("it does not end, with a browser listening")
	}
	for range p.states { // until the stream is closed
	}
}

// TestRequestsDuringRebuilds asks for pages while the files change: each answer
// is whole and of one state, with problems or without.
func TestRequestsDuringRebuilds(t *testing.T) {
	p := begin(t)
	done := make(chan struct{})
	var readers sync.WaitGroup
	for range 4 {
		readers.Go(func() {
			for i := 0; ; i++ {
				select {
				case <-done:
					return
				default:
				}
				r, err := http.Get(p.address + []string{"", "guides/vaults/", "-/preview.css", "nowhere"}[i%4])
				if err != nil {
					t.Error(err)
					return
				}
				text, err := io.ReadAll(r.Body)
				r.Body.Close()
				if err != nil || r.StatusCode >= 500 || i%4 == 1 && !strings.HasSuffix(string(text), "</html>") {
					t.Errorf("%d, %v: %s", r.StatusCode, err, text)
				}
			}
		})
	}
	for i := range 10 {
		p.write(t, "content/pages/moved.md", []string{"+++\n", "+++\ntitle = \"Moved\"\ndescription = \"It was.\"\n+++\n"}[i%2]+fmt.Sprintln(i))
		time.Sleep(2 * quiet)
	}
	close(done)
	readers.Wait()
	p.stop()
	if err := <-p.ended; err != nil {
		t.Error(err)
	}
}

func TestRunWithoutFolder(t *testing.T) {
	listener, err := Listen("127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	if err := Run(t.Context(), listener, Options{Folder: filepath.Join(t.TempDir(), "nothing")}); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("Run() = %v", err)
	}
}

// TestIdleConnectionsAreClosed: a browser that keeps one and asks nothing more
// does not keep it for ever.
func TestIdleConnectionsAreClosed(t *testing.T) {
	listener, err := Listen("127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() {
		ended <- Run(ctx, listener, Options{
			Folder:  t.TempDir(),
			Plan:    func(map[string]bool, func() bool) (*site.Site, build.Report) { return nil, build.Report{} },
			Planned: func(build.Report, bool, string) {},
			idle:    50 * time.Millisecond,
		})
	}()
	c, err := net.Dial("tcp", listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	if err := c.SetDeadline(time.Now().Add(20 * time.Second)); err != nil {
		t.Fatal(err)
	}
	fmt.Fprint(c, "GET /-/reload.js HTTP/1.1\r\nHost: localhost\r\n\r\n")
	if text, err := io.ReadAll(c); err != nil || !strings.Contains(string(text), "200 OK") {
		t.Errorf("the connection is still open: %v, %q", err, text)
	}
	stop()
	if err := <-ended; err != nil {
		t.Error(err)
	}
}

// TestServingFails takes the listener away.
func TestServingFails(t *testing.T) {
	listener, err := Listen("127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	err = Run(t.Context(), listener, Options{
		Folder:  t.TempDir(),
		Plan:    func(map[string]bool, func() bool) (*site.Site, build.Report) { return nil, build.Report{} },
		Planned: func(build.Report, bool, string) { listener.Close() },
	})
	if err == nil || !strings.Contains(err.Error(), "closed") {
		t.Errorf("Run() = %v", err)
	}
}
