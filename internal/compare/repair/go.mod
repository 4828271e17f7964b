module github.com/zhnews/zhnews/internal/compare/repair

go 1.26.0

require github.com/zhnews/zhnews v0.0.0

require golang.org/x/text v0.43.0 // indirect

replace github.com/zhnews/zhnews => ../../..
