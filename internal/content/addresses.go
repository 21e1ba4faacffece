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
		"A web address is not absolute, not http or https, or names a host or a port that there cannot be.")
	badDomain = diag.Define(diag.Error, "domain",
		"A domain is not a plain host name such as example.com, or one below which anybody may have a name.")
	badPath = diag.Define(diag.Error, "path",
		"A path of the site does not begin and end with a slash, or a path or an alias is not in its shortest form.")
	badLanguage = diag.Define(diag.Error, "language",
		"The language is not a language tag such as en or en-GB, or not one that the program has.")
)

var (
	domainPattern   = regexp.MustCompile(`^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z0-9]([a-z0-9-]*[a-z0-9])?$`)
	languagePattern = regexp.MustCompile(`^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$`)
	pathPattern     = regexp.MustCompile(`^/([A-Za-z0-9._~-]+/)*$`)
)

// url reads an absolute http or https address, its host in ASCII.
func (f *fields) url(name string, n need) string {
	v := f.find(name, n, `"https://..."`)
	if v == nil {
		return ""
	}
	text := f.r.text(v, name)
	if text == "" {
		return ""
	}
	if host(text) == "" {
		f.r.report(badURL, v.Span, fmt.Sprintf("`%s` is not a web address", text), "write it in full: https://www.example.com/")
		return ""
	}
	address := inASCII(text)
	f.r.addresses = append(f.r.addresses, guide.Address{URL: address, Origin: origin(v.Span)})
	return address
}

// baseURL reads the address of the site itself.
func (f *fields) baseURL(name string) string {
	v := f.find(name, required, `"https://..."`)
	if v == nil {
		return ""
	}
	text := f.r.text(v, name)
	if text == "" {
		return ""
	}
	address, fault, hint := BaseURL(text)
	switch {
	case fault != "" && host(text) == "":
		f.r.report(badURL, v.Span, fmt.Sprintf("`%s` %s", text, fault), hint)
	case fault != "":
		f.r.report(badURL, v.Span, fmt.Sprintf("`%s` %s", name, fault), hint)
	}
	return address
}

// BaseURL is a web address as that of a site is kept, its host in ASCII; or it
// says what keeps the address from being one, and what to write instead. The
// command asks it, too: an address that a flag gives stands in as many places as
// that of site.toml.
func BaseURL(address string) (base, fault, hint string) {
	if host(address) == "" {
		return "", "is not a web address", "write it in full: https://www.example.com/"
	}
	base = inASCII(address)
	u, err := url.Parse(base)
	if err != nil {
		return "", "is not a web address", "write it in full: https://www.example.com/"
	}
	root := u.Scheme + "://" + strings.ToLower(u.Host)
	fault, hint = hostFault(u)
	switch {
	case fault != "":
	case u.RawQuery != "" || u.ForceQuery || strings.Contains(base, "#"):
		fault, hint = "has a query or a fragment", "end it with the slash after the path"
	case !strings.HasPrefix(base, root):
		fault, hint = "has capital letters before its path", fmt.Sprintf("write \"%s\"", root+u.EscapedPath())
	case !strings.HasSuffix(u.Path, "/"):
		fault, hint = "does not end in a slash", fmt.Sprintf("write \"%s/\"", base)
	case !pathPattern.MatchString(u.EscapedPath()) || path.Clean(u.Path) != strings.TrimSuffix(u.Path, "/") && u.Path != "/":
		fault, hint = "has a path that is not in its shortest form", pathHint
	default:
		return base, "", ""
	}
	return "", fault, hint
}

// domains reads a list of host names, as ASCII.
func (f *fields) domains(name string) []string {
	var out []string
	for _, x := range f.texts(name, optional) {
		domain := asciiHost(x.name)
		if !domainPattern.MatchString(domain) {
			hint := "write the host name alone, in lower case: example.com"
			if h := host(x.name); h != "" {
				hint = fmt.Sprintf("write the host name alone: \"%s\"", siteOf(h))
			}
			f.r.report(badDomain, x.at, fmt.Sprintf("`%s` is not a domain", x.name), hint)
			continue
		}
		if anybodys(domain) {
			f.r.report(badDomain, x.at, fmt.Sprintf("`%s` is a public suffix: anybody may have a name that ends in it", x.name),
				fmt.Sprintf("write the whole name: \"example.%s\"", domain))
			continue
		}
		out = append(out, domain)
	}
	return out
}

// ownDomain is the domain of a provider that names none: that of its website,
// without www where what is left is the provider's own.
func (f *fields) ownDomain(name, website string) []string {
	domain := siteOf(host(website))
	if domain == "" {
		return nil
	}
	if anybodys(domain) {
		domain = host(website)
	}
	if anybodys(domain) {
		f.r.report(badDomain, f.t.Get(name).Value.Span, fmt.Sprintf("`%s` is a public suffix: anybody may have a name that ends in it", domain),
			"name the provider's own under domains")
		return nil
	}
	return []string{domain}
}

// language reads the language of the site. Every sentence, date and number that
// the program computes is in English, so that a page of another language would be
// half of each.
func (f *fields) language(name string) string {
	tag := f.text(name, required)
	if tag == "" {
		return ""
	}
	if fault, hint := Language(tag); fault != "" {
		f.r.report(badLanguage, f.t.Get(name).Value.Span, fault, hint)
	}
	return tag
}

// Language says what keeps a tag from being the language of a site, and what to
// write instead; nothing where nothing does.
func Language(tag string) (fault, hint string) {
	primary, _, _ := strings.Cut(tag, "-")
	switch {
	case !languagePattern.MatchString(tag):
		return fmt.Sprintf("`%s` is not a language tag", tag), "write \"en\" or \"en-GB\""
	case primary != "en":
		return fmt.Sprintf("the program writes no sentences in the language `%s`", tag),
			"the one language that there is is English: write \"en\", or with a country such as \"en-GB\""
	}
	return "", ""
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
