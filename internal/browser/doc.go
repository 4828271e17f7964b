// Package browser holds tests only: what other programs make of the forms that
// package article writes. It opens generated hostile pages in headless Chromium
// (Debian's package, or what the environment variable CHROMIUM names), and
// reads Markdown, front matter, JSON-LD and JSON with the libraries that their
// users have. It is a module of its own, so that users of zhnews get none of
// these.
//
//	cd internal/browser && go test ./...
package browser
