package hosting

import "shortlist/internal/guide"

// Profile is what a kind of host does with a folder.
type Profile struct {
	Files   bool // reads _headers and _redirects
	Config  bool // is told the same by a configuration, which [Config] writes
	Forms   bool // sends compressed forms that lie beside a file
	Below   bool // serves a folder as it is, so that a site below a path needs its files below it
	Jekyll  bool // leaves files out, unless .nojekyll is there
	Stubs   bool // needs a page where a reader is to be sent on
	Rewrite bool // shows a page that is there rather than send a reader on, unless the rule is marked

	Redirects int // how many lines of _redirects it reads
	Wildcards int // how many of them may have an asterisk
	MaxFiles  int // how many files it takes; 0 when that is not known
	MaxSize   int64
}

// The limits, as the hosts' documentation has them. What Netlify takes it does
// not say, so that the site stays within what the others do.
const (
	maxRedirects    = 2000
	maxWildcards    = 100
	maxRedirectLine = 1000
	mebibyte        = 1 << 20
)

// profiles are what is known of each kind. How much of it a host's own program
// has answered stands in README.md.
var profiles = map[guide.HostKind]Profile{
	guide.AnyHost:           {Files: true, Forms: true, Jekyll: true, Stubs: true, Redirects: maxRedirects, Wildcards: maxWildcards},
	guide.Netlify:           {Files: true, Below: true, Rewrite: true, Redirects: maxRedirects, Wildcards: maxWildcards},
	guide.CloudflarePages:   {Files: true, Below: true, Redirects: maxRedirects, Wildcards: maxWildcards, MaxFiles: 20_000, MaxSize: 25 * mebibyte},
	guide.CloudflareWorkers: {Files: true, Below: true, Redirects: maxRedirects, Wildcards: maxWildcards, MaxFiles: 20_000, MaxSize: 25 * mebibyte},
	guide.GitHubPages:       {Jekyll: true, Stubs: true, MaxSize: 100 * mebibyte},
	guide.S3:                {Below: true, Stubs: true},
	guide.Nginx:             {Config: true, Forms: true, Below: true},
	guide.Caddy:             {Config: true, Forms: true, Below: true},
	guide.Apache:            {Config: true, Forms: true, Below: true},
	guide.PlainHost:         {Stubs: true},
}

// Of is the profile of a kind of host.
func Of(kind guide.HostKind) Profile { return profiles[kind] }

// Sends reports whether the host sends the headers that a site wants.
func (p Profile) Sends() bool { return p.Files || p.Config }

// Moves reports whether the host sends readers on by itself.
func (p Profile) Moves() bool { return p.Files || p.Config }

// AtRoot are the files that hosts look for at the root of what they serve, even
// where the site lives below a path.
var AtRoot = []string{"_headers", "_redirects", ".nojekyll", "404.html", "robots.txt"}
