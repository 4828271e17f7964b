package article

func appendJSONLD(b []byte, a *Article) []byte   { return b }
func appendMarkdown(b []byte, a *Article) []byte { return b }
func projectJSONLD(a *Article) *Article          { return a }
func parseJSONLD(b []byte) (*Article, error)     { return nil, ErrFormat }
