module github.com/zhnews/zhnews/internal/compare/charset

go 1.26.0

require (
	github.com/saintfish/chardet v0.0.0-20230101081208-5e3ef4b5456d
	github.com/wlynxg/chardet v1.0.5
	github.com/zhnews/zhnews v0.0.0
	golang.org/x/net v0.62.0
	golang.org/x/text v0.43.0
)

replace github.com/zhnews/zhnews => ../../..
