package main

import "testing"

func TestGrowth(t *testing.T) {
	for live, want := range map[uint64]int{0: 800, 4 << 20: 800, 16 << 20: 400, 64 << 20: 100, 128 << 20: 50, 1 << 30: 40} {
		if got := growth(live); got != want {
			t.Errorf("a live heap of %d bytes may grow by %d %%, want %d", live, got, want)
		}
	}
}
