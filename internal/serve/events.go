package serve

import (
	"fmt"
	"net/http"
	"time"
)

// pulse is how often a stream says something when there is nothing to say, so
// that a browser that is gone is found out.
const pulse = 20 * time.Second

// events streams the names of the states, the present one first.
func (s *server) events(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/event-stream")
	stream := http.NewResponseController(w)
	if r.Method == http.MethodHead {
		return
	}
	fmt.Fprint(w, "retry: 1000\n\n")
	beat := time.NewTicker(pulse)
	defer beat.Stop()
	for {
		now := s.state.Load()
		fmt.Fprintf(w, "data: %s\n\n", now.name)
		for waiting := true; waiting; {
			if stream.Flush() != nil {
				return
			}
			select {
			case <-now.replaced:
				waiting = false
			case <-beat.C:
				fmt.Fprint(w, ":\n\n")
			case <-r.Context().Done():
				return
			}
		}
	}
}
