package content

import "strings"

// meaning is what a key is for, and a value in TOML.
type meaning struct{ example, text string }

// meanings says of every key what it is for: by the kind of file ("*" where several
// kinds share it) and the path of the key. A test holds them to [Schema]: each key
// has one, and each one a key.
var meanings = parseMeanings(`
guide title | "Best Cameras" | the title, without its year
* title | "A title" | the title
* description | "One sentence of at most 200 characters." | stands under the title and in search results: at most 200 characters
guide year | "2026" | printed behind the title; the address stays the same every year
guide basis | "We scored each after using it for a month." | how the scores came about: one sentence, printed under the answer
* category | "Research" | a word above the title
* topics | ["topic"] | what it is collected under
* authors | ["editors"] | who wrote it: names of files in authors/
* draft | true | true: not published yet
* publish_at | 2026-01-15 | not published before this day begins in UTC; or 2026-01-15T09:00:00+01:00
* expire_at | 2027-01-15 | nor from this day on
* published | "2026-01" | when it was first published: a day, 2026-01-15, or a month in quotes
* updated | "2026-01" | when the text last changed
guide reviewed | "2026-01" | when the facts were last checked
guide review_every | "3 months" | how often they will be: a promise to readers
guide noun | ["camera", "cameras"] | what is ranked: one of them, and several
guide stress | 10 | how many percent of the weight may move when the order is tested
guide unknown | "midpoint" | what a range counts as in the order
guide grain | 0.25 | by how much a score may be off, either way, when chances are drawn
guide min_known | 30 | whoever has less percent of the weight known is provisional
* related | ["another-guide", { title = "One that is yet to come" }] | further guides and articles
guide compare | [["one", "another"]] | pairs that have a comparison wherever they stand
* formerly | ["old-name"] | slugs that it had before it was renamed: its old address and editions lead here
* aliases | ["/old/address/"] | addresses that it once had, the oldest first
guide criteria | | what is scored; the weights of all of them sum to 100
guide criteria.id | "quality" | how files name it: small letters and hyphens
guide criteria.name | "Quality" | how readers see it
guide criteria.weight | 50 | percent
guide criteria.parts | 1 | in place of the weight, on every criterion: its part of the sum of all parts
guide criteria.about | "What it takes to do well." | what it is, in one sentence
guide criteria.rubric | [[10, "The best there is"], [5, "Does the job"], [1, "Does not"]] | what earns a score, from the best down
guide criteria.unit | "g" | of a measured criterion: what its figures are in; USD, EUR and the like are currencies
guide criteria.per | "month" | what each figure is for
guide criteria.prices | true | the figures are the prices that count, of [[prices]] in each entry
guide criteria.points | [[300, 10], [600, 5], [1200, 0]] | of a measured criterion: which figure earns which score
guide attributes | | a further column of the table, and what readers filter by
guide attributes.id | "rental" | how files name it
guide attributes.name | "For rent" | how readers see it
guide attributes.type | "yes-no" | what its values are
guide attributes.about | "Whether it can be tried before it is bought." | explained under the table
guide attributes.unit | "g" | of a number
guide attributes.per | "month" | what each figure is for
guide attributes.choices | ["small", "large"] | of a choice or a list: the words that there are
* diagrams | | a drawing of a few words, which ::diagram and its id put into the text
* diagrams.id | "tower" | how the text calls for it
* diagrams.title | "Each layer stands on those below it" | what it finds
* diagrams.about | "Two boxes on each other." | what is drawn, for those who do not see it
* diagrams.layers | [["Roof", "Keeps the rain out."], ["Walls", "Carry the roof."]] | what lies on each other, from the top down: at most 8
* diagrams.steps | ["Lay it out", "Raise it"] | in place of layers, the steps of a process: at most 8
* diagrams.spans | [["Rain", 1, 2]] | beside steps, what lasts from one step to another: at most 3
* labels | | the words of your field, where ours are not
* labels.provider | ["camera", "cameras"] | what is ranked
* labels.audience | "Best for" | whom it suits
* labels.consider_if | "Consider if" | what speaks for it
* labels.alternatives | "Alternatives" | whom else to look at
* labels.fees | "Price" | what it costs
* labels.regions | "Sold in" | where it can be had
* labels.serves | "Sold in" | the choice of a region
* labels.features | "Notable features" | what it has
* labels.note | "Note" | above a :::note
* labels.warning | "Warning" | above a :::warning
* labels.video | "Video at another site:" | before the site of a ::video
guide lenses | | other weights, under which the whole guide is ranked again
guide lenses.id | "price-first" | its address
guide lenses.formerly | ["old-id"] | ids that it had
guide lenses.name | "Price first" | how readers see it
guide lenses.about | "For whoever pays." | for whom it is
guide lenses.weights | { price = 60 } | percent; criteria that are left out share the rest
guide lenses.parts | { price = 2, quality = 1 } | in place of weights, naming every criterion
guide use_cases | | a reader's situation; who is best for it is computed
guide use_cases.id | "beginners" | its address
guide use_cases.formerly | ["old-id"] | ids that it had
guide use_cases.name | "Beginner" | how readers see it
guide use_cases.about | "Somebody who starts." | who that is
guide use_cases.weights | { price = 60 } | other weights, if need be
guide use_cases.parts | { price = 2, quality = 1 } | in place of weights, naming every criterion
guide use_cases.require | | what it takes
guide use_cases.require.regions | ["eu"] | regions that must be served
guide use_cases.require.attributes | { rental = true } | attributes that it must have
guide use_cases.add_on | | what it takes of something to be added to the pick
guide use_cases.add_on.regions | ["eu"] | regions that must be served
guide use_cases.add_on.attributes | { rental = true } | attributes that it must have
* corrections | | what was published here and was wrong: never change it without a word
* corrections.date | "2026-01" | when it was corrected
* corrections.was | "Ten basis points." | what was said
* corrections.is | "Twelve basis points." | what is right
* corrections.since | "2026-01" | since when it stood here, if you know
* corrections.source | "site" | the id of the source that says so
guide corrections.concerns | ["a-provider"] | whom it concerns
* sources | | where a fact comes from; cite it in the text with [@site]
* sources.id | "site" | how you cite it
* sources.formerly | ["old-id"] | ids that it had
* sources.title | "Product page" | what the page is called
* sources.url | "https://www.example.com/" | its address
* sources.kind | "official" | whose page it is
* sources.accessed | "2026-01" | when you read it
* extra | | data of your own, which no page shows
* accept | | warnings that you have considered: rule = "your reason"
provider name | "Example" | its name
provider website | "https://www.example.com/" | its own site
provider domains | ["example.com"] | whose pages count as official; that of the website if left out
provider kind | "maker" | what it is, in small letters: maker, bank, broker ...
provider logo | "example.svg" | its mark: a picture that lies beside this file, or "/img/example.svg" in static/
provider home | "Japan" | where it is at home
provider status | "closed" | what has become of it, if it does not go on: closed, acquired or paused
provider status_date | "2026-01" | since when
provider status_note | "It says so itself [@statement]." | what happened, with the source
provider facts | | what site.toml lists under [[facts]]; a value may be { value = "12-345", url = "https://register.example/", as_of = "2026-01" }
provider as_of | "2026-01" | when what this file states held
entry role | "core" | add-on: completes another; reference: to compare with, and not to be had
entry award | "Best for beginners" | one line, printed beside the name
entry audience | ["Beginners"] | whom it suits
entry consider_if | "You want to start today." | printed behind "Consider it if:"
entry strengths | ["Cover from one hand [@cover]."] | what speaks for it, a line each; computed from the scores if left out
entry drawbacks | ["No prices are published."] | what speaks against it; computed in the same way
entry alternatives | ["another", { provider = "a-third", for = "travel" }] | whom else to look at
entry regions | ["eu"] | where it can be had, as the provider itself says
entry regions_note | "Not everywhere" | what limits that
entry fees | "From 20 a month." | what it costs, in words
entry prices | | what a plan costs, as many as there are
entry prices.name | "Standard" | of the plan; a single price needs none
entry prices.value | 12.50 | the price
entry prices.low | 10 | in place of the price, the least that it is
entry prices.high | 15 | and the most
entry prices.from | 10 | in place of the price, the least, where nothing says the most
entry prices.unit | "USD" | what it is in: USD, EUR and the like are currencies
entry prices.per | "month" | for what: month, seat, a year of storage
entry prices.missing | "on request" | in place of the price, why there is none
entry prices.note | "Without a lens." | what it has in it or leaves out, in one sentence
entry prices.sources | ["site"] | which sources say so
entry prices.as_of | "2026-01" | when it held
entry prices.counts | true | of several plans, the one that stands for all of them, in tables and in the score
entry status | "withdrawn" | it has left the ranking: it takes no place, and keeps its address
entry status_date | "2026-01" | when it left
entry status_note | "Nobody can buy it any more." | why it left
entry verdict | "not-recommended" | it was looked at, and takes no place
entry verdict_note | "It failed our test." | why it is not recommended
entry as_of | "2026-01" | when what this file states held
entry attributes | { rental = true } | the guide's further columns
entry scores | | one line for each criterion of the guide
entry scores.criterion | { score = 8, why = "..." } | from 0 to 10; or { low = 4, high = 7, why = "..." }, or "unknown"
entry scores.criterion.score | 8 | from 0 to 10, at most two decimals
entry scores.criterion.low | 4 | the least that it may be
entry scores.criterion.high | 7 | the most that it may be
entry scores.criterion.value | 450 | of a measured criterion: the figure
entry scores.criterion.from | 450 | of a measured criterion: the least that it is
entry scores.criterion.as_of | "2026-01" | when that held
entry scores.criterion.why | "..." | the reason, in one sentence
entry scores.criterion.sources | ["site"] | which sources say so
entry scores.criterion.published | false | the provider does not publish it; say in why how you know
article cta | | a link that asks the reader to do something
article cta.label | "Start here" | its words
article cta.url | "https://www.example.com/" | its address
author name | "The editors" | the name in the byline
author kind | "organisation" | person or organisation
author photo | "editors.jpg" | a picture of them that lies beside this file, or "/img/editors.jpg" in static/
author url | "https://www.example.com/" | a page about them
site base_url | "https://www.example.com/" | where the site will be; it ends in a slash and may have a path
site language | "en" | of the site
site disclaimer | "For information; not advice." | printed at the foot of every page
site compress | true | write compressed forms beside the pages
site system_fonts | true | set pages in the fonts of the reader’s system instead of ours
site publisher | | who publishes
site publisher.name | "Example Press" | its name
site publisher.url | "https://www.example.com/" | its own site
site feed | | what feed readers know the pages by
site feed.id | "tag:www.example.com,2026:" | a host that was yours, and a year in which it was
site host | | where it is published
site host.kind | "netlify" | what it is published on: netlify, cloudflare-pages, cloudflare-workers, github-pages, s3, nginx, caddy, apache, or plain
site product | | the publisher's own product: shown apart, never ranked
site product.name | "Example" | its name
site product.points | ["What it does: in one line"] | what it does
site product.workflow | ["Look", "Choose"] | its steps
site product.cta | | a link that asks the reader to do something
site product.cta.label | "Try it" | its words
site product.cta.url | "https://www.example.com/" | its address
site newsletter | | a link at the foot of every page
site newsletter.label | "Our newsletter" | its words
site newsletter.url | "https://www.example.com/" | its address
site newsletter.about | "Once a month." | a line beside it
site advertising | | what you offer to advertisers, or an advertisement: marked as such
site advertising.title | "Advertise here" | its heading
site advertising.points | ["What there is"] | what there is
site advertising.cta | | a link that asks the reader to do something
site advertising.cta.label | "Ask us" | its words
site advertising.cta.url | "https://www.example.com/" | its address
site advertising.sponsored | false | true: somebody pays for it
site sources | | which pages may be cited
site sources.policy | "any" | official: only those of the providers, and of the regulators below
site sources.regulators | ["regulator.example"] | domains of regulators
site facts | | what providers state in [facts], beyond what all sites have
site facts.id | "founded" | how files name it
site facts.name | "Founded" | how readers see it
site facts.type | "number" | what its values are
site facts.about | "The year." | what it is
site facts.unit | "g" | of a number
site facts.per | "month" | what each figure is for
site facts.choices | ["small", "large"] | of a choice or a list: the words that there are
site regions | | a part of the world that entries may name
site regions.id | "eu" | how files name it; "global" satisfies every region
site regions.name | "European Union" | how readers see it
site regions.within | "europe" | the larger region that holds it
site topics | | what guides and articles may be collected under
site topics.id | "topic" | how files name it
site topics.name | "Topic" | how readers see it
site gone | | what was published and is no longer: a page there says what happened
site gone.paths | ["/providers/old-name/"] | its addresses on this site
site gone.date | "2026-01" | since when
site gone.reason | "It was wound up; nothing took its place." | what happened, for readers
site navigation | | a link in the header
site navigation.label | "Guides" | its words
site navigation.path | "/guides/" | its address on this site
relationships relationships | | a commercial tie with a provider, told wherever it is shown
relationships relationships.provider | "example" | the name of its file
relationships relationships.kind | "client" | affiliate, sponsor, investor, owner, client, advertiser or data-supplier
relationships relationships.note | "They buy from us." | the same in a sentence
relationships relationships.since | "2026-01" | since when
relationships relationships.links | | links that somebody pays for
relationships relationships.links.try | "https://www.example.com/?from=you" | printed beside the disclosure, and marked as paid
`)

func parseMeanings(lines string) map[string]meaning {
	all := map[string]meaning{}
	for line := range strings.Lines(strings.TrimSpace(lines)) {
		key, rest, _ := strings.Cut(line, " | ")
		example, text, _ := strings.Cut(rest, "| ")
		all[key] = meaning{strings.TrimSpace(example), strings.TrimSpace(text)}
	}
	return all
}
