package check

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// dataOf reads the files beside a guide's page.
func (a *audit) dataOf(slug string, g *ranked) (out []surface) {
	folder := "guides/" + slug + "/"
	for _, f := range []struct {
		name string
		read func(surface, []byte, *ranked) ([]surface, error)
	}{
		{"ranking.json", rankingJSON}, {"ranking.csv", rankingCSV}, {"index.md", rankingTwin},
	} {
		data, err := fs.ReadFile(a.pages, folder+f.name)
		if errors.Is(err, fs.ErrNotExist) {
			a.add(auditMissing, folder+"index.html", "the guide has no %s", f.name)
			continue
		}
		label := f.name
		if f.name == "index.md" {
			label = "the Markdown twin"
		}
		var read []surface
		if err == nil {
			read, err = f.read(surface{file: folder + f.name, label: label}, data, g)
		}
		if err != nil {
			a.add(auditData, folder+f.name, "%s cannot be read: %v", f.name, err)
		}
		out = append(out, read...)
	}
	return out
}

// rankingCSV reads the table of scores. What its columns are called it knows
// from ranking.json, which is read before.
func rankingCSV(s surface, data []byte, g *ranked) ([]surface, error) {
	r := csv.NewReader(bytes.NewReader(data))
	records, err := r.ReadAll()
	if err != nil {
		return nil, err
	}
	if len(records) == 0 {
		return nil, errors.New("it is empty")
	}
	var at [5]int
	for i, column := range []string{"rank", "provider", "name", "total", "score"} {
		if at[i] = slices.Index(records[0], column); at[i] < 0 {
			return nil, fmt.Errorf("it has no column %q", column)
		}
	}
	low, high := map[string]int{}, map[string]int{} // columns, by the name of the criterion
	if g.data != nil {
		for _, c := range g.data.Criteria {
			low[c.Name], high[c.Name] = slices.Index(records[0], c.ID+".low"), slices.Index(records[0], c.ID+".high")
			if low[c.Name] < 0 || high[c.Name] < 0 {
				return nil, fmt.Errorf("it has no columns for %q", c.ID)
			}
		}
	}
	s.weights = map[string]string{}
	totals := surface{file: s.file, label: "the total in " + s.label}
	for _, record := range records[1:] {
		if record[at[0]] == "weight" {
			for name := range low {
				s.weights[name] = hundredths(record[low[name]])
			}
			continue
		}
		text := func(i int) string { return unarmed(record[at[i]]) }
		p := place{text(1), text(2), record[at[0]], record[at[4]], map[string]string{}}
		for name := range low {
			p.marks[name] = span(hundredths(record[low[name]]), hundredths(record[high[name]]))
		}
		if i := slices.Index(records[0], "award"); i >= 0 {
			p.marks[award] = unarmed(record[i])
		}
		s.places = append(s.places, p)
		total, err := strconv.Atoi(record[at[3]])
		if err != nil {
			return nil, fmt.Errorf("%q is not a total", record[at[3]])
		}
		point := 1_000_000
		if g.data != nil {
			point = g.data.Method.Point
		}
		totals.places = append(totals.places, place{id: p.id, score: printed(total, point, p.score)})
	}
	return []surface{s, totals}, nil
}

// unarmed is a cell as it was meant: before what a spreadsheet would take for a
// formula stands an apostrophe.
func unarmed(cell string) string {
	if rest, ok := strings.CutPrefix(cell, "'"); ok && strings.ContainsAny(cell[:min(len(cell), 2)], "=+-@\t\r") {
		return rest
	}
	return cell
}

// hundredths prints a number of hundredths; another text stays as it is.
func hundredths(cell string) string {
	if n, err := strconv.Atoi(cell); err == nil && n >= 0 {
		return decimal(n, 2)
	}
	return cell
}

