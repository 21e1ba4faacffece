package hosting

import "shortlist/internal/guide"

// Beside reports whether a host has something to be told that is no file of the
// site, beside those that have a configuration ([Profile].Config).
func Beside(kind guide.HostKind) bool {
	return kind == guide.S3 || kind == guide.CloudflareWorkers
}

// workers writes wrangler.jsonc: that the site is files alone, that a folder is
// asked for with a slash at its end, and what answers where there is nothing.
func (c *config) workers() {
	c.say("// For Cloudflare Workers: keep this file as wrangler.jsonc beside content/.")
	c.say("{")
	c.say("\t\"name\": \"site\",")
	c.say("\t\"compatibility_date\": \"2025-09-01\",")
	c.say("\t\"assets\": {")
	c.say("\t\t\"directory\": \"./public\",")
	c.say("\t\t\"html_handling\": \"auto-trailing-slash\",")
	c.say("\t\t\"not_found_handling\": \"404-page\"")
	c.say("\t}")
	c.say("}")
}

// s3 writes a function for a CDN in front of a bucket, in the JavaScript of
// CloudFront. The bucket knows names of objects alone: it has "guides/index.html",
// and readers ask for "/guides/".
func (c *config) s3() {
	c.say("// For CloudFront before a bucket: a function for viewer requests, runtime cloudfront-js-2.0.")
	c.say("// Give the distribution a custom error response as well: 403 and 404 are /404.html with status 404.")
	c.say("// Headers that it is to add to each answer (a response headers policy):")
	for _, h := range Everywhere(c.Site) {
		c.say("//   %s: %s", h.Name, h.Value)
	}
	c.say(`function handler(event) {
  var request = event.request;
  var path = request.uri;
  if (path.endsWith("/")) {
    request.uri = path + "index.html";
    return request;
  }
  if (path.slice(path.lastIndexOf("/") + 1).indexOf(".") < 0) {
    return { statusCode: 301, statusDescription: "Moved Permanently", headers: { location: { value: path + "/" } } };
  }
  return request;
}`)
}
