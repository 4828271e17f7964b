package article

import "testing"

func TestIsWeb(t *testing.T) {
	for url, want := range map[string]bool{
		"http://a.example":             true,
		"HTTPS://A.EXAMPLE:8080/x y":   true,
		"https://[::1]/x":              true,
		"https://江岸.中国/":               true,
		"https://a.example?q":          true,
		"":                             false,
		"http:":                        false,
		"https://":                     false,
		"https:///a.example":           false,
		"https:\\\\a.example":          false,
		"https://a.example\\@b.test":   false,
		"https://user:pw@a.example/":   false,
		"https://a b/":                 false,
		"https://a%2eexample/":         false,
		"https://ａ.example/":           false,
		"https://a。example/":           false,
		"https://a\u200b.example/":     false,
		"//a.example/":                 false,
		"ftp://a.example/":             false,
		"javascript://a.example/%0ax":  false,
		" https://a.example/":          false,
		"data:image/png;base64,AAAA":   false,
		"view-source:http://a.example": false,
	} {
		if got := isWeb(url); got != want {
			t.Errorf("isWeb(%q) = %v, want %v", url, got, want)
		}
	}
}

func TestIsImage(t *testing.T) {
	for url, want := range map[string]bool{
		"https://a.example/1.jpg":           true,
		"data:image/png;base64,AAAA":        true,
		"data:image/jpeg;base64,":           true,
		"data:image/svg+xml;base64,AAAA":    false,
		"data:image/svg+xml,<svg/>":         false,
		"data:text/html;base64,AAAA":        false,
		"data:image/png,<script>":           false,
		"javascript:data:image/png;base64,": false,
	} {
		if got := isImage(url); got != want {
			t.Errorf("isImage(%q) = %v, want %v", url, got, want)
		}
	}
}
