package page

import (
	"fmt"
	"strings"

	"shortlist/internal/guide"
	"shortlist/internal/markdown"
)

// picture is a picture of a text as a page shows it; nothing where it is not known.
func (s *Printer) picture(at string) markdown.Picture {
	p, ok := s.Photos[at]
	if !ok {
		return markdown.Picture{}
	}
	v := markdown.Picture{Src: s.URL(p.Sizes[0].Path), Width: p.Sizes[0].Width, Height: p.Sizes[0].Height}
	var set, webp []string
	for _, size := range p.Sizes {
		set = append(set, fmt.Sprintf("%s %dw", s.URL(size.Path), size.Width))
		if size.WebP != "" {
			webp = append(webp, fmt.Sprintf("%s %dw", s.URL(size.WebP), size.Width))
		}
	}
	switch {
	case len(set) > 1 && len(webp) == len(set): // one form has all sizes, or is not named
		v.Set, v.WebP = strings.Join(set, ", "), strings.Join(webp, ", ")
	case len(set) > 1:
		v.Set = strings.Join(set, ", ")
	case len(webp) == 1:
		v.WebP = s.URL(p.Sizes[0].WebP)
	}
	return v
}

// MarkView is a small picture of fixed size: a provider's mark, an author's face. Its
// words stand beside it, so that it needs none.
type MarkView struct {
	URL           string
	Width, Height int // 0 where the drawing does not say
}

// small is a picture that front matter names, in the size that is enough for it; nil
// where there is none.
func (s *Printer) small(p guide.Picture) *MarkView {
	found, ok := s.Photos[p.At]
	if !ok {
		return nil
	}
	least := found.Sizes[len(found.Sizes)-1]
	return &MarkView{URL: s.URL(least.Path), Width: least.Width, Height: least.Height}
}
