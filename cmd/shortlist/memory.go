package main

import (
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// The collector runs by default each time the heap has doubled. A build of a small
// site then spends a tenth of its time on a heap of a few megabytes, and one of a
// large site lets half of its memory be garbage. What is worth waiting for is so
// many bytes, whatever else is alive: see internal/bench/README.md for what was
// measured.
const (
	headroom    = 64 << 20 // of garbage, before the collector runs again
	leastGrowth = 40       // percent of the live heap, for one so large that collecting it often would cost more
	mostGrowth  = 800
)

// boundGarbage sets the collector's target from the live heap, now and after each
// of its runs.
func boundGarbage() {
	live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	var set func()
	set = func() {
		metrics.Read(live)
		debug.SetGCPercent(growth(live[0].Value.Uint64()))
		// An object that nothing refers to is found by the next run of the collector.
		// It has a pointer, since those that have none may share an allocation.
		runtime.SetFinalizer(&struct{ self *int }{}, func(*struct{ self *int }) { set() })
	}
	set()
}

// growth is by how many percent a live heap may grow before it is collected.
func growth(live uint64) int {
	return int(min(max(headroom*100/max(live, 1), leastGrowth), mostGrowth))
}
