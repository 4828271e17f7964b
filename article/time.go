package article

import "time"

// Time is a moment as a page prints it.
type Time struct {
	// Raw is what the page printed, "" if it came from elsewhere.
	Raw string `json:"raw,omitempty"`
	// Time holds zero for what is finer than Precision, and the offset that the
	// page gave, UTC+8 if it gave none. Its year is 1 to 9999, its offset whole
	// minutes.
	Time time.Time `json:"time,omitzero"`
	// Precision is "" if and only if Time is zero: only Raw is known then.
	Precision Precision `json:"precision,omitempty"`
}

// Precision is the finest unit of a [Time] that is known. The constants and ""
// are all its values.
type Precision string

// The precisions.
const (
	PrecisionYear   Precision = "year"
	PrecisionMonth  Precision = "month"
	PrecisionDay    Precision = "day"
	PrecisionMinute Precision = "minute"
	PrecisionSecond Precision = "second"
)

// IsZero reports whether t says nothing at all.
func (t Time) IsZero() bool { return t == Time{} }

// defaultZone is the offset of a time that the page gave without one, in
// seconds. China has kept it since 1991.
const defaultZone = 8 * 60 * 60

// fixedZone returns a location without a name, so that equal offsets print
// alike wherever the program runs.
func fixedZone(offset int) *time.Location {
	if offset == 0 {
		return time.UTC
	}
	return time.FixedZone("", offset)
}

// inFixedZone returns t with the same instant and its offset in whole minutes.
func inFixedZone(t time.Time) time.Time {
	_, offset := t.Zone()
	return t.In(fixedZone(offset - offset%60))
}

// cut returns t with zero for what is finer than p.
func cut(t time.Time, p Precision) time.Time {
	year, month, day := t.Date()
	hour, minute, second := t.Clock()
	switch p {
	case PrecisionYear:
		month, day, hour, minute, second = 1, 1, 0, 0, 0
	case PrecisionMonth:
		day, hour, minute, second = 1, 0, 0, 0
	case PrecisionDay:
		hour, minute, second = 0, 0, 0
	case PrecisionMinute:
		second = 0
	}
	return time.Date(year, month, day, hour, minute, second, 0, t.Location())
}

func (p Precision) known() bool {
	switch p {
	case PrecisionYear, PrecisionMonth, PrecisionDay, PrecisionMinute, PrecisionSecond:
		return true
	}
	return false
}
