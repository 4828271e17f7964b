package browser

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/fetch"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	gocmp "github.com/google/go-cmp/cmp"
	"github.com/zhnews/zhnews/article"
	"github.com/zhnews/zhnews/internal/arttest"
	"golang.org/x/net/idna"
)

// pages is the number of hostile articles that are opened; they take minutes.
const pages = 1000

// origin is the address that the pages are served under; no host answers there,
// the browser gets them from the test. It is not https, because the browser would
// ask for the https address of an http image then.
const origin = "http://page.test/"

// blank is an empty page of the same site: leaving for another site would change
// the process of the tab.
const blank = origin + "blank"

// visit serves one page at a time to the browser and notes what it asks for.
type visit struct {
	mu       sync.Mutex
	html     string
	requests []string
	dialogs  int
}

func (v *visit) listen(ctx context.Context) error {
	return chromedp.Listen(ctx, func(event any) {
		switch e := event.(type) {
		case *page.EventJavascriptDialogOpening:
			v.mu.Lock()
			v.dialogs++
			v.mu.Unlock()
			go func() {
				_, _ = chromedp.Call(ctx, page.HandleJavaScriptDialog, page.HandleJavaScriptDialogParams{})
			}()
		case *fetch.EventRequestPaused:
			v.mu.Lock()
			v.requests = append(v.requests, e.Request.URL)
			v.mu.Unlock()
			go v.answer(ctx, e)
		}
	})
}

// answer gives the page to the browser and refuses everything else.
func (v *visit) answer(ctx context.Context, e *fetch.EventRequestPaused) {
	v.mu.Lock()
	html := v.html
	v.mu.Unlock()
	if e.Request.URL == blank {
		html = ""
	}
	if strings.HasPrefix(e.Request.URL, origin) && e.ResourceType == network.ResourceTypeDocument {
		_, _ = chromedp.Call(ctx, fetch.FulfillRequest, fetch.FulfillRequestParams{
			RequestID: e.RequestID, ResponseCode: 200, Body: []byte(html),
			ResponseHeaders: []*fetch.HeaderEntry{{Name: "Content-Type", Value: "text/html"}},
		})
		return
	}
	_, _ = chromedp.Call(ctx, fetch.FailRequest, fetch.FailRequestParams{
		RequestID: e.RequestID, ErrorReason: network.ErrorReasonBlockedByClient,
	})
}

func start(t *testing.T) (context.Context, *visit) {
	options := append(slices.Clone(chromedp.DefaultExecAllocatorOptions[:]),
		chromedp.ExecPath(cmp.Or(os.Getenv("CHROMIUM"), "chromium")),
		chromedp.NoSandbox, chromedp.DisableGPU, chromedp.WindowSize(1000, 20000),
		chromedp.Flag("disable-background-networking", true), chromedp.Flag("disable-component-update", true),
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND"),
	)
	ctx, cancel := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	v := new(visit)
	if err := v.listen(ctx); err != nil {
		t.Fatal(err)
	}
	if _, err := chromedp.Call(ctx, fetch.Enable, fetch.EnableParams{}); err != nil {
		t.Fatal(err)
	}
	return ctx, v
}

// shown is what the page shows for each selector, and what it holds that could
// run.
type shown struct {
	Title string
	Texts map[string][]string
	Risks []string
}

const script = `(() => {
	const texts = {};
	for (const s of %s)
		texts[s] = Array.from(document.querySelectorAll(s), e => e.innerText);
	const risks = Array.from(document.querySelectorAll("script,style,iframe,object,embed,form,base,svg,math"), e => e.localName);
	for (const e of document.querySelectorAll("*"))
		for (const a of e.attributes)
			if (/^on/i.test(a.name) || /^(href|src|poster)$/.test(a.name) && !/^(https?:|data:image\/png)/i.test(e[a.name]))
				risks.push(e.localName + " " + a.name + "=" + a.value);
	return {Title: document.title, Texts: texts, Risks: risks};
})()`

// open goes to a page, returns what it shows for some quoted selectors, and
// leaves it again, so that it asks for nothing later.
func open(ctx context.Context, address string, selectors []string) (got shown, err error) {
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	if err = chromedp.Do(ctx, chromedp.Navigate(address)); err != nil {
		return got, err
	}
	got, err = chromedp.Run(ctx, chromedp.Evaluate[shown](fmt.Sprintf(script, "["+strings.Join(selectors, ",")+"]")))
	if err != nil {
		return got, err
	}
	return got, chromedp.Do(ctx, chromedp.Navigate(blank))
}

