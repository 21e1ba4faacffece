package main

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"shortlist/internal/content"
	"shortlist/internal/guide"
	"shortlist/internal/rank"
	"shortlist/internal/report"
	"shortlist/internal/report/sentence"
	"shortlist/internal/report/table"
)

// perspective is the flags that choose another view than the published one, as
// they were typed.
type perspective struct {
	lens, weights, region string
}

// of finds what the arguments and flags name. Its errors are wrong usage.
func (c perspective) of(lib *guide.Library, args []string) (*presentation, error) {
	var slugs []string
	for _, g := range lib.Guides {
		slugs = append(slugs, g.Slug)
	}
	if len(args) == 0 {
		return nil, misused("name a guide%s", listing("guides", slugs))
	}
	p := &presentation{baseURL: lib.Site.BaseURL}
	for _, g := range lib.Guides {
		if g.Slug == args[0] {
			p.guide = g
		}
	}
	if p.guide == nil {
		for _, h := range lib.Held {
			if h.Path == "/guides/"+args[0]+"/" {
				return nil, misused("the guide `%s` is held back (%s); --drafts shows drafts and what is to come", args[0], h.Reason)
			}
		}
		return nil, unknown("there is no guide", args[0], "guides", slugs)
	}
	if err := c.choose(lib, p); err != nil {
		return nil, err
	}
	o := report.Through(p.guide, p.view)
	compiled := report.Compile(p.guide, o, report.Inputs{Regions: lib.Site.Regions, Ties: lib.Relationships, Labels: lib.Site.Labels})
	p.g, p.published = &compiled, o.Published
	p.ties = tiesOf(lib, p.guide)
	if len(args) == 2 {
		return p, p.prove(args[1])
	}
	return p, nil
}

// choose sets the view.
func (c perspective) choose(lib *guide.Library, p *presentation) error {
	if c.lens != "" && c.weights != "" {
		return misused("--lens and --weights both set the weights: use one of them")
	}
	if c.lens != "" {
		var ids []string
		for i := range p.guide.Lenses {
			if p.guide.Lenses[i].ID == c.lens {
				p.view.Lens = &p.guide.Lenses[i]
			}
			ids = append(ids, p.guide.Lenses[i].ID)
		}
		if p.view.Lens == nil {
			return unknown("--lens: "+p.guide.Slug+" has no lens", c.lens, "lenses", ids)
		}
	}
	if c.weights != "" {
		var err error
		if p.view.Own, err = ownWeights(p.guide, c.weights); err != nil {
			return err
		}
	}
	if c.region != "" {
		var ids []string
		for _, r := range lib.Site.Regions {
			if r.ID == c.region {
				p.view.Region = r
			}
			ids = append(ids, r.ID)
		}
		if p.view.Region == nil {
			return unknown("--region: there is no region", c.region, "regions", ids)
		}
	}
	return nil
}

// prove sets the provider whose place is to be proved.
func (p *presentation) prove(slug string) error {
	entry := p.guide.Entry(slug)
	if a := p.g.EntryApart(slug); a != nil {
		return misused("`%s` takes no place in %s: %s. %s", slug, p.guide.Slug, a.Said, report.Plain(a.Note))
	}
	if entry == nil {
		var slugs []string
		for _, place := range p.published.Places {
			slugs = append(slugs, place.ID)
		}
		return unknown(p.guide.Slug+" ranks no provider", slug, "providers", slugs)
	}
	if p.provider = p.g.Entry(slug); p.provider == nil {
		return misused("`%s` has no place in %s: %s", slug, p.view.Region.Name, absence(entry, p.view.Region))
	}
	return nil
}

