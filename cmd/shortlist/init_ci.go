package main

import (
	"maps"
	"slices"
	"strings"

	"shortlist/internal/scaffold"
)

// workflows are the files with which a host builds the site, by its name on the
// command line.
var workflows = map[string][]scaffold.Made{
	"github": {{Name: ".github/workflows/publish.yml", Text: githubWorkflow}},
}

func builders() []string { return slices.Sorted(maps.Keys(workflows)) }

// workflowFor is the files of a host; none for "none".
func workflowFor(host string) ([]scaffold.Made, error) {
	files, ok := workflows[host]
	if !ok && host != "none" {
		return nil, misused("--ci: `%s` is none of %s, none", host, strings.Join(builders(), ", "))
	}
	return files, nil
}

// githubWorkflow publishes to GitHub Pages. The program has no address that is the
// same for everybody, so the repository's variable says where it is.
const githubWorkflow = `# Checks what is written, and publishes it when it reaches the main branch.
# Set two things in the repository's settings: under Pages the source "GitHub Actions", and under Actions the variable SHORTLIST,
# the address from which the program for Linux is to be downloaded.
name: publish

on:
  push:
  schedule:
    - cron: "17 * * * *" # for what is to be published, or expires, by itself
  workflow_dispatch:

permissions:
  contents: read
  pages: write
  id-token: write

concurrency:
  group: pages-${{ github.ref }}

jobs:
  publish:
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/checkout@v4
        with:
          fetch-depth: 0
      - run: |
          curl -fsSL -o /tmp/shortlist "${{ vars.SHORTLIST }}"
          chmod +x /tmp/shortlist
      - run: /tmp/shortlist check --format github
      - run: /tmp/shortlist build
      - uses: actions/upload-pages-artifact@v3
        if: github.ref_name == github.event.repository.default_branch
        with:
          path: public
      - uses: actions/deploy-pages@v4
        if: github.ref_name == github.event.repository.default_branch
`
