package hosting

import (
	"path"
	"strings"
)

// plainTypes are the types of files whose ending says them. A storage that is told
// none takes that of the machine which sends the file, if it knows one.
var plainTypes = map[string]string{
	".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".mjs": "text/javascript; charset=utf-8",
	".json": "application/json", ".xml": "application/xml", ".webmanifest": "application/manifest+json", ".svg": "image/svg+xml", ".png": "image/png",
	".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".gif": "image/gif", ".webp": "image/webp", ".avif": "image/avif", ".ico": "image/x-icon",
	".woff2": "font/woff2", ".woff": "font/woff", ".pdf": "application/pdf", ".ics": "text/calendar; charset=utf-8", ".bib": "text/plain; charset=utf-8",
	".mp3": "audio/mpeg", ".mp4": "video/mp4", ".webm": "video/webm", ".vtt": "text/vtt; charset=utf-8",
}

// FileHeaders are the headers that a storage is to keep with a file, by its path
// from the root of the site: its type, where it is known, and its lifetime.
func FileHeaders(name string) []Header {
	var headers []Header
	if kind := typeOf(name); kind != "" {
		headers = append(headers, Header{"Content-Type", kind})
	}
	if Hashed(name) {
		return append(headers, Header{"Cache-Control", forever})
	}
	return append(headers, Header{"Cache-Control", revalidate})
}

func typeOf(name string) string {
	for _, t := range types {
		if strings.HasSuffix(name, t.ending) {
			return t.kind
		}
	}
	return plainTypes[path.Ext(name)]
}
