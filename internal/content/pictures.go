package content

import (
	"net/url"
	"path"
	"strings"

	"shortlist/internal/diag"
	"shortlist/internal/guide"
	"shortlist/internal/photo"
)

var unusedPicture = diag.Define(diag.Warning, "unused-picture", "A picture lies beside a text, and nothing shows it.")

// picture reads the name of a picture: beside the file, or from static/.
func (f *fields) picture(name string) guide.Picture {
	v := f.find(name, optional, "")
	if v == nil {
		return guide.Picture{}
	}
	text := f.r.text(v, name)
	if text == "" {
		return guide.Picture{}
	}
	if !photo.Is(text) || strings.Contains(text, "://") {
		f.r.report(unknownChoice, v.Span, "`"+name+"` is not the name of a picture", "name a file that ends in "+strings.Join(photo.Extensions, ", "))
		return guide.Picture{}
	}
	f.r.shows = append(f.r.shows, fileBeside(path.Dir(f.r.file.Path), text))
	return guide.Picture{At: fileBeside(path.Dir(f.r.file.Path), text), Origin: origin(v.TextSpan(0, 1))}
}

// fileBeside is a picture's file from the site's folder, where an address leads to
// what lies beside a text. An address that begins with a slash is one of static/,
// and stays.
func fileBeside(folder, address string) string {
	if address == "" || address[0] == '/' || strings.HasPrefix(address, root+"/") {
		return address // what has its file's name keeps it: a body's parts share their nodes
	}
	if plain, err := url.PathUnescape(address); err == nil {
		address = plain
	}
	return path.Join(folder, address)
}

// beside gives every picture of a body that lies beside it the name of its file.
func beside(folder string, d *guide.Document) {
	for i := range d.Links {
		if d.Links[i].Image {
			d.Links[i].Destination = fileBeside(folder, d.Links[i].Destination)
		}
	}
	var walk func(nodes []guide.Node)
	walk = func(nodes []guide.Node) {
		for i := range nodes {
			if nodes[i].Kind == guide.KindImage {
				nodes[i].Destination = fileBeside(folder, nodes[i].Destination)
			}
			walk(nodes[i].Children)
		}
	}
	each := func(p guide.Prose) { walk(p.Nodes); walk(p.Notes) }
	each(d.Whole)
	for i := range d.Parts {
		each(d.Parts[i].Content)
		for k := range d.Parts[i].Questions {
			each(d.Parts[i].Questions[k].Answer)
		}
	}
	for i := range d.Questions {
		each(d.Questions[i].Answer)
	}
}

// unused warns of the pictures beside texts that no text shows, not even one that is
// held back. While something is wrong nobody knows what a text that could not be read
// shows.
func (s *site) unused(pictures []string, list diag.List) diag.List {
	if len(pictures) == 0 || list.Count(diag.Error) > 0 {
		return nil
	}
	shown := map[string]bool{}
	for _, r := range s.readers() {
		for _, at := range r.shows {
			shown[at] = true
		}
	}
	var out diag.List
	for _, at := range pictures {
		if !shown[at] {
			out.Add(unusedPicture, diag.Span{File: at}, "nothing shows this picture",
				"show it in a text, ![What it shows]("+path.Base(at)+"), name it as a `logo` or `photo`, or remove it")
		}
	}
	return out
}
