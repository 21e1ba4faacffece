package photo

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"strings"
	"testing"
)

// slope is a picture in which every place has its own colour.
func slope(w, h int) *image.RGBA {
	m := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			m.Set(x, y, color.RGBA{uint8(255 * x / w), uint8(255 * y / h), 128, 255})
		}
	}
	return m
}

func asPNG(t *testing.T, m image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// held is a JPEG with notes of how it was held, and where.
func held(t *testing.T, m image.Image, turn uint16) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, &jpeg.Options{Quality: 95}); err != nil {
		t.Fatal(err)
	}
	exif := []byte("Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01")
	exif = append(binary.BigEndian.AppendUint16(exif, turn), "\x00\x00\x00\x00\x00\x00 taken at home"...)
	out := append([]byte{0xff, 0xd8, 0xff, 0xe1}, binary.BigEndian.AppendUint16(nil, uint16(len(exif)+2))...)
	return append(append(out, exif...), b.Bytes()[2:]...)
}

func written(t *testing.T, p Photo, data []byte, size int) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := p.Write(&b, data, size); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestTurned shows the eight ways in which a picture can lie: the corner that was the
// camera's upper left is where it belongs.
func TestTurned(t *testing.T) {
	for turn := uint16(1); turn <= 8; turn++ {
		data := held(t, slope(40, 20), turn)
		p, fault := Read("a.jpg", data)
		if fault != nil {
			t.Fatal(fault)
		}
		out := written(t, p, data, 0)
		if bytes.Contains(out, []byte("Exif")) || bytes.Contains(out, []byte("home")) {
			t.Errorf("%d: the notes are still there", turn)
		}
		m, _, err := image.Decode(bytes.NewReader(out))
		if err != nil {
			t.Fatal(err)
		}
		b := m.Bounds()
		if (b.Dx() == 20) != (turn >= 5) || b.Dx() != p.Sizes[0].Width || b.Dy() != p.Sizes[0].Height {
			t.Errorf("%d: %v", turn, b)
		}
		corner := [9]image.Point{1: {0, 0}, 2: {39, 0}, 3: {39, 19}, 4: {0, 19}, 5: {0, 0}, 6: {19, 0}, 7: {19, 39}, 8: {0, 39}}[turn]
		if r, g, _, _ := m.At(corner.X, corner.Y).RGBA(); r>>8 > 20 || g>>8 > 30 {
			t.Errorf("%d: the corner at %v is %d, %d", turn, corner, r>>8, g>>8)
		}
	}
}

// TestSizes makes a picture smaller, and the same bytes each time and everywhere: the
// sums were made on one machine and hold on all.
func TestSizes(t *testing.T) {
	data := asPNG(t, slope(2000, 100))
	p, fault := Read("Über uns.PNG", data)
	if fault != nil || len(p.Sizes) != 3 || p.Sizes[0].Width != 1600 || p.Sizes[2].Width != 480 || p.Sizes[2].Height != 24 {
		t.Fatal(p, fault)
	}
	if !strings.HasPrefix(p.Sizes[1].Path, "/assets/ueber-uns.") || !strings.HasSuffix(p.Sizes[1].Path, "-960.png") {
		t.Error(p.Sizes[1].Path)
	}
	out := written(t, p, data, 2)
	m, err := png.Decode(bytes.NewReader(out))
	if err != nil || m.Bounds().Dx() != 480 || m.Bounds().Dy() != 24 {
		t.Fatal(err, m.Bounds())
	}
	// The mean of a slope is the slope.
	for _, x := range []int{0, 100, 479} {
		r, _, b, a := m.At(x, 12).RGBA()
		if want := (255*x + 128) / 480; int(r>>8) < want-1 || int(r>>8) > want+1 || b>>8 != 128 || a != 0xffff {
			t.Errorf("%d: %d, %d, want %d", x, r>>8, b>>8, want)
		}
	}
	pixels := sha256.Sum256(m.(*image.RGBA).Pix)
	const same = "b1a96e783d99"
	if got := hex.EncodeToString(pixels[:6]); got != same {
		t.Errorf("the pixels are %s, not %s", got, same)
	}
	small, _ := Read("s.png", asPNG(t, slope(500, 10)))
	if len(small.Sizes) != 1 {
		t.Errorf("%+v", small.Sizes)
	}
}

