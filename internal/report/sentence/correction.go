package sentence

import (
	"strings"

	"shortlist/internal/guide"
)

const (
	correctedSaid  = "we wrote “{was}”"
	correctedSince = "we wrote, since {since}, “{was}”"
	correctedIs    = "{said}; right is “{is}”"
)

// Corrected says what was wrong and what is right: "We wrote “ten basis points”;
// right is “twelve basis points”."
func Corrected(was, is string, since guide.Date) Text {
	said := say("", correctedSaid, words("was", strings.TrimSuffix(was, ".")))
	if !since.IsZero() {
		said = say("", correctedSince, words("since", since.Words()), words("was", strings.TrimSuffix(was, ".")))
	}
	return say("corrected", correctedIs, said.as("said"), words("is", strings.TrimSuffix(is, "."))).Stop()
}
