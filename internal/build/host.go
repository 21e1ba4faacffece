package build

import (
	"fmt"
	"net/url"
	"strings"

	"shortlist/internal/diag"
	"shortlist/internal/export/hosting"
	"shortlist/internal/guide"
	"shortlist/internal/manifest"
	"shortlist/internal/site"
)

var (
	hostFiles = diag.Define(diag.Warning, "host-files",
		"The site has more files than its host takes.")
	hostSize = diag.Define(diag.Warning, "host-size",
		"A file of the site is larger than its host takes.")
)

// folderOf is the folder that a path of the site's address stands for.
func folderOf(base string) string {
	plain, err := url.PathUnescape(base)
	if err != nil {
		plain = base
	}
	return strings.Trim(plain, "/")
}

// tooMuch reports what the host does not take of a site, unless site.toml accepts
// it: who pays for it may have other limits.
func tooMuch(planned *site.Site, host hosting.Profile, accepted []guide.Accepted) diag.List {
	var problems diag.List
	named := diag.Span{File: "content/site.toml"}
	accepts := func(rule *diag.Rule) bool {
		for i, a := range accepted {
			if a.Rule == rule.Name && a.Origin.File == named.File {
				accepted[i].Count++
				return true
			}
		}
		return false
	}
	if host.MaxFiles > 0 {
		if files := len(planned.Pages()) + len(planned.Parts()); files > host.MaxFiles && !accepts(hostFiles) {
			problems.Add(hostFiles, named, fmt.Sprintf("the site has %d files, and a host of the kind %s takes %d", files, planned.Host(), host.MaxFiles),
				"publish on a host without that limit, or accept this if your plan has a higher one")
		}
	}
	if host.MaxSize > 0 {
		for _, p := range planned.Pages() {
			if size := sizeOf(p); size > host.MaxSize && !accepts(hostSize) {
				problems.Add(hostSize, at(p.Source), fmt.Sprintf("the file has %d bytes, and a host of the kind %s takes %d", size, planned.Host(), host.MaxSize),
					"make it smaller, or link to it elsewhere")
			}
		}
	}
	return problems
}

// promises are the headers that the host is told to send, as the published list of
// files has them.
func promises(planned *site.Site) []manifest.Rule {
	var out []manifest.Rule
	for _, rule := range planned.Promises() {
		send := make(map[string]string, len(rule.Headers))
		for _, h := range rule.Headers {
			send[h.Name] = h.Value
		}
		out = append(out, manifest.Rule{Pattern: rule.Pattern, Headers: send})
	}
	return out
}

// sizeOf is the size of a file that is copied; the others are small.
func sizeOf(p site.Page) int64 {
	if p.Open == nil {
		return 0
	}
	f, err := p.Open()
	if err != nil {
		return 0 // copying it has failed already, or does
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return 0
	}
	return info.Size()
}
