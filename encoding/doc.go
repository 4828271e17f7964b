// Package encoding finds the charset of Chinese pages, decodes them, undoes
// damage to their text, and says what it changed and which bytes no character
// came from.
//
// It is made for pages as they are: the label is missing, late or wrong, the
// tail is cut in the middle of a character, single bytes are lost, a part of
// the page is in another charset. [Detect] weighs every byte of a sample under
// each hypothesis, a charset and a language together; labels count as evidence
// and do not decide. [Decode] follows the WHATWG Encoding Standard, which is
// what browsers do, and reports each damaged stretch by its offset in the
// source. [NewReader] does the same for streams, [Encode] is the inverse.
//
// The charsets are UTF-8, GB18030 with its subsets GBK and GB 2312, Big5 with
// HKSCS, HZ and UTF-16. Text in another charset, such as Shift_JIS or
// windows-1251, is recognised as not being in one of these; it is not decoded.
//
// # Strict and guess
//
// The zero [Options] are [Strict]: one byte without meaning fails the decoding
// with an [*Error] that holds its offset. In [Guess] mode each such stretch
// becomes one U+FFFD and an entry of [Report.Damage].
//
// # Repair
//
// [Repair] undoes damage that was done to the text before or after it was in
// bytes. Some of it is due to accidents: chains of wrong decodings, private-use
// code points with an assigned successor, escapes shown as text, radicals for
// hanzi. Some was done to hide a copy from those who look for it: readings
// behind hanzi, and the characters that were torn for them; readings and rare
// characters in place of hanzi; characters without shape and pictures inside
// words, spaces before marks, lines of noise and keywords.
//
// In [Strict] mode it makes only the edits that the text determines; in [Guess]
// mode the likeliest ones too, each with its confidence. Every edit stands in
// the [Report], and [Apply] replays them. What was seen and not undone stands
// there as [Damage]. Text that is not damaged is returned as it is.
package encoding
