package rank

import (
	"flag"
	"os"
)

// thorough reports whether all is tried: `make test` sets THOROUGH. Else the properties
// are tried on fewer tables, and the slow retelling on the smaller ones.
func thorough() bool { return os.Getenv("THOROUGH") != "" }

func init() {
	if !thorough() {
		flag.Set("rapid.checks", "30")
	}
}
