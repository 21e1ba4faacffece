package photo

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"image"
	"io"
	"math"
	"strings"
)

// profile is a colour profile of three primaries and a curve each, as cameras and
// screens have: Display P3, Adobe RGB. Light is counted to 65535.
type profile struct {
	light  [3][256]int // of each channel, what its values stand for
	matrix [3][3]int   // to the light of sRGB, in units of 1/65536
	back   [4097]uint8 // from that light, in steps of 16, to sRGB
}

// profileOf is the profile that a picture has to be converted from: nil for sRGB, and
// for one that says nothing.
func profileOf(form string, data []byte) (*profile, *Fault) {
	icc := embedded(form, data)
	if icc == nil {
		return nil, nil
	}
	name := describe(icc)
	if strings.Contains(name, "sRGB") || strings.Contains(name, "c2") {
		return nil, nil
	}
	p := parseProfile(icc)
	if p == nil {
		return nil, &Fault{"has a colour profile that is not converted: " + strings.TrimSpace(name), "save it for the web, in sRGB"}
	}
	return p, nil
}

// embedded is the profile of a JPEG or a PNG; nil where it has none.
func embedded(form string, data []byte) []byte {
	switch form {
	case "jpeg":
		var icc []byte
		segments(data, func(marker byte, _, payload []byte) {
			if part, ok := bytes.CutPrefix(payload, []byte("ICC_PROFILE\x00")); ok && marker == 0xe2 && len(part) > 2 {
				icc = append(icc, part[2:]...) // they stand in their order
			}
		})
		return icc
	case "png":
		var icc []byte
		chunks(data, func(kind string, _, payload []byte) {
			_, rest, ok := bytes.Cut(payload, []byte{0})
			if kind != "iCCP" || !ok || len(rest) < 1 {
				return
			}
			in, err := zlib.NewReader(bytes.NewReader(rest[1:]))
			if err == nil {
				icc, _ = io.ReadAll(io.LimitReader(in, 4<<20))
			}
		})
		return icc
	}
	return nil
}

// tag is a part of a profile, by its four letters.
func tag(icc []byte, name string) []byte {
	if len(icc) < 132 {
		return nil
	}
	for i := range min(int(binary.BigEndian.Uint32(icc[128:])), 100) {
		at := 132 + 12*i
		if at+12 > len(icc) {
			return nil
		}
		from, size := int(binary.BigEndian.Uint32(icc[at+4:])), int(binary.BigEndian.Uint32(icc[at+8:]))
		if string(icc[at:at+4]) == name && from >= 0 && size >= 8 && from+size <= len(icc) {
			return icc[from : from+size]
		}
	}
	return nil
}

// describe is what a profile calls itself, in letters that can be read.
func describe(icc []byte) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r > '~' {
			return -1
		}
		return r
	}, strings.TrimPrefix(strings.TrimPrefix(string(tag(icc, "desc")), "desc"), "mluc"))
}

// fromPCS leads from the profile's connection space, XYZ under D50, to the light of
// sRGB (IEC 61966-2-1, adapted by Bradford).
var fromPCS = [3][3]float64{
	{3.1338561, -1.6168667, -0.4906146},
	{-0.9787684, 1.9161415, 0.0334540},
	{0.0719453, -0.2289914, 1.4052427},
}

func parseProfile(icc []byte) *profile {
	if len(icc) < 132 || string(icc[16:20]) != "RGB " || string(icc[20:24]) != "XYZ " {
		return nil
	}
	p := &profile{}
	var columns [3][3]float64
	for c, name := range []string{"r", "g", "b"} {
		xyz, curve := tag(icc, name+"XYZ"), tag(icc, name+"TRC")
		if len(xyz) < 20 || !p.curve(c, curve) {
			return nil
		}
		for k := range 3 {
			columns[k][c] = float64(int32(binary.BigEndian.Uint32(xyz[8+4*k:]))) / 65536
		}
	}
	for row := range 3 {
		for c := range 3 {
			// The conversions keep a processor from fusing, which would round in another way.
			sum := float64(fromPCS[row][0]*columns[0][c]) + float64(fromPCS[row][1]*columns[1][c])
			sum = float64(sum) + float64(fromPCS[row][2]*columns[2][c])
			p.matrix[row][c] = int(math.Round(sum * 65536))
		}
	}
	for i := range p.back {
		light := float64(i) / 4096
		v := 12.92 * light
		if light > 0.0031308 {
			v = float64(1.055*math.Pow(light, 1/2.4)) - 0.055
		}
		p.back[i] = uint8(math.Round(min(v, 1) * 255))
	}
	return p
}

