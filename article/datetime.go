package article

import "time"

// datetimeLayout is the form of a time in HTML and JSON-LD: as much of ISO 8601
// as the precision fills.
func datetimeLayout(p Precision) string {
	switch p {
	case PrecisionYear:
		return "2006"
	case PrecisionMonth:
		return "2006-01"
	case PrecisionDay:
		return time.DateOnly
	case PrecisionMinute:
		return "2006-01-02T15:04Z07:00"
	}
	return time.RFC3339
}

// formatDatetime returns the date and time of t, and its offset where that does
// not stand in the date itself and is not UTC+8.
func formatDatetime(t Time) (date, zone string) {
	date = t.Time.Format(datetimeLayout(t.Precision))
	_, offset := t.Time.Zone()
	if t.Precision != PrecisionMinute && t.Precision != PrecisionSecond && offset != defaultZone {
		zone = t.Time.Format("Z07:00")
	}
	return date, zone
}

// parseDatetime is the inverse of formatDatetime; the error is [ErrTime].
func parseDatetime(date, zone string) (time.Time, Precision, error) {
	location := fixedZone(defaultZone)
	if zone != "" {
		z, err := time.Parse("Z07:00", zone)
		if err != nil {
			return time.Time{}, "", ErrTime
		}
		location = inFixedZone(z).Location()
	}
	for _, p := range [...]Precision{PrecisionYear, PrecisionMonth, PrecisionDay, PrecisionMinute, PrecisionSecond} {
		if t, err := time.ParseInLocation(datetimeLayout(p), date, location); err == nil {
			t = inFixedZone(t)
			if t.Format(datetimeLayout(p)) != date {
				break
			}
			return t, p, nil
		}
	}
	return time.Time{}, "", ErrTime
}
