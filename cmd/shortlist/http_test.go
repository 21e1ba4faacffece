package main

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"os"
	"regexp"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

// patience is how long a script waits for a page to say something.
const patience = 20 * time.Second

var address = regexp.MustCompile(`http://[0-9.]+:[0-9]+`)

// ask is the command http of the scripts. It asks the preview whose output is in
// a file, and asks again until the answer has what is wanted; the answer, headers
// and all, is its output.
func ask(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: http FILE PATH PATTERN")
	}
	wanted, err := regexp.Compile(`(?m)` + args[2])
	ts.Check(err)
	said := ts.MkAbs(args[0])
	var answer []byte
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		text, _ := os.ReadFile(said)
		at := address.FindAll(text, -1)
		if at == nil {
			continue // it has not begun
		}
		if answer, err = fetch(string(at[len(at)-1]) + args[1]); err == nil && wanted.Match(answer) {
			_, err = ts.Stdout().Write(answer)
			ts.Check(err)
			return
		}
	}
	ts.Fatalf("%s does not say %s: %v\n%s", args[1], args[2], err, answer)
}

func fetch(url string) ([]byte, error) {
	request, err := http.NewRequest(http.MethodGet, url, nil)
	if err != nil {
		return nil, err
	}
	response, err := http.DefaultTransport.RoundTrip(request) // redirects are not followed
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	var answer bytes.Buffer
	fmt.Fprintln(&answer, response.Status)
	err = response.Header.Write(&answer)
	if err == nil {
		_, err = fmt.Fprintln(&answer)
	}
	if err == nil {
		_, err = io.Copy(&answer, response.Body)
	}
	return bytes.ReplaceAll(answer.Bytes(), []byte("\r\n"), []byte("\n")), err
}
