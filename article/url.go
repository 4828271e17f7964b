package article

import "strings"

// isWeb reports whether url is an absolute http or https address with a host of
// letters, digits, hyphens and points, or an IPv6 address, and no user. It is
// stricter than browsers, which repair much: what any of them could take for an
// address of another host must not pass.
func isWeb(url string) bool {
	scheme, rest, ok := strings.Cut(url, "://")
	if !ok || !strings.EqualFold(scheme, "http") && !strings.EqualFold(scheme, "https") {
		return false
	}
	host := rest
	if end := strings.IndexAny(rest, "/?#"); end >= 0 {
		host = rest[:end]
	}
	return host != "" && strings.IndexFunc(host, notInHost) < 0
}

// notInHost allows hanzi, which registries of Chinese domains do, and besides
// only ASCII: other letters may be mapped to it.
func notInHost(r rune) bool {
	switch {
	case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', r >= 0x4e00 && r <= 0x9fa5:
		return false
	}
	return !strings.ContainsRune("-.:[]", r)
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
