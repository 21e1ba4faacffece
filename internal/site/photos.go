package site

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"net/url"
	"path"
	"slices"
	"strings"

	"shortlist/internal/diag"
	"shortlist/internal/guide"
	"shortlist/internal/photo"
	"shortlist/internal/theme"
)

var badPicture = diag.Define(diag.Error, "picture", "A picture cannot be shown: it is too large, or no picture, or in colours that are not converted.")

// Mistake is the error of a file that cannot be made of what its author put there.
// Its author can correct that; the machine has not failed.
type Mistake struct {
	Problem diag.Problem
	err     error
}

func (m *Mistake) Error() string { return m.Problem.Span.File + ": " + m.Problem.Message }
func (m *Mistake) Unwrap() error { return m.err }

// photos are the pictures of the site, by what texts call them: a file of content/,
// or an address of static/.
type photos map[string]photo.Photo

// path is where a picture is on the site; empty where it is not known.
func (p photos) path(at string) string {
	if found, ok := p[at]; ok {
		return found.Sizes[0].Path
	}
	return ""
}

func (p photos) names() []string {
	return slices.Sorted(maps.Keys(p))
}

// sum stands for all of them: their names have the sums of what they hold in them.
func (p photos) sum() string {
	var b strings.Builder
	for _, at := range p.names() {
		fmt.Fprintf(&b, "%s %v\n", at, p[at].Sizes)
	}
	return b.String()
}

// wanted is a picture that is shown, where that is written.
type wanted struct {
	at    string
	where func() diag.Span
	named bool // in front matter
}

// planPhotos looks at every picture that is shown, and reports those that cannot be.
func (s *Site) planPhotos(problems *diag.List) {
	s.photos, s.shownAt = photos{}, map[string]func() diag.Span{}
	tried := map[string]bool{}
	for _, w := range s.wantedPhotos() {
		if tried[w.at] {
			continue
		}
		tried[w.at] = true
		data, err := s.bytesOf(w.at)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			s.absent = append(s.absent, w)
			continue
		case err != nil:
			problems.Add(badPicture, w.where(), "the picture "+shownAs(w.at)+" cannot be read: "+reasonOf(err), "")
			continue
		}
		p, fault := photo.Read(w.at, data)
		if fault == nil && strings.EqualFold(path.Ext(w.at), ".svg") && !strings.HasPrefix(w.at, "/") {
			before := len(*problems)
			theme.CheckDrawing(w.at, data, problems)
			if len(*problems) > before {
				continue
			}
		}
		if fault != nil {
			problems.Add(badPicture, w.where(), "the picture "+shownAs(w.at)+" "+fault.Message, fault.Hint)
			continue
		}
		if w.named {
			p = p.WithoutWebP()
		}
		s.photos[w.at], s.shownAt[w.at] = p, w.where
	}
}

// checkPhotos reports the pictures that are not there: of those that texts show, the
// ones that were to lie beside them.
func (s *Site) checkPhotos(known map[string]bool, problems *diag.List) {
	for _, w := range s.absent {
		if !known[w.at] && (w.named || !strings.HasPrefix(w.at, "/")) {
			problems.Add(noPicture, w.where(), "there is no picture "+shownAs(w.at), s.hintFor(w.at))
		}
	}
}

// addPhotos adds the files of the pictures, each once: two that are the same picture
// under one name have one.
func (s *Site) addPhotos() {
	added := map[string]bool{}
	for _, at := range s.photos.names() {
		p := s.photos[at]
		add := func(path string, write func(io.Writer, []byte) error) {
			if path == "" || added[path] {
				return
			}
			added[path] = true
			s.addFile(path, guide.Origin{File: strings.TrimPrefix(shownAs(at), "/")}, func(w io.Writer) error {
				data, err := s.bytesOf(at)
				if err != nil {
					return err
				}
				if err = write(w, data); err == nil {
					return nil
				}
				if broken, ok := errors.AsType[*photo.Unreadable](err); ok {
					fault := broken.Fault()
					return &Mistake{diag.Problem{Rule: badPicture, Span: s.shownAt[at](), Message: "the picture " + shownAs(at) + " " + fault.Message, Hint: fault.Hint}, err}
				}
				return err
			})
		}
		for i, size := range p.Sizes {
			add(size.Path, func(w io.Writer, data []byte) error { return p.Write(w, data, i) })
			add(size.WebP, func(w io.Writer, data []byte) error { return p.WriteWebP(w, data, i) })
		}
	}
}

// wantedPhotos are the pictures of texts and of front matter, in the order of the
// bodies.
func (s *Site) wantedPhotos() []wanted {
	var out []wanted
	for _, b := range s.bodies() {
		for _, l := range b.body.Links {
			if l.Image {
				out = append(out, wanted{l.Destination, func() diag.Span { return spanOf(b.body.At(l.Start), 1) }, false})
			}
		}
	}
	named := func(p guide.Picture) {
		if p.At != "" {
			out = append(out, wanted{p.At, func() diag.Span { return spanOf(p.Origin, 1) }, true})
		}
	}
	for _, p := range s.lib.Providers {
		named(p.Logo)
	}
	for _, a := range s.lib.Authors {
		named(a.Photo)
	}
	return out
}

// bytesOf reads a picture.
func (s *Site) bytesOf(at string) ([]byte, error) {
	if name, static := strings.CutPrefix(at, "/"); static {
		name, _, _ = strings.Cut(name, "?")
		if plain, err := url.PathUnescape(name); err == nil {
			name = plain
		}
		for _, a := range s.theme.Assets() {
			if a.Name == name {
				var b bytes.Buffer
				if _, err := a.WriteTo(&b); err != nil {
					return nil, err
				}
				return b.Bytes(), nil
			}
		}
		return nil, fs.ErrNotExist
	}
	if s.files == nil || !fs.ValidPath(at) {
		return nil, fs.ErrNotExist
	}
	f, err := s.files.Open(at)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, photo.MaxBytes+1))
}

// shownAs is the file of a picture from the site's folder.
func shownAs(at string) string {
	if strings.HasPrefix(at, "/") {
		return "static" + at
	}
	return at
}

func (s *Site) hintFor(at string) string {
	if strings.HasPrefix(at, "/") {
		return "put it there, or beside the text and write its name alone"
	}
	name := "/" + path.Base(at)
	for _, a := range s.theme.Assets() {
		if "/"+a.Name == name || strings.HasSuffix(a.Name, name) {
			return fmt.Sprintf("did you mean /%s, which is in static/?", a.Name)
		}
	}
	return "put it beside the text, or into static/ and begin its address with a slash"
}

func reasonOf(err error) string {
	if at, ok := errors.AsType[*fs.PathError](err); ok {
		err = at.Err
	}
	return err.Error()
}
