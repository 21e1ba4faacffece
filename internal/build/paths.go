package build

import (
	"cmp"
	"fmt"
	"strings"

	"shortlist/internal/diag"
	"shortlist/internal/guide"
	"shortlist/internal/manifest"
	"shortlist/internal/output"
	"shortlist/internal/site"
)

var (
	outputPath = diag.Define(diag.Error, "output-path",
		"A file of the site cannot have its path on every file system, or not beside another file of the site.")
	outputForeign = diag.Define(diag.Error, "output-foreign",
		"Something that no build wrote stands where a file of the site must go.")
	outputList = diag.Define(diag.Warning, "output-list",
		"The list of what earlier builds wrote came with the repository, or is not understood, and is not believed.")
)

// unpublishable reports files whose paths some file system would refuse or take
// for one another. Paths that are equal but for letter case are left out: the
// site has reported those already.
func unpublishable(pages []site.Page) diag.List {
	var problems diag.List
	taken := map[string]site.Page{}
	for _, p := range pages {
		name := p.File()
		if err := output.CheckName(name); err != nil {
			problems.Add(outputPath, at(p.Source), fmt.Sprintf("`%s` cannot be published: %v", name, err), "rename the file")
			continue
		}
		if list := strings.TrimSuffix(manifest.Name, ".json"); strings.HasPrefix(output.Fold(name), list) {
			problems.Add(outputPath, at(p.Source), fmt.Sprintf("`%s` is where the list of all files is published", name), "rename the file")
			continue
		}
		key := output.Fold(name)
		if other, ok := taken[key]; ok {
			if !strings.EqualFold(name, other.File()) {
				problems.Add(outputPath, at(p.Source),
					fmt.Sprintf("`%s` differs from a path that %s takes only in its Unicode form", name, from(other)), "rename one of the two files")
			}
			continue
		}
		taken[key] = p
	}
	problems = append(problems, compressedTakers(pages, taken)...)
	return append(problems, folderTakers(pages, taken)...)
}

// compressedTakers reports files that have the name of a compressed form of another. A
// host serves that in place of its file, so it would be another page than the
// one that was checked.
func compressedTakers(pages []site.Page, taken map[string]site.Page) diag.List {
	var problems diag.List
	for _, p := range pages {
		whole := output.Unpacked(p.File())
		if other, ok := taken[output.Fold(whole)]; ok && whole != p.File() {
			problems.Add(outputPath, at(p.Source), fmt.Sprintf("`%s` is the name of a compressed form of `%s`, which %s makes: hosts serve it instead",
				p.File(), other.File(), from(other)), "give the file another name")
		}
	}
	return problems
}

// folderTakers reports files that stand where another file needs a folder.
func folderTakers(pages []site.Page, taken map[string]site.Page) diag.List {
	var problems diag.List
	for _, p := range pages {
		segments := strings.Split(p.File(), "/")
		for i := range segments[:len(segments)-1] {
			folder := strings.Join(segments[:i+1], "/")
			if other, ok := taken[output.Fold(folder)]; ok {
				problems.Add(outputPath, at(other.Source),
					fmt.Sprintf("`%s` is a file, and %s needs a folder of that name", other.File(), from(p)), "rename the file")
				delete(taken, output.Fold(folder)) // once is enough
			}
		}
	}
	return problems
}

// standing turns what is in the way into problems.
func standing(blocked []output.Blocked) diag.List {
	var problems diag.List
	for _, b := range blocked {
		problems.Add(outputForeign, diag.Span{File: b.Path}, b.Reason, cmp.Or(b.Hint, "move it away or delete it, then build again"))
	}
	return problems
}

func at(o guide.Origin) diag.Span { return diag.Span{File: o.File, Line: o.Line, Column: o.Column} }

func from(p site.Page) string {
	if p.Source.File == "" {
		return "the site"
	}
	return "`" + p.Source.File + "`"
}
