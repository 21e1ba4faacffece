package rank

import (
	"flag"
	"shortlist/internal/testrun"
)

// The properties are tried on fewer tables where not all is.
func init() {
	if !testrun.Thorough() {
		flag.Set("rapid.checks", "30")
	}
}
