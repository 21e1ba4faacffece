package build_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// pair is a comparison of two.
func (o *oracle) pair(name string, r *ranking) {
	page := o.page(name)
	every := []string{"rank", "id", "name", "score", "award"}
	got := listed(all(first(page, ".answer"), "li"), every...)
	for _, g := range got {
		if !slices.Contains(r.lines(every...), g) {
			o.fault("%s has %q", name, g)
		}
	}
	ids := listed(all(first(page, ".answer"), "li"), "id")
	if len(ids) != 2 {
		o.fault("%s compares %q", name, ids)
		return
	}
	t := tableOf(first(page, ".scores"))
	if names := listed(all(first(page, ".answer"), "li"), "name"); !slices.Equal(names, t.heads[1:3]) {
		o.fault("%s: the columns are %q, the two %q", name, t.heads[1:3], names)
	}
	facts := tableOf(first(page, ".pair"))
	for _, tr := range facts.rows {
		for i, id := range ids {
			if word := o.fact(path.Dir(path.Dir(path.Dir(name)))+"/", id, tr.name); word != "" && word != tr.at(i+1) {
				o.fault("%s says %q of %s under %s, the guide %q", name, tr.at(i+1), id, tr.name, word)
			}
		}
	}
	for _, tr := range t.rows {
		for i, id := range ids {
			c := r.criterion(tr.name)
			at := slices.IndexFunc(r.Places, func(p place) bool { return p.Provider == id })
			switch {
			case tr.name == "total":
				if !near(tr.at(i+1), r.Places[at].Total) {
					o.fault("%s: the total of %s is %s", name, id, tr.at(i+1))
				}
			case c != "" && inWords(tr.at(i+1)) != r.score(id, c):
				o.fault("%s scores %s %q on %s", name, id, tr.at(i+1), c)
			}
		}
		for _, c := range r.Criteria {
			if fold(c.Name) == tr.name && tr.weight != "" && tr.weight != c.Weight {
				o.fault("%s weighs %s %s, not %s", name, c.ID, tr.weight, c.Weight)
			}
		}
	}
}

// fact is what the table of a guide says of a provider beside its scores.
func (o *oracle) fact(dir, id, head string) string {
	for _, sheet := range all(first(o.page(dir+"index.html"), "#comparison"), ".offacts") {
		t := tableOf(sheet)
		for _, tr := range t.rows {
			for i, h := range t.heads {
				if tr.id == id && h == head && t.weights[i] == "" {
					return tr.at(i)
				}
			}
		}
	}
	return ""
}

// conditions is a guide under a lens, for a use case or in a region, computed
// anew from ranking.json.
func (o *oracle) conditions(name, kind, id string, r *ranking) {
	points := map[string]int{}
	for _, c := range r.Criteria {
		points[c.ID] = c.Points
	}
	for _, w := range map[string][]weighing{"lens": r.Lenses, "for": r.UseCases}[kind] {
		if w.ID == id && len(w.Points) > 0 {
			points = w.Points
		}
	}
	page := o.page(name)
	for _, table := range all(page, "table") {
		t := tableOf(table)
		here, guide := t.column("here"), t.column("in the guide")
		if here > 0 {
			for _, tr := range t.rows {
				if c := r.criterion(tr.name); c != "" && fmt.Sprintf("%g", float64(points[c])/100) != tr.at(here) {
					o.fault("%s weighs %s %s", name, c, tr.at(here))
				}
				for _, c := range r.Criteria {
					if fold(c.Name) == tr.name && tr.at(guide) != c.Weight {
						o.fault("%s weighs %s %s in the guide", name, c.ID, tr.at(guide))
					}
				}
			}
			continue
		}
		var ids []string
		for _, tr := range t.rows {
			if tr.rank != "" && tr.total != "" {
				ids = append(ids, tr.id)
			}
		}
		if len(ids) == 0 {
			continue
		}
		if kind == "lens" && len(ids) != len(r.Places) {
			o.fault("%s lists %q", name, ids)
		}
		for i, want := range r.under(points, ids) {
			tr := t.rows[i]
			var rank, provider string
			var total int
			_, _ = fmt.Sscan(want, &rank, &provider, &total)
			if tr.rank != rank || tr.id != provider || !near(tr.total, total*1000) && !near(tr.total, total*1000+999) {
				o.fault("%s has %s %s %s where %s is computed", name, tr.rank, tr.id, tr.total, want)
			}
			for _, p := range r.Places {
				if p.Provider == tr.id && tr.name != fold(p.Name) {
					o.fault("%s calls %s %q", name, tr.id, tr.name)
				}
				if was := leading.FindString(tr.at(guide)); p.Provider == tr.id && was != "" && was != fmt.Sprint(p.Rank) {
					o.fault("%s: %s is %s in the guide", name, tr.id, was)
				}
			}
		}
		if picks := listed(all(first(page, ".answer"), "li"), "id", "score"); len(picks) > 0 && picks[0] != t.rows[0].id+"|"+t.rows[0].total {
			o.fault("%s picks %q, the table %s %s", name, picks[0], t.rows[0].id, t.rows[0].total)
		}
		for _, li := range all(first(page, ".answer"), "li") {
			got := listed([]*html.Node{li}, "id", "name", "award")[0]
			if a := first(li, ".award"); a != nil && !slices.Contains(r.lines("id", "name", "award"), got) {
				o.fault("%s has %q", name, got)
			}
		}
	}
}

