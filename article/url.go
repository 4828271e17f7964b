package article

import "strings"

// isWeb reports whether url is an absolute http or https address with a host.
// It is stricter than browsers, which repair much: what looks like anything
// else to any of them must not pass.
func isWeb(url string) bool {
	scheme, rest, ok := strings.Cut(url, "://")
	if !ok || !strings.EqualFold(scheme, "http") && !strings.EqualFold(scheme, "https") || rest == "" {
		return false
	}
	c := rest[0]
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '[' || c >= 0x80
}

// isImage reports whether url may be fetched as an image: a web address, or
// raster data in the address itself. SVG is no raster format and can hold
// scripts.
func isImage(url string) bool {
	for _, kind := range [...]string{"png", "jpeg", "gif", "webp", "avif", "bmp"} {
		if strings.HasPrefix(url, "data:image/"+kind+";base64,") {
			return true
		}
	}
	return isWeb(url)
}
