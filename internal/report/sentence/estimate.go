package sentence

const (
	estimateAll  = "{name} is an estimate for all {count}"
	estimateSome = "{name} is an estimate for {some} of {count}"
	estimateRest = "this order rests on an estimate: "
)

// Estimate says that most scores on a criterion are ranges or not known: "Costs is an
// estimate for all ten."
func Estimate(name string, some, all int) Text {
	template := estimateSome
	if some == all {
		template = estimateAll
	}
	return say("estimate", template, words("name", name), count("some", some), count("count", all)).Stop()
}

// Rests says before an order of other weights that it gives more weight to estimates;
// empty where there are none.
func Rests(estimates []Text) Text {
	var out Text
	for _, e := range estimates {
		out = out.Then(e)
	}
	if out.Empty() {
		return out
	}
	return say("rests", estimateRest).Capital().And(out)
}
