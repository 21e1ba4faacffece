package photo

import (
	"bytes"
	"image"
	"image/png"
	"testing"
)

func TestMark(t *testing.T) {
	for _, tt := range []struct{ w, h, wantW, wantH int }{
		{880, 440, 88, 44}, {440, 440, 44, 44}, {2000, 100, 88, 4}, {20, 10, 20, 10}, {3, 900, 1, 44},
	} {
		var b bytes.Buffer
		if err := png.Encode(&b, image.NewRGBA(image.Rect(0, 0, tt.w, tt.h))); err != nil {
			t.Fatal(err)
		}
		p, fault := Read("x.png", b.Bytes())
		if fault != nil {
			t.Fatal(fault)
		}
		got, err := p.Mark(b.Bytes(), 88, 44)
		if err != nil {
			t.Fatal(err)
		}
		if got.Rect.Dx() != tt.wantW || got.Rect.Dy() != tt.wantH {
			t.Errorf("%d by %d became %v", tt.w, tt.h, got.Rect)
		}
	}
	if p, _ := Read("x.svg", []byte("<svg/>")); !p.Drawn() {
		t.Error("a drawing is none")
	}
}