// p3 is a profile with the primaries of Display P3 and a power of 2.2 (as Apple's).
func p3() []byte {
	fixed := func(v float64) []byte { return binary.BigEndian.AppendUint32(nil, uint32(int32(v*65536))) }
	xyz := func(x, y, z float64) []byte {
		return append([]byte("XYZ \x00\x00\x00\x00"), bytes.Join([][]byte{fixed(x), fixed(y), fixed(z)}, nil)...)
	}
	curve := []byte("curv\x00\x00\x00\x00\x00\x00\x00\x01\x02\x33\x00\x00")
	parts := []struct {
		name string
		data []byte
	}{
		{"desc", []byte("desc\x00\x00\x00\x00\x00\x00\x00\x0bDisplay P3\x00")},
		{"rXYZ", xyz(0.51512, 0.24120, -0.00105)}, {"gXYZ", xyz(0.29198, 0.69225, 0.04189)}, {"bXYZ", xyz(0.15710, 0.06657, 0.78407)},
		{"rTRC", curve}, {"gTRC", curve}, {"bTRC", curve},
	}
	head := make([]byte, 128)
	copy(head[16:], "RGB XYZ ")
	icc := binary.BigEndian.AppendUint32(head, uint32(len(parts)))
	at := len(icc) + 12*len(parts)
	var body []byte
	for _, p := range parts {
		icc = append(icc, p.name...)
		icc = binary.BigEndian.AppendUint32(icc, uint32(at+len(body)))
		icc = binary.BigEndian.AppendUint32(icc, uint32(len(p.data)))
		body = append(body, p.data...)
	}
	return append(icc, body...)
}

func withProfile(t *testing.T, m image.Image, icc []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, &jpeg.Options{Quality: 100}); err != nil {
		t.Fatal(err)
	}
	segment := append([]byte("ICC_PROFILE\x00\x01\x01"), icc...)
	out := append([]byte{0xff, 0xd8, 0xff, 0xe2}, binary.BigEndian.AppendUint16(nil, uint16(len(segment)+2))...)
	return append(append(out, segment...), b.Bytes()[2:]...)
}

// TestProfile converts colours as they are known: grey stays grey, and a green of
// Display P3 is one that sRGB has no more of.
func TestProfile(t *testing.T) {
	for _, tt := range []struct{ in, want color.RGBA }{
		{color.RGBA{128, 128, 128, 255}, color.RGBA{128, 128, 128, 255}},
		{color.RGBA{255, 255, 255, 255}, color.RGBA{255, 255, 255, 255}},
		{color.RGBA{0, 0, 0, 255}, color.RGBA{0, 0, 0, 255}},
		{color.RGBA{0, 255, 0, 255}, color.RGBA{0, 255, 0, 255}},
		{color.RGBA{200, 100, 50, 255}, color.RGBA{216, 93, 24, 255}},
	} {
		m := image.NewRGBA(image.Rect(0, 0, 16, 16))
		for i := range 16 * 16 {
			m.Set(i%16, i/16, tt.in)
		}
		data := withProfile(t, m, p3())
		p, fault := Read("p3.jpg", data)
		if fault != nil {
			t.Fatal(fault)
		}
		out, err := jpeg.Decode(bytes.NewReader(written(t, p, data, 0)))
		if err != nil {
			t.Fatal(err)
		}
		r, g, b, _ := out.At(8, 8).RGBA()
		for i, got := range []uint32{r >> 8, g >> 8, b >> 8} {
			want := []uint8{tt.want.R, tt.want.G, tt.want.B}[i]
			if d := int(got) - int(want); d < -6 || d > 6 {
				t.Errorf("%v became %d %d %d, want %v", tt.in, r>>8, g>>8, b>>8, tt.want)
				break
			}
		}
	}
	icc := p3()
	copy(icc[16:], "CMYK")
	if _, fault := Read("c.jpg", withProfile(t, slope(8, 8), icc)); fault == nil || !strings.Contains(fault.Message, "Display P3") {
		t.Error(fault)
	}
}

