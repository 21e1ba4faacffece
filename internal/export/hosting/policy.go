package hosting

import "strings"

// Policy is the content security policy of every page: nothing may be loaded,
// run or sent, except from and to the site itself, and no page may be framed.
// No style or script in a page itself runs; JSON-LD is data, which a policy
// does not concern. Fonts, sound and the like are allowed if the site has any.
func Policy(s Site) string {
	directives := []string{
		"default-src 'none'",
		"base-uri 'none'",
		"connect-src 'self'", // the search index
		"form-action 'self'", // the search form
		"frame-ancestors 'none'",
		"img-src 'self'",
		"script-src 'self'",
		"style-src 'self'",
	}
	for _, kind := range []struct {
		directive string
		endings   []string
	}{
		{"font-src", []string{".woff2", ".woff", ".ttf", ".otf"}},
		{"manifest-src", []string{".webmanifest"}},
		{"media-src", []string{".mp3", ".mp4", ".m4a", ".ogg", ".wav", ".webm", ".vtt"}},
	} {
		if s.has(kind.endings...) {
			directives = append(directives, kind.directive+" 'self'")
		}
	}
	return strings.Join(directives, "; ")
}

// PagePolicy is the part of [Policy] that a page can state itself: browsers take
// who may frame a page from a header alone.
func PagePolicy(s Site) string {
	return strings.Replace(Policy(s), "frame-ancestors 'none'; ", "", 1)
}

// permissions are the powers of a browser that no page of the site uses.
var permissions = []string{
	"accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "magnetometer", "microphone", "midi",
	"payment", "usb",
}

func permissionsPolicy() string { return strings.Join(permissions, "=(), ") + "=()" }
