package encoding

// A Report says what decoding or repair did to the text.
type Report struct {
	Edits      []Edit     // what repair changed, ascending, not overlapping
	Damage     []Damage   // what stays damaged, ascending, not overlapping
	Fragments  []Fragment // parts of the source in another charset, ascending, not overlapping
	Confidence float64    // 0..1, in the text as a whole
}

// Damage is a stretch that stays damaged. In the report of a decoding it is
// source bytes that no character came from; in the text, one U+FFFD stands for
// each, and a U+FFFD that no Damage points to was encoded in the source. In the
// report of a repair it is text that shows damage which could not be undone for
// sure enough; it stands in the repaired text as it was found.
type Damage struct {
	Offset, Len int      // bytes of what was decoded or repaired
	Text        int      // byte offset in the decoded or repaired text
	Kind        EditKind // what repair takes it for; "" after decoding
}

// A Fragment is a part of the source that was decoded with another charset
// than the rest, because its bytes say so beyond doubt.
type Fragment struct {
	Offset, Len int // bytes of the source
	Charset     Charset
}

// An Edit is one change that repair made.
type Edit struct {
	Offset     int    // byte offset of Old in the text that was repaired
	Old, New   string // Old stood there, New stands for it now
	Kind       EditKind
	Confidence float64 // 0..1
}

// EditKind names the damage that an [Edit] undoes or a [Damage] shows.
type EditKind string

// The kinds of edit.
const (
	Mojibake   EditKind = "mojibake"    // text decoded with the wrong charset
	Cloak      EditKind = "cloak"       // a reading put behind its hanzi
	TornByte   EditKind = "torn-byte"   // a character that lost one of its bytes
	Script     EditKind = "script"      // traditional characters for simplified ones
	Width      EditKind = "width"       // full-width forms for ASCII
	PrivateUse EditKind = "private-use" // a private-use code point with an assigned successor
	Entity     EditKind = "entity"      // a numeric character reference in text
	Insertion  EditKind = "insertion"   // signs put between characters: invisible ones, pictures, spaces before marks
	LookAlike  EditKind = "look-alike"  // a rare character for a common one
	Spelling   EditKind = "spelling"    // a reading in place of its hanzi
	Noise      EditKind = "noise"       // a line of signs or keywords that is no text
)
