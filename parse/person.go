package parse

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/zhnews/zhnews/internal/cjk"
)

// What a token of a list of names is: a person, a desk, a staff code, or none.

// surname reports whether s is a surname.
func (p *phrases) surname(s string) bool {
	_, ok := p.surnames[s]
	return ok
}

// name cleans a token into a name. An empty name with ok set is a token that
// belongs to the list but names nobody: a staff code, a placeholder, the end
// of a byline such as 台北報導.
func (r *reader) name(tok string, strict bool) (name string, ok bool) {
	if n := plainName(tok); n > 0 {
		switch {
		case r.phr.noNames[tok]:
			return "", true
		case strict:
			return tok, r.phr.personal(tok)
		}
		return tok, n >= 2 && n <= 6 || n <= 20 && r.phr.desk(tok)
	}
	name = strings.Trim(stripCode(tok), "·•・‧#*＊")
	if name == "" || r.phr.noNames[strings.ToLower(name)] {
		return "", true
	}
	c := cjk.Measure(name)
	if c.Han == 0 {
		return latinName(name, strict)
	}
	if hasAnySuffix(name, given) || hasAnySuffix(name, networks) || hasAnyPrefix(name, copied) {
		return "", true // an office gave the picture, or it was copied; nobody is named
	}
	if !strict && strings.HasPrefix(name, "《") && c.Runes <= 12 && !strings.HasSuffix(name, "》") {
		return name, true // 《财经》综合报道: a desk of a paper
	}
	if strings.ContainsAny(name, "“”\"‘’「」") {
		return "", false
	}
	if who, from := r.phr.beforePlace(name); from && (who == "" || r.phr.personal(who)) {
		return who, true
	}
	for _, tail := range bylineTails {
		rest, cut := strings.CutSuffix(name, tail)
		if !cut || len(tail) == 3 && !mainlySuffix[tail] && r.phr.personal(name) {
			continue
		}
		if !r.phr.personal(rest) {
			return r.phr.leadingName(rest), true // 林青台北21日電: the place is no name
		}
		name = rest
		c = cjk.Measure(name)
	}
	for _, more := range nameBreaks {
		if i := strings.Index(name, more); i > 0 {
			name = name[:i]
		}
	}
	if strict {
		return name, r.phr.personal(name)
	}
	return name, c.Clause == 0 && (c.Runes >= 2 && c.Runes <= 6 || c.Runes <= 20 && (strings.ContainsAny(name, "·•《") || r.phr.desk(name)))
}

// plainName returns the number of characters of a token that is a name or none as
// it stands: ideographs, none of which is in a word that [reader.name] cuts off.
// It is 0 for any other.
func plainName(tok string) int {
	odd := nameWords()
	for i := 0; i < len(tok); i += 3 {
		if r, _ := cjk.RuneAt(tok, i); r < 0x4e00 || r > 0x9fff || odd.holds(r) {
			return 0
		}
	}
	return len(tok) / 3
}

// nameWords are the characters of the words that are cut off names.
var nameWords = sync.OnceValue(func() *runeSet {
	return setOf("供图提供" + strings.Join(slices.Concat(copied, networks, bylineTails, placeTails, nameBreaks), ""))()
})

// given are what follows the office, or is the stock, that gave a picture.
var given = []string{"供图", "提供", "供圖", "資料照", "資料照片", "資料圖片", "檔案照", "檔案照片", "资料照片", "资料图", "资料图片", "示意圖", "示意图", "截圖", "截图", "畫面"}

// networks are the social networks on whose pages a picture stood: 某队脸书.
var networks = []string{"脸书", "臉書", "面书", "面書", "面簿", "粉專", "粉丝专页", "粉絲專頁"}

// copied are the words before where a picture was taken from.
var copied = []string{"翻攝", "翻摄", "翻拍", "取自", "截自", "截取", "擷取", "擷自", "转自", "轉自", "来自", "來自", "引自", "摘自"}

func hasAnyPrefix(s string, starts []string) bool {
	for _, start := range starts {
		if strings.HasPrefix(s, start) {
			return true
		}
	}
	return false
}