// mentions are the places of guides that any other page lists.
func (o *oracle) mentions(name string, guides map[string]*ranking) {
	page := o.page(name)
	provider := ""
	if parts := strings.Split(name, "/"); len(parts) == 3 && parts[0] == "providers" {
		provider = parts[1]
	}
	for _, list := range append(all(page, "ol"), all(page, "ul")...) {
		if attr(list, "class") != "places" {
			continue
		}
		items := all(list, "li")
		for i, li := range items {
			file, id := o.file(name, attr(first(li, "a"), "href"))
			r := guides[path.Base(path.Dir(file))]
			if r == nil {
				o.fault("%s lists a place at %s", name, file)
				continue
			}
			if provider != "" {
				want := fmt.Sprintf("%s|%s", provider, fold(r.Guide.Title))
				if got := id + "|" + text(first(li, "a")); got != want {
					o.fault("%s lists %q, not %q", name, got, want)
				}
				if of := text(first(li, ".kind")); of != "" && of != fmt.Sprintf("of %d", len(r.Places)) {
					o.fault("%s counts %q", name, of)
				}
				if got := listed([]*html.Node{li}, "rank", "id", "score"); !slices.Contains(r.lines("rank", "id", "score"), got[0]) {
					o.fault("%s has %q", name, got)
				}
				if a := first(li, ".award"); a != nil && !slices.Contains(r.lines("id", "award"), listed([]*html.Node{li}, "id", "award")[0]) {
					o.fault("%s has the award %q", name, text(a))
				}
			} else if got := listed([]*html.Node{li}, "rank", "id", "name", "score", "award"); i < len(r.Places) && got[0] != r.lines("rank", "id", "name", "score", "award")[i] {
				o.fault("%s lists %q at %d", name, got, i+1)
			}
		}
	}
	if provider != "" {
		o.provider(name, provider, guides)
	}
	o.questions(name)
}

var standing = regexp.MustCompile(`(?m)^- \[(.+)\]\(([^)]+)\): (\d+|–) of (\d+)(?: \(provisional\))?, with (\S+) out of`)

// provider is what structured data and the twin say of its places.
func (o *oracle) provider(name, provider string, guides map[string]*ranking) {
	var reviewed, twin, want []string
	for _, review := range o.nodes(name, "Review") {
		file, id := o.file(name, fmt.Sprint(review["url"]))
		r := guides[path.Base(path.Dir(file))]
		rating, _ := review["reviewRating"].(map[string]any)
		if r == nil || !slices.Contains(r.lines("id", "score"), id+"|"+fmt.Sprint(rating["ratingValue"])) || fmt.Sprint(rating["bestRating"]) != "10" || fmt.Sprint(rating["worstRating"]) != "0" {
			o.fault("%s reviews %v with %v", name, review["url"], rating["ratingValue"])
		}
		reviewed = append(reviewed, path.Dir(file))
	}
	for _, m := range standing.FindAllStringSubmatch(o.files[strings.TrimSuffix(name, ".html")+".md"], -1) {
		file, _ := o.file(name, m[2])
		r := guides[path.Base(path.Dir(file))]
		if r == nil || m[4] != fmt.Sprint(len(r.Places)) || fold(m[1]) != fold(r.Guide.Title) || !slices.Contains(r.lines("rank", "id", "score"), m[3]+"|"+provider+"|"+m[5]) {
			o.fault("%s: the twin has %q", name, m[0])
		}
		twin = append(twin, path.Dir(file))
	}
	for slug, r := range guides {
		if slices.Contains(r.lines("id"), provider) {
			want = append(want, "guides/"+slug)
		}
	}
	slices.Sort(want)
	for _, got := range [][]string{reviewed, twin} {
		if slices.Sort(got); !slices.Equal(got, want) {
			o.fault("%s: %q are said to rank it, not %q", name, got, want)
		}
	}
}

