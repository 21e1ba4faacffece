package content

import (
	"fmt"
	"net/netip"
	"net/url"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/idna"
	"golang.org/x/net/publicsuffix"
)

// host is the host name of an address that can be linked to, in lower case and in
// ASCII, or "".
func host(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.User != nil || strings.ContainsAny(address, " \"<>\\^`{|}") {
		return ""
	}
	return asciiHost(strings.ToLower(u.Hostname()))
}

// asciiHost is a host name as it is looked up: "xn--bcher-kva.example" for
// "bücher.example", which is one name in two spellings. It is "" for a name that
// cannot be looked up.
func asciiHost(name string) string {
	if isASCII(name) && !strings.Contains(name, "xn--") {
		return name
	}
	ascii, err := idna.Lookup.ToASCII(name)
	if err != nil {
		return ""
	}
	return ascii
}

// inASCII is an address that has a host, with that in ASCII. The rest stays as it
// is written.
func inASCII(address string) string {
	scheme, rest, _ := strings.Cut(address, "://")
	authority := rest
	if i := strings.IndexAny(rest, "/?#"); i >= 0 {
		authority = rest[:i]
	}
	if isASCII(authority) && !strings.Contains(authority, "%") {
		return address
	}
	u, err := url.Parse(address)
	if err != nil {
		return address
	}
	name := host(address)
	if port := u.Port(); port != "" {
		name += ":" + port
	}
	return scheme + "://" + name + rest[len(authority):]
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// hostFault says what is wrong with the host or the port of an address at which a
// site is to be found; nothing if nothing is. Capital letters are not its matter.
func hostFault(u *url.URL) (fault, hint string) {
	name := strings.ToLower(u.Hostname())
	if port := u.Port(); port != "" || strings.HasSuffix(u.Host, ":") {
		n, err := strconv.Atoi(port)
		switch {
		case err != nil || n < 1 || n > 65535 || strconv.Itoa(n) != port:
			return fmt.Sprintf("has the port `%s`, which there cannot be", port), "ports run from 1 to 65535; leave it out for the usual one"
		case n == 443 && u.Scheme == "https", n == 80 && u.Scheme == "http":
			return fmt.Sprintf("has the port %d, which is the usual one", n), "leave it out: browsers do, and the address would be written in two ways"
		}
	}
	if _, err := netip.ParseAddr(name); err == nil {
		return "", ""
	}
	last := name[strings.LastIndexByte(name, '.')+1:]
	if !domainPattern.MatchString("a."+name) || len(name) > 253 || strings.Trim(last, "0123456789") == "" {
		return fmt.Sprintf("has the host `%s`, which there cannot be", name), "a host is words of letters, digits and hyphens with points between: www.example.com"
	}
	for label := range strings.SplitSeq(name, ".") {
		if len(label) > 63 {
			return "has a host with a part of more than 63 characters", "check the host name"
		}
	}
	return "", ""
}

// anybodys reports whether anybody may register, or be given, a name below a
// domain: the public suffix list knows com.au and github.io.
func anybodys(domain string) bool {
	suffix, _ := publicsuffix.PublicSuffix(domain)
	return suffix == domain
}

// siteOf is how a host is printed.
func siteOf(host string) string { return strings.TrimPrefix(host, "www.") }

// under reports whether a host is a domain or one of its subdomains.
func under(host, domain string) bool {
	return host == domain || strings.HasSuffix(host, "."+domain)
}
