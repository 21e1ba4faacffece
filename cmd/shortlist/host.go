package main

import (
	"bytes"
	"context"
	"net/url"
	"strings"

	"github.com/spf13/cobra"

	"shortlist/internal/build"
	"shortlist/internal/export/hosting"
	"shortlist/internal/guide"
)

// configured are the kinds of hosts for which the command has something to write.
func configured() []string {
	var kinds []string
	for _, k := range guide.HostKinds {
		if hosting.Of(k).Config || hosting.Beside(k) {
			kinds = append(kinds, string(k))
		}
	}
	return kinds
}

func newHost(t *tui) *cobra.Command {
	var in inputs
	var root string
	cmd := &cobra.Command{
		Use:   "host KIND",
		Short: "Write what a server or a CDN has to be told about the site",
		Long: `Host writes the configuration of nginx, Caddy or Apache for the site: which
headers to send, which old addresses lead where, and how long what is kept. For
s3 it writes the function that a CDN runs before it asks the bucket, and for
cloudflare-workers the file that says where the site is.

Make it again when an address has moved. Hosts that read _headers and _redirects
need none of this: a build for them writes both.`,
		Example: `  shortlist host nginx --root /srv/www/research >/etc/nginx/snippets/research.conf
  shortlist host caddy
  shortlist host apache >public/.htaccess
  shortlist host s3 >function.js`,
		Args:      cobra.ExactArgs(1),
		ValidArgs: configured(),
	}
	cmd.RunE = verb(func(_ context.Context, args []string) error { return runHost(t, &in, args[0], root) })
	in.addSite(cmd)
	cmd.Flags().StringVar(&in.baseURL, "base-url", "", "the `address` to publish at, in place of that of site.toml")
	cmd.Flags().StringVar(&root, "root", "", "the `folder` on the server that holds what a build wrote (default /srv/www/ and the name of the site's host)")
	completeFlag(cmd, "base-url", cobra.NoFileCompletions)
	completeFlag(cmd, "root", cobra.NoFileCompletions)
	return cmd
}

func runHost(t *tui, in *inputs, kind, root string) error {
	if err := oneOf("host", kind, configured()); err != nil {
		return err
	}
	in.host = kind
	site, options, err := in.open()
	if err != nil {
		return err
	}
	defer site.Close()
	planned, report := build.Plan(options)
	if err := site.Err(); err != nil {
		return err
	}
	if planned == nil {
		return t.refuse(visible(report.Problems, false), "nothing was written")
	}
	if root == "" {
		address, err := url.Parse(report.BaseURL)
		if err != nil {
			return err
		}
		root = "/srv/www/" + address.Hostname()
	}
	if strings.ContainsAny(root, "\"\\\n\r{}$") {
		return misused("--root: %q has a character that a configuration takes for something else", root)
	}
	var text bytes.Buffer
	if err := planned.HostConfig(&text, root); err != nil {
		return err
	}
	_, err = t.out.Write(text.Bytes())
	return err
}
