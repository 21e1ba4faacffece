package structured

// Ranking is an order that the page shows. One without places is left out.
// An item has no score in this vocabulary: a page that states scores has a
// Review of each place, which shares the place's URL.
type Ranking struct {
	Name   string // "Custody insurance providers, ranked"
	Places []Place
}

// Place is one entry of the ranking.
type Place struct {
	Rank int // as printed
	Name string
	URL  string // of the entry, with its anchor
}

type itemList struct {
	Type  string     `json:"@type"`
	ID    string     `json:"@id"`
	Name  string     `json:"name"`
	Order string     `json:"itemListOrder"`
	Count int        `json:"numberOfItems"`
	Items []listItem `json:"itemListElement"`
}

type listItem struct {
	Type     string `json:"@type"`
	Position int    `json:"position"`
	Name     string `json:"name"`
	URL      string `json:"url"`
}

// ranks reports whether the page has an order.
func (b *builder) ranks() bool { return b.graph.Ranking != nil && len(b.graph.Ranking.Places) > 0 }

func (b *builder) ranking() {
	if !b.ranks() {
		return
	}
	r := b.graph.Ranking
	node := itemList{
		Type: "ItemList", ID: b.on("ranking"), Name: b.need("ItemList", "name", r.Name),
		// By position: the first is the best.
		Order: "https://schema.org/ItemListOrderAscending",
		Count: len(r.Places),
	}
	for _, p := range r.Places {
		b.some("ListItem", "position", p.Rank)
		node.Items = append(node.Items, listItem{
			Type: "ListItem", Position: p.Rank,
			Name: b.need("ListItem", "name", p.Name), URL: b.need("ListItem", "url", p.URL),
		})
	}
	b.add(node.ID, node)
}
