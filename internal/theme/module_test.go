package theme

import (
	"fmt"
	"strings"
	"testing"
)

func names(assets []Asset) string {
	out := make([]string, len(assets))
	for i, a := range assets {
		out[i] = a.Name
	}
	return strings.Join(out, " ")
}

func TestScripts(t *testing.T) {
	const table = "import { a } from \"./more/sum.js\";\nimport {\n  b,\n} from './word.js';\nimport \"./word.js\";\nexport const from = \"./sum.js\";\n" +
		"// import \"./gone.js\";\nconst later = () => import(\"./late.js\");\n"
	with := func(sum string) *Theme {
		th, problems := Load(files("layout.html", layout), files("site.css", "", "a.js", `alert(1)`,
			"more/sum.js", "export * from \"../word.js\";\n"+sum, "word.js", `export const b = 1;`, "table.js", table, "late.js", "\xff"))
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		return th
	}
	th := with("export const a = 1;")
	sum, word, late := th.asset("more/sum.js"), th.asset("word.js"), th.asset("late.js")
	base := strings.NewReplacer("./more/sum.js", "./more/"+strings.TrimPrefix(sum.Path, "/assets/more/"),
		"'./word.js'", "'./"+strings.TrimPrefix(word.Path, "/assets/")+"'", `"./word.js"`, `"./`+strings.TrimPrefix(word.Path, "/assets/")+`"`,
		"./late.js", "./"+strings.TrimPrefix(late.Path, "/assets/"))
	if got, want := string(th.asset("table.js").Data), strings.Replace(base.Replace(table), "// import \"./gone.js\";", "", 1); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if got := string(sum.Data); !strings.HasPrefix(got, `export * from "../`+strings.TrimPrefix(word.Path, "/assets/")+`"`) {
		t.Errorf("from another folder: %s", got)
	}
	for _, tt := range []struct{ names, scripts, imports string }{
		{"a.js", "a.js", ""},
		{"table.js", "table.js", "word.js more/sum.js late.js"},
		{"table.js a.js word.js", "table.js a.js", "word.js more/sum.js late.js"},
		{"nothing.js a.js a.js", "a.js", ""},
	} {
		scripts, imports := th.Scripts(strings.Fields(tt.names))
		if names(scripts) != tt.scripts || names(imports) != tt.imports {
			t.Errorf("%s: scripts %q, imports %q", tt.names, names(scripts), names(imports))
		}
	}
	// A change of what is imported changes the name of what imports it, and
	// of nothing else.
	other := with("export const a = 2;")
	for _, a := range th.Assets() {
		changed := other.asset(a.Name).Path != a.Path
		if below := a.Name == "table.js" || a.Name == "more/sum.js"; changed != below {
			t.Errorf("%s: changed is %v", a.Name, changed)
		}
	}
}

// TestWordsThatImportNothing: only a string of the script itself is an address.
func TestWordsThatImportNothing(t *testing.T) {
	const source = "const help = `\n  import \"./gone.js\";\n`;\n/*\nimport \"./lost.js\";\n*/\n"
	th, problems := Load(files("layout.html", layout), files("site.css", "", "a.js", source))
	if len(problems) > 0 || string(th.asset("a.js").Data) != source {
		t.Errorf("%v\n%s", problems, th.asset("a.js").Data)
	}
}

func TestBadImports(t *testing.T) {
	for _, tt := range []struct {
		name string
		tree []string
		want []string
	}{
		{"not there", []string{"a.js", "\n  import \"./b.js\";\n"}, []string{`a.js:2:11+6 imports "./b.js", and there is no static/b.js`}},
		{"outside of static", []string{"a.js", `import "../a.js";`}, []string{`a.js:1:9+7 imports "../a.js", and there is no a.js`}},
		{"another site", []string{"a.js", `/* ü */ const x = await import("https://x.example/a.js")`},
			[]string{`a.js:1:33+22 imports "https://x.example/a.js", which is not a script of the site`}},
		{"a package", []string{"a.js", "import { b } from 'b';"}, []string{`a.js:1:20+1 imports "b", which is not a script of the site`}},
		{"itself", []string{"a.js", `import "./a.js";`}, []string{`a.js:1:9+6 imports itself: a.js, a.js`}},
		{"in a circle", []string{"a.js", `import "./b.js";`, "b.js", `import "./c.js";`, "c.js", `import "./b.js";`},
			[]string{`c.js:1:9+6 imports itself: b.js, c.js, b.js`}},
		{"more than one", []string{"a.js", "import \"x\";\nimport \"./c.js\";", "b.js", `export { y } from "y";`},
			[]string{`a.js:1:9+1 imports "x", which is not a script of the site`, `a.js:2:9+6 imports "./c.js", and there is no static/c.js`,
				`b.js:1:20+1 imports "y", which is not a script of the site`}},
	} {
		_, problems := Load(files("layout.html", layout), files(append(tt.tree, "site.css", "")...))
		var got []string
		for _, p := range problems {
			if p.Rule != badImport || p.Span.Text == "" {
				t.Errorf("%s: %+v", tt.name, p)
			}
			got = append(got, fmt.Sprintf("%s:%s+%d %s", strings.TrimPrefix(p.Span.File, "static/"), at(p.Span), p.Span.Width, p.Message))
		}
		if strings.Join(got, "\n") != strings.Join(tt.want, "\n") {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}
