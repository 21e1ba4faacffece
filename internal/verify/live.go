package verify

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"net/http"
	"net/url"
	"path"
	"slices"
	"strings"
	"sync"

	"golang.org/x/sync/errgroup"

	"shortlist/internal/manifest"
)

// atOnce is how many files are asked for at a time: a host takes more for an attack.
const atOnce = 6

// missing is an address that no site has.
const missing = "build/not-there/"

// Live compares what is served at an address, which ends in a slash. The list is the
// one that is live; with another, what was built, the two are compared as well. The
// error means that nothing could be compared.
func Live(ctx context.Context, client *http.Client, address string, built *manifest.Manifest) (*Result, error) {
	v := &visit{client: withoutRedirects(client), at: address}
	at, err := url.Parse(address)
	if err != nil {
		return nil, err
	}
	m, err := v.list(ctx, at)
	if err != nil {
		return nil, err
	}
	v.result = &Result{Manifest: m}
	if built != nil {
		v.result.differ(built)
	}
	whole := map[string]bool{}
	for _, f := range m.Files {
		whole[f.Path] = true
	}
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(atOnce)
	for _, f := range m.Files {
		if plain := unpacked(f.Path); forHosts(f.Path) || plain != f.Path && whole[plain] {
			v.result.Skipped++
			continue
		}
		group.Go(func() error {
			v.file(ctx, m.At(at, f.Path), f)
			return ctx.Err()
		})
	}
	err = group.Wait()
	v.result.sort()
	return v.result, err
}

// visit is one comparison with a live site.
type visit struct {
	client *http.Client
	at     string // the address of the site
	mu     sync.Mutex
	result *Result
}

// list reads the list of the live site. Its paths are from the root that it states.
func (v *visit) list(ctx context.Context, at *url.URL) (*manifest.Manifest, error) {
	// The parts lie beside the list, whatever folder they are in.
	return manifest.Read(manifest.Name, func(name string) (io.ReadCloser, error) {
		answer, err := v.get(ctx, v.at+"build/"+path.Base(name))
		if err != nil {
			return nil, err
		}
		if answer.StatusCode != http.StatusOK {
			answer.Body.Close()
			if name == manifest.Name {
				return nil, &NoList{Where: at.String()}
			}
			return nil, fmt.Errorf("%s: %w", name, fs.ErrNotExist)
		}
		return answer.Body, nil
	})
}

// file compares one file, and the headers that it comes with.
func (v *visit) file(ctx context.Context, address string, f manifest.File) {
	want := http.StatusOK
	if path.Base(f.Path) == "404.html" {
		address, want = v.at+missing, http.StatusNotFound
	}
	answer, err := v.get(ctx, address)
	if err != nil {
		v.found(f.Path, "no answer: "+err.Error(), false)
		return
	}
	defer answer.Body.Close()
	sum, err := sumOf(answer.Body)
	switch {
	case err != nil:
		v.found(f.Path, "the answer ends early: "+err.Error(), false)
	case answer.StatusCode != want && want == http.StatusOK && answer.StatusCode >= 300 && answer.StatusCode < 400:
		v.found(f.Path, "leads to "+answer.Header.Get("Location"), false)
	case answer.StatusCode != want:
		v.found(f.Path, fmt.Sprintf("is answered with %d", answer.StatusCode), false)
	case sum != f.Sum:
		v.found(f.Path, "is not as it was built", false)
	default:
		v.headers(f.Path, address, answer.Header)
	}
}

// headers compares the headers of an answer with those that were promised.
func (v *visit) headers(name, address string, got http.Header) {
	var path string
	if at, err := url.Parse(address); err == nil {
		path = at.EscapedPath()
	}
	what := ""
	for _, rule := range v.result.Manifest.Promises {
		if !rule.Match(path) {
			continue
		}
		for _, header := range slices.Sorted(maps.Keys(rule.Headers)) {
			if is := got.Get(header); !alike(header, is, rule.Headers[header]) && what == "" {
				what = fmt.Sprintf("is sent with %s %q, not %q", header, is, rule.Headers[header])
			}
		}
	}
	v.found(name, what, true)
}

// found notes that a file was compared, and what was wrong with it.
func (v *visit) found(name, what string, headers bool) {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.result.Checked++
	if headers {
		v.result.Answers++
	}
	if what != "" {
		v.result.fault(name, what)
	}
}

func (v *visit) get(ctx context.Context, address string) (*http.Response, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return nil, err
	}
	request.Header.Set("Accept-Encoding", "identity")
	request.Header.Set("Cache-Control", "no-cache")
	request.Header.Set("User-Agent", "shortlist-verify")
	return v.client.Do(request)
}

// withoutRedirects is a client that reports where an answer leads.
func withoutRedirects(client *http.Client) *http.Client {
	own := *client
	own.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	return &own
}

// alike compares two values of a header: that of a type in any letter case and
// with or without spaces.
func alike(header, a, b string) bool {
	if http.CanonicalHeaderKey(header) == "Content-Type" {
		plain := func(s string) string { return strings.ToLower(strings.ReplaceAll(s, " ", "")) }
		return plain(a) == plain(b)
	}
	return a == b
}

// unpacked is the name of the file that a compressed form would belong to.
func unpacked(name string) string {
	for _, ending := range []string{".br", ".gz"} {
		if plain, ok := strings.CutSuffix(name, ending); ok {
			return plain
		}
	}
	return name
}

func sumOf(in io.Reader) (string, error) {
	h := sha256.New()
	_, err := io.Copy(h, in)
	return hex.EncodeToString(h.Sum(nil)), err
}
