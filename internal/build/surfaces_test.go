package build_test

import (
	"context"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/rogpeppe/go-internal/txtar"
	"golang.org/x/net/html"

	"shortlist/internal/build"
)

// What a guide says of its ranking stands on a dozen surfaces: names, ranks,
// totals, scores, weights, awards. All are printed from one value, so none can
// differ; these tests hold the finished files against each other and would see
// it if one did. Mutations, in surfaces_mutation_test.go, prove that they would.

func finished(t testing.TB, tree fs.FS, day time.Time) (map[string]string, string) {
	t.Helper()
	pages := &build.Memory{}
	r, err := build.Run(context.Background(), build.Options{Site: tree, Now: day, Sink: pages})
	if err != nil || !r.Published {
		t.Fatalf("not built: %v, %v", err, r.Problems)
	}
	return pages.Files, r.Base
}

// keepers is a small site with one of everything: two criteria, a lens, use
// cases, regions and two editions.
func keepers(t testing.TB) fstest.MapFS {
	t.Helper()
	archive, err := txtar.ParseFile("../site/testdata/site.txtar")
	if err != nil {
		t.Fatal(err)
	}
	tree := fstest.MapFS{}
	for _, f := range archive.Files {
		tree[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	return tree
}

// coincide changes the keepers so that all that can be the same is.
func coincide(t testing.TB) fstest.MapFS {
	tree := keepers(t)
	replace := func(name, old, with string) {
		text := string(tree[name].Data)
		if !strings.Contains(text, old) {
			t.Fatalf("%s does not contain %q", name, old)
		}
		tree[name] = &fstest.MapFile{Data: []byte(strings.Replace(text, old, with, 1))}
	}
	replace("content/providers/gamma.md", `"Gamma"`, `"Beta"`)
	replace("content/guides/keepers/guide.md", `name = "Limit"`, `name = "Safety"`)
	replace("content/guides/keepers/guide.md", "One who keeps [@law; @alpha/licence].", "One who keeps.[^n]\n\n[^n]: Where \"they\" may.")
	replace("content/guides/keepers/entries/beta.md", `"Best bank"`, `"The banker's own pick* & \"more\" -- 2 * 3..."`)
	replace("content/guides/keepers/entries/beta.md", `{ low = 6, high = 9, why = "Partly audited." }`, `{ low = 2, high = 8, why = "Partly audited." }`) // a tie with gamma
	replace("content/articles/keys.md", `"What keys are"`, `"Qu’est-ce qu’une clef ?"`)
	return tree
}

func TestSurfacesAgree(t *testing.T) {
	october := time.Date(2025, 10, 1, 0, 0, 0, 0, time.UTC)
	for name, tree := range map[string]fs.FS{
		"keepers": keepers(t), "coincide": coincide(t), "vaults": os.DirFS("../../cmd/shortlist/testdata/site"), "the real content": os.DirFS("../.."),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			files, base := finished(t, tree, october)
			for _, fault := range disagreements(files, base) {
				t.Error(fault)
			}
		})
	}
}

func disagreements(files map[string]string, base string) []string {
	return (&oracle{files: files, base: base, parsed: map[string]*html.Node{}}).compare()
}

// beside is the raw figure that stands behind a score.
var beside = regexp.MustCompile(` \\?\(.*\) ?$`)

func (o *oracle) compare() []string {
	files := o.files
	guides := map[string]*ranking{}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if parts := strings.Split(name, "/"); len(parts) == 3 && parts[0] == "guides" && parts[2] == "index.html" && !o.stub(name) {
			r := &ranking{}
			o.decode(path.Dir(name)+"/ranking.json", r)
			for i, c := range r.Criteria {
				r.Criteria[i].Weight = fold(c.Weight)
			}
			guides[parts[1]] = r
		}
	}
	for _, slug := range slices.Sorted(maps.Keys(guides)) {
		o.guide("guides/"+slug+"/", guides[slug])
		o.data("guides/"+slug+"/", guides[slug])
		o.method("guides/"+slug+"/methodology/index.html", guides[slug])
		o.editions("guides/" + slug + "/")
	}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		parts := strings.Split(name, "/")
		switch {
		case path.Base(name) != "index.html" || o.stub(name):
		case len(parts) == 5 && parts[0] == "guides" && parts[2] == "compare":
			o.pair(name, guides[parts[1]])
		case len(parts) == 5 && parts[0] == "guides" && parts[2] != "editions":
			o.conditions(name, parts[2], parts[3], guides[parts[1]])
		default:
			o.mentions(name, guides)
		}
	}
	o.lists(guides)
	return o.faults
}

