package parse

import (
	"time"

	"github.com/zhnews/zhnews/encoding"
)

// DefaultMaxBytes is the limit on input that Options.MaxBytes zero stands for.
const DefaultMaxBytes = 8 << 20

// DefaultMaxSearch is what Options.Repair.MaxSearch zero stands for: enough for
// some 500 KB of a cloaked page.
const DefaultMaxSearch = 1 << 13

// Options say what a caller knows of the page, and how to read it. The zero
// value is lenient, reads up to [DefaultMaxBytes] and uses the built-in
// profiles.
type Options struct {
	// URL is the address of the page: the base of its links and the key to its
	// profile. Without it the page's own canonical link serves.
	URL string
	// ContentType is the HTTP header of that name; its charset may be wrong.
	ContentType string
	// Strict turns the first Problem into an error.
	Strict bool
	// Repair says what damage to the text may be undone, and how boldly. The
	// zero value makes the edits that the bytes determine. A MaxSearch of 0 means
	// [DefaultMaxSearch], negative no bound.
	Repair encoding.RepairOptions
	// NoRepair leaves the text as it was decoded.
	NoRepair bool
	// MaxBytes limits the input; 0 means [DefaultMaxBytes], negative no limit.
	MaxBytes int
	// Location is the zone of times that are printed without one; nil is UTC+8.
	Location *time.Location
	// Now is the reference for times such as 3小时前 and for dates without a
	// year. Where it is zero such times keep their Raw text only.
	Now time.Time
	// Profiles are the portal profiles and phrases to use; nil means
	// [DefaultProfiles], [NoProfiles] the phrases alone.
	Profiles *Profiles
}

func (o *Options) maxBytes() int {
	if o.MaxBytes == 0 {
		return DefaultMaxBytes
	}
	return o.MaxBytes
}

func (o *Options) repair() encoding.RepairOptions {
	r := o.Repair
	if r.MaxSearch == 0 {
		r.MaxSearch = DefaultMaxSearch
	}
	return r
}

func (o *Options) clock() clockwork {
	w := clockwork{zone: o.Location, now: o.Now}
	if w.zone == nil {
		w.zone = china
	}
	return w
}

func (o *Options) profiles() *Profiles {
	if o.Profiles == nil {
		return DefaultProfiles()
	}
	return o.Profiles
}

func (o *Options) hint() encoding.Hint { return encoding.Hint{ContentType: o.ContentType} }
