package sitemap

import (
	"encoding/xml"
	"strings"
	"testing"

	"shortlist/internal/guide"
)

func TestWrite(t *testing.T) {
	var b strings.Builder
	err := Write(&b, []URL{
		{"https://a.example/", guide.Date{}},
		{"https://a.example/x/?a=1&b=2", guide.Date{Year: 2025, Month: 9}},
		{"https://a.example/y/", guide.Date{Year: 2025, Month: 9, Day: 3}},
	})
	if err != nil {
		t.Fatal(err)
	}
	want := `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://a.example/</loc></url><url><loc>https://a.example/x/?a=1&amp;b=2</loc><lastmod>2025-09-01</lastmod></url><url><loc>https://a.example/y/</loc><lastmod>2025-09-03</lastmod></url></urlset>
`
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
}

func TestWriteIndex(t *testing.T) {
	var b strings.Builder
	if err := WriteIndex(&b, []string{"https://a.example/sitemap-1.xml", "https://a.example/sitemap-2.xml"}); err != nil {
		t.Fatal(err)
	}
	var back index
	if err := xml.Unmarshal([]byte(b.String()), &back); err != nil {
		t.Fatal(err)
	}
	if len(back.Maps) != 2 || back.Maps[1].Location != "https://a.example/sitemap-2.xml" || back.XMLName.Space != namespace {
		t.Errorf("read back %+v", back)
	}
}
