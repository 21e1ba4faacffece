package photo

import (
	"bytes"
	"hash/crc32"
	"strings"
)

const saveAs = "save it as JPEG, PNG, GIF, WebP or SVG, with the ending of its kind"

// foreign says what a file is that is no picture for pages, as far as its beginning
// tells; empty for what is not known.
func foreign(data []byte) string {
	begins := func(at int, mark string) bool { return len(data) >= at && bytes.HasPrefix(data[at:], []byte(mark)) }
	switch {
	case begins(4, "ftyphei"), begins(4, "ftyphev"), begins(4, "ftypmif1"):
		return "a HEIC picture, as phones keep them"
	case begins(4, "ftypavi"):
		return "an AVIF picture"
	case begins(0, "II*\x00"), begins(0, "MM\x00*"):
		return "a TIFF picture or a camera's raw file"
	case begins(0, "BM"):
		return "a BMP picture"
	case begins(0, "8BPS"):
		return "a Photoshop file"
	case begins(0, "%PDF"):
		return "a PDF"
	}
	text := strings.ToLower(string(bytes.TrimSpace(data[:min(len(data), 300)])))
	switch {
	case strings.HasPrefix(text, "<!doctype html"), strings.HasPrefix(text, "<html"):
		return "a page of HTML"
	case strings.Contains(text, "<svg"):
		return "an SVG"
	case strings.HasPrefix(text, "version https://git-lfs"):
		return "a note of Git LFS in place of a picture (git lfs pull brings it)"
	}
	return ""
}

// complete reports whether a picture has its end, and a PNG the sums of its parts:
// what was cut off while it was copied is found before anything is made of it.
func complete(form string, data []byte) bool {
	switch form {
	case "jpeg":
		from := segments(data, func(byte, []byte, []byte) {})
		return bytes.Contains(data[from:], []byte{0xff, 0xd9})
	case "png":
		sound, ended := true, false
		whole := chunks(data, func(kind string, whole, payload []byte) {
			sum := crc32.ChecksumIEEE(whole[4 : 8+len(payload)])
			at := whole[8+len(payload):]
			sound = sound && uint32(at[0])<<24|uint32(at[1])<<16|uint32(at[2])<<8|uint32(at[3]) == sum
			ended = ended || kind == "IEND"
		})
		return (whole || ended) && sound && ended
	}
	return true
}

// Unreadable is the error of a picture whose pixels cannot be read, which shows only
// when they are.
type Unreadable struct{ err error }

func (u *Unreadable) Error() string { return "photo: " + u.err.Error() }
func (u *Unreadable) Unwrap() error { return u.err }

// Fault is what its author is told.
func (u *Unreadable) Fault() Fault {
	return Fault{"cannot be read as a picture: " + u.err.Error(), "save it again"}
}
