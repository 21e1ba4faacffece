package content

import (
	"fmt"

	"shortlist/internal/diag"
	"shortlist/internal/guide"
)

var (
	unknownRule = diag.Define(diag.Error, "unknown-rule",
		"The [accept] table names a rule that does not exist.")
	unacceptableRule = diag.Define(diag.Error, "unacceptable-rule",
		"The [accept] table names a rule whose findings are errors.")
)

// readAccept reads the [accept] table: the warnings and advice that the author
// has considered, each with the reason.
func (f *fields) readAccept() {
	t := f.table("accept", "[accept]")
	for _, k := range t.free() {
		if t.slipped(k) {
			continue
		}
		why := f.r.text(k.Value, k.Name)
		rule := diag.Lookup(k.Name)
		switch {
		case rule == nil:
			f.r.report(unknownRule, k.Span, fmt.Sprintf("there is no rule called `%s`", k.Name),
				didYouMean(k.Name, acceptable(), "`shortlist check --rules` lists the rules"))
		case rule.Severity == diag.Error:
			f.r.report(unacceptableRule, k.Span, fmt.Sprintf("`%s` is an error and cannot be accepted", k.Name),
				"fix what it reports and remove this line")
		default:
			f.r.accepted = append(f.r.accepted, guide.Accepted{Rule: k.Name, Reason: why, Origin: origin(k.Span)})
		}
	}
}

func acceptable() []string {
	var names []string
	for _, rule := range diag.Rules() {
		if rule.Severity != diag.Error {
			names = append(names, rule.Name)
		}
	}
	return names
}

// accept returns the file's findings without those that its author accepts, and
// counts these.
func (r *reader) accept() diag.List {
	var out diag.List
	for i := range r.accepted {
		r.accepted[i].Count = 0
	}
next:
	for _, p := range r.list {
		for i := range r.accepted {
			if p.Rule.Severity != diag.Error && r.accepted[i].Rule == p.Rule.Name {
				r.accepted[i].Count++
				continue next
			}
		}
		out = append(out, p)
	}
	return out
}
