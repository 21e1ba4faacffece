package content

import (
	"strings"
	"testing"
)

func TestUnder(t *testing.T) {
	for _, tt := range []struct {
		host, domain string
		want         bool
	}{
		{"mas.gov.sg", "mas.gov.sg", true},
		{"www.mas.gov.sg", "mas.gov.sg", true},
		{"xmas.gov.sg", "mas.gov.sg", false},
		{"mas.gov.sg.example", "mas.gov.sg", false},
		{"gov.sg", "mas.gov.sg", false},
	} {
		if got := under(tt.host, tt.domain); got != tt.want {
			t.Errorf("%s under %s: %v", tt.host, tt.domain, got)
		}
	}
}

func TestHostInASCII(t *testing.T) {
	for address, want := range map[string]string{
		"https://Www.Example.com/a":        "www.example.com",
		"https://bücher.example/":          "xn--bcher-kva.example",
		"https://BÜCHER.example/":          "xn--bcher-kva.example",
		"https://b%c3%bccher.example/":     "xn--bcher-kva.example",
		"https://xn--bcher-kva.example:8/": "xn--bcher-kva.example",
		"https://例え.example/":              "xn--r8jz45g.example",
		"https://xn--zz.example/":          "", // says that it is encoded, and is not
		"https://under_score.example/":     "under_score.example",
		"https://user@example.com/":        "",
		"ftp://example.com/":               "",
		"https:///":                        "",
		"https://[::1]/":                   "::1",
	} {
		if got := host(address); got != want {
			t.Errorf("%s: %q, want %q", address, got, want)
		}
	}
}

func TestInASCII(t *testing.T) {
	for address, want := range map[string]string{
		"https://example.com/ü?ü#ü":            "https://example.com/ü?ü#ü",
		"https://Bücher.example:8080/ü":        "https://xn--bcher-kva.example:8080/ü",
		"https://bücher.example":               "https://xn--bcher-kva.example",
		"https://b%c3%bccher.example/?q=a%20b": "https://xn--bcher-kva.example/?q=a%20b",
	} {
		if got := inASCII(address); got != want {
			t.Errorf("%s: %q, want %q", address, got, want)
		}
	}
}

func TestBaseURL(t *testing.T) {
	for _, tt := range []struct{ address, base, fault string }{
		{"https://notes.example/", "https://notes.example/", ""},
		{"https://notes.example/a/b/", "https://notes.example/a/b/", ""},
		{"http://localhost:8080/", "http://localhost:8080/", ""},
		{"http://127.0.0.1:8080/", "http://127.0.0.1:8080/", ""},
		{"http://[::1]:8080/", "http://[::1]:8080/", ""},
		{"https://bücher.example/", "https://xn--bcher-kva.example/", ""},
		{"https://b%c3%bccher.example/x/", "https://xn--bcher-kva.example/x/", ""},
		{"https://notes.example", "", "does not end in a slash"},
		{"https://Notes.example/", "", "has capital letters before its path"},
		{"https://notes.example:/", "", "has the port ``, which there cannot be"},
		{"https://notes.example:0/", "", "has the port `0`, which there cannot be"},
		{"https://notes.example:0443/", "", "has the port `0443`, which there cannot be"},
		{"https://notes.example:70000/", "", "has the port `70000`, which there cannot be"},
		{"https://notes.example:443/", "", "has the port 443, which is the usual one"},
		{"http://notes.example:80/", "", "has the port 80, which is the usual one"},
		{"http://notes.example:443/", "http://notes.example:443/", ""},
		{"https://-notes.example/", "", "has the host `-notes.example`, which there cannot be"},
		{"https://notes_x.example/", "", "has the host `notes_x.example`, which there cannot be"},
		{"https://notes.example./", "", "has the host `notes.example.`, which there cannot be"},
		{"https://1.2.3/", "", "has the host `1.2.3`, which there cannot be"},
		{"https://a" + strings.Repeat("a", 63) + ".example/", "", "has a host with a part of more than 63 characters"},
		{"https://notes.example/?a", "", "has a query or a fragment"},
		{"https://notes.example/a//", "", "has a path that is not in its shortest form"},
		{"notes.example", "", "is not a web address"},
	} {
		base, fault, hint := BaseURL(tt.address)
		if base != tt.base || fault != tt.fault || (fault == "") != (hint == "") {
			t.Errorf("%s: %q, %q (%s)", tt.address, base, fault, hint)
		}
	}
}

func TestOldPath(t *testing.T) {
	for written, want := range map[string]string{
		"/old/":                  "/old/",
		"/2019/05/keys.html":     "/2019/05/keys.html",
		"/old":                   "/old",
		"/feed.xml":              "/feed.xml",
		"/caf%C3%A9/":            "/caf%C3%A9/",
		"/caf%c3%a9/":            "/caf%C3%A9/",
		"/café/":                 "/caf%C3%A9/",
		"/a b.html":              "/a%20b.html",
		"/%41/":                  "/A/",
		"/~user/(draft),v=1.htm": "/~user/%28draft%29,v=1.htm",
		"/a:b/*":                 "/a%3Ab/%2A",
		"/":                      "/",
		"old/":                   "",
		"/a//b":                  "",
		"//b.example/":           "",
		"/a/./b":                 "",
		"/a/..":                  "",
		"/a/%2e%2e/b":            "",
		"/a%2fb":                 "",
		"/a%5cb":                 "",
		"/a%00b":                 "",
		"/a%0ab":                 "",
		"/a%ffb":                 "",
		"/a%zz":                  "",
		"/a?b":                   "",
		"/a#b":                   "",
		"/a\u202eb":              "",
	} {
		got, fault, hint := oldPath(written)
		if got != want || (fault == "") != (want != "") || (hint == "") != (fault == "") {
			t.Errorf("%s: %q, %q (%s); want %q", written, got, fault, hint, want)
		}
	}
}
