package picture

import (
	"image"
	"image/color"
	imagedraw "image/draw"
	"image/png"
	"io"
)

// marksWidth is the width of the widest logo of the places, 0 where none has one.
func marksWidth(places []Place) int {
	most := 0
	for _, p := range places {
		if p.Mark != nil {
			most = max(most, min(p.Mark.Rect.Dx(), MarkWidth))
		}
	}
	return most
}

// inColour writes a picture with the logos of its places, each in the middle of the room
// before the names.
func inColour(w io.Writer, drawn *paper, places []Place) error {
	out := image.NewRGBA(image.Rect(0, 0, Width, Height))
	colours := make([]color.RGBA, len(palette))
	for i, c := range palette {
		colours[i] = c.(color.RGBA)
	}
	for y := range Height {
		line := out.Pix[y*out.Stride:]
		for x, index := range drawn.row(y) {
			c := colours[index]
			line[4*x], line[4*x+1], line[4*x+2], line[4*x+3] = c.R, c.G, c.B, c.A
		}
	}
	shown := places[:min(3, len(places))]
	wide := marksWidth(shown)
	fonts, err := loaded()
	if err != nil {
		return err
	}
	s := canvases.Get().(*canvas)
	defer canvases.Put(s)
	s.fonts = fonts
	left := edge + s.numerals(shown) + 26
	for i, p := range shown {
		if p.Mark == nil {
			continue
		}
		box := image.Rect(0, 0, min(p.Mark.Rect.Dx(), MarkWidth), min(p.Mark.Rect.Dy(), MarkHeight))
		middle := foot - row*(len(shown)-i) + row/2 - line
		at := image.Pt(left+(wide-box.Dx())/2, middle-box.Dy()/2)
		imagedraw.Draw(out, box.Add(at), p.Mark, p.Mark.Rect.Min, imagedraw.Over)
	}
	return (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(w, out)
}
