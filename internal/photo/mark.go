package photo

import (
	"bytes"
	"fmt"
	"image"
	"image/draw"
)

// Drawn reports whether the picture is a drawing, which has no pixels of its own.
func (p Photo) Drawn() bool { return p.form == "svg" }

// Mark is a picture made of pixels as small as fits a box, upright and in the colours of
// the web. One that is smaller stays as it is. The data are those that it was read from.
func (p Photo) Mark(data []byte, width, height int) (*image.RGBA, error) {
	profile, fault := profileOf(p.form, data)
	if fault != nil {
		return nil, fmt.Errorf("photo: %s", fault.Message)
	}
	decoded, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	bounds := decoded.Bounds()
	pixels := image.NewRGBA(image.Rect(0, 0, bounds.Dx(), bounds.Dy()))
	if profile != nil {
		profile.convert(pixels, decoded)
	} else {
		draw.Draw(pixels, pixels.Rect, decoded, bounds.Min, draw.Src)
	}
	pixels = turned(pixels, p.turn)
	w, h := pixels.Rect.Dx(), pixels.Rect.Dy()
	switch {
	case w <= width && h <= height:
		return pixels, nil
	case w*height > h*width:
		height = max(1, (h*width+w/2)/w)
	default:
		width = max(1, (w*height+h/2)/h)
	}
	return shrunk(pixels, width, height), nil
}
