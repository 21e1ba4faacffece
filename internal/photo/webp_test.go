package photo

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"math/rand/v2"
	"sync"
	"testing"

	"github.com/tetratelabs/wazero"
	decoder "golang.org/x/image/webp"
)

// rough is a slope that does not compress to nothing.
func rough(w, h int) *image.RGBA {
	m := slope(w, h)
	for y := range h {
		for x := range w {
			m.Pix[m.PixOffset(x, y)+2] += byte((x*x*x + 5*x*y*y) % 23)
		}
	}
	return m
}

func asWebP(t *testing.T, p Photo, data []byte, size int) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := p.WriteWebP(&b, data, size); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestWebP holds the bytes that one machine made, several at once, and that they show
// the same picture and are fewer.
func TestWebP(t *testing.T) {
	var taken bytes.Buffer
	if err := jpeg.Encode(&taken, rough(200, 120), &jpeg.Options{Quality: 90}); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name, sum string
		data      []byte
	}{
		{"a.jpg", "0c8d31f713e1", taken.Bytes()},
		{"a.png", "f54e29353faf", asPNG(t, rough(200, 120))},
	} {
		p, fault := Read(tt.name, tt.data)
		if fault != nil || p.Sizes[0].WebP == "" {
			t.Fatal(p, fault)
		}
		var all sync.WaitGroup
		for range 3 {
			all.Go(func() {
				out := asWebP(t, p, tt.data, 0)
				sum := sha256.Sum256(out)
				if got := hex.EncodeToString(sum[:6]); got != tt.sum {
					t.Errorf("%s: the sum is %s, not %s", tt.name, got, tt.sum)
				}
				if beside := len(written(t, p, tt.data, 0)); len(out) >= beside {
					t.Errorf("%s: %d bytes beside %d", tt.name, len(out), beside)
				}
				m, err := decoder.Decode(bytes.NewReader(out))
				if err != nil || m.Bounds() != image.Rect(0, 0, 200, 120) {
					t.Fatal(err, m)
				}
				r, g, b, _ := m.At(100, 60).RGBA()
				for i, is := range []uint32{r, g, b} {
					if is := int(is >> 8); is < 118 || is > 138 {
						t.Errorf("%s: colour %d of the middle is %d", tt.name, i, is)
					}
				}
			})
		}
		all.Wait()
	}
}

// TestWebPInterpreted runs the encoder as it runs on processors for which it is not
// compiled.
func TestWebPInterpreted(t *testing.T) {
	open, err := compile(wazero.NewRuntimeConfigInterpreter())
	if err != nil {
		t.Fatal(err)
	}
	pixels := image.NewNRGBA(image.Rect(0, 0, 24, 16))
	for i := range pixels.Pix {
		pixels.Pix[i] = byte(i * i / 7)
	}
	for _, quality := range []int{webpQuality, 100} {
		i, err := open()
		if err != nil {
			t.Fatal(err)
		}
		got, err := i.encode(pixels, quality)
		want, fault := webp(pixels, quality)
		if err != nil || fault != nil || !bytes.Equal(got, want) {
			t.Errorf("%d: %d bytes, %d compiled: %v, %v", quality, len(got), len(want), err, fault)
		}
		i.close()
	}
}

// TestWebPIsSmaller tries what is hard to make smaller: noise, few colours, a picture
// saved badly before.
func TestWebPIsSmaller(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	noise := image.NewRGBA(image.Rect(0, 0, 60, 60))
	for i := range noise.Pix {
		noise.Pix[i] = byte(random.Uint32()) | byte(i%4/3*255)
	}
	few := image.NewPaletted(image.Rect(0, 0, 400, 400), color.Palette{color.Black, color.White, color.Transparent})
	for i := range few.Pix {
		few.Pix[i] = byte(random.IntN(30) / 28)
	}
	var bad bytes.Buffer
	if err := jpeg.Encode(&bad, noise, &jpeg.Options{Quality: 25}); err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{"noise.png": asPNG(t, noise), "few.png": asPNG(t, few), "bad.jpg": bad.Bytes()} {
		p, fault := Read(name, data)
		if fault != nil {
			t.Fatal(fault)
		}
		if with, without := len(asWebP(t, p, data, 0)), len(written(t, p, data, 0)); with >= without {
			t.Errorf("%s: %d bytes beside %d", name, with, without)
		}
	}
}

// Of what moves, is small or is a mark nothing is made.
func TestNoWebP(t *testing.T) {
	still := asPNG(t, rough(2000, 100))
	const control = "acTL\x00\x00\x00\x01\x00\x00\x00\x00"
	moving := append(append(bytes.Clone(still[:33]), "\x00\x00\x00\x08"...), control...)
	moving = binary.BigEndian.AppendUint32(moving, crc32.ChecksumIEEE([]byte(control)))
	moving = append(moving, still[33:]...)
	p, fault := Read("a.png", moving)
	if fault != nil || len(p.Sizes) != 1 || p.Sizes[0].Width != 2000 || p.Sizes[0].WebP != "" {
		t.Error(p, fault)
	}
	if out := written(t, p, moving, 0); !bytes.Equal(out, moving) {
		t.Error("what moves does not stay as it is")
	}
	if p, fault := Read("a.png", asPNG(t, slope(4, 4))); fault != nil || p.Sizes[0].WebP != "" {
		t.Error(p, fault)
	}
	with, _ := Read("a.png", still)
	without := with.WithoutWebP()
	if with.Sizes[0].WebP == "" || without.Sizes[0].WebP != "" {
		t.Error(with, without)
	}
	if _, err := png.Decode(bytes.NewReader(written(t, without, still, 1))); err != nil {
		t.Error(err)
	}
}
