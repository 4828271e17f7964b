module github.com/zhnews/zhnews/internal/compare/charset

go 1.26.0

require (
	github.com/zhnews/zhnews v0.0.0
	golang.org/x/text v0.43.0
)

replace github.com/zhnews/zhnews => ../../..
