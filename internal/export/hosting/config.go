package hosting

import (
	"bytes"
	"fmt"
	"io"
	"net/url"
	"regexp"
	"strings"

	"shortlist/internal/guide"
)

// Config writes the configuration of a server that is told by one, for a folder
// on the server that holds what a build wrote.
func Config(w io.Writer, s Site, moved []Redirect, root string) error {
	c := &config{Site: s, root: root, moved: inOrder(s, moved)}
	switch s.Kind {
	case guide.Nginx:
		c.nginx()
	case guide.Caddy:
		c.caddy()
	case guide.Apache:
		c.apache()
	case guide.CloudflareWorkers:
		c.workers()
	case guide.S3:
		c.s3()
	default:
		return fmt.Errorf("a host of the kind %q has no configuration", s.Kind)
	}
	_, err := w.Write(c.out.Bytes())
	return err
}

// config is a configuration that is being written.
type config struct {
	Site
	root  string
	moved []Redirect // those with one path first
	out   bytes.Buffer
}

// say adds a line.
func (c *config) say(format string, args ...any) { fmt.Fprintf(&c.out, format+"\n", args...) }

// quoted is a text between quotation marks, as all three servers read it. None of
// the texts here has a mark, a backslash or the end of a line in it but for what
// comes from an address.
func quoted(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"`
}

// asked is the path of the site that a server compares: as a browser asks for it,
// unescaped.
func (c *config) asked(path string) string {
	full := c.under(path)
	if plain, err := url.PathUnescape(full); err == nil {
		return plain
	}
	return full
}

// target is where a redirect leads: it may not have what a server takes for the
// beginning of a variable.
func (c *config) target(path string) string {
	return strings.NewReplacer("$", "%24", "{", "%7B", "}", "%7D", `"`, "%22", `\`, "%5C").Replace(c.under(path))
}

// pattern is a path in a regular expression.
func pattern(path string) string { return regexp.QuoteMeta(path) }

// bothWays is a path with the slash at its end and without. The root has one form.
func bothWays(path string) []string {
	short := strings.TrimSuffix(path, "/")
	if short == "" {
		return []string{path}
	}
	return []string{short, short + "/"}
}
