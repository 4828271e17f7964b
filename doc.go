// Package zhnews turns Chinese news pages into typed articles.
//
// The root package holds documentation only. A program imports the three
// packages that do the work, each of which is useful without the next:
//
//		bytes ──▶ encoding ──▶ parse ──▶ article
//
//	  - [github.com/zhnews/zhnews/encoding] finds the charset of a page, decodes
//	    it and says which bytes no character came from;
//	  - [github.com/zhnews/zhnews/parse] reads the title, times, source,
//	    credits, body and the other fields out of HTML or plain text;
//	  - [github.com/zhnews/zhnews/article] is the typed result and its codecs.
//
// The library never touches the network, never logs, never panics on input
// and never invents text: what it cannot know it leaves empty and reports.
package zhnews
