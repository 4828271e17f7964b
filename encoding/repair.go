package encoding

// RepairOptions direct [Repair].
type RepairOptions struct {
	Mode       Mode
	KeepScript bool
	Simplify   bool
	FoldWidth  bool
}

// Repair undoes damage.
func Repair(s string, o RepairOptions) (string, Report) {
	edits, damage := uncloak(s, o)
	out, err := Apply(s, edits)
	if err != nil {
		panic(err)
	}
	return out, Report{Edits: edits, Damage: damage}
}
