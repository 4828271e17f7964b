package golden

import "strings"

// File is one file of an [Archive].
type File struct {
	Name string
	Data string // closed by a line feed, unless empty
}

// Archive is a txtar archive: a comment, and files that each begin with a line
// such as "-- in.txt --". Every text is an archive.
type Archive struct {
	Comment string
	Files   []File
}

// ParseTxtar splits data into an archive.
func ParseTxtar(data string) Archive {
	var a Archive
	into := &a.Comment
	for line := range strings.Lines(data) {
		if name, ok := marker(line); ok {
			a.Files = append(a.Files, File{Name: name})
			into = &a.Files[len(a.Files)-1].Data
			continue
		}
		*into += strings.TrimSuffix(line, "\n") + "\n"
	}
	return a
}

// marker returns the name in a line that begins a file.
func marker(line string) (string, bool) {
	line = strings.TrimRight(line, "\r\n")
	if len(line) < len("-- x --") || !strings.HasPrefix(line, "-- ") || !strings.HasSuffix(line, " --") {
		return "", false
	}
	name := strings.TrimSpace(line[len("-- ") : len(line)-len(" --")])
	return name, name != ""
}

// File returns the data of the file called name, false if there is none.
func (a Archive) File(name string) (string, bool) {
	for _, f := range a.Files {
		if f.Name == name {
			return f.Data, true
		}
	}
	return "", false
}
