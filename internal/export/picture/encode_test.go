package picture

import (
	"bytes"
	"math/rand/v2"
	"testing"
)

// TestCodes: the codes leave no bits unused and are at most as long as can be said.
func TestCodes(t *testing.T) {
	if len(colourBits) != len(palette) || len(repeatBits) != 30 {
		t.Fatalf("%d and %d codes for %d colours and 30 lengths", len(colourBits), len(repeatBits), len(palette))
	}
	sum := 0
	for symbol, l := range lengthOf {
		if l > 14 {
			t.Errorf("%d has %d bits", symbol, l)
		}
		if l > 0 {
			sum += 1 << (14 - l)
		}
	}
	if sum != 1<<14 {
		t.Errorf("the codes fill %d of %d", sum, 1<<14)
	}
}

// TestEncode: what is written is what is read, whatever the picture: nothing but one
// colour, noise, and repeats of every length, of the pixel before and of the row above.
func TestEncode(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	pictures := map[string]func(p *paper){
		"blank": func(*paper) {},
		"full": func(p *paper) {
			for y := range Height {
				for x := range Width {
					p.row(y)[x] = uint8(len(palette) - 1)
				}
			}
		},
		"noise": func(p *paper) {
			for y := range Height {
				for x := range Width {
					p.row(y)[x] = uint8(random.IntN(len(palette)))
				}
			}
		},
		"runs": func(p *paper) {
			x, length := 0, 1
			for length <= 600 {
				colour := uint8(random.IntN(len(palette)))
				for range length {
					p.row(x / Width)[x%Width] = colour
					x++
				}
				length++
			}
		},
		"rows": func(p *paper) {
			for y := range Height - 1 {
				for x := range Width {
					if y%2 == 0 || x >= 2+y {
						p.row(y)[x] = uint8(random.IntN(len(palette)))
					} else {
						p.row(y)[x] = p.row(y - 1)[x]
					}
				}
			}
		},
	}
	for name, fill := range pictures {
		p := newPaper()
		fill(p)
		var b bytes.Buffer
		if err := new(encoder).encode(&b, p.rows); err != nil {
			t.Fatal(err)
		}
		got := decode(t, b.Bytes())
		for y := range Height {
			if !bytes.Equal(got.Pix[y*got.Stride:][:Width], p.row(y)) {
				t.Fatalf("%s: row %d is another one", name, y)
			}
		}
	}
}
