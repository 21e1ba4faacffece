package picture

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"testing"
)

// A logo stands in the row of its place, on the paper, and the names of all places begin
// behind it; one that is too large is cut to its room.
func TestMarks(t *testing.T) {
	red := image.NewRGBA(image.Rect(0, 0, 300, 300))
	for i := 0; i < len(red.Pix); i += 4 {
		copy(red.Pix[i:], []uint8{200, 0, 0, 255})
	}
	c := samples[0].content
	c.Places = append([]Place(nil), c.Places...)
	c.Places[1].Logo, c.Places[1].Mark = "a", red
	data := write(t, c)
	if !bytes.Equal(data, write(t, c)) {
		t.Error("two drawings differ")
	}
	got, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	found := image.Rectangle{}
	for y := range Height {
		for x := range Width {
			if color.RGBAModel.Convert(got.At(x, y)) == (color.RGBA{200, 0, 0, 255}) {
				found = found.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	rowTop := foot - 2*row
	if found.Dx() != MarkWidth || found.Dy() != MarkHeight || found.Min.Y < rowTop || found.Max.Y > rowTop+row-line || found.Min.X < edge {
		t.Errorf("the logo stands at %v", found)
	}
	plain := c
	plain.Places = append([]Place(nil), c.Places...)
	plain.Places[1].Mark = nil
	without := decode(t, write(t, plain))
	if without.At(edge+1, foot-row*3+row-19) != got.At(edge+1, foot-row*3+row-19) {
		t.Error("the numeral moved")
	}
}