func TestFaults(t *testing.T) {
	for name, tt := range map[string]struct {
		data []byte
		want string
	}{
		"words.jpg": {[]byte("no picture"), "cannot be read as a picture"},
		"cut.png":   {asPNG(t, slope(9, 9))[:20], "cannot be read as a picture"},
		"empty.gif": {nil, "cannot be read as a picture"},
		"long.png":  {asPNG(t, image.NewGray(image.Rect(0, 0, maxSide+1, 1))), "20001 by 1 pixels"},
		"heavy.png": {append(asPNG(t, slope(9, 9)), make([]byte, MaxBytes)...), "has more than 16 MB"},
		"cut.jpg":   {held(t, slope(90, 90), 1)[:1200], "is not whole"},
		"half.png":  {asPNG(t, rough(90, 90))[:2000], "is not whole"},
		"bent.png":  {bent(asPNG(t, rough(90, 90))), "is not whole"},
		"phone.jpg": {[]byte("\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic"), "is a HEIC picture"},
		"scan.png":  {[]byte("II*\x00\x08\x00\x00\x00"), "is a TIFF picture"},
		"new.png":   {[]byte("\x00\x00\x00\x18ftypavif"), "is an AVIF picture"},
		"page.jpg":  {[]byte(" <!DOCTYPE html><p>404"), "is a page of HTML"},
		"plan.png":  {[]byte("<?xml version=\"1.0\"?>\n<svg/>"), "is an SVG"},
		"bomb.png":  {header(30_000, 30_000), "is 30000 by 30000 pixels"},
	} {
		if _, fault := Read(name, tt.data); fault == nil || !strings.Contains(fault.Message, tt.want) || fault.Hint == "" {
			t.Errorf("%s: %v", name, fault)
		}
	}
}

// bent has one byte changed.
func bent(data []byte) []byte {
	data[len(data)/2]++
	return data
}

// header is the beginning of a PNG that says how large it is.
func header(w, h uint32) []byte {
	out := append([]byte(pngMark), "\x00\x00\x00\x0dIHDR"...)
	out = binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(out, w), h)
	out = append(out, 1, 0, 0, 0, 0)
	return binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(out[len(pngMark)+4:]))
}

// TestUnreadable draws what has its beginning and its end, and too little between.
func TestUnreadable(t *testing.T) {
	whole := asPNG(t, rough(1700, 3))
	none := header(1700, 3000)
	for _, part := range []string{"IDAT", "IEND"} {
		at := bytes.Index(whole, []byte(part)) - 4
		none = append(none, whole[at:at+12+int(binary.BigEndian.Uint32(whole[at:]))]...)
	}
	p, fault := Read("a.png", none)
	if fault != nil {
		t.Fatal(fault)
	}
	var unreadable *Unreadable
	if err := p.Write(&bytes.Buffer{}, none, 0); !errors.As(err, &unreadable) || unreadable.Fault().Hint == "" {
		t.Error(err)
	}
}

// TestUnusual shows what is right all the same: sixteen bits, and what only its name
// calls a PNG.
func TestUnusual(t *testing.T) {
	deep := image.NewNRGBA64(image.Rect(0, 0, 1700, 4))
	for i := range deep.Pix {
		deep.Pix[i] = byte(i%8/6*255) | byte(i)
	}
	p, fault := Read("deep.png", asPNG(t, deep))
	if fault != nil || p.Sizes[0].Width != 1600 {
		t.Fatal(p, fault)
	}
	if _, err := png.Decode(bytes.NewReader(written(t, p, asPNG(t, deep), 0))); err != nil {
		t.Error(err)
	}
	taken := held(t, rough(90, 60), 6)
	p, fault = Read("really-a-jpeg.png", taken)
	if fault != nil || p.Sizes[0].Width != 60 || !strings.HasSuffix(p.Sizes[0].Path, ".jpg") {
		t.Error(p, fault)
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte("\xff\xd8\xff\xe1\x00\x10Exif\x00\x00II*\x00\x08\x00\x00\x00\xff\xff"))
	f.Add([]byte(pngMark))
	f.Add([]byte("RIFF\x10\x00\x00\x00WEBPVP8X\x02\x00\x00\x00ab"))
	f.Add(p3())
	f.Fuzz(func(_ *testing.T, data []byte) {
		orientation(data)
		bareJPEG(data)
		barePNG(data)
		bareWebP(data)
		drawn(data)
		if p := parseProfile(data); p != nil {
			p.convert(image.NewRGBA(image.Rect(0, 0, 1, 1)), image.NewGray(image.Rect(0, 0, 1, 1)))
		}
		for _, name := range []string{"a.jpg", "a.svg"} {
			if p, fault := Read(name, data); fault == nil && len(data) < 1<<12 && p.Sizes[0].Width*p.Sizes[0].Height < 1<<16 {
				_ = p.Write(&bytes.Buffer{}, data, 0) // what is cut short cannot be drawn, and says so
			}
		}
	})
}
