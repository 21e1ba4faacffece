# `make test` is what .ci/run calls. Each step prints one line; the first that
# fails ends the run.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
MAKEFLAGS += --no-print-directory --no-builtin-rules
.DEFAULT_GOAL := help
.NOTPARALLEL:

TOOL := go tool -modfile=.ci/tools.mod
TMP  := .ci/tmp
# How long each fuzz test runs, and which pages are pictured (all kinds if empty).
FUZZTIME ?= 10s
PAGES    ?=
KINDS    ?=

.PHONY: help
help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' Makefile | expand -t 14

.PHONY: build
build: ## make public/ from content/
	@go run ./cmd/shortlist build

.PHONY: serve
serve: ## preview content/ in a browser while you write
	@go run ./cmd/shortlist serve

.PHONY: test
test: tools format vet staticcheck workflows race twice check html vnu feeds browser ## all that a change must pass

.PHONY: tools
tools: ## install what the tests need and this machine lacks
	@echo "== tools"
	@.ci/install

.PHONY: format
format: ## find files that gofmt would change
	@echo "== gofmt"
	@unformatted=$$(gofmt -l cmd internal static templates); \
	if [ -n "$$unformatted" ]; then echo "not formatted:"; echo "$$unformatted"; exit 1; fi

.PHONY: vet
vet: ## go vet
	@echo "== go vet"
	@go vet ./...

.PHONY: elsewhere
elsewhere: ## go vet, as Windows and macOS would compile the program
	@for system in windows darwin; do echo "== go vet for $$system"; GOOS=$$system go vet ./...; done

.PHONY: staticcheck
staticcheck: ## staticcheck, at the version in .ci/tools.mod
	@echo "== staticcheck"
	@$(TOOL) staticcheck ./...

.PHONY: workflows
workflows: ## actionlint, at the version in .ci/tools.mod, over .github/workflows
	@echo "== actionlint"
	@$(TOOL) actionlint -shellcheck= -pyflakes= .github/workflows/*.yml

.PHONY: race
race: ## all Go tests; with the race detector all packages, and the scripts in which much happens at once
	@echo "== go test -race"
	@THOROUGH=1 go test -race $$(go list ./... | grep -v -e /cmd/shortlist -e /internal/build)
	@go test -race ./internal/build
	@THOROUGH=1 go test -race -run 'TestScripts/(serve_|build_first|build_again|deploy_)' ./cmd/shortlist
	@echo "== go test, all of it"
	@THOROUGH=1 go test ./internal/build ./cmd/shortlist

.PHONY: twice
twice: ## build the real content twice and compare
	@echo "== two builds"
	@.ci/twice

.PHONY: check
check: ## read the real content, and the pages made of it, as a visitor would
	@echo "== shortlist check"
	@go run ./cmd/shortlist check

# The finished sites: the real one, and the fixtures of internal/site.
SITES = $(TMP)/one/public $(TMP)/fixtures/*/public

.PHONY: fixtures
fixtures: twice ## build the fixture sites of internal/site
	@.ci/fixtures

.PHONY: html
html: tools fixtures ## validate the finished pages, and those of the fixture sites
	@echo "== html-validate"
	@.ci/node_modules/.bin/html-validate --config .ci/htmlvalidate.cjs $(SITES)

.PHONY: vnu
vnu: tools fixtures ## hold the same pages, stubs too, against the standard, with the checker of the W3C
	@echo "== vnu"
	@java -jar .ci/node_modules/vnu-jar/build/dist/vnu.jar --errors-only --skip-non-html $(SITES)

.PHONY: feeds
feeds: tools twice ## validate feeds, sitemap, data and robots.txt
	@echo "== feeds, sitemap, data"
	@node .ci/validate.mjs $(TMP)/one/public

