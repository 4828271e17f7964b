package parse_test

import (
	"testing"

	"github.com/zhnews/zhnews/article"
	"github.com/zhnews/zhnews/parse"
)

// creditsOf reads a small page and writes its credits as roles and names.
func creditsOf(a *article.Article) (s string) {
	for _, c := range a.Credits {
		s += " " + string(c.Role) + " " + c.Name
		if c.Org != "" {
			s += "@" + c.Org
		}
	}
	return s
}

// TestTailRoles: what stands behind the last sentence, who is credited for it, and
// what of it the body keeps.
func TestTailRoles(t *testing.T) {
	for _, c := range []struct{ tail, credits, body string }{
		{"<p>审核：鲜桃</p>", " reviewer 鲜桃", ""},
		{"<p>审 核：鲜桃</p>", " reviewer 鲜桃", ""},
		{"<p>记者：赵望舒</p><p>一审：鲜桃</p><p>二审：孙岚</p>", " reporter 赵望舒 reviewer 鲜桃 reviewer 孙岚", ""},
		{"<p>一审 赵望舒</p><p>二审 温良</p><p>三审 鲜桃</p>", " reviewer 赵望舒 reviewer 温良 reviewer 鲜桃", ""},
		{"<p>编辑：赵望舒</p><p>图片：小鱼儿</p><p>审核：赵望舒</p>", " editor 赵望舒 photographer 小鱼儿 reviewer 赵望舒", ""},
		{"<p>三审 温良</p>", " reviewer 温良", ""},
		{"<p>编辑：赵望舒</p><p>制作团队</p>", " editor 赵望舒", ""},
		{"<p>图片：新桥</p>", "", " 图片：新桥"},
		{"<p>审核 鲜桃</p>", "", " 审核 鲜桃"},
		{"<p>审核：鲜桃要洗净</p>", "", " 审核：鲜桃要洗净"},
		{"<p>（骨科 赵望舒）</p>", " author 赵望舒@骨科", ""},
		{"<p>（江岸街道办 孙岚、赵望舒）</p>", " author 孙岚@江岸街道办 author 赵望舒@江岸街道办", ""},
		{"<p>（赵望舒 孙岚）</p>", " author 赵望舒 author 孙岚", ""},
		{"<p>（骨科 二楼）</p>", "", " （骨科 二楼）"},
		{"<p>（桥头 赵望舒）</p>", "", " （桥头 赵望舒）"},
		{"<p>骨科 赵望舒</p>", "", " 骨科 赵望舒"},
		{"<p>（骨科 赵望舒）</p><p>{4}</p>", "", " （骨科 赵望舒） 4"},
		{"<p>审核：鲜桃</p><p>{4}</p>", "", " 审核：鲜桃 4"},
	} {
		res, err := parse.HTML([]byte(smallPage("<p>{1}</p><p>{2}</p><p>{3}</p>"+paragraphsIn(c.tail))), parse.Options{})
		if err != nil {
			t.Fatalf("%s: %v", c.tail, err)
		}
		if got := creditsOf(res.Article); got != c.credits {
			t.Errorf("%s: credits%s, want%s", c.tail, got, c.credits)
		}
		if got, want := short(res.Article), "1 2 3"+c.body; got != want {
			t.Errorf("%s: body %q, want %q", c.tail, got, want)
		}
	}
}