func (o *oracle) stub(name string) bool {
	return strings.Contains(o.files[name], `http-equiv="refresh"`)
}

// lines are the places of a guide in the words of fields: rank as it is printed,
// position without a dash, id, name, marked for the name with the word that the
// place is provisional, score, award.
func (r *ranking) lines(fields ...string) (out []string) {
	for _, p := range r.Places {
		rank, name := p.Numeral, p.Name
		if slices.Contains(fields, "position") {
			rank = fmt.Sprint(p.Rank)
		}
		if slices.Contains(fields, "marked") && p.Provisional {
			name += " provisional"
		}
		out = append(out, line(fields, rank, p.Provider, name, p.Score, p.Award))
	}
	return out
}

func line(fields []string, rank, id, name, score, award string) string {
	all := map[string]string{"rank": fold(rank), "position": fold(rank), "id": id, "name": fold(name), "marked": fold(name), "score": score, "award": fold(award)}
	var out []string
	for _, f := range fields {
		out = append(out, all[f])
	}
	return strings.Join(out, "|")
}

// listed are the places of a list: numeral, link, figure, award.
func listed(items []*html.Node, fields ...string) (out []string) {
	for _, item := range items {
		link := first(item, "a")
		_, id, _ := strings.Cut(attr(link, "href"), "#")
		out = append(out, line(fields, text(first(item, ".numeral")), id, text(link), text(first(item, ".figure")), text(first(item, ".award"))))
	}
	return out
}

// guide is the page itself: table, entries, answer, contents, JSON-LD.
func (o *oracle) guide(dir string, r *ranking) {
	name := dir + "index.html"
	page := o.page(name)
	t := tableOf(first(page, ".ofscores"))
	scored := []string{"rank", "id", "name", "score"}
	every := []string{"rank", "id", "name", "score", "award"}
	var got, weights, stated []string
	for _, row := range t.rows {
		got = append(got, line(scored, row.rank, row.id, row.name, row.total, ""))
		for i, w := range t.weights {
			if id := r.criterion(t.heads[i]); w != "" && inWords(row.at(i)) != r.score(row.id, id) {
				o.fault("%s gives %s %q on %s, ranking.json %q", name, row.id, row.at(i), id, r.score(row.id, id))
			}
		}
	}
	o.same(name+": the table", r.lines(scored...), got)
	for i, w := range t.weights {
		if w != "" {
			weights = append(weights, t.heads[i]+" "+w)
		}
	}
	for _, c := range r.Criteria {
		stated = append(stated, fold(c.Name)+" "+c.Weight)
	}
	o.same(name+": weights", slices.Sorted(slices.Values(stated)), slices.Sorted(slices.Values(weights)))
	for _, dt := range all(first(page, "#methodology"), "dt") {
		if figure := text(first(dt, ".figure")); figure != "" && !slices.Contains(stated, text(dt)) {
			o.fault("%s: the list of criteria has %q, ranking.json %q", name, text(dt), stated)
		}
	}
	got = nil
	for _, a := range all(first(page, "#ranking"), "article") {
		got = append(got, line(every, text(first(a, ".numeral")), attr(a, "id"), text(first(first(a, "h3"), "a")), text(first(a, ".figure")), text(first(a, ".award"))))
	}
	o.same(name+": the entries", r.lines(every...), got)
	if answer := first(page, ".answer"); answer != nil {
		got = listed(all(answer, "li"), every...)
		o.same(name+": the answer", r.lines(every...)[:min(len(got), len(r.Places))], got)
	}
	for _, li := range all(first(page, ".contents"), "li") {
		if attr(first(li, "a"), "href") == "#ranking" && first(li, "ol") != nil {
			got = nil
			for _, a := range all(first(li, "ol"), "a") {
				said := text(a)
				if a.FirstChild != nil && strings.HasPrefix(a.FirstChild.Data, "– ") {
					said = "– " + said // the dash of a provisional place, which text takes for mere punctuation
				}
				got = append(got, strings.TrimPrefix(attr(a, "href"), "#")+"|"+said)
			}
			want := r.lines("id", "rank", "name")
			for i := range want {
				id, rest, _ := strings.Cut(want[i], "|")
				want[i] = id + "|" + strings.Replace(rest, "|", " ", 1)
			}
			o.same(name+": the contents", want, got)
		}
	}
	got = nil
	for _, list := range o.nodes(name, "ItemList") {
		for _, item := range list["itemListElement"].([]any) {
			n := item.(map[string]any)
			_, id, _ := strings.Cut(fmt.Sprint(n["url"]), "#")
			got = append(got, line([]string{"position", "id", "name"}, fmt.Sprint(n["position"]), id, fmt.Sprint(n["name"]), "", ""))
		}
		if fmt.Sprint(list["numberOfItems"]) != fmt.Sprint(len(got)) {
			o.fault("%s: numberOfItems is %v", name, list["numberOfItems"])
		}
	}
	o.same(name+": JSON-LD", r.lines("position", "id", "name"), got)
	o.same(name+": heading", []string{fold(r.Guide.Title)}, []string{text(first(page, "h1"))})
}

