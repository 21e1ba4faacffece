package serve

import (
	"net"
	"strings"
	"testing"
)

func TestCheckAddr(t *testing.T) {
	for addr, want := range map[string]string{
		"127.0.0.1:8421":    "",
		"127.8.9.10:0":      "",
		"[::1]:8421":        "",
		"localhost:8421":    "",
		"LOCALHOST.:80":     "",
		":8421":             "not an address of this machine alone",
		"0.0.0.0:8421":      "not an address of this machine alone",
		"[::]:8421":         "not an address of this machine alone",
		"192.168.1.5:8421":  "not an address of this machine alone",
		"example.com:80":    "give 127.0.0.1:80",
		"localhost.evil:80": "not an address of this machine alone",
		"127.0.0.1":         "not an address such as 127.0.0.1:8421",
		"8421":              "not an address such as",
		"":                  "not an address such as",
		"127.0.0.1:99999":   "not an address such as",
		"127.0.0.1:http":    "not an address such as",
	} {
		err := CheckAddr(addr)
		if want == "" && err != nil || want != "" && (err == nil || !strings.Contains(err.Error(), want)) {
			t.Errorf("CheckAddr(%q) = %v, want %q", addr, err, want)
		}
	}
}

func TestListen(t *testing.T) {
	if _, err := Listen("0.0.0.0:0"); err == nil {
		t.Error("listens on all addresses")
	}
	first, err := Listen("127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer first.Close()
	if at := first.Addr().(*net.TCPAddr); !at.IP.IsLoopback() || at.Port == 0 {
		t.Errorf("listens on %s", at)
	}
	_, err = Listen(first.Addr().String())
	if err == nil || !strings.Contains(err.Error(), "is in use") {
		t.Errorf("the second of two: %v", err)
	}
}

func TestAddressed(t *testing.T) {
	for host, want := range map[string]bool{
		"127.0.0.1:8421":         true,
		"127.0.0.1":              true,
		"localhost:8421":         true,
		"preview.localhost:8421": true,
		"[::1]:8421":             true,
		"[::1]":                  true,
		"[::ffff:127.0.0.1]:80":  true,
		"":                       false,
		"evil.example:8421":      false,
		"127.0.0.1.evil.example": false,
		"localhost.evil.example": false,
		"192.168.1.5:8421":       false,
		"0.0.0.0:8421":           false,
		"notlocalhost":           false,
	} {
		if got := addressed(host); got != want {
			t.Errorf("addressed(%q) = %v", host, got)
		}
	}
}
