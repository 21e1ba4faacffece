package search

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"strings"
)

// small is an index that a person can read: one of every kind, words with
// accents and apostrophes, a field that repeats a better one.
func small() []Doc {
	docs := smallDocs()
	for i := range docs {
		if path, _, _ := strings.Cut(strings.TrimPrefix(docs[i].Path, "/guides/"), "/"); docs[i].Kind == Comparison || docs[i].Kind == View || docs[i].Kind == Fact {
			docs[i].Of = path
		}
	}
	return docs
}

func smallDocs() []Doc {
	return []Doc{
		{Item{Guide, "Best Vaults (2025)", "/guides/vaults/", "Two vaults, ranked."}, Text{
			Titles: []string{"Best Vaults (2025)"}, Names: []string{"Lloyd’s", "Crédit Güney"},
			Awards: []string{"Best for safety", "Best for staff", "Two vaults, ranked."}, Questions: []string{"What is a vault?"},
			Bodies: []string{"A vault keeps keys cold. What is a vault? A room."},
		}, []string{"sg", "eu"}, ""},
		{Item{Question, "What is a vault?", "/guides/vaults/#what-is-a-vault", "Best Vaults (2025)"}, Text{
			Questions: []string{"What is a vault?"}, Bodies: []string{"A room.", "Best Vaults (2025)"},
		}, nil, ""},
		{Item{View, "Best Vaults (2025): Singapore", "/guides/vaults/in/sg/", ""}, Text{
			Titles: []string{"Singapore"}, Awards: []string{"Best Vaults (2025)"},
		}, []string{"sg"}, ""},
		{Item{Guide, "Best Keys", "/guides/keys/", "Keys, not constructors."}, Text{
			Titles: []string{"Best Keys"}, Names: []string{"Lloyd’s"}, Awards: []string{"Keys, not constructors."}, Bodies: []string{"Keys are cut in a vault."},
		}, []string{"eu"}, ""},
		{Item{Provider, "Crédit Güney", "/providers/credit-guney/", "bank"}, Text{Titles: []string{"Crédit Güney"}, Awards: []string{"bank"}}, []string{"eu"}, ""},
		{Item{Provider, "Lloyd’s", "/providers/lloyds/", "insurer"}, Text{Titles: []string{"Lloyd’s"}, Bodies: []string{"Insures vaults."}}, nil, ""},
		{Item{Comparison, "Crédit Güney vs Lloyd’s", "/guides/vaults/compare/credit-guney-vs-lloyds/", "1 and 2 of 2"}, Text{
			Titles: []string{"Crédit Güney vs Lloyd’s"}, Awards: []string{"versus or better"},
		}, nil, ""},
		{Item{View, "Best on Costs", "/guides/vaults/?sort=costs#comparison", "Lloyd’s 8"}, Text{Titles: []string{"Best on Costs", "cheapest"}}, nil, ""},
		{Item{Fact, "Lloyd’s: fees", "/guides/vaults/#lloyds", "One part in a hundred"}, Text{
			Titles: []string{"Lloyd’s fees", "Lloyd’s price"}, Awards: []string{"One part in a hundred"},
		}, nil, ""},
		{Item{Fact, "Crédit Güney: fees", "/guides/vaults/#credit-guney", "Not checked"}, Text{Titles: []string{"Crédit Güney fees", "Crédit Güney price"}}, nil, ""},
		{Item{Fact, "Lloyd’s: fees", "/guides/keys/#lloyds", "Not checked"}, Text{Titles: []string{"Lloyd’s fees", "Lloyd’s price"}}, nil, ""},
		{Item{Article, "Schlüssel für Müller", "/articles/mueller/", "Straße."}, Text{Titles: []string{"Schlüssel für Müller"}, Bodies: []string{"L’assurance d’abord."}}, nil, ""},
		{Item{Article, "東京の鍵", "/articles/tokyo/", "かぎ"}, Text{Titles: []string{"東京の鍵"}, Bodies: []string{"กุญแจในกรุงเทพ"}}, nil, ""},
		{Item{Article, "مفاتيح التأمين", "/articles/taamin/", "مَفَاتِيح"}, Text{Titles: []string{"مفاتيح التأمين"}}, nil, ""},
		{Item{Article, "Κλειδιά της Αθήνας", "/articles/athina/", ""}, Text{Titles: []string{"Κλειδιά της Αθήνας"}}, nil, ""},
		{Item{Article, "Keeping keys", "/articles/keeping-keys/", "How to."}, Text{Titles: []string{"Keeping keys"}, Bodies: []string{"In a vault."}}, nil, ""},
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
				docs = append(docs, Doc{Item: Item{View, title + ": " + region, path + "in/" + region + "/", ""},
					Text: Text{Titles: []string{region}, Awards: []string{title}}, Regions: []string{region}})
			}
			for e := range 9 {
				versus := name(g*3+e) + " vs " + name(g*3+e+1)
				docs = append(docs, Doc{Item: Item{Comparison, versus, fmt.Sprintf("%scompare/%d/", path, e), "1 and 2 of 10 in " + title},
					Text: Text{Titles: []string{versus}, Awards: []string{title}}, Of: path})
				docs = append(docs, Doc{Item: Item{Fact, name(g*3+e) + ": fees", fmt.Sprintf("%s#%d", path, e), text(12)},
					Text: Text{Titles: []string{name(g*3+e) + " fees", name(g*3+e) + " price"}, Bodies: []string{title}}, Of: path})
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
