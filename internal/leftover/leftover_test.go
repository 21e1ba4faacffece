package leftover

import "testing"

func TestIs(t *testing.T) {
	for name, want := range map[string]bool{
		"alpha.md~": true, "~": true, "#beta.md#": true, "guide.md.bak": true, "GUIDE.MD.BAK": true, "x.orig": true, "4913": true,
		"Thumbs.db": true, "thumbs.db": true, "ehthumbs.db": true, "desktop.ini": true, "Desktop.ini": true,
		"alpha.md": false, "#": false, "##": false, "#beta.md": false, "beta#": false, "bak": false, "4913.md": false, "14913": false,
		"thumbs.db.md": false, "original.md": false, "": false, "~x": false,
	} {
		if Is(name) != want {
			t.Errorf("Is(%q) = %v", name, !want)
		}
	}
}
