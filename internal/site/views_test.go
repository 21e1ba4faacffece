package site

import (
	"reflect"
	"testing"
)

// A view that has a field named like one of its frame's would hide it: the
// layout would print the one where it means the other.
func TestNoViewHidesItsFrame(t *testing.T) {
	frame := reflect.TypeFor[Frame]()
	for _, v := range views {
		view := reflect.TypeOf(v.view)
		if f, ok := view.FieldByName("Frame"); !ok || !f.Anonymous {
			continue // a stub has no frame
		}
		for i := range frame.NumField() {
			name := frame.Field(i).Name
			if f, ok := view.FieldByName(name); !ok || len(f.Index) != 2 {
				t.Errorf("%s hides the frame's %s", view.Name(), name)
			}
		}
	}
}
