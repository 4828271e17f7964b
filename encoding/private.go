package encoding

import "unicode/utf8"

// Private-use code points that old tables gave to characters of GBK, with the
// code in GBK of the first; the others follow in order.
var gbPrivate = [...]struct {
	r     rune
	code  uint16
	count int
}{
	{0xE78D, 0xA6D9, 7}, {0xE794, 0xA6EC, 2}, {0xE796, 0xA6F3, 1}, // vertical forms of marks
	{0xE7C7, 0xA8BC, 1}, {0xE7C8, 0xA8BF, 1}, // letters of pinyin
	{0xE7E7, 0xA989, 13}, // description of ideographs
	{0xE815, 0xFE50, 80}, // components of hanzi
}

// gbBeyond are those whose character is outside the plane of a two-byte table.
func gbBeyond(r rune) rune {
	switch r {
	case 0xE816:
		return 0x20087
	case 0xE817:
		return 0x20089
	case 0xE818:
		return 0x200CC
	case 0xE831:
		return 0x215D7
	case 0xE83B:
		return 0x2298F
	case 0xE855:
		return 0x241FE
	}
	return 0
}

// assigned returns the character that a private-use code point stood for, 0
// if there is none.
func assigned(r rune) rune {
	if to := gbBeyond(r); to != 0 {
		return to
	}
	for _, x := range gbPrivate {
		if r < x.r || r >= x.r+rune(x.count) {
			continue
		}
		code := x.code
		for range r - x.r {
			if code++; code&0xFF == 0x7F {
				code++
			}
		}
		if to := rune(gbPairs()[code&0x7FFF]); !isPrivateUse(to) {
			return to
		}
	}
	return 0
}

// Private-use ranges of the user-defined areas of Big5, where Hong Kong put
// its characters before they were in Unicode: 157 codes to a lead byte.
var big5Private = [...]struct {
	from, to rune
	lead     byte
	skip     int // codes of the first row before the range
}{
	{0xE000, 0xE310, 0xFA, 0}, {0xE311, 0xEEB7, 0x8E, 0}, {0xEEB8, 0xF6B0, 0x81, 0}, {0xF6B1, 0xF848, 0xC6, 63},
}

// assignedHK is assigned for text that came from Big5.
func assignedHK(r rune) rune {
	for _, x := range big5Private {
		if r < x.from || r > x.to {
			continue
		}
		n := int(r-x.from) + x.skip
		trail := n%157 + 0x40
		if trail > 0x7E {
			trail += 0xA1 - 0x7F
		}
		code := (int(x.lead)+n/157)<<8 | trail
		if to := big5Pairs()[code&0x7FFF]; !isPrivateUse(to) {
			return to
		}
	}
	return 0
}

// privateLeads are the bytes that private-use code points begin with.
var privateLeads = leads{0xEE: true, 0xEF: true, 0xF3: true, 0xF4: true}

// assign replaces private-use code points between hanzi. Elsewhere they may be
// the pictures of an icon font.
func assign(s string, o *job) ([]Edit, []Damage) {
	var edits []Edit
	hongKong := o.Mode == Guess && scanRunes(s, o.Mode)&signForm != 0
	size := 0
	for i := privateLeads.next(s, 0); i < len(s); i = privateLeads.next(s, i+size) {
		var r rune
		if r, size = utf8.DecodeRuneInString(s[i:]); !isPrivateUse(r) {
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(s[:i])
		after, _ := utf8.DecodeRuneInString(s[i+size:])
		if !isChinese(before) || !isChinese(after) {
			continue
		}
		to, confidence := assigned(r), 1.0
		if to == 0 && hongKong {
			to, confidence = assignedHK(r), 0.9
		}
		if to != 0 {
			edits = append(edits, Edit{Offset: i, Old: s[i : i+size], New: string(to), Kind: PrivateUse, Confidence: confidence})
		}
	}
	return edits, nil
}

// isChinese reports whether r is a hanzi or a mark that stands among them.
func isChinese(r rune) bool {
	return r >= 0x3400 && r <= 0x9FFF || r >= 0x3001 && r <= 0x3011 || r >= 0xFF01 && r <= 0xFF5E || r >= 0x2014 && r <= 0x2026
}
