module github.com/zhnews/zhnews/internal/compare/pages

go 1.26.0

require github.com/zhnews/zhnews v0.0.0

require (
	github.com/PuerkitoBio/goquery v1.13.0 // indirect
	github.com/andybalholm/cascadia v1.3.5 // indirect
	golang.org/x/net v0.62.0 // indirect
	golang.org/x/text v0.43.0 // indirect
)

replace github.com/zhnews/zhnews => ../../..
