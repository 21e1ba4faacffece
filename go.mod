module shortlist

go 1.26.0

require (
	codeberg.org/go-fonts/liberation v0.6.0 // Greek and Cyrillic on the share pictures, sans (SIL Open Font License)
	codeberg.org/go-fonts/stix v0.3.0 // the same, serif (SIL Open Font License)
	github.com/BurntSushi/toml v1.6.0 // front matter: the values; the places are our own
	github.com/agnivade/levenshtein v1.2.2 // "did you mean": the distance of two words
	github.com/andybalholm/brotli v1.2.8 // the .br twins: brotli in Go, also for machines without a C compiler
	github.com/fsnotify/fsnotify v1.10.1 // tells the preview that a file has changed, on every system
	github.com/gofrs/flock v0.13.1 // one build at a time: a lock on every system
	github.com/rivo/uniseg v0.4.7 // how wide a text is on a terminal, accents and wide letters too
	github.com/rogpeppe/go-internal v1.16.0 // what a renaming changes as a diff; in tests testscript and txtar: the stories
	github.com/schollz/progressbar/v3 v3.19.1 // the bar of a build that takes longer than a second
	github.com/spf13/cobra v1.10.2 // commands, flags, help and completions
	github.com/tdewolff/minify/v2 v2.24.25 // templates, style sheets and drawings made small
	github.com/tdewolff/parse/v2 v2.8.20 // the words of a script: which of it is a comment, a string or a template
	github.com/tetratelabs/wazero v1.12.0 // runs libwebp as WebAssembly: the same pictures on every machine, without C
	github.com/yuin/goldmark v1.8.7 // Markdown, with the position of each node
	golang.org/x/image v0.47.0 // the outlines of the letters of the share pictures; reading WebP
	golang.org/x/net v0.62.0 // HTML as browsers read it, names of hosts as they ask for them, and the suffixes that are nobody's
	golang.org/x/sync v0.24.0 // errgroup: so many pages at once and no more
	golang.org/x/sys v0.49.0 // renames and links between two open folders, and one call to flush a file system
	golang.org/x/term v0.47.0 // is this a terminal, and how wide
	golang.org/x/text v0.43.0 // numbers and currencies as a language writes them; case folding and Unicode forms of file names
)

// Only tests use these.
require (
	github.com/google/go-cmp v0.7.0 // differences that a person can read
	github.com/owenrumney/go-sarif/v3 v3.3.1 // the schema that our SARIF must meet
	github.com/santhosh-tekuri/jsonschema/v6 v6.0.3 // the schema that ranking.json must meet
	github.com/toml-lang/toml-test/v2 v2.2.0 // valid and invalid TOML documents, with what they mean
	pgregory.net/rapid v1.3.0 // properties
)

require (
	github.com/cpuguy83/go-md2man/v2 v2.0.6 // indirect
	github.com/inconshreveable/mousetrap v1.1.0 // indirect
	github.com/mitchellh/colorstring v0.0.0-20190213212951-d06e56a500db // indirect
	github.com/russross/blackfriday/v2 v2.1.0 // indirect
	github.com/spf13/pflag v1.0.9 // indirect
	github.com/xeipuuv/gojsonpointer v0.0.0-20180127040702-4e3ac2762d5f // indirect
	github.com/xeipuuv/gojsonreference v0.0.0-20180127040603-bd5ef7bd5415 // indirect
	github.com/xeipuuv/gojsonschema v1.2.0 // indirect
	go.yaml.in/yaml/v3 v3.0.5 // indirect
	golang.org/x/tools v0.51.0 // indirect
)
