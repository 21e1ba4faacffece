package content

import (
	"fmt"
	"net/url"
	"path"
	"regexp"
	"strings"

	"shortlist/internal/diag"
	"shortlist/internal/guide"
)

var (
	badURL = diag.Define(diag.Error, "url",
		"A web address is not absolute, or not http or https.")
	badDomain = diag.Define(diag.Error, "domain",
		"A domain is not a plain host name such as example.com.")
	badPath = diag.Define(diag.Error, "path",
		"A path of the site does not begin and end with a slash, or is not in its shortest form.")
	badLanguage = diag.Define(diag.Error, "language",
		"The language is not a language tag such as en or en-GB.")
)

var (
	domainPattern   = regexp.MustCompile(`^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z0-9]([a-z0-9-]*[a-z0-9])?$`)
	languagePattern = regexp.MustCompile(`^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$`)
	pathPattern     = regexp.MustCompile(`^/([A-Za-z0-9._~-]+/)*$`)
)

// url reads an absolute http or https address.
func (f *fields) url(name string, n need) string {
	v := f.find(name, n, `"https://..."`)
	if v == nil {
		return ""
	}
	text := f.r.text(v, name)
	if text != "" && host(text) == "" {
		f.r.report(badURL, v.Span, fmt.Sprintf("`%s` is not a web address", text), "write it in full: https://www.example.com/")
		return ""
	}
	return text
}

// host is the host name of an address that can be linked to, or "".
func host(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.User != nil || strings.ContainsAny(address, " \"<>\\^`{|}") {
		return ""
	}
	return strings.ToLower(u.Hostname())
}

// siteOf is how a host is printed.
func siteOf(host string) string { return strings.TrimPrefix(host, "www.") }

// under reports whether a host is a domain or one of its subdomains.
func under(host, domain string) bool {
	return host == domain || strings.HasSuffix(host, "."+domain)
}

// baseURL reads the address of the site itself.
func (f *fields) baseURL(name string) string {
	address := f.url(name, required)
	if address == "" {
		return ""
	}
	if fault, hint := BaseURLFault(address); fault != "" {
		f.r.report(badURL, f.t.Get(name).Value.Span, fmt.Sprintf("`%s` %s", name, fault), hint)
	}
	return address
}

// BaseURLFault says what keeps a web address from being that of a site, and what
// to write instead; nothing for one that can be. The command asks it, too: an
// address that a flag gives stands in as many places as that of site.toml.
func BaseURLFault(address string) (fault, hint string) {
	u, err := url.Parse(address)
	root := ""
	if err == nil {
		root = u.Scheme + "://" + strings.ToLower(u.Host)
	}
	switch {
	case host(address) == "":
		return "is not a web address", "write it in full: https://www.example.com/"
	case u.RawQuery != "" || u.ForceQuery || strings.Contains(address, "#"):
		return "has a query or a fragment", "end it with the slash after the path"
	case !strings.HasPrefix(address, root):
		return "has capital letters before its path", fmt.Sprintf("write \"%s\"", root+u.EscapedPath())
	case !strings.HasSuffix(u.Path, "/"):
		return "does not end in a slash", fmt.Sprintf("write \"%s/\"", address)
	case !pathPattern.MatchString(u.EscapedPath()) || path.Clean(u.Path) != strings.TrimSuffix(u.Path, "/") && u.Path != "/":
		return "has a path that is not in its shortest form", pathHint
	}
	return "", ""
}

// domains reads a list of host names.
func (f *fields) domains(name string) []string {
	var out []string
	for _, x := range f.texts(name, optional) {
		if !domainPattern.MatchString(x.name) {
			hint := "write the host name alone, in lower case: example.com"
			if h := host(x.name); h != "" {
				hint = fmt.Sprintf("write the host name alone: \"%s\"", siteOf(h))
			}
			f.r.report(badDomain, x.at, fmt.Sprintf("`%s` is not a domain", x.name), hint)
			continue
		}
		out = append(out, x.name)
	}
	return out
}

func (f *fields) language(name string) string {
	tag := f.text(name, required)
	if tag != "" && !languagePattern.MatchString(tag) {
		f.r.report(badLanguage, f.t.Get(name).Value.Span, fmt.Sprintf("`%s` is not a language tag", tag), "write \"en\" or \"en-GB\"")
	}
	return tag
}

const pathHint = "begin and end with a slash, with letters, digits, - . _ and ~ between slashes"

// checkPath reports a path that is not one of a page of the site.
func (r *reader) checkPath(x ref) bool {
	if pathPattern.MatchString(x.name) && (x.name == "/" || path.Clean(x.name)+"/" == x.name) {
		return true
	}
	r.report(badPath, x.at, fmt.Sprintf("`%s` is not a path of this site", x.name), pathHint)
	return false
}

// aliases reads the old paths that lead to a page.
func (f *fields) aliases() []guide.Alias {
	var out []guide.Alias
	for _, x := range f.texts("aliases", optional) {
		if f.r.checkPath(x) {
			out = append(out, guide.Alias{Path: x.name, Origin: origin(x.at)})
		}
	}
	return out
}
