package hosting

// apache writes what goes into the <Directory> of the site, or into a file
// .htaccess at its root. Apache compresses by itself: that it sends a form which
// lies beside a file would take a rule for each kind of file.
func (c *config) apache() {
	c.say("# For Apache 2.4 with mod_headers: include this in the <Directory> of the site, or keep it as .htaccess there.")
	c.say("# Made by `shortlist host apache`; make it again when an address has moved.")
	c.say("# The folder is to be %s.", c.root)
	c.say("DirectoryIndex index.html")
	c.say("ErrorDocument 404 /404.html")
	c.say("AddDefaultCharset utf-8")
	c.say("AddCharset utf-8 .css .js .json .xml .svg")
	for _, path := range c.Gone {
		only := apacheQuoted("^" + pattern(c.asked(path)) + "$")
		c.say("RedirectMatch 410 %s", only)
		c.say("<If %s>", apacheQuoted("%{REQUEST_URI} == '"+c.asked(path)+"'"))
		c.say("\tErrorDocument 410 %s", quoted(c.asked(path)+"index.html"))
		c.say("</If>")
	}
	for _, r := range c.moved {
		from := pattern(c.asked(r.From))
		if r.Below {
			c.say("RedirectMatch 301 %s %s", apacheQuoted("^"+from+"(.*)$"), apacheQuoted(c.target(r.To)+"$1"))
			continue
		}
		forms := bothWays(c.asked(r.From))
		c.say("RedirectMatch 301 %s %s", apacheQuoted("^"+pattern(forms[0])+"/?$"), apacheQuoted(c.target(r.To)))
	}
	for _, h := range Everywhere(c.Site) {
		c.say("Header always set %s %s", h.Name, quoted(h.Value))
	}
	c.say("Header set Cache-Control %s", quoted(revalidate))
	for _, t := range types {
		c.say("<FilesMatch %s>", apacheQuoted(pattern(t.ending)+"$"))
		c.say("\tForceType %s", quoted(t.kind))
		c.say("</FilesMatch>")
	}
	c.say("<If %s>", apacheQuoted("%{REQUEST_URI} =~ m#^"+pattern(c.asked("/"))+hashedPaths+"$# && -f %{REQUEST_FILENAME}"))
	c.say("\tHeader set Cache-Control %s", quoted(forever))
	c.say("</If>")
	c.say("<IfModule mod_deflate.c>")
	c.say("\tAddOutputFilterByType DEFLATE text/html text/css text/csv text/javascript text/markdown text/plain application/atom+xml application/feed+json application/javascript application/json application/xml text/xml image/svg+xml")
	c.say("</IfModule>")
}

// apacheQuoted is a regular expression between quotation marks: a backslash in
// it means itself.
func apacheQuoted(s string) string { return `"` + s + `"` }
