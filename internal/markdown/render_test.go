package markdown

import (
	"errors"
	"shortlist/internal/guide"
	"strings"
	"testing"
)

// cite makes the chip that a site would, from the ids alone.
func cite(ids []string) Chip {
	return Chip{Label: ids[0] + ".com", More: len(ids) - 1, URL: "#source-" + ids[0], Title: strings.Join(ids, "; ") + ` "all"`}
}

func rendered(t *testing.T, source string, o Options) string {
	t.Helper()
	var b strings.Builder
	d := Parse(source)
	if err := HTML(&b, d.Whole, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestHTML(t *testing.T) {
	for _, c := range []struct{ name, source, want string }{
		{"typography", `"It's" -- he said --- 'so'... (“kept”) 3'4 and 1 << 2 >> 3`,
			"<p>“It’s” – he said — ‘so’… (“kept”) 3'4 and 1 &lt;&lt; 2 &gt;&gt; 3</p>\n"},
		{"an odd quote does not turn later ones", "\"odd\n\n\"even\" and 'single'", "<p>“odd</p>\n<p>“even” and ‘single’</p>\n"},
		{"quotes beside citations and marks", `"A" [@a], *"b"*, ("c").`,
			"<p>“A”\u00a0" + `<a class="chip" href="#source-a" title="a &quot;all&quot;">a.com</a>, <em>“b”</em>, (“c”).</p>` + "\n"},
		{"chip in place of white space", "Word [@a; @b]. Next\n[@b] *x*[@a]",
			"<p>Word\u00a0" + `<a class="chip" href="#source-a" title="a; b &quot;all&quot;">a.com +1</a>. Next` +
				"\u00a0" + `<a class="chip" href="#source-b" title="b &quot;all&quot;">b.com</a> <em>x</em>` +
				`<a class="chip" href="#source-a" title="a &quot;all&quot;">a.com</a></p>` + "\n"},
		{"escapes and entities", `\[@a] \*b\* &amp;lt; &lt;b&gt; &copy; <`, "<p>[@a] *b* &amp;lt; &lt;b&gt; © &lt;</p>\n"},
		{"code", "`<b> [@a] \"q\"`\n\n```go x\n<b> & \"q\"\n```\n\n    a\tb\n",
			"<p><code>&lt;b&gt; [@a] &quot;q&quot;</code></p>\n<pre tabindex=\"0\"><code class=\"language-go\">&lt;b&gt; &amp; &quot;q&quot;\n</code></pre>\n<pre tabindex=\"0\"><code>a\tb\n</code></pre>\n"},
		{"lists", "- a\n- b\n\n  c\n\n3. d\n4. e\n   - f\n",
			"<ul>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n<p>c</p>\n</li>\n</ul>\n<ol start=\"3\">\n<li>d</li>\n<li>e\n<ul>\n<li>f</li>\n</ul>\n</li>\n</ol>\n"},
		{"quote, break, rule", "> a  \n> b\n\n---\n", "<blockquote>\n<p>a<br>\nb</p>\n</blockquote>\n<hr>\n"},
		{"table", "| a | b | c |\n|---|--:|:-:|\n| `x\\|y` | 1 [@a] |\n",
			"<div class=\"scroll\" tabindex=\"0\"><table>\n<thead>\n<tr><th scope=\"col\">a</th><th scope=\"col\" class=\"right\">b</th><th scope=\"col\" class=\"center\">c</th></tr>\n</thead>\n" +
				"<tbody>\n<tr><td><code>x|y</code></td><td class=\"right\">1\u00a0<a class=\"chip\" href=\"#source-a\" title=\"a &quot;all&quot;\">a.com</a></td><td></td></tr>\n</tbody>\n</table></div>\n"},
		{"table with a caption", "Table: What *it* \"costs\" [@a]\n\na|b\n-|-\n\nTable: none\n\nTable:\n",
			"<div class=\"scroll\" tabindex=\"0\"><table>\n<caption>What <em>it</em> “costs”\u00a0<a class=\"chip\" href=\"#source-a\" title=\"a &quot;all&quot;\">a.com</a></caption>\n" +
				"<thead>\n<tr><th scope=\"col\">a</th><th scope=\"col\">b</th></tr>\n</thead>\n</table></div>\n<p>Table: none</p>\n<p>Table:</p>\n"},
		{"table without rows", "a|b\n-|-", "<div class=\"scroll\" tabindex=\"0\"><table>\n<thead>\n<tr><th scope=\"col\">a</th><th scope=\"col\">b</th></tr>\n</thead>\n</table></div>\n"},
		{"struck words and tasks", "~~a *b*~~ ~c~\n\n- [ ] d\n- [x] e\n", "<p><del>a <em>b</em></del> ~c~</p>\n<ul>\n<li>☐ d</li>\n<li>☑ e</li>\n</ul>\n"},
		{"set apart", "a\n:::note\nb [@c]\n:::\n:::warning[Mind *the* gap]\n- d\n:::\n\n:::quote[Jo, clerk [@e]]\n\nf\n\ng\n\n:::\n",
			"<p>a</p>\n<aside class=\"apart\" role=\"note\">\n<p><span class=\"kicker\">Note</span></p>\n<p>b\u00a0<a class=\"chip\" href=\"#source-c\" title=\"c &quot;all&quot;\">c.com</a></p>\n</aside>\n" +
				"<aside class=\"apart warning\" role=\"note\">\n<p><span class=\"kicker\">Warning</span> <strong>Mind <em>the</em> gap</strong></p>\n<ul>\n<li>d</li>\n</ul>\n</aside>\n" +
				"<figure class=\"quote\">\n<blockquote>\n<p>f</p>\n<p>g</p>\n</blockquote>\n<figcaption>Jo, clerk\u00a0<a class=\"chip\" href=\"#source-e\" title=\"e &quot;all&quot;\">e.com</a></figcaption>\n</figure>\n"},
		{"video", "::video[A \"talk\"]{url=https://www.Tube.org/?a&b still=/c.jpg}\n",
			"<figure class=\"video\">\n<a href=\"https://www.Tube.org/?a&amp;b\"><img src=\"/c.jpg\" alt=\"A “talk”\"> <span>Video at another site: tube.org</span></a>\n<figcaption>A “talk”</figcaption>\n</figure>\n"},
		{"links", `[a & *b*](/c/?d=e&f=é "t \"q\"") <https://x.org/?a&b> <me@x.org> [h](<i j>)`,
			`<p><a href="/c/?d=e&amp;f=%C3%A9" title="t &quot;q&quot;">a &amp; <em>b</em></a> <a href="https://x.org/?a&amp;b">https://x.org/?a&amp;b</a> ` +
				`<a href="mailto:me@x.org">me@x.org</a> <a href="i%20j">h</a></p>` + "\n"},
		{"image", `![a *b* "c"](/d.png "e")`, `<p><img src="/d.png" alt="a b “c”" title="e"></p>` + "\n"},
		{"what has mistakes is safe", "<script>x</script>\n\n[a](javascript:x) <b onclick=x>c</b> ![d](https://x.org/e.png)\n\n## F {style=\"x\"}\n",
			"<p><a>a</a> c <img alt=\"d\"></p>\n<h2 id=\"f\">F</h2>\n"},
		{"blocks and definitions", "a\n\n::ranking\n\n[b]: /c/\n\n[b]", "<p>a</p>\n<p><a href=\"/c/\">b</a></p>\n"},
	} {
		if got := rendered(t, c.source, Options{Cite: cite}); got != c.want {
			t.Errorf("%s: %q\n got %q\nwant %q", c.name, c.source, got, c.want)
		}
	}
}

func TestOptions(t *testing.T) {
	source := "## A [x](#b) {#a}\n\n[x](#b) [y](#elsewhere) [z](/p/) ![i](/i.png)\n\n##### B {#b}\n\nText [@a] goes [@b]. [@c]on\n\n[@a] leads."
	base := func(dest string) string {
		if strings.HasPrefix(dest, "/") {
			return "/base" + dest
		}
		return dest
	}
	want := `<h4 id="p-a">A <a href="#p-b">x</a></h4>` + "\n" +
		`<p><a href="#p-b">x</a> <a href="#elsewhere">y</a> <a href="/base/p/">z</a> <img src="/base/i.png" alt="i"></p>` + "\n" +
		`<h6 id="p-b">B</h6>` + "\n<p>Text goes. on</p>\n<p>leads.</p>\n"
	if got := rendered(t, source, Options{Shift: 2, Prefix: "p-", Link: base, Cite: cite, Plain: true}); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if got := rendered(t, "a [@b]", Options{}); got != "<p>a</p>\n" {
		t.Errorf("without Cite: %s", got)
	}
	span := func([]string) Chip { return Chip{Label: "<b>"} }
	if got := rendered(t, "[@b]", Options{Cite: span}); got != "<p><span class=\"chip\">&lt;b&gt;</span></p>\n" {
		t.Errorf("a chip without an address: %s", got)
	}
	if got := rendered(t, "###### a", Options{Shift: -9}); !strings.HasPrefix(got, "<h1 ") {
		t.Errorf("shifted up too far: %s", got)
	}
}

// Readers of Markdown do not know what is ours.
func TestSetApartForOthers(t *testing.T) {
	video := Parse("::video[A talk]{url=https://tube.org/ still=/c.jpg}")
	if got, want := Markdown(video.Whole, Options{Link: func(dest string) string { return strings.Replace(dest, "/c", "https://own.org/c", 1) }}),
		"[![A talk](https://own.org/c.jpg)](https://tube.org/)\n\nA talk. [Video at another site: tube.org](https://tube.org/)"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	d := Parse(":::warning[Mind *it*]\na [@b]\n\n- c\n:::\n\n:::note\nd\n:::\n\n:::quote[E, f [@g]]\nh\n\ni\n:::\n")
	if len(d.Mistakes) > 0 {
		t.Fatal(d.Mistakes)
	}
	o := Options{Cited: func(ids []string) string { return "(" + strings.Join(ids, ", ") + ")" }, Label: func(name string) string { return map[string]string{"note": "Hinweis", "warning": "Achtung"}[name] }}
	want := "> **Achtung**: Mind *it*\n>\n> a (b)\n>\n> - c\n\n> **Hinweis**\n>\n> d\n\n> h\n>\n> i\n>\n> — E, f (g)"
	if got := Markdown(d.Whole, o); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	var b strings.Builder
	if err := HTML(&b, d.Whole, o); err != nil || !strings.Contains(b.String(), `<span class="kicker">Achtung</span>`) {
		t.Error(b.String(), err)
	}
}

func TestFootnotes(t *testing.T) {
	d := Parse("One[^b] two[^a] one again[^b].\n\n## S\n\nThree[^a].\n\n[^a]: A *note* [@x].\n[^b]: Two\n\n    paragraphs.\n")
	if len(d.Mistakes) > 0 || len(d.Parts) != 2 {
		t.Fatal(d.Mistakes, d.Parts)
	}
	render := func(f guide.Prose) string {
		var b strings.Builder
		if err := HTML(&b, f, Options{Prefix: "p-"}); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	call := func(ref, note, n string) string {
		return `<sup id="p-fnref:` + ref + `"><a class="noteref" href="#p-fn:` + note + `" role="doc-noteref">` + n + `</a></sup>`
	}
	back := func(ref string) string {
		return `<a href="#p-fnref:` + ref + `" role="doc-backlink" aria-label="Back to the text">↩︎</a>`
	}
	want := "<p>One" + call("1", "1", "1") + " two" + call("2", "2", "2") + " one again" + call("1:1", "1", "1") + ".</p>\n" +
		"<section role=\"doc-endnotes\">\n<ol class=\"notes\">\n<li id=\"p-fn:1\" value=\"1\">\n<p>Two</p>\n<p>paragraphs.</p>\n<p class=\"back\">" + back("1") + " " + back("1:1") + "</p>\n</li>\n" +
		"<li id=\"p-fn:2\" value=\"2\">\n<p>A <em>note</em>.</p>\n<p class=\"back\">" + back("2") + "</p>\n</li>\n</ol>\n</section>\n"
	if got := render(d.Parts[0].Content); got != want {
		t.Errorf("first part\n got %s\nwant %s", got, want)
	}
	// The footnote is there again, under an id of its own.
	want = "<p>Three" + call("2:1", "2:2", "2") + ".</p>\n<section role=\"doc-endnotes\">\n<ol class=\"notes\">\n" +
		"<li id=\"p-fn:2:2\" value=\"2\">\n<p>A <em>note</em>.</p>\n<p class=\"back\">" + back("2:1") + "</p>\n</li>\n</ol>\n</section>\n"
	if got := render(d.Parts[1].Content); got != want {
		t.Errorf("second part\n got %s\nwant %s", got, want)
	}
}

func TestText(t *testing.T) {
	for _, c := range []struct{ source, want string }{
		{"A *b* `c < d` [e](/f/) [@g].\nNext [@h]", "A b c < d e. Next"},
		{"&amp;lt; \\* \"q\" &eacute;", "&lt; * “q” é"},
		{"- a\n- b\n\n| c | d |\n|---|---|\n| e | f |", "a b c d e f"},
		{"a[^1] ![alt](/x.png) <https://x.org/>\n\n```\ncode\n```\n\n[^1]: note", "a alt https://x.org/"},
		{"a [@b]c [@d] *e*", "a c e"},
		{":::note[B]\nc\n:::\n\n:::warning[D!]\n- e\n- f\n:::\n\n:::quote[G, h [@i]]\nj.\n:::\n\nk", "B: c D! e f j. — G, h k"},
		{"a\n\n::video[B]{url=https://c.org/ still=d.jpg}\n\ne", "a B e"},
	} {
		d := Parse(c.source)
		if got := Text(d.Whole); got != c.want {
			t.Errorf("%q: got %q, want %q", c.source, got, c.want)
		}
	}
}

func TestLine(t *testing.T) {
	for _, c := range []struct{ source, html, text string }{
		{"  Best for *all* [@a]  ", "Best for <em>all</em>\u00a0<a class=\"chip\" href=\"#source-a\" title=\"a &quot;all&quot;\">a.com</a>", "Best for all"},
		{"1. \"Quoted\" & `code`", "1. “Quoted” &amp; <code>code</code>", "1. “Quoted” & code"},
		{"# not a heading", "# not a heading", "# not a heading"},
		{"::ranking", "::ranking", "::ranking"},
		{"", "", ""},
	} {
		l := ParseLine(c.source)
		var b strings.Builder
		if err := HTML(&b, l.Prose, Options{Cite: cite}); err != nil {
			t.Fatal(err)
		}
		if b.String() != c.html || Text(l.Prose) != c.text {
			t.Errorf("%q: got %q and %q, want %q and %q", c.source, b.String(), Text(l.Prose), c.html, c.text)
		}
	}
	if l := ParseLine(" a [@b; @c/d] "); len(l.Citations) != 1 || l.Citations[0].Start != 3 || l.Citations[0].End != 13 ||
		strings.Join(l.Citations[0].IDs, " ") != "b c/d" {
		t.Errorf("citations: %+v", l.Citations)
	}
}

type broken struct{}

var errBroken = errors.New("broken")

func (broken) Write([]byte) (int, error) { return 0, errBroken }

func TestWriterError(t *testing.T) {
	d := Parse("a")
	if err := HTML(broken{}, d.Whole, Options{}); !errors.Is(err, errBroken) {
		t.Errorf("body: %v", err)
	}
	if err := HTML(broken{}, ParseLine("a").Prose, Options{}); !errors.Is(err, errBroken) {
		t.Errorf("line: %v", err)
	}
}