// questions compares those of structured data with those that are shown.
func (o *oracle) questions(name string) {
	var asked, shown []string
	for _, q := range o.nodes(name, "Question") {
		_, id, _ := strings.Cut(fmt.Sprint(q["@id"]), "#")
		answer, _ := q["acceptedAnswer"].(map[string]any)
		asked = append(asked, id+"|"+fold(fmt.Sprint(q["name"]))+"|"+fold(fmt.Sprint(answer["text"])))
	}
	for _, section := range all(o.page(name), ".faq") {
		for _, h := range all(section, "h3") {
			answer := ""
			for n := h.NextSibling; n != nil && n.Data != "h3" && n.Data != "h2"; n = n.NextSibling {
				answer += " " + text(n)
			}
			shown = append(shown, attr(h, "id")+"|"+text(h)+"|"+strings.TrimSpace(fold(answer)))
		}
	}
	if !slices.Equal(asked, shown) && name != "faq/index.html" {
		o.fault("%s: the JSON-LD asks %q, the page %q", name, asked, shown)
	}
	if name != "faq/index.html" {
		links := map[string]string{}
		for _, a := range all(o.page("faq/index.html"), "a") {
			links[attr(a, "href")] = text(a)
		}
		for _, q := range shown {
			parts := strings.Split(q, "|")
			if got := links[o.base+strings.TrimSuffix(name, "index.html")+"#"+parts[0]]; got != parts[1] {
				o.fault("faq/index.html calls %q of %s %q", parts[1], name, got)
			}
		}
	}
}

// editions are frozen rankings: their pages, what feeds tell of them, and the
// column that the guide has for each.
func (o *oracle) editions(dir string) {
	var dates []string
	for name := range o.files {
		if rest, ok := strings.CutPrefix(name, dir+"editions/"); ok && path.Base(name) == "index.html" {
			dates = append(dates, path.Dir(rest))
		}
	}
	if len(dates) == 0 {
		return
	}
	slices.Sort(dates)
	tables := map[string]grid{}
	for i, date := range dates {
		t := tableOf(first(first(o.page(dir+"editions/"+date+"/index.html"), ".grid"), "tbody"))
		if len(t.rows) == 0 {
			o.fault("%s: the edition %s states no ranking", dir, date)
		}
		tables[date] = t
		for _, feed := range []string{"changes.xml", "changes.json"} {
			at := slices.IndexFunc(o.feed(dir+feed), func(n news) bool { return strings.HasSuffix(n.url, "/editions/"+date+"/") })
			if at < 0 {
				o.fault("%s%s does not tell of %s", dir, feed, date)
				continue
			}
			n := o.feed(dir + feed)[at]
			if fold(n.title) != text(first(o.page(dir+"editions/"+date+"/index.html"), "h1")) {
				o.fault("%s%s calls %s %q", dir, feed, date, n.title)
			}
			told := fold(n.summary + " " + n.content)
			var order []string
			for _, tr := range t.rows {
				place := tr.rank + " " + tr.name
				if tr.rank == "–" {
					place = tr.name + " provisional"
				}
				order = append(order, place)
				m := regexp.MustCompile(regexp.QuoteMeta(tr.name) + ` (\d+)\w\w to (\d+)\w\w because`).FindStringSubmatch(told)
				if m == nil {
					continue
				}
				if tr.rank != "–" && m[2] != tr.rank {
					o.fault("%s%s moves %s to %s, not %s", dir, feed, tr.name, m[2], tr.rank)
				}
				for _, before := range tables[dates[max(i-1, 0)]].rows {
					if i > 0 && before.id == tr.id && before.rank != "–" && before.rank != m[1] {
						o.fault("%s%s moves %s from %s, not %s", dir, feed, tr.name, m[1], before.rank)
					}
				}
			}
			if i == 0 && !strings.Contains(told, strings.Join(order, " ")) {
				o.fault("%s%s: the first edition is %q, not %q", dir, feed, told, order)
			}
		}
		month := strings.TrimSuffix(text(first(o.page(dir+"editions/"+date+"/index.html"), "h1")), " edition")
		for _, table := range all(o.page(dir+"index.html"), "table") {
			g := tableOf(table)
			for c, head := range g.heads {
				if c == 0 || g.heads[0] != "provider" || head == "" || !strings.HasSuffix(month, " "+head) {
					continue
				}
				for _, tr := range g.rows {
					for _, frozen := range t.rows {
						if frozen.rank == "–" {
							continue // which ranks all the same
						}
						if rank := leading.FindString(tr.at(c)); tr.id == frozen.id && tr.id != "" && rank != frozen.rank || tr.id == "" && tr.name == frozen.name && rank != frozen.rank && unique(t, tr.name) {
							o.fault("%sindex.html: %s was %s, in the edition %s", dir, tr.name, rank, frozen.rank)
						}
					}
				}
			}
		}
	}
}

