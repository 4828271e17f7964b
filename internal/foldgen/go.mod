module github.com/zhnews/zhnews/internal/foldgen

go 1.26.0
