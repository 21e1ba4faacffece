// Package photo reads the pictures that authors put beside their texts or into
// static/, and writes them as pages show them: turned the way they were taken, in
// the colours of the web, without what a camera or a program noted in them, and in
// up to three sizes.
//
// Everything that decides a byte is done in whole numbers by this package or by the
// standard library's encoders, so that the same picture gives the same bytes on
// every machine. The one exception is the making of two tables of a colour profile,
// which round to sixteen bits. That is also why the resizing is our own: the
// kernels of golang.org/x/image compute in floating point, which some processors
// fuse and others do not.
//
// A picture in a text has a WebP beside each of its sizes, by libwebp as WebAssembly:
// the same bytes on amd64, on arm64 and where the program is interpreted (386), on one
// processor and on many. Of what else could be had nativewebp 0.9.3 writes the lossless
// form alone, two to seven times as long as a JPEG of a photograph, and the module that
// the encoder comes from takes the machine's libwebp where there is one; chai2010/webp
// wants a C compiler. A picture that is WebP already is served as it is.
package photo

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"image"
	_ "image/gif" // so that their sizes are known
	_ "image/jpeg"
	_ "image/png"
	"io"
	"path"
	"slices"
	"strings"

	_ "golang.org/x/image/webp"

	"shortlist/internal/markdown"
)

// version stands in every name beside the sum of the picture: another way of making
// pictures, or another encoder, makes other names.
const version = "1"

// Limits of a picture.
const (
	MaxBytes  = 16 << 20
	maxPixels = 60_000_000
	maxSide   = 20_000
)

// leastForWebP is how many bytes a picture has that is worth another file: what is
// smaller takes one packet anyhow.
const leastForWebP = 1400

// widest is the most pixels that a page shows side by side: a column of text on a
// screen of twice the density, and some. The smaller sizes are for smaller screens.
const widest = 1600

var smaller = []int{960, 480}

// Extensions are the endings of pictures, in lower case.
var Extensions = []string{".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg"}

// Is reports whether a file is a picture, by its name.
func Is(name string) bool { return slices.Contains(Extensions, strings.ToLower(path.Ext(name))) }

// Photo is a picture as pages show it.
type Photo struct {
	Sizes []Size // the largest first; one where it is not made smaller
	form  string // "jpeg", "png", "gif", "webp", "svg"
	turn  int    // how it was held: as EXIF counts, 1 for upright
	sum   string
}

// Size is a picture in one size.
type Size struct {
	Path          string // on the site: "/assets/door.1a2b3c4d5e-960.jpg"
	WebP          string // the same picture as WebP; empty where there is none
	Width, Height int
}

// Fault is what is wrong with a picture, and what to do about it.
type Fault struct{ Message, Hint string }

// Read looks at a picture. The fault is nil where nothing is wrong.
func Read(name string, data []byte) (Photo, *Fault) {
	sum := sha256.Sum256(append([]byte(version), data...))
	p := Photo{sum: hex.EncodeToString(sum[:5]), turn: 1}
	stem := markdown.Slug(strings.TrimSuffix(path.Base(name), path.Ext(name)))
	if stem == "" {
		stem = "picture"
	}
	at := "/assets/" + stem + "." + p.sum
	if strings.EqualFold(path.Ext(name), ".svg") {
		width, height := drawn(data)
		p.form, p.Sizes = "svg", []Size{{Path: at + ".svg", Width: width, Height: height}}
		return p, nil
	}
	c, form, err := image.DecodeConfig(bytes.NewReader(data))
	switch {
	case len(data) > MaxBytes:
		return p, &Fault{"has more than 16 MB", "a picture may have 16 MB: save it with less quality, or smaller"}
	case err != nil && foreign(data) != "":
		return p, &Fault{"is " + foreign(data) + ", whatever its name says", saveAs}
	case err != nil:
		return p, &Fault{"cannot be read as a picture: " + strings.TrimPrefix(err.Error(), "image: "), saveAs}
	case c.Width > maxSide || c.Height > maxSide || c.Width*c.Height > maxPixels:
		return p, &Fault{fmt.Sprintf("is %d by %d pixels", c.Width, c.Height), "a picture may have 60 million pixels, 20,000 to a side: make it smaller"}
	case c.Width == 0 || c.Height == 0:
		return p, &Fault{"has no pixels", "save it again"}
	}
	if !complete(form, data) {
		return p, &Fault{"is not whole: its end is missing, or something in it has changed", "copy or save it again"}
	}
	p.form = form
	if form == "jpeg" {
		p.turn = orientation(data)
	}
	if _, fault := profileOf(form, data); fault != nil {
		return p, fault
	}
	width, height := c.Width, c.Height
	if p.turn >= 5 {
		width, height = height, width
	}
	end := "." + form
	if form == "jpeg" {
		end = ".jpg"
	}
	if form == "gif" || form == "webp" || form == "png" && moves(data) { // they may move, and are left alone
		p.Sizes = []Size{{Path: at + end, Width: width, Height: height}}
		return p, nil
	}
	add := func(w int, name string) {
		s := Size{Path: name + end, Width: w, Height: max(1, (height*w+width/2)/width)}
		if len(data) >= leastForWebP && s.Width <= maxWebPSide && s.Height <= maxWebPSide && s.Width*s.Height <= maxWebPPixels {
			s.WebP = name + ".webp"
		}
		p.Sizes = append(p.Sizes, s)
	}
	add(min(width, widest), at)
	for _, w := range smaller {
		if 4*w <= 3*p.Sizes[0].Width { // else it saves hardly anything
			add(w, fmt.Sprintf("%s-%d", at, w))
		}
	}
	return p, nil
}

// Write writes the picture in one of its sizes. The data are those that it was read
// from.
func (p Photo) Write(w io.Writer, data []byte, size int) error {
	if p.form == "svg" || p.form == "gif" {
		_, err := w.Write(data)
		return err
	}
	if p.form == "webp" {
		_, err := w.Write(bareWebP(data))
		return err
	}
	want := p.Sizes[size]
	profile, fault := profileOf(p.form, data)
	if fault != nil {
		return fmt.Errorf("photo: %s", fault.Message)
	}
	c, _, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return &Unreadable{err}
	}
	if p.turn == 1 && profile == nil && c.Width == want.Width {
		bare := barePNG
		if p.form == "jpeg" {
			bare = bareJPEG
		}
		_, err := w.Write(bare(data))
		return err
	}
	return p.draw(w, data, profile, want)
}

// WithoutWebP is the picture where it is shown so small that another form saves nothing.
func (p Photo) WithoutWebP() Photo {
	p.Sizes = slices.Clone(p.Sizes)
	for i := range p.Sizes {
		p.Sizes[i].WebP = ""
	}
	return p
}