func unique(t grid, name string) bool {
	n := 0
	for _, r := range t.rows {
		if r.name == name {
			n++
		}
	}
	return n == 1
}

// lists are feeds, the sitemap, llms.txt, the search and the twins: complete,
// and with the pages' own names.
func (o *oracle) lists(guides map[string]*ranking) {
	heads, reads := map[string]string{}, []string{}
	for _, name := range slices.Sorted(maps.Keys(o.files)) {
		if path.Base(name) != "index.html" || o.stub(name) {
			continue
		}
		page := o.page(name)
		heads[name] = text(first(page, "h1"))
		if parts := strings.Split(name, "/"); len(parts) == 3 && (parts[0] == "guides" || parts[0] == "articles" || parts[0] == "providers") {
			reads = append(reads, name)
		}
		for _, meta := range all(page, "meta") {
			title := text(first(page, "title"))
			if got := fold(attr(meta, "content")); attr(meta, "property") == "og:title" && got != heads[name] && !strings.HasPrefix(title, got) {
				o.fault("%s: shared links are called %q", name, got)
			}
		}
		twin, leads := strings.TrimSuffix(name, ".html")+".md", ""
		for _, l := range all(page, "link") {
			if attr(l, "type") == "text/markdown" {
				leads, _ = o.file(name, attr(l, "href"))
			}
		}
		if md, ok := o.files[twin]; ok {
			title, _, _ := strings.Cut(md, "\n")
			if fold(title) != heads[name] || leads != twin {
				o.fault("%s: the twin is headed %q and reached at %q", name, title, leads)
			}
		}
		for _, article := range o.nodes(name, "Article") {
			if fold(fmt.Sprint(article["headline"])) != heads[name] {
				o.fault("%s: the JSON-LD is headed %v", name, article["headline"])
			}
		}
	}
	named := map[string]map[string]string{"llms.txt": {}, "search/index.html": {}, "search": {}}
	for _, m := range regexp.MustCompile(`(?m)^- \[(.+)\]\(([^)]+)\)`).FindAllStringSubmatch(o.files["llms.txt"], -1) {
		file, _ := o.file("", m[2])
		named["llms.txt"][strings.Replace(file, "index.md", "index.html", 1)] = fold(strings.ReplaceAll(m[1], `\`, ""))
	}
	for _, a := range all(first(o.page("search/index.html"), "main"), "a") {
		if file, id := o.file("", attr(a, "href")); id == "" {
			named["search/index.html"][file] = text(a)
		}
	}
	for _, shard := range slices.Sorted(maps.Keys(o.files)) {
		if !strings.HasPrefix(shard, "search/index/") {
			continue
		}
		for _, row := range searchRows(o.files[shard]) {
			o.searched(row, named["search"], guides)
		}
	}
	for list, names := range named {
		for _, name := range reads {
			if names[name] != heads[name] {
				o.fault("%s calls %s %q, the page %q", list, name, names[name], heads[name])
			}
		}
	}
	for name := range named["search"] {
		if _, ok := heads[name]; !ok {
			o.fault("the search has %s, which is no page", name)
		}
	}
	o.sitemap(heads)
	o.feeds(heads, guides)
}

// searchRows reads what a part of the search shows of each document, nil for a part
// that shows nothing: titles, paths and notes, each of which says how much of the one
// before it repeats.
func searchRows(text string) (rows [][3]string) {
	var cells []string
	if json.Unmarshal([]byte(text), &cells) != nil {
		return nil
	}
	var row [3]string
	for i, cell := range cells {
		row[i%3] = row[i%3][:cell[0]-'0'] + cell[1:]
		if i%3 == 2 && row[1] != "" {
			rows = append(rows, row)
		}
	}
	return rows
}

// searched holds a result of the search against the page that it leads to.
func (o *oracle) searched(row [3]string, named map[string]string, guides map[string]*ranking) {
	title, address, note := fold(row[0]), row[1], row[2]
	page, rest, _ := strings.Cut(address, "#")
	page, query, sorts := strings.Cut(page, "?")
	if rest != "" {
		page += "#" + rest
	}
	file, id := o.file("", o.base+strings.TrimPrefix(page, "/"))
	got := text(first(o.page(file), "#"+id))
	if name, _, ok := strings.Cut(row[0], ": "); ok && strings.Contains(file, "guides/") && !strings.HasSuffix(title, got) {
		title = fold(name) // a fact of an entry, which begins with its name
		got = text(first(first(first(o.page(file), "#"+id), "h3"), "a"))
	}
	switch {
	case sorts && !strings.HasPrefix(query, "sort="):
		o.fault("the search asks %s for %q", address, query)
	case sorts:
	case id == "":
		named[file] = fold(row[0])
	case got != title:
		o.fault("the search calls %s %q, the page %q", address, row[0], got)
	}
	for _, r := range guides {
		of := ` of (\d+) in ` + regexp.QuoteMeta(r.Guide.Title)
		ranked := func(rank, provider string) bool { return slices.Contains(r.lines("rank", "id"), rank+"|"+provider) }
		if a, b, both := strings.Cut(path.Base(path.Dir(file)), "-vs-"); both {
			for _, m := range regexp.MustCompile(`(\d+)( \(provisional\))? and (\d+)( \(provisional\))?`+of).FindAllStringSubmatch(note, -1) {
				if m[5] != fmt.Sprint(len(r.Places)) || m[2] == "" && !ranked(m[1], a) || m[4] == "" && !ranked(m[3], b) {
					o.fault("the search ranks %s %q", address, note)
				}
			}
			continue
		}
		for _, m := range regexp.MustCompile(`(\d+)`+of).FindAllStringSubmatch(note, -1) {
			if m[2] != fmt.Sprint(len(r.Places)) || !ranked(m[1], path.Base(path.Dir(file))) {
				o.fault("the search ranks %s %q", address, note)
			}
		}
	}
}

// sitemap lists every page that is not another's copy, and no other.
func (o *oracle) sitemap(heads map[string]string) {
	inMap := map[string]bool{}
	for name, text := range o.files {
		if strings.HasPrefix(name, "sitemap") && strings.HasSuffix(name, ".xml") {
			for _, m := range regexp.MustCompile(`<loc>([^<]*)</loc>`).FindAllStringSubmatch(text, -1) {
				file, _ := o.file("", m[1])
				inMap[file] = true
				if _, ok := heads[file]; !ok && !strings.HasSuffix(file, ".xml") {
					o.fault("%s lists %s, which is no page of its own", name, m[1])
				}
			}
		}
	}
	for name := range heads {
		if parts := strings.Split(name, "/"); len(parts) == 3 && !inMap[name] && parts[0] != "search" && !strings.Contains(o.files[name], "noindex") {
			o.fault("the sitemap lacks %s", name)
		}
	}
}

// feeds say in Atom and in JSON the same, and of guides what their pages say.
func (o *oracle) feeds(heads map[string]string, guides map[string]*ranking) {
	for _, name := range slices.Sorted(maps.Keys(o.files)) {
		if base := path.Base(name); base != "feed.xml" && base != "changes.xml" {
			continue
		}
		twin := strings.TrimSuffix(name, ".xml") + ".json"
		var both [2][]string
		for i, feed := range []string{name, twin} {
			for _, n := range o.feed(feed) {
				root, err := html.Parse(strings.NewReader(n.content))
				if err != nil {
					o.fault("%s: %v", feed, err)
					continue
				}
				both[i] = append(both[i], fold(n.title)+"|"+n.url+"|"+strings.TrimSpace(text(root)+" "+fold(n.summary)))
				file, _ := o.file("", n.url)
				if heads[file] != fold(n.title) {
					o.fault("%s calls %s %q", feed, n.url, n.title)
				}
				r := guides[path.Base(path.Dir(file))]
				if r == nil || path.Base(name) == "changes.xml" {
					continue
				}
				var got []string
				for _, li := range all(root, "li") {
					if _, id := o.file("", attr(first(li, "a"), "href")); id != "" && attr(li, "value") != "" {
						rest := strings.TrimSpace(strings.TrimPrefix(text(li), text(first(li, "a"))))
						score, award, _ := strings.Cut(rest, " ")
						got = append(got, line([]string{"position", "id", "marked", "score", "award"}, attr(li, "value"), id, text(first(li, "a")), score, award))
					}
				}
				if len(got) > len(r.Places) || len(got) > 0 && !slices.Equal(got, r.lines("position", "id", "marked", "score", "award")[:len(got)]) {
					o.fault("%s ranks %q", feed, got)
				}
			}
		}
		if _, ok := o.files[twin]; ok && !slices.Equal(both[0], both[1]) {
			o.fault("%s says %q, %s %q", name, both[0], twin, both[1])
		}
	}
}
