package front

import (
	"strings"
	"testing"
)

// typical is an entry of 3 KB.
var typical = []byte("+++\n" + `award = "Best for dedicated crypto crime and custody cover"
audience = ["Qualified custodians", "Exchanges", "Trustees", "Prime brokers"]
consider_if = "You want a crypto-first insurer rather than a generalist broker."
alternatives = ["marsh", { provider = "munich-re", for = "staking" }]
regions = ["global"]
regions_note = "Eligibility varies"
fees = "Annualised basis points; see the price list [@prices]."
attributes = { staking = false }

[scores]
scale    = { score = 8.5, why = "Lloyd's-backed, A-rated programmes.", sources = ["insurance"] }
security = { score = 8, why = "Underwrites the controls of the custodian.", sources = ["insurance"] }
coverage = { score = 9, why = "Crime and specie cover across storage types.", sources = ["insurance"] }
costs    = { low = 4, high = 7, why = "No premium or deductible is published.", published = false }
ux       = "unknown"
support  = { score = 7.5, why = "A claims team of its own." }

[[sources]]
id = "insurance"
title = "Insurance"
url = "https://www.evertas.com/"
kind = "official"
` + "+++\n" + strings.Repeat("Why use it, in two or three sentences [@insurance].\n\n", 34))

func BenchmarkMarkdown(b *testing.B) {
	b.SetBytes(int64(len(typical)))
	b.ReportAllocs()
	for b.Loop() {
		if _, problems := Markdown("f.md", typical); problems != nil {
			b.Fatal(problems)
		}
	}
}
