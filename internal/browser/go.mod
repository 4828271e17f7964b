module github.com/zhnews/zhnews/internal/browser

go 1.26.0

replace github.com/zhnews/zhnews => ../..

require (
	github.com/chromedp/cdproto v0.159.2
	github.com/chromedp/chromedp v0.23.0
	github.com/google/go-cmp v0.7.0
	github.com/zhnews/zhnews v0.0.0-00010101000000-000000000000
	golang.org/x/net v0.62.0
)

require (
	github.com/go-json-experiment/json v0.0.0-20260213210345-44df1a37e875 // indirect
	golang.org/x/text v0.43.0 // indirect
)
