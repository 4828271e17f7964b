package article

func appendHTML(b []byte, a *Article) []byte     { return b }
func appendText(b []byte, a *Article) []byte     { return b }
func appendJSONLD(b []byte, a *Article) []byte   { return b }
func appendMarkdown(b []byte, a *Article) []byte { return b }
func projectText(a *Article) *Article            { return a }
func projectJSONLD(a *Article) *Article          { return a }
func parseHTML(b []byte) (*Article, error)       { return nil, ErrFormat }
func parseText(b []byte) (*Article, error)       { return nil, ErrFormat }
func parseJSONLD(b []byte) (*Article, error)     { return nil, ErrFormat }
