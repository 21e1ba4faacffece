package markdown

import (
	"strconv"
	"strings"

	"shortlist/internal/guide"
)

// picture writes a picture with its size, so that nothing moves when it has come. The
// title is empty where it stands elsewhere.
func (p *page) picture(n *guide.Node, title string) {
	var known Picture
	if p.Options.Picture != nil {
		known = p.Options.Picture(n.Destination)
	}
	if known.WebP != "" {
		p.put(`<picture><source type="image/webp"`)
		p.attribute("srcset", known.WebP)
		if known.Set != "" {
			p.attribute("sizes", Sizes)
		}
		p.put(">")
	}
	p.put("<img")
	if known.Src == "" {
		p.address("src", n)
	} else {
		p.attribute("src", known.Src)
	}
	if known.Set != "" {
		p.attribute("srcset", known.Set)
		p.attribute("sizes", Sizes)
	}
	if known.Width > 0 && known.Height > 0 {
		p.attribute("width", strconv.Itoa(known.Width))
		p.attribute("height", strconv.Itoa(known.Height))
	}
	p.attribute("alt", n.Text)
	if known.Src != "" {
		p.put(` loading="lazy" decoding="async"`)
	}
	p.title(title)
	p.put(">")
	if known.WebP != "" {
		p.put("</picture>")
	}
}

// figure writes a picture that has a paragraph for itself and a title as a figure
// with a caption, where the printer knows pictures, and reports whether the paragraph
// is one. What follows a sign of copyright in the title is the credit.
func (p *page) figure(n *guide.Node) bool {
	if p.Options.Picture == nil || len(n.Children) != 1 || n.Children[0].Kind != guide.KindImage {
		return false
	}
	image := &n.Children[0]
	if image.Title == "" || image.Title == Decoration {
		return false
	}
	p.put("<figure>")
	p.picture(image, "")
	p.put("<figcaption>")
	caption, credit, credited := strings.Cut(image.Title, "©")
	p.words(strings.TrimSpace(caption))
	if credited {
		if strings.TrimSpace(caption) != "" {
			p.put(" ")
		}
		p.put("<small>©\u00a0")
		p.words(strings.TrimSpace(credit))
		p.put("</small>")
	}
	p.put("</figcaption></figure>\n")
	return true
}
