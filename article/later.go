package article

func appendMarkdown(b []byte, a *Article) []byte { return b }
