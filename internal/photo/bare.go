package photo

import (
	"bytes"
	"encoding/binary"
	"regexp"
	"slices"
	"strconv"
)

// segments calls do for each segment of a JPEG before its pixels: its marker and
// what it holds. The end is where the pixels begin, 0 for what is no JPEG.
func segments(data []byte, do func(marker byte, whole, payload []byte)) (end int) {
	if len(data) < 4 || data[0] != 0xff || data[1] != 0xd8 {
		return 0
	}
	for at := 2; at+4 <= len(data) && data[at] == 0xff; {
		if data[at+1] == 0xff { // filling
			at++
			continue
		}
		length := int(binary.BigEndian.Uint16(data[at+2:]))
		if data[at+1] == 0xda || length < 2 || at+2+length > len(data) {
			return at
		}
		do(data[at+1], data[at:at+2+length], data[at+4:at+2+length])
		at += 2 + length
	}
	return 0
}

// bareJPEG is a JPEG without notes: no EXIF, no profile, no comments. What a decoder
// needs stays, Adobe's segment too, which says how colours are coded.
func bareJPEG(data []byte) []byte {
	out := []byte{0xff, 0xd8}
	end := segments(data, func(marker byte, whole, _ []byte) {
		if marker >= 0xe1 && marker <= 0xed || marker == 0xef || marker == 0xfe {
			return
		}
		out = append(out, whole...)
	})
	if end == 0 {
		return data
	}
	return append(out, data[end:]...)
}

// orientation is how a JPEG was held, as EXIF counts; 1 for upright.
func orientation(data []byte) int {
	turn := 1
	segments(data, func(marker byte, _, payload []byte) {
		tiff, ok := bytes.CutPrefix(payload, []byte("Exif\x00\x00"))
		if marker != 0xe1 || !ok || len(tiff) < 8 {
			return
		}
		var order binary.ByteOrder = binary.LittleEndian
		if tiff[0] == 'M' {
			order = binary.BigEndian
		}
		at := int(order.Uint32(tiff[4:]))
		if at < 8 || at+2 > len(tiff) {
			return
		}
		for i := range int(order.Uint16(tiff[at:])) {
			entry := at + 2 + 12*i
			if entry+12 > len(tiff) {
				return
			}
			if order.Uint16(tiff[entry:]) == 0x0112 {
				if n := int(order.Uint16(tiff[entry+8:])); n >= 1 && n <= 8 {
					turn = n
				}
				return
			}
		}
	})
	return turn
}

const pngMark = "\x89PNG\r\n\x1a\n"

// chunks calls do for each chunk of a PNG.
func chunks(data []byte, do func(kind string, whole, payload []byte)) bool {
	if !bytes.HasPrefix(data, []byte(pngMark)) {
		return false
	}
	for at := len(pngMark); at+12 <= len(data); {
		length := int(binary.BigEndian.Uint32(data[at:]))
		if length < 0 || at+12+length > len(data) {
			return false
		}
		do(string(data[at+4:at+8]), data[at:at+12+length], data[at+8:at+8+length])
		at += 12 + length
	}
	return true
}

// moves reports whether a PNG is animated.
func moves(data []byte) bool {
	found := false
	chunks(data, func(kind string, _, _ []byte) { found = found || kind == "acTL" })
	return found
}

// needed are the chunks of a PNG that say how it looks.
var needed = []string{"IHDR", "PLTE", "IDAT", "IEND", "tRNS", "acTL", "fcTL", "fdAT", "sRGB", "gAMA", "cHRM"}

func barePNG(data []byte) []byte {
	out := []byte(pngMark)
	whole := chunks(data, func(kind string, whole, _ []byte) {
		if slices.Contains(needed, kind) {
			out = append(out, whole...)
		}
	})
	if !whole {
		return data
	}
	return out
}

// bareWebP is a WebP without notes. Its first chunk says which of them there are.
func bareWebP(data []byte) []byte {
	if len(data) < 12 || string(data[:4]) != "RIFF" || string(data[8:12]) != "WEBP" {
		return data
	}
	out := slices.Clone(data[:12])
	for at := 12; at+8 <= len(data); {
		kind, length := string(data[at:at+4]), int(binary.LittleEndian.Uint32(data[at+4:]))
		end := at + 8 + length + length%2
		if length < 0 || end > len(data) {
			return data
		}
		if kind != "EXIF" && kind != "XMP " {
			out = append(out, data[at:end]...)
			if kind == "VP8X" {
				out[len(out)-(end-at)+8] &^= 0x0c
			}
		}
		at = end
	}
	binary.LittleEndian.PutUint32(out[4:], uint32(len(out)-8))
	return out
}

var (
	svgTall = regexp.MustCompile(`<svg[^>]*?\sheight\s*=\s*["']\s*([0-9]{1,5})(?:\.[0-9]*)?(?:px)?\s*["']`)
	svgBox  = regexp.MustCompile(`<svg[^>]*?\sviewBox\s*=\s*["']\s*[-0-9.]+[\s,]+[-0-9.]+[\s,]+([0-9]{1,5})(?:\.[0-9]*)?[\s,]+([0-9]{1,5})`)
	svgWide = regexp.MustCompile(`<svg[^>]*?\swidth\s*=\s*["']\s*([0-9]{1,5})(?:\.[0-9]*)?(?:px)?\s*["']`)
)

// drawn is the size of a drawing, as far as it says; 0 where it does not.
func drawn(data []byte) (width, height int) {
	if w, h := svgWide.FindSubmatch(data), svgTall.FindSubmatch(data); w != nil && h != nil {
		width, _ = strconv.Atoi(string(w[1]))
		height, _ = strconv.Atoi(string(h[1]))
		return width, height
	}
	if m := svgBox.FindSubmatch(data); m != nil {
		width, _ = strconv.Atoi(string(m[1]))
		height, _ = strconv.Atoi(string(m[2]))
	}
	return width, height
}
