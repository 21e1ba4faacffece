package site

import (
	"testing"

	"shortlist/internal/testrun"
)

func TestMain(m *testing.M) { testrun.Main(m) }
