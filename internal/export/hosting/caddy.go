package hosting

import "fmt"

// caddy writes what is to be imported into a site block. What concerns one kind
// of file asks whether the file is there: the answer of 404 is a page of HTML that
// nobody is to keep.
func (c *config) caddy() {
	c.say("# For Caddy: import this file in the block of the site.")
	c.say("# Made by `shortlist host caddy`; make it again when an address has moved.")
	c.say("root * %s", quoted(c.root))
	for i, r := range c.moved {
		name := fmt.Sprintf("@moved%d", i+1)
		if r.Below {
			c.say("%s path_regexp moved%d %s", name, i+1, verbatim("^"+pattern(c.asked(r.From))+"(.*)$"))
			c.say("redir %s %s 301", name, quoted(c.target(r.To)+fmt.Sprintf("{re.moved%d.1}", i+1)))
			continue
		}
		line := name + " path"
		for _, from := range bothWays(c.asked(r.From)) {
			line += " " + quoted(from)
		}
		c.say("%s", line)
		c.say("redir %s %s 301", name, quoted(c.target(r.To)))
	}
	for i, path := range c.Gone {
		c.say("@gone%d path %s", i+1, quoted(c.asked(path)))
		c.say("error @gone%d 410", i+1)
	}
	c.say("header {")
	for _, h := range Everywhere(c.Site) {
		c.say("\t%s %s", h.Name, quoted(h.Value))
	}
	c.say("\t?Cache-Control %s", quoted(revalidate))
	c.say("}")
	for i, t := range types {
		c.say("@kind%d {", i+1)
		c.say("\tpath %s", quoted("*"+t.ending))
		c.say("\tfile")
		c.say("}")
		c.say("header @kind%d Content-Type %s", i+1, quoted(t.kind))
	}
	c.say("@hashed {")
	c.say("\tpath_regexp %s", verbatim("^"+pattern(c.asked("/"))+hashedPaths+"$"))
	c.say("\tfile")
	c.say("}")
	c.say("header @hashed Cache-Control %s", quoted(forever))
	c.say("file_server {")
	c.say("\tprecompressed br gzip")
	c.say("}")
	c.say("handle_errors {")
	c.say("\t@gone expression `{http.error.status_code} == 410`")
	c.say("\trewrite @gone {path}index.html")
	c.say("\t@missing expression `{http.error.status_code} != 410`")
	c.say("\trewrite @missing /404.html")
	c.say("\tfile_server")
	c.say("}")
}

// verbatim is a regular expression as Caddy reads it: between quotation marks it
// would take each backslash for two.
func verbatim(s string) string { return "`" + s + "`" }