var (
	twinRow   = regexp.MustCompile(`(?m)^\| (\d+|–) \| (.+?) \| (\S+) \|(.*)\|$`)
	cited     = regexp.MustCompile(`\(\[.*?\]\(.*?\)\)`)
	twinEntry = regexp.MustCompile(`(?m)^### (\d+|–)\.? (.+)\n\n(?:\*(.*?)\* )?Score: (\S+) out of`)
)

// data are the files beside the page.
func (o *oracle) data(dir string, r *ranking) {
	every := []string{"position", "id", "name", "score", "award"}
	var got []string
	for i, f := range o.csv(dir + "ranking.csv") {
		if i == 0 { // the weights
			for _, c := range r.Criteria {
				if f[c.ID+".published"] != fmt.Sprint(c.Points) {
					o.fault("%sranking.csv weighs %s %s", dir, c.ID, f[c.ID+".published"])
				}
			}
			continue
		}
		got = append(got, line(every, f["rank"], f["provider"], f["name"], f["score"], f["award"]))
		for _, e := range r.Entries {
			for _, s := range e.Scores {
				if k := s.Criterion; e.Provider == f["provider"] && (f[k+".low"] != fmt.Sprint(s.Low) || f[k+".high"] != fmt.Sprint(s.High) || f[k+".published"] != fmt.Sprint(s.Published)) {
					o.fault("%sranking.csv scores %s %s–%s on %s", dir, e.Provider, f[k+".low"], f[k+".high"], k)
				}
			}
		}
		if j := i - 1; j < len(r.Places) && (f["numeral"] != r.Places[j].Numeral || f["provisional"] != fmt.Sprint(r.Places[j].Provisional)) {
			o.fault("%sranking.csv numbers %s %s, provisional %s", dir, f["provider"], f["numeral"], f["provisional"])
		}
		if j := i - 1; j < len(r.Places) && f["total"] != fmt.Sprint(r.Places[j].Total) {
			o.fault("%sranking.csv totals %s %s", dir, f["provider"], f["total"])
		}
	}
	o.same(dir+"ranking.csv", r.lines(every...), got)
	for _, p := range r.Places {
		sum := 0
		for _, c := range p.Contributions {
			sum += c
		}
		if sum != p.Total || !near(p.Score, p.Total) {
			o.fault("%sranking.json: the parts of %s sum to %d of %d, printed %s", dir, p.Provider, sum, p.Total, p.Score)
		}
	}
	twin := o.files[dir+"index.md"]
	some := []string{"rank", "marked", "score", "award"}
	got = nil
	head := regexp.MustCompile(`(?m)^\| Rank \|.*$`).FindString(twin)
	for _, c := range r.Criteria {
		if !strings.Contains(fold(head), fold(c.Name)+" "+c.Weight) {
			o.fault("%sindex.md: the head of the table is %q", dir, head)
		}
	}
	columns := strings.Split(head, " | ")
	for _, m := range twinRow.FindAllStringSubmatch(twin, -1) {
		cells := regexp.MustCompile(`[^\\]\|`).Split(m[4], -1)
		award := ""
		for i, c := range columns {
			if c == "Award" && i-3 < len(cells) {
				award = cells[i-3]
			}
			if i > 2 && i-3 < len(cells) && len(got) < len(r.Places) {
				p := r.Places[len(got)].Provider
				if word := o.fact(dir, p, fold(c)); word != "" && word != fold(cells[i-3]) {
					o.fault("%sindex.md says %q of %s under %s, the page %q", dir, cells[i-3], p, c, word)
				}
			}
			if weighed := regexp.MustCompile(`^(.+) \([\d.]+ ?%\)`).FindStringSubmatch(strings.ReplaceAll(c, "\u00a0", " ")); weighed != nil && i-3 < len(cells) && len(got) < len(r.Places) {
				p := r.Places[len(got)].Provider
				if id := r.criterion(fold(weighed[1])); inWords(fold(beside.ReplaceAllString(cells[i-3], ""))) != r.score(p, id) {
					o.fault("%sindex.md scores %s %q on %s", dir, p, cells[i-3], id)
				}
			}
		}
		got = append(got, line(some, m[1], "", m[2], m[3], award))
	}
	o.same(dir+"index.md: the table", r.lines(some...), got)
	got = nil
	for _, m := range twinEntry.FindAllStringSubmatch(twin, -1) {
		got = append(got, line(some, m[1], "", m[2], m[4], cited.ReplaceAllString(m[3], "")))
	}
	o.same(dir+"index.md: the entries", r.lines(some...), got)
}

