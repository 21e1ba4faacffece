package sentence

const (
	drawnNamed  = "{region} is named by {count} of {all}"
	drawnNobody = "no region is named"
	drawnBest   = "best on {criterion}: {names}, {figure}"
	drawnNoBest = "no figure is known for {criterion}"
	drawnStays  = "nobody changes ranks under {lens}"
)

// MostNamed is the finding of a matrix of regions: which is named by the most.
func MostNamed(region string, n, all int) Text {
	if n == 0 {
		return say("mostnamed", drawnNobody).Capital()
	}
	return say("mostnamed", drawnNamed, words("region", region), count("count", n), count("all", all)).Capital()
}

// BestFigure is the finding of one measured criterion: whose figure scores best.
func BestFigure(criterion string, names []string, figure string) Text {
	if len(names) == 0 {
		return say("bestfigure", drawnNoBest, words("criterion", criterion)).Capital()
	}
	return say("bestfigure", drawnBest, words("criterion", criterion), words("names", List(names)), words("figure", figure)).Capital()
}

// Unmoved is the finding of a lens under which every rank stays.
func Unmoved(lens string) Text {
	return say("unmoved", drawnStays, words("lens", lens)).Capital()
}
