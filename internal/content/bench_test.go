package content

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
)

// manyGuides is a site with copies of the base's guide, each with ten entries.
func manyGuides(b *testing.B, guides int) fstest.MapFS {
	base := baseSite(b)
	files := fstest.MapFS{}
	for name, file := range base {
		if !strings.HasPrefix(name, "content/guides/") {
			files[name] = file
		}
	}
	entry := string(base["content/guides/tents/entries/birch.md"].Data)
	entry = strings.Replace(entry, "Birch is roomy.", strings.Repeat("Birch is *roomy*, and it stands in the wind. ", 40), 1)
	for p := range 10 {
		data := strings.ReplaceAll(string(base["content/providers/birch.md"].Data), "irch", fmt.Sprintf("irch%d", p))
		files[fmt.Sprintf("content/providers/birch-%d.md", p)] = &fstest.MapFile{Data: []byte(data), Mode: 0o644}
	}
	for g := range guides {
		folder := fmt.Sprintf("content/guides/tents-%d/", g)
		guide := strings.ReplaceAll(string(base["content/guides/tents/guide.md"].Data), `aliases = ["/tents/"]`, "")
		files[folder+"guide.md"] = &fstest.MapFile{Data: []byte(guide), Mode: 0o644}
		files[folder+"entries/alder.md"] = base["content/guides/tents/entries/alder.md"]
		for p := range 9 {
			files[fmt.Sprintf("%sentries/birch-%d.md", folder, p)] = &fstest.MapFile{Data: []byte(entry), Mode: 0o644}
		}
	}
	article := strings.Replace(string(base["content/articles/choosing-a-tent.md"].Data), `"tents"]`+"\ncta", `"tents-0"]`+"\ncta", 1)
	files["content/articles/choosing-a-tent.md"] = &fstest.MapFile{Data: []byte(article), Mode: 0o644}
	return files
}

// BenchmarkLoad loads 100 guides with ten entries each.
func BenchmarkLoad(b *testing.B) {
	files := manyGuides(b, 100)
	b.ReportAllocs()
	for b.Loop() {
		lib, list := Load(files, Options{Now: today})
		if lib == nil || len(lib.Guides) != 100 {
			b.Fatal(said(list[0]))
		}
	}
}
