package folder

import "time"

// Seen is what the system says of a file.
type Seen struct {
	Mark    string    // as [Mark] has it; empty for what is no regular file, or where the system does not say
	Changed time.Time // when any of what the mark is made of changed last
	Size    int64
}
