package structured

// Offer is what a provider asks for one plan, in a currency. A price that nobody
// publishes makes none.
type Offer struct {
	Plan     string // its name; may be empty
	Low      string // the price, or the least that it is: digits and a point
	High     string // the most that it is; empty where that is not known
	Currency string // its code in ISO 4217
	Per      string // for what: "month"; may be empty
}

type offer struct {
	Type     string        `json:"@type"`
	Name     string        `json:"name,omitempty"`
	Price    string        `json:"price,omitempty"` // where that is all there is to say
	Currency string        `json:"priceCurrency,omitempty"`
	Asks     *specifiedAsk `json:"priceSpecification,omitempty"`
}

type specifiedAsk struct {
	Type     string `json:"@type"`
	Price    string `json:"price,omitempty"`
	Min      string `json:"minPrice,omitempty"`
	Max      string `json:"maxPrice,omitempty"`
	Currency string `json:"priceCurrency"`
	Per      string `json:"unitText,omitempty"`
}

func (b *builder) offers(list []Offer) []offer {
	var out []offer
	for _, o := range list {
		b.need("Offer", "price", o.Low)
		b.need("Offer", "priceCurrency", o.Currency)
		node := offer{Type: "Offer", Name: o.Plan}
		if o.Low == o.High && o.Per == "" {
			node.Price, node.Currency = o.Low, o.Currency
			out = append(out, node)
			continue
		}
		node.Asks = &specifiedAsk{Type: "PriceSpecification", Currency: o.Currency, Per: o.Per}
		if o.Per != "" { // only this one has a unitText
			node.Asks.Type = "UnitPriceSpecification"
		}
		if o.Low == o.High {
			node.Asks.Price = o.Low
		} else {
			node.Asks.Min, node.Asks.Max = o.Low, o.High
		}
		out = append(out, node)
	}
	return out
}