// curve reads what the values of a channel stand for: a power, a table, or a power
// with a straight piece at its foot.
func (p *profile) curve(c int, tag []byte) bool {
	if len(tag) < 12 {
		return false
	}
	var f func(float64) float64
	switch n := int(binary.BigEndian.Uint32(tag[8:])); {
	case string(tag[:4]) == "curv" && n == 0:
		f = func(x float64) float64 { return x }
	case string(tag[:4]) == "curv" && n == 1 && len(tag) >= 14:
		gamma := float64(binary.BigEndian.Uint16(tag[12:])) / 256
		f = func(x float64) float64 { return math.Pow(x, gamma) }
	case string(tag[:4]) == "curv" && n > 1 && len(tag) >= 12+2*n:
		f = func(x float64) float64 {
			at := x * float64(n-1)
			i := min(int(at), n-2)
			low, high := float64(binary.BigEndian.Uint16(tag[12+2*i:])), float64(binary.BigEndian.Uint16(tag[14+2*i:]))
			return (low + float64((at-float64(i))*(high-low))) / 65535
		}
	case string(tag[:4]) == "para":
		kind := int(binary.BigEndian.Uint16(tag[8:]))
		counts := []int{1, 3, 4, 5, 7}
		if kind >= len(counts) || len(tag) < 12+4*counts[kind] {
			return false
		}
		var v [7]float64
		for i := range counts[kind] {
			v[i] = float64(int32(binary.BigEndian.Uint32(tag[12+4*i:]))) / 65536
		}
		f = parametric(kind, v)
	default:
		return false
	}
	for i := range p.light[c] {
		p.light[c][i] = int(math.Round(min(max(f(float64(i)/255), 0), 1) * 65535))
	}
	return true
}

// parametric is a curve of ICC.1:2022, 10.18.
func parametric(kind int, v [7]float64) func(float64) float64 {
	g, a, b, c, d, e, foot := v[0], v[1], v[2], v[3], v[4], v[5], v[6]
	switch kind {
	case 0:
		a, d = 1, math.Inf(-1)
	case 1:
		d = -b / a
		c = 0
	case 2:
		d, e, foot = -b/a, c, c
		c = 0
	}
	return func(x float64) float64 {
		if x >= d {
			return float64(math.Pow(float64(a*x)+b, g)) + e
		}
		return float64(c*x) + foot
	}
}

// convert copies a picture into the colours of the web. Pixels that can be seen
// through are converted before their colours are weakened.
func (p *profile) convert(into *image.RGBA, from image.Image) {
	bounds := from.Bounds()
	for y := range into.Rect.Dy() {
		for x := range into.Rect.Dx() {
			r, g, b, a := from.At(bounds.Min.X+x, bounds.Min.Y+y).RGBA()
			if a == 0 {
				continue
			}
			in := [3]int{p.light[0][full(r, a)], p.light[1][full(g, a)], p.light[2][full(b, a)]}
			out := into.Pix[into.PixOffset(x, y):]
			for row := range 3 {
				light := (p.matrix[row][0]*in[0] + p.matrix[row][1]*in[1] + p.matrix[row][2]*in[2]) >> 16
				light = min(max(light, 0), 65535)
				out[row] = uint8((int(p.back[(light+8)>>4])*int(a) + 0x7fff) / 0xffff)
			}
			out[3] = uint8(a >> 8)
		}
	}
}

// full is a channel to 255, as it was before it was weakened by how much shows
// through.
func full(v, a uint32) uint32 { return min((v*0xff+a/2)/a, 0xff) }
