package picture

import (
	"encoding/binary"
	"hash/crc32"
	"io"
	"math/bits"
	"slices"
	"sync"
)

// What is on a card is mostly paper, and much of the rest is as in the row above.
// So the encoder looks for nothing else: a piece of the picture either repeats the
// pixel before it or the row above it, or is written as it is. Which bits stand for
// what is fixed, counted once over many cards. image/png at its fastest level takes
// about twice as long, and its files are a little larger; see internal/bench/README.md.
//
// The formats are those of the PNG specification (third edition) and of RFC 1950
// and 1951.

// pitch is the length of a row: each begins with the byte 0, for no filter.
const pitch = Width + 1

// How many bits stand for a colour of the palette, and for the end and each code of a
// length, at most 14. TestCodes holds them to be a whole code.
var (
	colourBits = []uint8{
		4,                                           // paper
		5, 5, 5, 5, 5, 5, 6, 5, 5, 5, 6, 5, 5, 5, 3, // black
		8, 8, 8, 9, 9, 9, 9, 9, 9, 9, 9, 8, 8, 8, 6, // grey
		13, 14, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, // the accent
		13, // hairlines
	}
	repeatBits = []uint8{14, 7, 7, 7, 7, 6, 6, 7, 6, 5, 6, 7, 7, 6, 7, 7, 8, 7, 8, 8, 9, 8, 8, 9, 9, 8, 8, 9, 9, 3}
)

// lengthOf has them by symbol.
var lengthOf = func() (l [286]uint8) {
	copy(l[:], colourBits)
	copy(l[256:], repeatBits)
	return l
}()

// codes are the bits themselves, the first to be written lowest.
var codes = func() (out [286]uint16) {
	next := uint16(0)
	for length := uint8(1); length <= 15; length++ {
		for symbol, l := range lengthOf {
			if l == length {
				out[symbol] = bits.Reverse16(next) >> (16 - length)
				next++
			}
		}
		next <<= 1
	}
	return out
}()

// The distances are 1, code 0, and that of the row above, code 20 with nine more bits.
// Either code is one bit.
const (
	aboveCode  = 20
	aboveExtra = pitch - 1025
)

// repeats are the codes of lengths by the length: bits, how many, those of the
// distance 1 included.
var repeats = func() (out [259]struct {
	bits  uint64
	count uint
}) {
	code, first := 257, 3
	for i := range 28 {
		extra := uint(max(0, i/4-1))
		for rest := range 1 << extra {
			if length := first + rest; length < 258 {
				l := uint(lengthOf[code])
				out[length].bits, out[length].count = uint64(codes[code])|uint64(rest)<<l, l+extra+1
			}
		}
		code, first = code+1, first+1<<extra
	}
	out[258].bits, out[258].count = uint64(codes[285]), uint(lengthOf[285])+1
	return out
}()

// encoder writes pictures. It keeps its buffer.
type encoder struct {
	out  []byte
	bits uint64
	held uint // how many bits wait
}

var encoders = sync.Pool{New: func() any { return new(encoder) }}

// encode writes the rows of a picture, each with its byte before it.
func (e *encoder) encode(w io.Writer, rows []byte) error {
	e.out, e.bits, e.held = append(e.out[:0], "\x89PNG\r\n\x1a\n"...), 0, 0
	header := binary.BigEndian.AppendUint32(nil, Width)
	header = binary.BigEndian.AppendUint32(header, Height)
	e.chunk("IHDR", func() { e.out = append(append(e.out, header...), 8, 3, 0, 0, 0) })
	e.chunk("PLTE", func() {
		for _, c := range palette {
			r, g, b, _ := c.RGBA()
			e.out = append(e.out, byte(r>>8), byte(g>>8), byte(b>>8))
		}
	})
	e.chunk("IDAT", func() {
		e.out = append(e.out, 0x78, 0x01)
		e.codes()
		e.pixels(rows)
		e.put(uint64(codes[256]), uint(lengthOf[256]))
		e.put(0, 7) // to the end of the byte
		e.out = binary.BigEndian.AppendUint32(e.out, adler(rows))
	})
	e.chunk("IEND", func() {})
	_, err := w.Write(e.out)
	return err
}

