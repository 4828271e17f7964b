package encoding

import (
	"strings"
	"unicode/utf8"
)

// Lines that software puts into a text besides what the text says: signs that
// spoil a copy, keywords for search engines, links to other such pages.
const (
	leastTokens   = 4 // of a line of signs
	leastOdd      = 3 // different signs that text hardly has
	leastBehind   = 2 // of them behind a letter or digit, where no language has several
	leastJoined   = 6 // keywords with '_' between them
	leastListed   = 8 // keywords with commas between them
	longestWord   = 12
	spiderPool    = "蜘蛛池模板" // names the software that links the pages
	oddSigns      = "`~@#$%^&*_+=|\\{}[]<>/?!-"
	keywordCommas = ",，"
)

// findJunk reports lines of noise in plain text. They stay: a person can tell
// better what else such a line says.
func findJunk(s string, _ *job) ([]Edit, []Damage) {
	if !strings.ContainsFunc(s, isHanzi) {
		return nil, nil
	}
	var damage []Damage
	for from := 0; from < len(s); {
		to := endOfLine(s, from)
		line := strings.TrimSpace(s[from:to])
		if start := from + strings.Index(s[from:to], line); isJunk(line) {
			damage = append(damage, Damage{Offset: start, Len: len(line)})
		} else if n := signsAtEnd(line); n > 0 {
			damage = append(damage, Damage{Offset: start + len(line) - n, Len: n})
		}
		from = to + 1
	}
	return nil, damage
}

// isJunk reports whether a line is noise as a whole.
func isJunk(line string) bool {
	return keywords(line, "_", leastJoined) != nil || repeatsItself(keywords(line, keywordCommas, leastListed)) || strings.Contains(line, spiderPool)
}

// signsAtEnd returns the length of the signs that a line ends with, or is made
// of: letters, digits and signs in ones and twos, with spaces between.
func signsAtEnd(line string) int {
	from := strings.LastIndexFunc(line, func(r rune) bool { return r >= utf8.RuneSelf })
	tail := line
	if from >= 0 {
		_, size := utf8.DecodeRuneInString(line[from:])
		tail = line[from+size:]
	}
	tail = strings.TrimSpace(tail)
	tokens := strings.Fields(tail)
	short, mixed, behind := 0, 0, ""
	for _, t := range tokens {
		if len(t) <= 2 {
			short++
		}
		if len(t) == 2 && strings.ContainsAny(t, oddSigns) && isSign(t[0]) != isSign(t[1]) {
			mixed++
			if isSign(t[1]) && !strings.Contains(behind, t[1:]) {
				behind += t[1:]
			}
		}
	}
	odd := 0
	for i := range len(oddSigns) {
		if strings.IndexByte(tail, oddSigns[i]) >= 0 {
			odd++
		}
	}
	if len(tokens) < leastTokens || short*5 < len(tokens)*4 || mixed*3 < len(tokens) || len(behind) < leastBehind || odd < leastOdd {
		return 0
	}
	return len(tail)
}

// isSign reports whether c is neither a letter nor a digit.
func isSign(c byte) bool { return !isAlnum(rune(c)) }

// keywords takes a line apart that is made of short words of hanzi with one of
// the separators between them, least or more; nil if it is none.
func keywords(line, separators string, least int) []string {
	if !strings.ContainsAny(line, separators) {
		return nil
	}
	words := strings.FieldsFunc(line, func(r rune) bool { return strings.ContainsRune(separators, r) })
	if len(words) < least {
		return nil
	}
	for _, w := range words {
		n := utf8.RuneCountInString(w)
		if n < 2 || n > longestWord || strings.ContainsFunc(w, isNoKeyword) || !strings.ContainsFunc(w, isHanzi) {
			return nil
		}
	}
	return words
}

// isNoKeyword reports whether r stands in no keyword.
func isNoKeyword(r rune) bool { return !isHanzi(r) && !isAlnum(r) && r != '-' }

// repeatsItself reports whether most keywords have two hanzi that half of all
// have: one keyword in many combinations.
func repeatsItself(words []string) bool {
	if len(words) == 0 {
		return false
	}
	seen := map[string]int{}
	for _, w := range words {
		eachDigram(w, func(pair string) { seen[pair]++ })
	}
	alike := 0
	for _, w := range words {
		most := 0
		eachDigram(w, func(pair string) { most = max(most, seen[pair]) })
		if most*2 >= len(words) {
			alike++
		}
	}
	return alike*4 >= len(words)*3
}

// eachDigram yields the pairs of neighbouring hanzi of a word.
func eachDigram(word string, yield func(pair string)) {
	for i, r := range word {
		if next, size := utf8.DecodeRuneInString(word[i+utf8.RuneLen(r):]); isHanzi(r) && isHanzi(next) {
			yield(word[i : i+utf8.RuneLen(r)+size])
		}
	}
}
