package hosting

import "strings"

// nginx writes what is to be included in a server block. Where a location has a
// header of its own it inherits none, so the one for hashed files has all of them.
//
// A lifetime of a year is given without "always", which holds for what is there
// and not for an answer of 404.
func (c *config) nginx() {
	c.say("# For nginx: include this file in the server block of the site.")
	c.say("# Made by `shortlist host nginx`; make it again when an address has moved.")
	c.say("root %s;", quoted(c.root))
	c.say("index index.html;")
	c.say("absolute_redirect off;")
	c.say("charset utf-8;")
	c.say("charset_types text/css text/csv text/javascript text/markdown text/plain text/xml application/atom+xml application/feed+json application/javascript application/xml;")
	c.say("gzip_static on;")
	c.say("gzip_vary on;")
	c.say("# brotli_static on; # with the module libnginx-mod-http-brotli-static")
	c.say("error_page 404 /404.html;")
	c.nginxHeaders("")
	c.say("")
	for _, path := range c.Gone {
		page := quoted(c.asked(path) + "index.html")
		c.say("location = %s { error_page 410 %s; return 410; }", quoted(c.asked(path)), page)
	}
	for _, r := range c.moved {
		if r.Below {
			c.say("location ^~ %s { rewrite %s %s permanent; }", quoted(c.asked(r.From)), quoted("^"+pattern(c.asked(r.From))+"(.*)$"), quoted(c.target(r.To)+"$1"))
			continue
		}
		for _, from := range bothWays(c.asked(r.From)) {
			c.say("location = %s { return 301 %s; }", quoted(from), quoted(c.target(r.To)))
		}
	}
	c.say("location = /404.html {")
	c.say("\tinternal;")
	c.nginxHeaders("\t")
	c.say("\tadd_header Cache-Control %s always;", quoted(revalidate))
	c.say("}")
	c.say("location %s {", c.asked("/"))
	c.say("\ttry_files $uri $uri/ =404;")
	c.nginxHeaders("\t")
	c.say("\tadd_header Cache-Control %s always;", quoted(revalidate))
	c.say("\tlocation ~ %s {", quoted("^"+pattern(c.asked("/"))+hashedPaths+"$"))
	c.say("\t\ttry_files $uri =404;")
	c.nginxHeaders("\t\t")
	c.say("\t\tadd_header Cache-Control %s;", quoted(forever))
	c.say("\t}")
	for _, t := range types {
		kind, _, _ := strings.Cut(t.kind, ";") // charset adds the rest
		c.say("\tlocation ~ %s { types { } default_type %s; }", quoted(pattern(t.ending)+"$"), kind)
	}
	c.say("}")
}

func (c *config) nginxHeaders(margin string) {
	for _, h := range Everywhere(c.Site) {
		c.say("%sadd_header %s %s always;", margin, h.Name, quoted(h.Value))
	}
}
