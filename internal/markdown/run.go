package markdown

// run is text on its way into a node: a stretch of the source as long as that
// is possible, so that most text costs no memory; else bytes.
type run struct {
	start, end int
	bytes      []byte
}

func (r *run) empty() bool { return r.start == r.end && len(r.bytes) == 0 }

// addSource adds a stretch of the source.
func (r *run) addSource(source string, start, end int) {
	switch {
	case r.empty():
		r.start, r.end = start, end
	case len(r.bytes) == 0 && r.end == start:
		r.end = end
	default:
		r.add(source, []byte(source[start:end]))
	}
}

func (r *run) add(source string, value []byte) {
	if len(r.bytes) == 0 {
		r.bytes = append(r.bytes, source[r.start:r.end]...)
	}
	r.start, r.end = 0, 0
	r.bytes = append(r.bytes, value...)
}

// last is the last byte, 0 if there is none.
func (r *run) last(source string) byte {
	switch {
	case len(r.bytes) > 0:
		return r.bytes[len(r.bytes)-1]
	case r.end > r.start:
		return source[r.end-1]
	}
	return 0
}

func (r *run) dropLast() {
	if len(r.bytes) > 0 {
		r.bytes = r.bytes[:len(r.bytes)-1]
	} else {
		r.end--
	}
}

// take returns the text and begins anew.
func (r *run) take(source string) string {
	text := source[r.start:r.end]
	if len(r.bytes) > 0 {
		text = string(r.bytes)
	}
	r.start, r.end, r.bytes = 0, 0, r.bytes[:0]
	return text
}