// desk reports whether s names a desk, an outlet or an office rather than a
// person.
func (p *phrases) desk(s string) bool {
	return p.outlets.end(s) || p.desks.end(s)
}

// bylineTails are what a byline ends in behind its last name.
var bylineTails = []string{"翻攝", "翻摄", "报道", "報導", "報道", "报导", "摄影", "攝影", "摄", "攝", "电", "電", "讯", "訊", "文"}

// nameBreaks are words behind a name with which a note about the byline goes on.
var nameBreaks = []string{"发自", "發自", "对本文", "对此文", "對本文", "为本文", "亦有贡献", "也有贡献"}

// withoutTail cuts what a byline ends in off a name.
func withoutTail(name string) string {
	for _, tail := range bylineTails {
		if rest, ok := strings.CutSuffix(name, tail); ok && utf8.RuneCountInString(rest) > 1 {
			return rest
		}
	}
	return name
}

// mainlySuffix are the one-character tails that hardly occur in names.
var mainlySuffix = map[string]bool{"摄": true, "攝": true}

// leadingName returns the name that s begins with, where a place and a day
// follow it in a dateline; "" if it begins with none.
func (p *phrases) leadingName(s string) string {
	r := []rune(s)
	dated := cjk.Measure(s).Digit > 0
	if len(r) < 4 || !dated && len(r) > 7 {
		return ""
	}
	han := 0
	for han < len(r) && cjk.IsHan(r[han]) {
		han++
	}
	for _, n := range []int{3, 2} {
		if han < n+2 {
			continue // no place is a character long
		}
		if name := string(r[:n]); p.personal(name) && (dated || p.place(string(r[n:])) || p.surnames[name[:len(string(r[0]))]] || n == 3 && p.surname(string(r[:2]))) {
			return name // without a day, a rare surname may begin a place
		}
	}
	return ""
}

// run parts a token that holds several names: 张三和李四, and where nothing but
// names may stand, names that nothing parts.
func (p *phrases) run(tok string, strict bool) []string {
	if who, ok := p.beforePlace(tok); ok {
		return p.glued(who) // a single name is read as one
	}
	for _, tail := range reportTails {
		tok = strings.TrimSuffix(tok, tail)
	}
	if strings.ContainsFunc(tok, isAnd) && !p.personal(tok) {
		if parts := strings.FieldsFunc(tok, isAnd); len(parts) > 1 && p.allPersonal(parts) {
			return parts
		}
	}
	if !strict {
		return nil
	}
	return p.glued(tok)
}

func isAnd(c rune) bool { return c == '和' || c == '与' || c == '與' }

// allPersonal reports whether all words of a list look like names, and none is a
// role: 文字.
func (p *phrases) allPersonal(names []string) bool {
	for _, n := range names {
		if _, role := p.roles.exact(n); role || !p.personal(n) {
			return false
		}
	}
	return true
}

// glued splits a run of names that nothing parts (李莎莎黎史翔王进雨). Every name
// must begin with a surname; the split with the fewest names wins.
func (p *phrases) glued(tok string) []string {
	if i := strings.Index(tok, "发自"); i > 0 {
		tok = tok[:i]
	}
	const shortest = 4 * len("李")
	if len(tok) < shortest {
		return nil
	}
	r := []rune(tok)
	if len(r) < 4 || len(r) > 16 || p.personal(tok) || cjk.Measure(tok).Han != len(r) {
		return nil
	}
	best := make([][]string, len(r)+1)
	best[0] = []string{}
	for i := range r {
		if best[i] == nil {
			continue
		}
		for _, n := range []int{2, 3, 4} {
			if i+n > len(r) || !p.personal(string(r[i:i+n])) || i > 0 && !p.surnames[string(r[i:i+1])] && !p.surnames[string(r[i:i+2])] {
				continue
			}
			if b := best[i+n]; b == nil || len(best[i])+1 < len(b) {
				best[i+n] = append(append([]string(nil), best[i]...), string(r[i:i+n]))
			}
		}
	}
	return best[len(r)]
}

