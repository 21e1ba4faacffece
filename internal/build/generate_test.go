package build

import (
	"fmt"
	"strings"
	"testing/fstest"
)

// generate makes a site of so many guides with ten entries each, of the size
// and kind that the real ones are. It is the same every time.
func generate(guides int) fstest.MapFS {
	tree := fstest.MapFS{}
	put := func(name, text string, args ...any) {
		tree["content/"+name] = &fstest.MapFile{Data: fmt.Appendf(nil, text, args...)}
	}
	put("site.toml", siteFile)
	put("authors/desk.md", "+++\nname = \"Research desk\"\nkind = \"organisation\"\nurl = \"https://www.example.com/\"\n+++\nThe desk.\n")
	for i := range providers {
		put(fmt.Sprintf("providers/%s.md", provider(i)), providerFile, i, i, i, i, i)
	}
	for g := range guides {
		folder := fmt.Sprintf("guides/guide-%04d/", g)
		put(folder+"guide.md", "%s", strings.ReplaceAll(guideFile, "NUMBER", fmt.Sprint(g)))
		for e := range 10 {
			p := (g*7 + e) % providers
			put(folder+"entries/"+provider(p)+".md", entryFile,
				g, provider((g*7+(e+1)%10)%providers), e%2 == 0, 1+e%9, 9-e%7, 2+(g+e)%6, 2+(g+e)%6+2, e*5, p, p)
		}
	}
	return tree
}

const providers = 40

func provider(i int) string { return fmt.Sprintf("provider-%02d", i) }

const siteFile = `title = "Generated Research"
description = "Guides that a program wrote."
base_url = "https://research.example.com/"
language = "en"
disclaimer = "Not advice."
[publisher]
name = "Example"
url = "https://www.example.com/"
[product]
name = "Example"
points = ["Ratings: one thing", "Alerts: another thing"]
workflow = ["Research", "Select"]
cta = { label = "Start", url = "https://www.example.com/" }
[sources]
policy = "any"
[[regions]]
id = "global"
name = "Global"
[[regions]]
id = "apac"
name = "Asia-Pacific"
[[regions]]
id = "sg"
name = "Singapore"
within = "apac"
[[navigation]]
label = "Guides"
path = "/guides/"
`

const providerFile = `+++
name = "Provider %d"
website = "https://www.provider%d.example.com/"
kind = "insurer"
[[sources]]
id = "insurance"
title = "Insurance by provider %d"
url = "https://www.provider%d.example.com/"
kind = "official"
+++
Provider %d insures digital assets in custody [@insurance].
`

const entryFile = `+++
award = "Best for need %d"
audience = ["Qualified custodians", "Exchanges", "Trustees", "Prime brokers"]
consider_if = "You want one insurer for all of it."
alternatives = ["%s"]
regions = ["apac"]
fees = "Annualised basis points."
attributes = { staking = %t }
[scores]
scale = { score = %d, why = "Rated programmes.", sources = ["insurance"] }
security = { score = %d, why = "Practitioners look at the keys.", sources = ["insurance"] }
coverage = { low = %d, high = %d, why = "Some cover is named." }
fee = { value = %d, why = "The published price." }
costs = "unknown"
[[sources]]
id = "terms"
title = "Terms"
url = "https://www.provider%d.example.com/terms"
kind = "official"
+++
Provider %d covers theft from every storage tier, with a look at the keys before the policy is written [@insurance; @terms].

## Notable features

- Crime and specie cover across cold, warm and hot storage [@insurance]
- Underwriters who know what they insure [@terms]
- Capacity that is available **worldwide**
`

var guideFile = `+++
title = "Best Generated Providers NUMBER"
year = "2025"
description = "Ten generated providers, ranked by scale, security, coverage, fees and costs, and what to ask of guide NUMBER."
category = "Research"
topics = ["custody", "insurance"]
authors = ["desk"]
published = "2025-09"
updated = "2025-09"
reviewed = "2025-09"
noun = ["provider", "providers"]
stress = 10
[[criteria]]
id = "scale"
name = "Scale"
weight = 30
about = "Capacity."
rubric = [[10, "A whole market."], [4, "Some capacity."], [1, "None."]]
[[criteria]]
id = "security"
name = "Security"
weight = 25
about = "Scrutiny."
rubric = [[10, "Live controls."], [4, "Some scrutiny."], [1, "None."]]
[[criteria]]
id = "coverage"
name = "Coverage"
weight = 20
about = "Breadth."
rubric = [[10, "All tiers."], [4, "One risk."], [1, "None."]]
[[criteria]]
id = "fee"
name = "Fee"
weight = 15
about = "Price."
unit = "bps"
points = [[5, 10], [25, 6], [50, 0]]
[[criteria]]
id = "costs"
name = "Other costs"
weight = 10
about = "Deductibles."
rubric = [[10, "Low."], [1, "High."]]
[[attributes]]
id = "staking"
name = "Staking cover"
type = "yes-no"
about = "Slashing losses are covered."
[[lenses]]
id = "security-first"
name = "Security first"
weights = { security = 50 }
[[use_cases]]
id = "apac"
name = "Custodian in Asia-Pacific"
about = "Staking cover in the region."
require = { regions = ["apac"], attributes = { staking = true } }
weights = { coverage = 40 }
[accept]
idle-criterion = "one criterion that nobody is scored on"
inseparable-top = "the scores are made up"
+++
` + strings.Repeat("Custody insurance pays when keys are stolen, and every policy says which thefts it means and which it does not. ", 12) + `

::methodology

::comparison

::ranking[The ten, in order]

::use-cases

## How to choose {.checklist}

` + strings.Repeat("- Ask what is excluded, who pays first, and how long a claim takes\n", 8) + `
### Red flags

` + strings.Repeat("- A limit that is shared with others and is not said to be\n", 4) + `
## Tips

` + strings.Repeat("A tower is built from the bottom up, and the first layer is the dearest. ", 20) + `

## FAQs {.faq}

### What does it cover?

Theft of assets in custody, as the wording says.

### What does it cost?

That depends on the limit and the storage.

### Who buys it?

Custodians, exchanges and trustees.
`
