package photo

import (
	"bytes"
	"fmt"
	"image"
	"image/draw"
	"image/jpeg"
	"image/png"
	"io"
)

// quality of the JPEG that is written: differences cannot be seen, and photographs
// take about half of what cameras write.
const quality = 82

// draw makes the picture anew: converted, turned and in another size.
func (p Photo) draw(w io.Writer, data []byte, profile *profile, want Size) error {
	pixels, err := p.pixels(data, profile, want)
	if err != nil {
		return err
	}
	if p.form == "jpeg" {
		return jpeg.Encode(w, pixels, &jpeg.Options{Quality: quality})
	}
	return (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(w, pixels)
}

// WriteWebP writes the picture as WebP in one of its sizes, smaller than Write does:
// without loss where it was a PNG, else less and less good until it is.
func (p Photo) WriteWebP(w io.Writer, data []byte, size int) error {
	profile, fault := profileOf(p.form, data)
	if fault != nil {
		return fmt.Errorf("photo: %s", fault.Message)
	}
	pixels, err := p.pixels(data, profile, p.Sizes[size])
	if err != nil {
		return err
	}
	var beside bytes.Buffer
	if err := p.Write(&beside, data, size); err != nil {
		return err
	}
	straight := image.NewNRGBA(pixels.Rect)
	draw.Draw(straight, straight.Rect, pixels, image.Point{}, draw.Src)
	good := webpQuality
	if p.form == "png" {
		good = 100
	}
	for {
		encoded, err := webp(straight, good)
		if err != nil {
			return err
		}
		if len(encoded) < beside.Len() || good <= webpLeast {
			_, err := w.Write(encoded)
			return err
		}
		good = min(good-10, webpQuality+10)
	}
}

// pixels are those of the picture as it is shown, in a size.
func (p Photo) pixels(data []byte, profile *profile, want Size) (*image.RGBA, error) {
	decoded, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, &Unreadable{err}
	}
	bounds := decoded.Bounds()
	pixels := image.NewRGBA(image.Rect(0, 0, bounds.Dx(), bounds.Dy()))
	if profile != nil {
		profile.convert(pixels, decoded)
	} else {
		draw.Draw(pixels, pixels.Rect, decoded, bounds.Min, draw.Src)
	}
	pixels = turned(pixels, p.turn)
	return shrunk(pixels, want.Width, want.Height), nil
}

// turned is the picture upright. What EXIF calls orientation counts the eight ways
// in which a picture can lie.
func turned(in *image.RGBA, turn int) *image.RGBA {
	if turn <= 1 || turn > 8 {
		return in
	}
	w, h := in.Rect.Dx(), in.Rect.Dy()
	out := image.NewRGBA(image.Rect(0, 0, w, h))
	if turn >= 5 {
		out = image.NewRGBA(image.Rect(0, 0, h, w))
	}
	for y := range h {
		for x := range w {
			var tx, ty int
			switch turn {
			case 2:
				tx, ty = w-1-x, y
			case 3:
				tx, ty = w-1-x, h-1-y
			case 4:
				tx, ty = x, h-1-y
			case 5:
				tx, ty = y, x
			case 6:
				tx, ty = h-1-y, x
			case 7:
				tx, ty = h-1-y, w-1-x
			case 8:
				tx, ty = y, w-1-x
			}
			copy(out.Pix[out.PixOffset(tx, ty):][:4], in.Pix[in.PixOffset(x, y):][:4])
		}
	}
	return out
}

// shrunk is the picture in a smaller size: each pixel is the mean of those that it
// covers, weighted by how much of each.
func shrunk(in *image.RGBA, width, height int) *image.RGBA {
	w, h := in.Rect.Dx(), in.Rect.Dy()
	if width >= w || height >= h {
		return in
	}
	across := image.NewRGBA(image.Rect(0, 0, width, h))
	for y := range h {
		means(across.Pix[y*across.Stride:], 4, width, in.Pix[y*in.Stride:], 4, w)
	}
	out := image.NewRGBA(image.Rect(0, 0, width, height))
	for x := range width {
		means(out.Pix[4*x:], out.Stride, height, across.Pix[4*x:], across.Stride, h)
	}
	return out
}

// means writes n pixels, steps apart, as the means of m. In units of which a pixel of
// the source has n and one of the result m, both lines are equally long, and every
// overlap is whole.
func means(out []uint8, outStep, n int, in []uint8, inStep, m int) {
	for i := range n {
		from, to := i*m, (i+1)*m
		var sum [4]int
		for j := from / n; j*n < to; j++ {
			part := min(to, (j+1)*n) - max(from, j*n)
			p := in[j*inStep:]
			for c := range sum {
				sum[c] += part * int(p[c])
			}
		}
		o := out[i*outStep:]
		for c := range sum {
			o[c] = uint8((sum[c] + m/2) / m)
		}
	}
}