func latinName(s string, strict bool) (string, bool) {
	if strings.Contains(s, "@") {
		return "", true // an address behind the name
	}
	if strings.ToLower(s) == s && !strings.ContainsAny(s, " .") {
		return "", true // a log-in name
	}
	letters := 0
	for _, r := range s {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r > 0x7f {
			letters++
		}
	}
	if strict && !capitalised(s) {
		return s, false
	}
	return s, letters*2 > len(s) && len(s) >= 2 && len(s) <= 40 && !strings.Contains(s, ".com")
}

// capitalised reports whether s is two words or more, each of which begins with a
// capital: John Smith.
func capitalised(s string) bool {
	words := strings.Fields(s)
	for _, w := range words {
		if w[0] < 'A' || w[0] > 'Z' {
			return false
		}
	}
	return len(words) >= 2
}

// stripCode drops the staff code that portals print behind a name:
// 马婧雯_NN2479, 韩保林 PK155.
func stripCode(s string) string {
	if i := strings.IndexByte(s, '_'); i > 0 && !cjk.IsHan(rune(s[0])) {
		s = s[:i]
	}
	i := len(s)
	for i > 0 && (s[i-1] >= '0' && s[i-1] <= '9' || s[i-1] >= 'A' && s[i-1] <= 'Z') {
		i--
	}
	code := s[i:]
	if len(code) == len(s) && len(code) >= 4 && code[len(code)-1] >= '0' && code[len(code)-1] <= '9' {
		return ""
	}
	if len(code) >= 3 && code[len(code)-1] >= '0' && code[len(code)-1] <= '9' && code[0] >= 'A' {
		s = s[:i]
	}
	return strings.TrimRight(s, "_- ")
}

// personal reports whether s looks like a Chinese person's name by itself: a
// surname and one or two characters, a name with a middle dot, or one of those that
// have no surname.
func (p *phrases) personal(s string) bool {
	n := 0
	var ends [2]int // of the first two characters
	for i := 0; i < len(s); n++ {
		r, w := cjk.RuneAt(s, i)
		if isDot(r) {
			return n+cjk.RuneCount(s[i:]) >= 4 && dotted(s) && !p.outlet(s[:i]) && !p.outlet(s)
		}
		if !cjk.IsHan(r) {
			return false
		}
		if i += w; n < len(ends) {
			ends[n] = i
		}
	}
	if n < 2 || n > longestGiven || p.press[s] {
		return false // 和讯, 金融界
	}
	return n <= 4 && n >= 3 && p.surname(s[:ends[1]]) || n <= 3 && p.surname(s[:ends[0]]) || n >= 3 && p.givenOnly(s)
}

// longestGiven is the length in characters of the longest name without a surname.
const longestGiven = 6

// givenOnly reports whether s is made up of what names without a surname are:
// 扎西次仁, 乌云其其格.
func (p *phrases) givenOnly(s string) bool {
	if s == "" {
		return true
	}
	for i := len("扎西"); i <= len(s); i += len("扎") {
		if p.given[s[:i]] && p.givenOnly(s[i:]) {
			return true
		}
	}
	return false
}

// isDot reports whether r is a mark between the parts of a foreign name.
func isDot(r rune) bool {
	switch r {
	case '·', '•', '・', '‧':
		return true
	}
	return false
}

// dotted reports whether s is a name of parts with middle dots between them, none
// longer than a part of a name is.
func dotted(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	last, _ := utf8.DecodeLastRuneInString(s)
	if isDot(first) || isDot(last) {
		return false
	}
	for _, part := range strings.FieldsFunc(s, isDot) {
		if n := utf8.RuneCountInString(part); n > 6 || cjk.Measure(part).Han != n {
			return false
		}
	}
	return true
}

// hasAnySuffix reports whether s ends in one of a few words and is longer.
func hasAnySuffix(s string, ends []string) bool {
	for _, end := range ends {
		if strings.HasSuffix(s, end) && s != end {
			return true
		}
	}
	return false
}