// method is the page of every score.
func (o *oracle) method(name string, r *ranking) {
	page := o.page(name)
	for _, tr := range tableOf(first(first(page, "#the_criteria"), "table")).rows {
		for _, c := range r.Criteria {
			if fold(c.Name) == tr.name && tr.at(1) != c.Weight {
				o.fault("%s weighs %s %s, not %s", name, c.ID, tr.at(1), c.Weight)
			}
		}
	}
	t := tableOf(first(first(page, "#the_firmness"), "table"))
	var got []string
	for i, tr := range t.rows {
		got = append(got, line([]string{"rank", "id", "name"}, tr.at(t.column("rank")), tr.id, tr.name, "", ""))
		if i < len(r.Places) {
			p := r.Places[i]
			share := "–"
			if p.Share != nil {
				share = fmt.Sprint(*p.Share)
			}
			for column, want := range map[string]string{"never outside": p.Never.String(), "likely": p.Likely.String(), "weights alone": p.Settled.String(), "first of 100": share} {
				if got := tr.at(t.column(column)); got != want {
					o.fault("%s: %s has %q under %q, not %q", name, p.Provider, got, column, want)
				}
			}
		}
	}
	o.same(name+": the ranks", r.lines("rank", "id", "name"), got)
	got = nil
	for _, h := range all(first(page, "#the_scores"), "h3") {
		numeral := text(first(h, ".numeral"))
		got = append(got, line([]string{"rank", "id", "name"}, numeral, attr(h, "id"), text(first(h, "a")), "", ""))
	}
	o.same(name+": the headings", r.lines("rank", "id", "name"), got)
	for i, table := range all(first(page, "#the_scores"), "table") {
		if i >= len(r.Places) {
			break
		}
		p, t := r.Places[i], tableOf(table)
		for _, tr := range t.rows {
			part := tr.at(t.column("adds"))
			id := r.criterion(tr.name)
			switch {
			case tr.name == "total":
				if !near(part, p.Total) {
					o.fault("%s: the total of %s is %s", name, p.Provider, part)
				}
			case id != "" && inWords(tr.at(t.column("score"))) != r.score(p.Provider, id):
				o.fault("%s scores %s %q on %s", name, p.Provider, tr.at(t.column("score")), id)
			case id != "" && !near(part, p.Contributions[id]):
				o.fault("%s: %s adds %s to %s", name, id, part, p.Provider)
			}
		}
	}
}
