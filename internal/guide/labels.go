package guide

// Labels are the words of a field for what every publication has: what is ranked is
// a provider to one and a camera to another, and what it costs are fees or a price.
// A label that is empty is not given.
type Labels struct {
	Provider     Noun // what is ranked, in the head of a column and of lists
	Audience     string
	ConsiderIf   string
	Alternatives string
	Fees         string
	Regions      string
	Serves       string
	Features     string
	Note         string // above what a text sets apart with :::note
	Warning      string
	Video        string // before the name of the site that a video is on
}

// Usual are the words where nothing is said.
var Usual = Labels{
	Provider: Noun{"provider", "providers"}, Audience: "Best for", ConsiderIf: "Consider if", Alternatives: "Alternatives",
	Fees: "Fees", Regions: "Regions", Serves: "Serves", Features: "Notable features",
	Note: "Note", Warning: "Warning", Video: "Video at another site:",
}

// Container is the word above what a text sets apart, and before the site of a video;
// none above a quotation.
func (l Labels) Container(name string) string {
	switch name {
	case "note":
		return l.Note
	case "warning":
		return l.Warning
	case "video":
		return l.Video
	}
	return ""
}

// Over lays labels over others: what is given wins.
func (l Labels) Over(other Labels) Labels {
	if l.Provider != (Noun{}) {
		other.Provider = l.Provider
	}
	for _, x := range []struct {
		own  string
		into *string
	}{
		{l.Audience, &other.Audience}, {l.ConsiderIf, &other.ConsiderIf}, {l.Alternatives, &other.Alternatives}, {l.Fees, &other.Fees},
		{l.Regions, &other.Regions}, {l.Serves, &other.Serves}, {l.Features, &other.Features},
		{l.Note, &other.Note}, {l.Warning, &other.Warning}, {l.Video, &other.Video},
	} {
		if x.own != "" {
			*x.into = x.own
		}
	}
	return other
}
