//go:build alone

package main

// peers are none: what they load when a process starts, some 25 MB, would
// change how often zhnews collects its garbage.
func peers() []contender { return nil }