// ownWeights reads "security=40,costs=20": one weight per criterion, -1 where
// none is named.
func ownWeights(g *guide.Guide, flag string) ([]guide.Weight, error) {
	ids := make([]string, len(g.Criteria))
	own := make([]guide.Weight, len(g.Criteria))
	for k := range g.Criteria {
		ids[k], own[k] = g.Criteria[k].ID, -1
	}
	sum := guide.Weight(0)
	for _, part := range strings.Split(flag, ",") {
		id, value, ok := strings.Cut(part, "=")
		id, value = strings.TrimSpace(id), strings.TrimSpace(value)
		if !ok || id == "" || value == "" {
			return nil, misused("--weights: `%s` is not a criterion and its percentage, such as %s=40", part, ids[0])
		}
		k := g.Criterion(id)
		if k < 0 {
			return nil, unknown("--weights: "+g.Slug+" has no criterion", id, "criteria", ids)
		}
		if own[k] >= 0 {
			return nil, misused("--weights: `%s` is there twice", id)
		}
		n, ok := guide.ParseDecimal(strings.TrimSuffix(value, "%"), 0)
		if !ok || n < 0 || n > 100 {
			return nil, misused("--weights: `%s` is not a whole percentage from 0 to 100", value)
		}
		own[k] = guide.Weight(100 * n)
		sum += own[k]
	}
	if sum > guide.FullWeight {
		return nil, misused("--weights: they come to %s %%, more than the whole", sum)
	}
	if _, ok := table.Redistribute(g.Exact(), own, table.ByReaders); !ok {
		return nil, misused("--weights: they come to %s %%, and no other criterion has weight to take the rest", sum)
	}
	return own, nil
}

// unknown is the usage error of a name that is none of those there are.
func unknown(complaint, name, kind string, names []string) error {
	likely := content.Closest(strings.ToLower(strings.ReplaceAll(name, " ", "-")), names)
	if likely == "" {
		likely = onlyPrefix(name, names)
	}
	return misused("%s `%s`%s%s", complaint, name, meant(likely), listing(kind, names))
}

// meant asks whether somebody meant a name; "" for none.
func meant(likely string) string {
	if likely == "" {
		return ""
	}
	return fmt.Sprintf("; did you mean `%s`?", likely)
}

// onlyPrefix is the one name that begins with what was typed, or "".
func onlyPrefix(typed string, names []string) string {
	only := ""
	for _, n := range names {
		if strings.HasPrefix(n, typed) {
			if only != "" {
				return ""
			}
			only = n
		}
	}
	return only
}

// listing is a line below an error that says what there is.
func listing(kind string, names []string) string {
	if len(names) == 0 {
		return fmt.Sprintf("\nthere are no %s", kind)
	}
	return fmt.Sprintf("\nthe %s are %s", kind, strings.Join(names, ", "))
}

// completeNames lets a shell complete guides, providers, lenses and regions.
func completeNames(cmd *cobra.Command, in *inputs) {
	names := func(pick func(lib *guide.Library, g *guide.Guide) []string) cobra.CompletionFunc {
		return func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			lib, _, err := in.load()
			if err != nil || lib == nil {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			var g *guide.Guide
			for _, other := range lib.Guides {
				if len(args) > 0 && other.Slug == args[0] {
					g = other
				}
			}
			return pick(lib, g), cobra.ShellCompDirectiveNoFileComp
		}
	}
	completeFlag(cmd, "region", names(func(lib *guide.Library, _ *guide.Guide) (ids []string) {
		for _, r := range lib.Site.Regions {
			ids = append(ids, r.ID)
		}
		return ids
	}))
	completeFlag(cmd, "lens", names(func(_ *guide.Library, g *guide.Guide) (ids []string) {
		if g == nil {
			return nil
		}
		for _, l := range g.Lenses {
			ids = append(ids, l.ID)
		}
		return ids
	}))
	completeFlag(cmd, "weights", cobra.NoFileCompletions)
	completeArgs := names(func(lib *guide.Library, g *guide.Guide) (slugs []string) {
		if g == nil {
			for _, g := range lib.Guides {
				slugs = append(slugs, g.Slug)
			}
			return slugs
		}
		for _, p := range rank.Rank(table.Published(g)).Places {
			slugs = append(slugs, p.ID)
		}
		return slugs
	})
	cmd.ValidArgsFunction = func(cmd *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
		if len(args) > 1 {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		return completeArgs(cmd, args, typed)
	}
}

// tiesOf tells of the commercial ties with the providers of a guide.
func tiesOf(lib *guide.Library, g *guide.Guide) string {
	var found []guide.Relationship
	for _, tie := range lib.Relationships {
		if g.Entry(tie.Provider.Slug) != nil || g.EntryApart(tie.Provider.Slug) != nil {
			found = append(found, tie)
		}
	}
	return sentence.Ties(found, cmp.Or(lib.Site.Publisher.Name, lib.Site.Title)).String()
}