.PHONY: browser
browser: tools fixtures ## open every finished page in Chromium; pictures in .ci/screenshots
	@echo "== chromium"
	@rm -rf .ci/screenshots
	@node .ci/browser/main.mjs check $(TMP)/one/public .ci/screenshots
	@node .ci/browser/main.mjs broken $(TMP)/one/public
	@for site in $(TMP)/fixtures/*/public; do node .ci/browser/main.mjs fixture $$site; done

# The S3 server that deploys are tried on, in Go like the program.
VERSITYGW := v1.8.0

.PHONY: hosts
hosts: tools ## ask each host's own program about a small site, KINDS of them (all if empty)
	@echo "== hosts"
	@.ci/install hosts
	$(gateway)
	@node .ci/hosts/main.mjs $(TMP)/hosts-shortlist $(TMP)/hosts $(KINDS)

.PHONY: deploys
deploys: tools ## break a deploy to an S3 server at each of its requests (EVERY=10: each tenth), go on, and undo it
	@echo "== deploys"
	$(gateway)
	@node .ci/hosts/deploy.mjs $(TMP)/hosts-shortlist $(TMP)/versitygw $(TMP)/deploys

.PHONY: pipeline
pipeline: tools ## begin a publication, and run the steps of its workflow one by one to a live folder
	@echo "== pipeline"
	@.ci/install hosts
	$(gateway)
	@node .ci/hosts/workflow.mjs $(TMP)/hosts-shortlist $(TMP)/pipeline

define gateway
	@mkdir -p $(TMP)
	@go build -buildvcs=false -o $(TMP)/hosts-shortlist ./cmd/shortlist
	@[ -x $(TMP)/versitygw ] || GOBIN=$(CURDIR)/$(TMP) go install github.com/versity/versitygw/cmd/versitygw@$(VERSITYGW)
endef

# What makes releases, at versions that Go 1.26 builds.
GORELEASER := v2.15.1
CYCLONEDX  := v1.10.0

.PHONY: release
release: ## make all that a release has, twice, of what is committed; install and use it; publish nothing
	@echo "== release"
	@mkdir -p $(TMP)
	@[ -x $(TMP)/goreleaser ] || GOBIN=$(CURDIR)/$(TMP) go install github.com/goreleaser/goreleaser/v2@$(GORELEASER)
	@[ -x $(TMP)/cyclonedx-gomod ] || GOBIN=$(CURDIR)/$(TMP) go install github.com/CycloneDX/cyclonedx-gomod/cmd/cyclonedx-gomod@$(CYCLONEDX)
	@.ci/release/check

# The size of the publication that is compared, in pages as Hugo counts them, how
# often each build is measured, and Hugo's version.
SIZE ?= 100
RUNS ?= 3
HUGO := v0.165.0

.PHONY: bench
bench: ## measure builds of SIZE pages (100) in turn with Hugo, RUNS (3) times; it wants a quiet machine
	@mkdir -p $(TMP)/hugo
	@[ -x $(TMP)/hugo/hugo ] || GOBIN=$(CURDIR)/$(TMP)/hugo go install github.com/gohugoio/hugo@$(HUGO)
	@go test -count=1 -timeout=0 -v -run TestAgainstHugo ./internal/bench -args -hugo $(CURDIR)/$(TMP)/hugo/hugo -pages $(SIZE) -runs $(RUNS)

.PHONY: benchmarks
benchmarks: ## all benchmarks of Go code
	@go test -run '^$$' -bench . -benchmem ./...

# How many scripts of random edits `make fuzz` holds against clean builds.
SCRIPTS ?= 1000

.PHONY: fuzz
fuzz: ## each fuzz test for FUZZTIME (10s), and SCRIPTS (1000) random edits against clean builds
	@echo "== $(SCRIPTS) scripts of random edits"
	@THOROUGH=1 SCRIPTS=$(SCRIPTS) go test -count=1 -timeout=0 -run '^TestIncrementalBuilds$$' ./internal/build
	@for package in $$(go list ./...); do \
		for name in $$(go test -list '^Fuzz' $$package | grep '^Fuzz' || true); do \
			echo "== $$package $$name"; \
			go test -run '^$$' -fuzz "^$$name$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 1s $$package; \
		done; \
	done

# Makes $(TMP)/fresh/public of what is in the working tree now.
define fresh
	@rm -rf $(TMP)/fresh
	@mkdir -p $(TMP)/fresh
	@cp -a content static templates $(TMP)/fresh
	@go run ./cmd/shortlist build --quiet --site $(TMP)/fresh --out $(TMP)/fresh/public
endef

.PHONY: screenshots
screenshots: tools ## picture PAGES of a fresh build in .ci/screenshots
	$(fresh)
	@rm -rf .ci/screenshots
	@node .ci/browser/main.mjs shots $(TMP)/fresh/public .ci/screenshots $(PAGES)

.PHONY: lighthouse
lighthouse: tools ## measure PAGES, or one of each kind, with Lighthouse; it wants a quiet machine
	$(fresh)
	@.ci/install lighthouse
	@node .ci/lighthouse/main.mjs $(TMP)/fresh/public $(PAGES)

.PHONY: fonts
fonts: ## cut the fonts of pages and share pictures anew; it wants the fontTools and brotli of Debian 12
	@.ci/install fonts
	@/usr/bin/python3 .ci/fonts/subset.py

.PHONY: clean
clean: ## remove what the tests made
	@rm -rf $(TMP) .ci/screenshots
