package serve

import (
	"fmt"
	"net"
	"net/netip"
	"strconv"
	"strings"
)

// CheckAddr says what is wrong with an address to listen on: it must be a
// loopback address or localhost, with a port. Port 0 takes a free one.
func CheckAddr(addr string) error {
	host, port, err := net.SplitHostPort(addr)
	if err == nil {
		_, err = strconv.ParseUint(port, 10, 16)
	}
	if err != nil {
		return fmt.Errorf("`%s` is not an address such as 127.0.0.1:8421", addr)
	}
	if !loopback(host) {
		return fmt.Errorf("`%s` is not an address of this machine alone; a preview shows drafts and is for nobody else: give 127.0.0.1:%s", addr, port)
	}
	return nil
}

// Listen takes an address. The error is clear when somebody else has it.
func Listen(addr string) (net.Listener, error) {
	if err := CheckAddr(addr); err != nil {
		return nil, err
	}
	listener, err := net.Listen("tcp", addr)
	if isInUse(err) {
		return nil, fmt.Errorf("the address %s is in use, perhaps by another preview; port 0 takes a free one", addr)
	}
	if err != nil {
		return nil, err
	}
	// What localhost means is for the machine to say.
	if at, ok := listener.Addr().(*net.TCPAddr); !ok || !at.IP.IsLoopback() {
		listener.Close()
		return nil, fmt.Errorf("%s leads to %s here, which is not an address of this machine alone", addr, listener.Addr())
	}
	return listener, nil
}

// loopback reports whether a host, without its port, is this machine by a name
// or number that never leaves it. Browsers take every name below localhost for
// it (RFC 6761).
func loopback(host string) bool {
	host = strings.ToLower(strings.TrimSuffix(host, "."))
	if host == "localhost" || strings.HasSuffix(host, ".localhost") {
		return true
	}
	ip, err := netip.ParseAddr(host)
	return err == nil && ip.Unmap().IsLoopback()
}

// addressed reports whether a request's Host names this machine.
func addressed(host string) bool {
	if name, _, err := net.SplitHostPort(host); err == nil {
		return loopback(name)
	}
	return loopback(strings.TrimSuffix(strings.TrimPrefix(host, "["), "]"))
}
