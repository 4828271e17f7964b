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
