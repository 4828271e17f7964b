module github.com/zhnews/zhnews/internal/tables/gen

go 1.26.0
