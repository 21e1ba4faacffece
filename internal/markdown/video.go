package markdown

import (
	"net/url"
	"strings"

	"shortlist/internal/guide"
)

// videoName is the block that shows a picture of a video and leads to it.
const videoName = "video"

const videoForm = `write ::video[Title]{url="https://..." still="picture.jpg"}`

// video is what stands in the braces of ::video.
type video struct {
	url, still     string
	urlAt, stillAt span
	fault          string // what is wrong with the line
	faultAt        span
}

// readVideo takes "[Title]{url=... still=...}" apart; from is where it begins.
func (c *computed) readVideo(s string, from int) {
	c.name, c.video = videoName, &video{}
	end := strings.LastIndexByte(s, '{')
	if end < 2 || s[0] != '[' || s[end-1] != ']' || !strings.HasSuffix(s, "}") {
		c.video.fail("a video has no title in brackets, or no braces behind them", c.at)
		return
	}
	if c.title = s[1 : end-1]; strings.TrimSpace(c.title) == "" {
		c.video.fail("a video has no title", c.at)
	}
	c.titleAt = from + 1
	rest, at := s[end+1:len(s)-1], from+end+1
	for {
		blank := len(rest) - len(strings.TrimLeft(rest, " \t"))
		if rest, at = rest[blank:], at+blank; rest == "" {
			break
		}
		key, value, length := attributeOf(rest)
		here := span{at, at + length}
		valueAt := span{here.end - len(value), here.end}
		if len(value) > 1 && value[0] == '"' && value[len(value)-1] == '"' {
			value = value[1 : len(value)-1]
		}
		switch {
		case strings.Contains(value, `"`):
			c.video.fail("a value has a quotation mark in it", here)
			return
		case key == "url" && c.video.url == "":
			c.video.url, c.video.urlAt = value, valueAt
		case key == "still" && c.video.still == "":
			c.video.still, c.video.stillAt = value, valueAt
		default:
			c.video.fail("a video has only url and still, each once", here)
			return
		}
		rest, at = rest[length:], here.end
	}
	switch v := c.video; {
	case v.url == "":
		v.fail("a video has no url", c.at)
	case v.still == "":
		v.fail("a video has no still, the picture that stands for it", c.at)
	case Host(v.url) == "":
		v.fail("a video does not lie at an address of another site", v.urlAt)
	}
}

func (v *video) fail(fault string, at span) {
	if v.fault == "" {
		v.fault, v.faultAt = fault, at
	}
}

// attributeOf is the first of key=value or key="value" in a text, the value with its
// quotes. Without a key it is all that is no space.
func attributeOf(s string) (key, value string, length int) {
	length = strings.IndexAny(s, " \t")
	if length < 0 {
		length = len(s)
	}
	key, value, found := strings.Cut(s[:length], "=")
	if !found || key == "" {
		return "", s[:length], length
	}
	if strings.HasPrefix(value, `"`) {
		open := len(key) + 2
		if i := strings.IndexByte(s[open:], '"'); i >= 0 {
			return key, s[open-1 : open+i+1], open + i + 1
		}
	}
	return key, value, length
}

// Host is the site that an address leads to, as readers know it; empty for what is no
// address on the web.
func Host(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" {
		return ""
	}
	return strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
}

// readVideo checks a video and makes its node: a link with the picture in it.
func (o *outline) readVideo(c *computed) (guide.Node, bool) {
	v := c.video
	if v.fault != "" {
		o.report(ruleVideoSyntax, v.faultAt, v.fault, videoForm)
		return guide.Node{}, false
	}
	title := o.title(c)
	for _, l := range []struct {
		dest  string
		image bool
		at    span
	}{{v.url, false, v.urlAt}, {v.still, true, v.stillAt}} {
		if rule, message, hint := checkLink(l.dest, l.image); rule != "" {
			o.report(rule, l.at, message, hint)
		}
		o.doc.Links = append(o.doc.Links, guide.Link{Destination: l.dest, Image: l.image, Start: l.at.start, End: l.at.end})
	}
	still := guide.Node{Kind: guide.KindImage, Destination: allowed(v.still, true), Text: title}
	return guide.Node{Kind: guide.KindVideo, Destination: allowed(v.url, false), Children: []guide.Node{still}}, true
}

// watch is the line that says where a video is.
func (o *Options) watch(n *guide.Node) string {
	return strings.TrimSpace(o.label(videoName) + " " + Host(n.Destination))
}

// video writes a link with the picture that stands for the video: no page loads
// anything of another site.
func (p *page) video(n *guide.Node) {
	still := &n.Children[0]
	p.put("<figure class=\"video\">\n<a")
	p.address("href", n)
	p.put(">")
	p.picture(still, "")
	p.put(" <span>")
	p.words(p.watch(n))
	p.put("</span></a>\n<figcaption>")
	p.words(still.Text)
	p.put("</figcaption>\n</figure>\n")
}

// video writes a video as its author did; or, for readers of Markdown that do not know
// it, as a picture that leads there.
func (s *source) video(n *guide.Node) {
	still := &n.Children[0]
	if s.Attributes {
		s.put("::", videoName, "[")
		s.line = len(s.out)
		s.words(still.Text, place{first: true, last: true})
		s.put(`]{url="`, n.Destination, `" still="`, still.Destination, `"}`)
		return
	}
	link := guide.Node{Kind: guide.KindLink, Destination: n.Destination}
	link.Children = []guide.Node{*still}
	s.inlines([]guide.Node{link}, "")
	s.newline()
	s.newline()
	link.Children = []guide.Node{{Kind: guide.KindText, Text: s.watch(n)}}
	s.inlines([]guide.Node{{Kind: guide.KindText, Text: still.Text + ". "}, link}, "")
}