// wanted is what a page of a should show, for the selectors that are in it.
func wanted(a *article.Article) map[string][]string {
	want := map[string][]string{
		"h1": {a.Title}, ".section li": a.Section, ".keywords li": a.Keywords, ".notice": a.Notices,
		".site": nonEmpty(a.Site), ".kicker": nonEmpty(a.Kicker), ".subtitle": nonEmpty(a.Subtitle), ".summary": nonEmpty(a.Summary),
		".body > p": {}, ".body > blockquote": {}, ".body h2,.body h3,.body h4,.body h5,.body h6": {}, ".body li": {}, "td,th": {},
		".caption": {}, "cite": {}, ".credit .name": {}, ".credit .label": {}, ".credit .org": {}, ".related a": {}, ".related .note": {},
	}
	add := func(selector string, texts ...string) {
		want[selector] = append(want[selector], texts...)
	}
	for _, b := range a.Body {
		switch b.Type {
		case article.Paragraph:
			add(".body > p", b.Text)
		case article.Quote:
			add(".body > blockquote", b.Text)
		case article.Heading:
			add(".body h2,.body h3,.body h4,.body h5,.body h6", b.Text)
		case article.List:
			add(".body li", b.Items...)
		case article.Table:
			for _, row := range b.Rows {
				add("td,th", row...)
			}
		default:
			add(".caption", nonEmpty(b.Caption)...)
			add("cite", nonEmpty(b.Credit)...)
		}
	}
	for _, c := range a.Credits {
		add(".credit .name", c.Name)
		add(".credit .label", nonEmpty(c.Label)...)
		add(".credit .org", nonEmpty(c.Org)...)
	}
	for _, l := range a.Related {
		add(".related a", l.Title)
		add(".related .note", nonEmpty(l.Note)...)
	}
	for selector, texts := range want {
		if texts == nil {
			want[selector] = []string{}
		}
	}
	return want
}

func nonEmpty(s string) []string {
	if s == "" {
		return []string{}
	}
	return []string{s}
}

// hosts are the schemes and hosts of what a page of a may fetch.
func hosts(a *article.Article) map[string]bool {
	known := make(map[string]bool)
	for _, b := range a.Body {
		known[site(b.Src)], known[site(b.Poster)] = true, true
	}
	return known
}

// site returns the scheme and host of an address, as a browser asks for them.
func site(address string) string {
	scheme, rest, _ := strings.Cut(address, "://")
	host, _, _ := strings.Cut(strings.NewReplacer("?", "/", "#", "/").Replace(rest), "/")
	if ascii, err := idna.Lookup.ToASCII(host); err == nil {
		host = ascii
	}
	return strings.ToLower(scheme + "://" + host)
}

func TestHostilePages(t *testing.T) {
	ctx, v := start(t)
	began := time.Now()
	fetched := 0
	for seed := range uint64(pages) {
		a := arttest.Hostile(seed).Project(article.HTML)
		html, err := a.Append(nil, article.HTML)
		if err != nil {
			t.Fatal(err)
		}
		want := wanted(a)
		var selectors []string
		for s := range want {
			selectors = append(selectors, fmt.Sprintf("%q", s))
		}
		v.mu.Lock()
		v.html, v.requests, v.dialogs = string(html), nil, 0
		v.mu.Unlock()
		got, err := open(ctx, fmt.Sprintf("%s%d.html", origin, seed), selectors)
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		if diff := gocmp.Diff(want, got.Texts); diff != "" || got.Title != a.Title {
			t.Errorf("seed %d: title %q, want %q; texts (-want +got):\n%s", seed, got.Title, a.Title, diff)
		}
		if len(got.Risks) > 0 {
			t.Errorf("seed %d: the page holds %q", seed, got.Risks)
		}
		known := hosts(a)
		v.mu.Lock()
		if v.dialogs > 0 {
			t.Errorf("seed %d: a script ran", seed)
		}
		for _, r := range v.requests {
			if strings.HasPrefix(r, "data:image/png;base64,") || strings.HasPrefix(r, origin) {
				continue
			}
			fetched++
			if !known[site(r)] {
				t.Errorf("seed %d: the page asks for %s (known: %v)", seed, r, known)
			}
		}
		v.mu.Unlock()
	}
	t.Logf("%d pages in %v, %d requests", pages, time.Since(began).Round(time.Second), fetched)
	if fetched == 0 {
		t.Error("no page fetched an image: the test would not notice a request")
	}
}

// TestNoticesScripts opens a page that does what the others must not.
func TestNoticesScripts(t *testing.T) {
	ctx, v := start(t)
	v.html = `<!DOCTYPE html><title>x</title><img src="https://evil.test/x.png" onerror="alert(1)"><script>alert(2)</script>`
	got, err := open(ctx, origin, nil)
	if err != nil {
		t.Fatal(err)
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.dialogs == 0 || len(got.Risks) != 2 || !slices.Contains(v.requests, "https://evil.test/x.png") {
		t.Errorf("%d dialogs, risks %q, requests %q", v.dialogs, got.Risks, v.requests)
	}
}
