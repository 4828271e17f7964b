// Command speed compares how fast zhnews and other libraries read articles out
// of pages, and what hostile pages do to them. README.md tells what is measured
// and how.
//
//	go run . bench [flags] [FOLDER…]       the table of speeds
//	go run . external [flags] [FOLDER…]    the same for programs of other languages
//	go run . retain [FOLDER…]              the memory that kept articles hold
//	go run . growth                        time by size, and its exponent
//	go run . hostile [flags]               pages made to harm
//	go run -tags alone . ratio [flags]     the check against the committed figure
package main

import (
	"flag"
	"fmt"
	"os"
	"time"
)

func main() {
	if len(os.Args) < 2 {
		usage()
	}
	if err := run(os.Args[1], os.Args[2:]); err != nil {
		fmt.Fprintln(os.Stderr, "speed:", err)
		os.Exit(1)
	}
}

func usage() {
	fmt.Fprintln(os.Stderr, "usage: speed bench|external|retain|growth|hostile|ratio [flags] [FOLDER…]; see README.md")
	os.Exit(2)
}

func run(command string, args []string) error {
	f := flag.NewFlagSet(command, flag.ExitOnError)
	switch command {
	case "bench":
		var o benchOptions
		f.IntVar(&o.rounds, "rounds", 5, "turns that each library gets")
		f.DurationVar(&o.pass, "pass", 200*time.Millisecond, "repeat the pass over all pages for so long in a turn")
		f.DurationVar(&o.page, "page", 5*time.Millisecond, "repeat each page for so long in a turn")
		f.IntVar(&o.worst, "worst", 0, "list so many of the pages that zhnews is slowest on")
		f.Parse(args)
		return runBench(os.Stdout, os.Stderr, f.Args(), o)
	case "external":
		rounds := f.Int("rounds", 5, "passes, the first of which does not count")
		f.Parse(args)
		return runExternal(os.Stdout, f.Args(), max(*rounds, 2))
	case "retain":
		f.Parse(args)
		return runRetain(os.Stdout, f.Args())
	case "growth":
		f.Parse(args)
		return runGrowth(os.Stdout)
	case "hostile":
		var o hostileOptions
		f.BoolVar(&o.peers, "peers", false, "ask the peers too")
		f.BoolVar(&o.growth, "growth", false, "read a quarter of each page too, for the exponent")
		f.StringVar(&o.only, "only", "", "only pages whose name holds this")
		f.IntVar(&o.every, "every", 1, "only the first of each so many pages")
		f.IntVar(&o.part, "part", 1, "divide the size of the pages by this, so that a page that is stopped can be profiled")
		f.StringVar(&o.dir, "profiles", "", "write a CPU profile of zhnews on each page to this folder")
		f.Parse(args)
		return runHostile(os.Stdout, o)
	case "ratio":
		file := f.String("committed", ratioFile, "file with the figure to compare with")
		f.Parse(args)
		return runRatio(os.Stdout, *file)
	case "child": // of hostile: contender, file, profile
		return runChild(args[0], args[1], args[2])
	}
	usage()
	return nil
}
