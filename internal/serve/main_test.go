package serve

import (
	"testing"

	"shortlist/internal/scratch"
)

func TestMain(m *testing.M) {
	scratch.InMemory()
	m.Run()
}