// chunk writes a part of the file: its length, its name, what it holds and the sum of
// the latter two.
func (e *encoder) chunk(name string, content func()) {
	start := len(e.out)
	e.out = append(append(e.out, 0, 0, 0, 0), name...)
	content()
	binary.BigEndian.PutUint32(e.out[start:], uint32(len(e.out)-start-8))
	e.out = binary.BigEndian.AppendUint32(e.out, crc32.ChecksumIEEE(e.out[start+4:]))
}

// put writes at most 40 bits; fewer than 8 wait for those that follow.
func (e *encoder) put(bits uint64, count uint) {
	e.bits |= bits << e.held
	e.held += count
	for e.held >= 8 {
		e.out = append(e.out, byte(e.bits))
		e.bits >>= 8
		e.held -= 8
	}
}

// codes begins the one block of the data and says which codes it uses.
func (e *encoder) codes() {
	e.put(1|2<<1, 3)
	e.put(286-257, 5)
	e.put(aboveCode, 5)
	e.put(19-4, 4)
	// The lengths of codes have a code of their own: here four bits for each of 0 to
	// 14, and five for 18, by which many zeros are written.
	order := []int{16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15}
	of := func(symbol int) int {
		switch {
		case symbol == 18 || symbol == 17:
			return 5
		case symbol <= 14:
			return 4
		}
		return 0
	}
	for _, symbol := range order {
		e.put(uint64(of(symbol)), 3)
	}
	length := func(l uint8) { e.put(uint64(bits.Reverse8(l)>>4), 4) }
	zeros := func(count int) { // 11 to 138
		e.put(uint64(bits.Reverse8(31)>>3), 5)
		e.put(uint64(count-11), 7)
	}
	for _, l := range lengthOf[:len(colourBits)] {
		length(l)
	}
	zeros(100)
	zeros(256 - len(colourBits) - 100)
	for _, l := range lengthOf[256:] {
		length(l)
	}
	length(1)
	zeros(aboveCode - 1)
	length(1)
}

// pixels writes what the rows hold.
func (e *encoder) pixels(rows []byte) {
	for i := 0; i < len(rows); {
		run, above := 0, 0
		if i > 0 && rows[i] == rows[i-1] {
			run = same(rows[i:], rows[i-1:])
		}
		if i >= pitch && rows[i] == rows[i-pitch] {
			above = same(rows[i:], rows[i-pitch:])
		}
		switch {
		case above > run+1 && above > 3:
			e.repeat(above, true)
			i += above
		case run >= 3:
			e.repeat(run, false)
			i += run
		default:
			e.put(uint64(codes[rows[i]]), uint(lengthOf[rows[i]]))
			i++
		}
	}
}

// repeat writes that so many bytes, at least 3, are those before or above them.
func (e *encoder) repeat(length int, above bool) {
	for length > 0 {
		n := min(length, 258)
		if rest := length - n; rest > 0 && rest < 3 {
			n -= 3
		}
		r := &repeats[n]
		if above {
			e.put(r.bits|1<<(r.count-1)|aboveExtra<<r.count, r.count+9)
		} else {
			e.put(r.bits, r.count)
		}
		length -= n
	}
}

// same is how many bytes of a are those of b.
func same(a, b []byte) int {
	n := 0
	for len(a)-n >= 8 {
		if x := binary.LittleEndian.Uint64(a[n:]) ^ binary.LittleEndian.Uint64(b[n:]); x != 0 {
			return n + bits.TrailingZeros64(x)/8
		}
		n += 8
	}
	for n < len(a) && a[n] == b[n] {
		n++
	}
	return n
}

// adler is the sum that ends the data.
func adler(rows []byte) uint32 {
	const prime = 65521
	a, b := uint32(1), uint32(0)
	for row := range slices.Chunk(rows, pitch) { // so few that b does not overflow
		for len(row) >= 8 {
			if binary.LittleEndian.Uint64(row) == 0 {
				b += 8 * a
			} else {
				for _, x := range row[:8] {
					a += uint32(x)
					b += a
				}
			}
			row = row[8:]
		}
		for _, x := range row {
			a += uint32(x)
			b += a
		}
		a, b = a%prime, b%prime
	}
	return b<<16 | a
}
