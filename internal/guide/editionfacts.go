package guide

// EditionFacts are what readers were told of an entry beside its place, its award
// and its scores: all in plain text, as it was printed.
type EditionFacts struct {
	Kind, Home, Website string // of the provider
	Role                Role
	Status              EditionStatus // what had become of the provider
	Audience            []string
	ConsiderIf          string
	Strengths           []string
	Drawbacks           []string
	Regions             []string // names
	RegionsNote         string
	Alternatives        []string // names, with what for: "Munich Re for staking"
	Fees                string
	Prices              []EditionPrice
	AsOf                Date
	Stated              []string // what the provider states, with its name: "Founded: 1948"
	Attributes          []string // one per attribute of the edition; empty where it was not established
	Text                []EditionText
	Sources             []EditionSource // its own, then those of its provider
}

// EditionPrice is what a plan cost, in words.
type EditionPrice struct {
	Name   string // empty where there was one
	Price  string
	Note   string
	Counts bool
}

// EditionText is a section of an entry's text: a line for each paragraph and each
// item of a list.
type EditionText struct {
	Title string // empty for what stands before the first heading
	Lines []string
}

// EditionAttribute is a column of the comparison table at the time.
type EditionAttribute struct{ ID, Name string }

// EditionQuestion is a question of the guide with its answer, on one line.
type EditionQuestion struct{ Text, Answer string }

// EditionSource is a cited page.
type EditionSource struct{ ID, Title, URL string }

// EditionStatus is what had become of a provider, or why an entry took no place:
// the kind, as authors write it, the date and the note in plain text.
type EditionStatus struct {
	Kind string // empty for what went on
	Date Date
	Note string
}

// EditionApart is an entry that took no place.
type EditionApart struct {
	Provider, Name string
	EditionStatus
}
