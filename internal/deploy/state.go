package deploy

import (
	"encoding/json"
	"fmt"
	"maps"
	"time"
)

// stateName is the list of what deploys have sent, beside the list of files.
const stateName = "deployed.json"

// State is what deploys have sent and not removed.
type State struct {
	Format  int                  `json:"format"`
	Sum     string               `json:"sha256"`            // of the whole that is live
	Pending string               `json:"pending,omitempty"` // of a deploy that has begun and not ended
	Files   map[string]Sent      `json:"files"`
	Leaving map[string]time.Time `json:"leaving,omitempty"` // files that the site has no more, since when

	fresh bool // there was none
}

// Sent is a file as it was sent. Both are empty while that is not certain.
type Sent struct {
	Sum     string `json:"sha256"`
	Headers string `json:"headers"`         // in one line
	Fresh   bool   `json:"fresh,omitempty"` // while that is not certain: it may not be there yet
}

const stateFormat = 1

func parseState(text []byte) (*State, error) {
	s := State{}
	if err := json.Unmarshal(text, &s); err != nil {
		return nil, fmt.Errorf("build/%s, the list of what was sent, is not understood: %w", stateName, err)
	}
	if s.Format != stateFormat {
		return nil, fmt.Errorf("build/%s has the format %d, and this program reads %d", stateName, s.Format, stateFormat)
	}
	if s.Files == nil {
		s.Files = map[string]Sent{}
	}
	if s.Leaving == nil {
		s.Leaving = map[string]time.Time{}
	}
	return &s, nil
}

// union is what may be there while a plan is carried out: what was there, and what
// is sent, of which it is not certain which bytes and headers it has.
func (s *State) union(p *Plan) *State {
	u := &State{Format: stateFormat, Sum: s.Sum, Pending: p.Sum, Files: maps.Clone(s.Files), Leaving: maps.Clone(s.Leaving)}
	for _, step := range p.Steps {
		for _, put := range step.Put {
			u.Files[put.Path] = Sent{Fresh: put.fresh}
			delete(u.Leaving, put.Path)
		}
	}
	return u
}

func (s *State) bytes() ([]byte, error) {
	text, err := json.MarshalIndent(s, "", " ")
	return append(text, '\n'), err
}
