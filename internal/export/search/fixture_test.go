package search

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"slices"
	"strings"
)

// small is an index that a person can read: one of every kind, words with
// accents and apostrophes, a field that repeats a better one.
func small() []Doc {
	return []Doc{
		{Item{Guide, "Best Vaults (2025)", "/guides/vaults/", "Two vaults, ranked.", ""}, Text{
			Titles: []string{"Best Vaults (2025)"}, Names: []string{"Lloyd’s", "Crédit Güney"},
			Awards: []string{"Best for safety", "Best for staff", "Two vaults, ranked."}, Questions: []string{"What is a vault?"},
			Bodies: []string{"A vault keeps keys cold. What is a vault? A room."},
		}, []string{"sg", "eu"}},
		{Item{Question, "What is a vault?", "/guides/vaults/#what-is-a-vault", "Best Vaults (2025)", ""}, Text{
			Questions: []string{"What is a vault?"}, Bodies: []string{"A room.", "Best Vaults (2025)"},
		}, nil},
		{Item{Region, "Best Vaults (2025): Singapore", "/guides/vaults/in/sg/", "", ""}, Text{
			Titles: []string{"Singapore"}, Awards: []string{"Best Vaults (2025)"},
		}, []string{"sg"}},
		{Item{Guide, "Best Keys", "/guides/keys/", "Keys, not constructors.", ""}, Text{
			Titles: []string{"Best Keys"}, Names: []string{"Lloyd’s"}, Awards: []string{"Keys, not constructors."}, Bodies: []string{"Keys are cut in a vault."},
		}, []string{"eu"}},
		{Item{Provider, "Crédit Güney", "/providers/credit-guney/", "bank", ""}, Text{Titles: []string{"Crédit Güney"}, Awards: []string{"bank"}}, []string{"eu"}},
		{Item{Provider, "Lloyd’s", "/providers/lloyds/", "insurer", ""}, Text{Titles: []string{"Lloyd’s"}, Bodies: []string{"Insures vaults."}}, nil},
		{Item{Article, "Keeping keys", "/articles/keeping-keys/", "How to.", ""}, Text{Titles: []string{"Keeping keys"}, Bodies: []string{"In a vault."}}, nil},
	}
}

// vocabulary makes words that look like words, the frequent ones first: real
// beginnings are shared, and some words are the beginning of others.
func vocabulary(r *rand.Rand, size int) []string {
	syllables := strings.Fields("cus to dy in sur ance ex change pro vi der ris k a e con tra ct ke y se cu re ba n li mit pre mi um " +
		"au dit sta king co ver age lo ss the ft re gu la tor s wa llet si gn me th od st or m vau lt ca pi tal o per ate ma na ge")
	seen, out := map[string]bool{}, []string{"best", "custody", "the", "a", "of", "insurance", "providers", "2025"}
	for len(out) < size {
		var b strings.Builder
		for range 2 + r.IntN(4) {
			b.WriteString(syllables[r.IntN(len(syllables))])
		}
		if w := b.String(); !seen[w] {
			seen[w] = true
			out = append(out, w)
		}
	}
	return out
}

// site makes a site of so many guides, of the size and kind that the real ones
// are: ten entries, eight questions and four regions each, and besides them
// half as many providers and a third as many articles.
func site(guides int) iter.Seq[Doc] {
	return func(yield func(Doc) bool) {
		r := rand.New(rand.NewPCG(1, 2))
		words := vocabulary(r, 12_000)
		zipf := rand.NewZipf(r, 1.1, 8, uint64(len(words)-1))
		text := func(n int) string {
			picked := make([]string, n)
			for i := range picked {
				picked[i] = words[zipf.Uint64()]
			}
			return strings.Join(picked, " ")
		}
		name := func(i int) string { return words[20+i%(len(words)-20)] + " " + words[40+i*7%1000] }
		var docs []Doc
		for g := range guides {
			path := fmt.Sprintf("/guides/%s-%d/", words[100+g], g)
			title := "Best " + text(3) + " Providers (2025)"
			guide := Doc{Item: Item{Guide, title, path, text(20)}, Regions: []string{"apac", "eu", "sg", "uk"}}
			guide.Text = Text{Titles: []string{title}, Awards: []string{guide.Note}}
			for e := range 10 {
				guide.Text.Names = append(guide.Text.Names, name(g*3+e))
				guide.Text.Awards = append(guide.Text.Awards, "Best for "+text(4))
				guide.Text.Bodies = append(guide.Text.Bodies, text(110))
			}
			guide.Text.Bodies = append(guide.Text.Bodies, text(1200))
			for q := range 8 {
				ask, answer := text(8)+"?", text(40)
				guide.Text.Questions = append(guide.Text.Questions, ask)
				guide.Text.Bodies = append(guide.Text.Bodies, answer)
				docs = append(docs, Doc{Item: Item{Question, ask, fmt.Sprintf("%s#question-%d", path, q), title},
					Text: Text{Questions: []string{ask}, Bodies: []string{answer, title}}})
			}
			for _, region := range guide.Regions {
				docs = append(docs, Doc{Item: Item{Region, title + ": " + region, path + "in/" + region + "/", ""},
					Text: Text{Titles: []string{region}, Awards: []string{title}}, Regions: []string{region}})
			}
			docs = append(docs, guide)
		}
		for p := range guides / 2 {
			docs = append(docs, Doc{Item: Item{Provider, name(p), fmt.Sprintf("/providers/provider-%d/", p), text(8)},
				Text: Text{Titles: []string{name(p)}, Awards: []string{text(5)}, Bodies: []string{text(80)}}, Regions: []string{"eu"}})
		}
		for a := range guides / 3 {
			title := text(6)
			docs = append(docs, Doc{Item: Item{Article, title, fmt.Sprintf("/articles/article-%d/", a), text(20)},
				Text: Text{Titles: []string{title}, Awards: []string{text(20)}, Questions: []string{text(8)}, Bodies: []string{text(900)}}})
		}
		for _, d := range docs {
			if !yield(d) {
				return
			}
		}
	}
}

// inOrder puts documents in the order of the index.
func inOrder(docs []Doc) []Doc {
	out := slices.Clone(docs)
	slices.SortStableFunc(out, func(a, b Doc) int { return int(a.Kind) - int(b.Kind) })
	return out
}

// defined is what a search finds by its definition, with no index.
func defined(docs []Doc, query, region string) []int {
	words := Words(query)
	score := make([]int, len(docs))
	var hits []int
	for i, d := range docs {
		for k, w := range words {
			best := 0
			for field, texts := range d.Text.fields() {
				for _, have := range Words(strings.Join(texts, "\n")) {
					switch {
					case have == w:
						best = max(best, 512>>(2*field))
					case k == len(words)-1 && strings.HasPrefix(have, w):
						best = max(best, 256>>(2*field))
					}
				}
			}
			if best == 0 {
				score[i] = -1
				break
			}
			score[i] += best
		}
		in := region == "" || slices.Contains(d.Regions, region)
		if score[i] >= 0 && in && len(words)+len(region) > 0 {
			hits = append(hits, i)
		}
	}
	slices.SortStableFunc(hits, func(a, b int) int { return score[b] - score[a] })
	return hits
}