// printed is a total, of which a point is so much, with as many decimals as a
// score that is printed, rounded half up; so that it can be compared with it.
func printed(total, point int, score string) string {
	_, decimals, _ := strings.Cut(score, ".")
	n := len(decimals)
	if n > 7 || total < 0 || total > 1e9 || point < 1 || point > 1e9 {
		return strconv.Itoa(total)
	}
	power := 1
	for range n {
		power *= 10
	}
	rounded := fmt.Sprintf("%0*d", n+1, (2*total*power+point)/(2*point))
	if n == 0 {
		return rounded
	}
	return rounded[:len(rounded)-n] + "." + rounded[len(rounded)-n:]
}

var (
	twinEntry   = regexp.MustCompile(`^### (\d+)\\?\. (.+)$`)
	twinScore   = regexp.MustCompile(`^(?:\*(.*)\* )?Score: (\S+) out of 10\.$`)
	twinWeight  = regexp.MustCompile(`^(.+) \(([\d.]+) %\)$`)
	twinEscapes = regexp.MustCompile("\\\\([!-/:-@\\[-`{-~])")
)

func unescaped(markdown string) string {
	return strings.Join(strings.Fields(twinEscapes.ReplaceAllString(markdown, "$1")), " ")
}

var twinCitation = regexp.MustCompile(` \((?:, )?(?:\[[^\]]*\]\([^)]*\)(?:, )?)+\)`)

// unmarked is a line of Markdown without its citations and emphasis.
func unmarked(markdown string) string {
	var out strings.Builder
	markdown = twinCitation.ReplaceAllString(markdown, "")
	for i := 0; i < len(markdown); i++ {
		switch c := markdown[i]; {
		case c == '\\' && i+1 < len(markdown):
			out.WriteString(markdown[i : i+2])
			i++
		case c != '*' && c != '_' && c != '`':
			out.WriteByte(c)
		}
	}
	return unescaped(out.String())
}

// rankingTwin reads the table and the entries of a guide in Markdown.
func rankingTwin(s surface, data []byte, _ *ranked) ([]surface, error) {
	table, entries := s, s
	table.label += "'s table"
	entries.label += "'s entries"
	table.weights = map[string]string{}
	var heads, heading []string
	for line := range strings.Lines(string(data)) {
		line = strings.TrimRight(line, "\r\n")
		if !strings.HasPrefix(line, "|") {
			heads = nil
		}
		cells := cellsOf(line)
		switch {
		case len(cells) >= 3 && slices.Equal(cells[:3], []string{"Rank", "Provider", "Score"}):
			heads = cells
			for i, cell := range cells {
				if m := twinWeight.FindStringSubmatch(cell); m != nil {
					heads[i], table.weights[m[1]] = m[1], m[2]
				}
			}
		case heads != nil && len(cells) >= 3 && strings.Trim(cells[0], "-: ") != "":
			p := place{name: cells[1], rank: cells[0], score: cells[2], marks: map[string]string{}}
			for i := 3; i < min(len(cells), len(heads)); i++ {
				p.marks[heads[i]] = cells[i]
			}
			table.places = append(table.places, p)
		}
		score := twinScore.FindStringSubmatch(line)
		switch {
		case heading != nil && score != nil:
			entries.places = append(entries.places, place{name: unescaped(heading[2]), rank: heading[1], score: score[2],
				marks: map[string]string{award: unmarked(score[1])}})
			heading = nil
		case line != "": // an author may number headings, too, but puts no score below
			heading = twinEntry.FindStringSubmatch(line)
		}
	}
	return []surface{table, entries}, nil
}

// cellsOf takes a row of a Markdown table apart; nil for another line.
func cellsOf(line string) (cells []string) {
	if !strings.HasPrefix(line, "|") {
		return nil
	}
	start := 1
	for i := 1; i < len(line); i++ {
		switch line[i] {
		case '\\':
			i++
		case '|':
			cells = append(cells, unescaped(line[start:i]))
			start = i + 1
		}
	}
	return cells
}
