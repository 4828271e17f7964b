package parse

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/zhnews/zhnews/article"
	"github.com/zhnews/zhnews/internal/cjk"
)

// newReader returns the extraction of no page, to read lines with.
func newReader(o Options) *extraction {
	x := newExtraction(nil, &o, &Result{Article: &article.Article{}})
	x.scratch = new(scratch)
	return x
}

// listed writes fields in short, " | " between them: @ and a time, a label as
// its field and value, credits as [label] and the roles and names with the
// organisation behind an @, text as it stands.
func listed(fields []field) string {
	var out []string
	for _, f := range fields {
		switch f.kind {
		case fieldTime:
			out = append(out, "@"+f.value)
		case fieldLabel:
			out = append(out, string(f.label)+"="+f.value)
		case fieldCredits:
			out = append(out, "["+f.printed+"]"+people(f.credits))
		default:
			out = append(out, f.value)
		}
	}
	return strings.Join(out, " | ")
}

// people writes credits as role, name and organisation.
func people(credits []article.Credit) string {
	var b strings.Builder
	for _, c := range credits {
		b.WriteString(" " + string(c.Role) + " " + c.Name)
		if c.Org != "" {
			b.WriteString("@" + c.Org)
		}
	}
	return b.String()
}

func TestFields(t *testing.T) {
	const edge = elementBorder
	x := newReader(Options{})
	for _, c := range []struct{ in, want string }{
		// Times, sources and counters.
		{"", ""},
		{"江桥今日通车", "江桥今日通车"},
		{"2022-09-05 22:03 来源：江岸日报", "@2022-09-05 22:03 | source=江岸日报"},
		{"2022-09-05 22:03:00 来源: 宁江发布", "@2022-09-05 22:03:00 | source=宁江发布"},
		{"2022年09月05日 江岸日报", "@2022年09月05日 | 江岸日报"},
		{"2022年09月05日" + edge + "江岸日报" + edge, "@2022年09月05日 | 江岸日报"},
		{"来源：江岸日报　2022-09-05", "source=江岸日报 | @2022-09-05"},
		{"来源：江岸日报 | 2022-09-05", "source=江岸日报 | | | @2022-09-05"},
		{"来源：" + edge + "江岸日报" + edge + " " + edge + "2022-09-05", "source=江岸日报 | @2022-09-05"},
		{"来源：江岸网-江岸日报", "source=江岸网-江岸日报"},
		{"来源/江岸日报", "source=江岸日报"},
		{"来源 江岸日报", "source=江岸日报"},
		{"来源：China Daily 作者：赵望舒", "source=China Daily | [作者] author 赵望舒"},
		{"稿源：江岸日报 编辑：赵望舒", "source=江岸日报 | [编辑] editor 赵望舒"},
		{"來源：江岸日報", "source=江岸日報"},
		{"转自：江岸日报", "source=江岸日报"},
		{"来源：退休工作处 江桥学院　　时间：2022-09-05", "source=退休工作处 江桥学院 | published=2022-09-05"},
		{"来源：江岸报 江桥学院", "source=江岸报 | 江桥学院"},
		{"来源：江桥学院 赵望舒", "source=江桥学院 | 赵望舒"},
		{"来源：江桥学院　退休工作处", "source=江桥学院 | 退休工作处"},
		{"作者：　图片：江桥学院", "[作者] | [图片] photographer 江桥学院"},
		{"来源：", "source="},
		{"来源：江岸日报 分享到：", "source=江岸日报 | counter="},
		{"发布时间：2022-09-05 22:03 来源：江岸日报 阅读：1234", "published=2022-09-05 22:03 | source=江岸日报 | counter=1234"},
		{"发布时间：2022-09-05 更新时间：2022-09-06", "published=2022-09-05 | modified=2022-09-06"},
		{"成文日期：2022-09-05 发布日期：2022-09-06", "written=2022-09-05 | published=2022-09-06"},
		{"更新：2022-09-06 08:15", "modified=2022-09-06 08:15"},
		{"关键词：桥梁,通车", "keywords=桥梁,通车"},
		{"摘要：江桥今天通车，记者 赵望舒 在现场看到。", "summary=江桥今天通车，记者 赵望舒 在现场看到。"},
		{"原标题：江桥通车", "original-title=江桥通车"},
		{"当前位置：首页 > 新闻 > 国内", "breadcrumb=首页 > 新闻 > 国内"},

		// Labels with names behind them.
		{"责任编辑：赵望舒", "[责任编辑] responsible-editor 赵望舒"},
		{"责编：赵望舒、孙晓岚", "[责编] responsible-editor 赵望舒 responsible-editor 孙晓岚"},
		{"责任编辑：赵望舒 孙晓岚", "[责任编辑] responsible-editor 赵望舒 responsible-editor 孙晓岚"},
		{"审校:戴巧林、 张志川", "[审校] reviewer 戴巧林 reviewer 张志川"},
		{"編輯：趙望舒", "[編輯] editor 趙望舒"},
		{"作者 | 赵望舒", "[作者] author 赵望舒"},
		{"文丨赵望舒", "[文] author 赵望舒"},
		{"文｜赵望舒 编辑｜孙晓岚", "[文] author 赵望舒 | [编辑] editor 孙晓岚"},
		{"校对 赵望舒", "[校对] proofreader 赵望舒"},
		{"一审：赵望舒 二审：孙晓岚 三审：周一川", "[一审] reviewer 赵望舒 | [二审] reviewer 孙晓岚 | [三审] reviewer 周一川"},
		{"撰文：赵望舒 摄影：孙晓岚 设计：周一川", "[撰文] author 赵望舒 | [摄影] photographer 孙晓岚 | [设计] designer 周一川"},
		{"撰文/赵望舒 摄影/孙晓岚", "[撰文] author 赵望舒 | [摄影] photographer 孙晓岚"},
		{"监制：赵望舒 主播：孙晓岚 翻译：周一川 视频：王丽", "[监制] producer 赵望舒 | [主播] presenter 孙晓岚 | [翻译] translator 周一川 | [视频] videographer 王丽"},
		{"录入：赵望舒 主编：孙晓岚", "[录入] other 赵望舒 | [主编] chief-editor 孙晓岚"},
		{"编辑： 来源：江岸日报", "[编辑] | source=江岸日报"},
		{"责任编辑：", "[责任编辑]"},
		{"来源:宁江发布 文字/图片:成良水 编辑:章小岚 审校:戴巧林、 张志川",
			"source=宁江发布 | [文字/图片] author 成良水 photographer 成良水 | [编辑] editor 章小岚 | [审校] reviewer 戴巧林 reviewer 张志川"},

		// Roles and names in turn, without marks.
		{"一审 赵望舒 二审 孙岚 三审 温良", "[一审] reviewer 赵望舒 | [二审] reviewer 孙岚 | [三审] reviewer 温良"},
		{"一审 鲜桃 二审 孙岚 三审 赵望舒", "[一审] reviewer 鲜桃 | [二审] reviewer 孙岚 | [三审] reviewer 赵望舒"},
		{"审核 鲜桃 编辑 孙岚", "[审核] reviewer 鲜桃 | [编辑] editor 孙岚"},
		{"（初审 赵 望　复审 孙岚 周一川）", "（ | [初审] reviewer 赵望 | [复审] reviewer 孙岚 reviewer 周一川 | ）"},
		{"策划 赵望舒 记者 孙岚 视频 周一川", "[策划] producer 赵望舒 | [记者] reporter 孙岚 | [视频] videographer 周一川"},
		{"文 赵望舒 图 孙岚", "[文] author 赵望舒 | [图] photographer 孙岚"},
		{"终审" + edge + "孙岚" + edge + "2022-09-05", "[终审] reviewer 孙岚 | @2022-09-05"},
		{"统筹 赵望舒 来源：江岸日报", "[统筹] producer 赵望舒 | source=江岸日报"},
		{"终审 赵望舒 摄", "终审 | [摄] photographer 赵望舒"},
		{"审核 材料 复审 材料", "审核 材料 复审 材料"},
		{"采访 车间", "采访 车间"},
		{"一审 宣判", "一审 宣判"},
		{"图 赵望舒", "图 赵望舒"},
		{"视频 直播 图片 国内", "视频 直播 图片 国内"},
		{"审核 赵望舒 走上江桥", "审核 赵望舒 走上江桥"},

		// Where a list of names ends.
		{"作者：赵望舒 孙 岚 本报记者 周一川", "[作者] author 赵望舒 author 孙岚 | [记者] reporter 周一川@本报"},
		{"编辑：赵望舒 江岸日报记者周一川", "[编辑] editor 赵望舒 | [记者] reporter 周一川@江岸日报"},
		{"作者：赵望舒 本报记者", "[作者] author 赵望舒 | 本报记者"},
		{"编辑：赵望舒　" + edge + "江岸论坛", "[编辑] editor 赵望舒 | 江岸论坛"},
		{"编辑：" + edge + "赵望舒" + edge + " " + edge + "小鱼儿", "[编辑] editor 赵望舒 editor 小鱼儿"},
		{"编辑：赵望舒" + edge + "孙岚", "[编辑] editor 赵望舒 editor 孙岚"},

		{"供稿：江岸县委宣传部 编辑：赵望舒", "[供稿] correspondent 江岸县委宣传部 | [编辑] editor 赵望舒"},
		{"出品：江岸日报社 监制 赵望舒", "[出品] producer 江岸日报社 | [监制] producer 赵望舒"},
		{"本报记者 赵望舒 通讯员 鲜桃", "[记者] reporter 赵望舒@本报 | [通讯员] correspondent 鲜桃"},
		{"通讯员 获悉", "通讯员 获悉"},
		{"记者赵望舒 通讯员桥交宣、岸运宣", "[记者] reporter 赵望舒 | [通讯员] correspondent 桥交宣 correspondent 岸运宣"},
		{"记者赵望舒 通讯员桥边信", "[记者] reporter 赵望舒 | [通讯员] correspondent 桥边信"},
		{"记者赵望舒 通讯员大会召开", "[记者] reporter 赵望舒 | 通讯员大会召开"},
		{"一审：赵望舒丨二审：孙岚丨三审：鲜桃", "[一审] reviewer 赵望舒 | 丨 | [二审] reviewer 孙岚 | 丨 | [三审] reviewer 鲜桃"},

		// Joined labels.
		{"本版文/记者 赵望 实习生 孙晓岚", "本版文/ | [记者] reporter 赵望 | [实习生] intern 孙晓岚"},
		{"本版文/图 赵望舒", "[本版文/图] author 赵望舒 photographer 赵望舒"},
		{"本组图片/赵望舒", "[本组图片] photographer 赵望舒"},
		{"文·图/成良水", "[文·图] author 成良水 photographer 成良水"},
		{"摄影&剪辑：成良水", "[摄影&剪辑] photographer 成良水 videographer 成良水"},
		{"文字和图片：成良水", "[文字和图片] author 成良水 photographer 成良水"},
		{"文字/图片:成良水", "[文字/图片] author 成良水 photographer 成良水"},
		{"文/图 成良水", "[文/图] author 成良水 photographer 成良水"},
		{"文、图：成良水", "[文、图] author 成良水 photographer 成良水"},
		{"文并摄：成良水", "[文并摄] author 成良水 photographer 成良水"},
		{"摄影/报道：成良水", "[摄影/报道] photographer 成良水 reporter 成良水"},
		{"策划、统筹：成良水", "[策划、统筹] producer 成良水"},
		{"文/图：成良水 王丽", "[文/图] author 成良水 photographer 成良水 author 王丽 photographer 王丽"},
		{"文/成良水 图/王丽", "[文] author 成良水 | [图] photographer 王丽"},

		// Names as they are printed.
		{"责任编辑：赵 望", "[责任编辑] responsible-editor 赵望"},
		{"作者：王　丽", "[作者] author 王丽"},
		{"作者：王  丽 赵望舒", "[作者] author 王丽 author 赵望舒"},
		{"编辑：赵 望 孙 岚", "[编辑] editor 赵望 editor 孙岚"},
		{"作者：欧阳修文", "[作者] author 欧阳修文"},
		{"作者：欧阳望 司马小岚", "[作者] author 欧阳望 author 司马小岚"},
		{"作者：买买提·艾力", "[作者] author 买买提·艾力"},
		{"作者：阿卜杜拉·买买提 孙晓岚", "[作者] author 阿卜杜拉·买买提 author 孙晓岚"},
		{"作者：John Smith", "[作者] author John Smith"},
		{"作者：John Smith、赵望舒", "[作者] author John Smith author 赵望舒"},
		{"编辑：Tom", "[编辑] editor Tom"},
		{"编辑:赵望舒_NN2479", "[编辑] editor 赵望舒"},
		{"编辑：赵望舒NN2479 王丽", "[编辑] editor 赵望舒 editor 王丽"},
		{"编辑：赵望舒5G", "[编辑] editor 赵望舒5G"},
		{"编辑：韩保川 PK155", "[编辑] editor 韩保川"},
		{"责任编辑：NN2479", "[责任编辑]"},
		{"责任编辑：admin", "[责任编辑]"},
		{"作者：佚名", "[作者]"},
		{"作者：桥头小编", "[作者] author 桥头小编"},
		{"作者：桥头小编|查看：5", "[作者] author 桥头小编 | | | counter=5"},
		{"作者：江岸网小编", "[作者]"},
		{"作者：江岸网小编 赵望舒", "[作者] author 赵望舒@江岸网"},
		{"作者：赵望舒（江岸大学教授）", "[作者] author 赵望舒"},
		{"作者：赵望舒，江岸大学教授", "[作者] author 赵望舒 | ，江岸大学教授"},
		{"责任编辑：赵望舒 电话：12345678", "[责任编辑] responsible-editor 赵望舒 | contact=12345678"},
		{"编辑：赵望舒 邮箱：a@b.example", "[编辑] editor 赵望舒 | contact=a@b.example"},
		{"责编：赵望舒（zhao@jiang.example）", "[责编] responsible-editor 赵望舒"},
		{"责编：赵望舒 zhao@jiang.example", "[责编] responsible-editor 赵望舒"},
		{"作者：J. K. Smith", "[作者] author J. K. Smith"},
		{"责编：赵望舒；孙岚", "[责编] responsible-editor 赵望舒 responsible-editor 孙岚"},
		{"责编：赵望舒；校对：孙岚", "[责编] responsible-editor 赵望舒 | ； | [校对] proofreader 孙岚"},
		{"责编：赵望舒和孙岚", "[责编] responsible-editor 赵望舒 responsible-editor 孙岚"},
		{"责编：赵望舒•校对：孙岚", "[责编] responsible-editor 赵望舒 | [校对] proofreader 孙岚"},
		{"责编 赵望舒 校对 孙晓岚", "[责编] responsible-editor 赵望舒 | [校对] proofreader 孙晓岚"},
		{"（来源：江岸日报 谷雨 编辑：赵望舒）", "（ | source=江岸日报 | [] author 谷雨 | [编辑] editor 赵望舒 | ）"},
		{"来源：江岸日报 桥头 编辑：赵望舒", "source=江岸日报 | 桥头 | [编辑] editor 赵望舒"},
		{"审核：材料是否齐全", "审核：材料是否齐全"},
		{"复审：通过", "[复审]"},
		{"图：江桥夜景", "图：江桥夜景"},
		{"图：小鱼儿 文：赵望舒", "[图] photographer 小鱼儿 | [文] author 赵望舒"},
		{"图/小鱼儿", "[图] photographer 小鱼儿"},
		{"视频：John Smith", "[视频] videographer John Smith"},
		{"记者：为什么？", "记者：为什么？"},
		{"记者张望说，江桥很长", "[记者] reporter 张望说 | ，江桥很长"},
		{"制作：先揉面，再放糖", "制作：先揉面，再放糖"},
		{"编辑：赵望舒，北风起", "[编辑] editor 赵望舒 | ，北风起"},
		{"作者：赵望舒，孙晓岚", "[作者] author 赵望舒 author 孙晓岚"},
		{"记者赵望舒 江桥今天通车", "[记者] reporter 赵望舒 | 江桥 | @今天 | 通车"},
		{"聯合報／記者趙望舒／台北即時報導", "聯合報／ | [記者] reporter 趙望舒@聯合報"},
		{"作者：本报记者 王二", "作者： | [记者] reporter 王二@本报"},
		{"王二 报道" + edge + "李四 编辑" + edge + "2022-09-05", "[报道] reporter 王二 | [编辑] editor 李四 | @2022-09-05"},
		{"江岸网" + edge + "小舟 编译" + edge + "打印", "江岸网 | [编译] translator 小舟 | 打印"},
		{"石桥。（赵小雅摄影）", "石桥。（ | [摄影] photographer 赵小雅 | ）"},
		{"（高空摄影）", "（高空摄影）"},
		{"江岸网编辑 王小二", "[编辑] editor 王小二@江岸网"},
		{"江岸网记者 卓玛 文 格桑 图", "[记者] author 卓玛@江岸网 | [图] photographer 格桑"},
		{"（江岸时报记者王小二纽约报导）", "（ | [记者] reporter 王小二@江岸时报 | ）"},
		{"来源：　作者：　点击：112　时间：2010-05-06", "source= | [作者] | counter=112 | published=2010-05-06"},
		{"江岸新闻编辑 | 王二", "[编辑] editor 王二@江岸新闻"},
		{"图/新华社发（王小二 摄）", "图/ | [摄] photographer 王小二@新华社 | ）"},
		{"【記者溫二蘭高雄報導】江岸", "【 | [記者] reporter 溫二蘭 | 】江岸"},
		{"圖／本報資料照片", "[圖]"},
		{"【江岸报记者】王二 李四", "【 | [记者] reporter 王二@江岸报 reporter 李四@江岸报"},
		{"作者, \u2028王二小", "[作者] author 王二小"},
		{"作者，王二小", "作者，王二小"},
		{"【江岸讯】记者王二北京报道：", "【江岸讯】 | [记者] reporter 王二 | ："},
		{"江岸新聞／趙雅文 台北報導", "江岸新聞／ | [報導] reporter 趙雅文"},
		{"記者趙雅文／台北報導", "[記者] reporter 趙雅文"},
		{"趙望舒 綜合報導", "[綜合報導] reporter 趙望舒"},
		{"【记者赵望巴黎报道】", "【 | [记者] reporter 赵望 | 】"},
		{"本报记者 赵望舒 实习生 温晓 宁晋报道", "[记者] reporter 赵望舒@本报 | [实习生] intern 温晓"},
		{"本报记者 赵望舒 王刚报道", "[记者] reporter 赵望舒@本报 reporter 王刚@本报"},
		{"【江岸报记者赵望舒 成都报道】", "【 | [记者] reporter 赵望舒@江岸报 | 】"},
		{"江岸报记者赵望马德里5日电", "[记者] reporter 赵望@江岸报"},
		{"（江岸报记者赵望柏林专电）", "（ | [记者] reporter 赵望@江岸报 | ）"},
		{"记者赵望舒孙晓岚杭州报道", "[记者] reporter 赵望舒 reporter 孙晓岚"},
		{"（本報記者趙望舒高雄訊）", "（ | [記者] reporter 趙望舒@本報 | ）"},
		{"〔記者趙望舒／高雄報導〕", "〔 | [記者] reporter 趙望舒 | 〕"},
		{"記者 趙望舒 孫曉嵐 / 花蓮報導", "[記者] reporter 趙望舒 reporter 孫曉嵐"},
		{"實習記者趙望舒／金門報導", "[實習記者] intern 趙望舒"},
		{"記者趙望舒／和江鄉報導", "[記者] reporter 趙望舒"},
		{"記者趙望舒和平報導", "[記者] reporter 趙望舒"},
		{"记者赵望舒和孙晓岚报道", "[记者] reporter 赵望舒 reporter 孙晓岚"},
		{"记者赵望舒孙晓岚报道", "[记者] reporter 赵望舒 reporter 孙晓岚"},
		{"記者趙望舒／台北、高雄報導", "[記者] reporter 趙望舒"},
		{"記者 趙望舒 台北 報導", "[記者] reporter 趙望舒"},
		{"记者赵望舒纽约特稿", "[记者] reporter 赵望舒"},
		{"記者趙望舒／孫曉嵐報導", "[記者] reporter 趙望舒 reporter 孫曉嵐"},
		{"江岸報記者趙望舒新北市板橋報導", "[記者] reporter 趙望舒@江岸報"},
		{"江岸報記者趙望舒台灣苗栗報導", "[記者] reporter 趙望舒@江岸報"},
		{"记者欧阳海南报道", "[记者] reporter 欧阳海南"},
		{"记者赵金华报道", "[记者] reporter 赵金华"},
		{"【趙望舒／台北報導】", "【 | [報導] reporter 趙望舒 | 】"},
		{"趙望舒 孫曉嵐/ 屏東報導", "[報導] reporter 趙望舒 reporter 孫曉嵐"},
		{"趙望舒／高雄報導", "[報導] reporter 趙望舒"},
		{"趙望舒／和江報導", "[報導] reporter 趙望舒"},
		{"生活中心／趙望報導", "[報導] reporter 趙望@生活中心"},
		{"阿里•桥本 伦敦报道", "[报道] reporter 阿里•桥本"},
		{"生活中心／趙望舒", "[] reporter 趙望舒@生活中心"},
		{"數據中心／國內", "數據中心／國內"},
		{"生活中心／綜合報導", "生活中心／綜合報導"},
		{"里约热内卢报道", "里约热内卢报道"},
		{"綜合報導／編輯趙望舒", "綜合報導／ | [編輯] editor 趙望舒"},
		{"報導／趙望舒 攝影／孫曉嵐", "[報導] reporter 趙望舒 | [攝影] photographer 孫曉嵐"},
		{"責任編輯：趙望舒#", "[責任編輯] responsible-editor 趙望舒"},
		{"圖／翻攝自臉書", "[圖]"},
		{"图：江岸民防队面簿", "[图]"},
		{"圖／趙望舒臉書", "[圖]"},
		{"撰稿編輯：趙望舒", "[撰稿編輯] editor 趙望舒"},
		{"採訪・撰文｜趙望舒", "[採訪・撰文] reporter 趙望舒 author 趙望舒"},
		{"【记者】赵望舒 【通讯员】孙岚", "【 | [记者] reporter 赵望舒 | 【 | [通讯员] correspondent 孙岚"},
		{"【视频】江桥今日通车", "【视频】江桥今日通车"},
		{"视频 房产 汽车", "视频 房产 汽车"},
		{"来　源：江岸日报", "source=江岸日报"},
		{"【来源】江岸日报", "【 | source=江岸日报"},
		{"图/记者 赵望舒", "[图] photographer 赵望舒"},
		{"图/本报记者 赵望舒", "[图] photographer 赵望舒@本报"},
		{"摄影：记者 赵望舒 孙岚", "[摄影] photographer 赵望舒 photographer 孙岚"},
		{"图片： 记者 赵望舒", "[图片] | [记者] reporter 赵望舒"},
		{"文/图 记者 赵望舒", "[文/图] author 赵望舒 photographer 赵望舒"},
		{"校对：孙岚 供图：赵望舒", "[校对] proofreader 孙岚 | [供图] photographer 赵望舒"},
		{"驻京记者 赵望舒", "[记者] reporter 赵望舒"},
		{"江岸日报资深记者 赵望舒", "[资深记者] reporter 赵望舒@江岸日报"},
		{"记 者 赵望舒 编 辑 孙晓岚", "[记者] reporter 赵望舒 | [编辑] editor 孙晓岚"},
		{"文｜图 赵望舒", "[文｜图] author 赵望舒 photographer 赵望舒"},
		{"作者：《江岸》综合报道", "[作者] author 《江岸》综合报道"},
		{"作者：见习编辑 赵望舒", "[作者] author 赵望舒"},
		{"作者：《江岸》记者 赵望舒", "[作者] author 赵望舒@《江岸》"},
		{"作者：记者 赵望舒", "作者： | [记者] reporter 赵望舒"},
		{"文/江岸日报记者赵望舒", "文/ | [记者] reporter 赵望舒@江岸日报"},
		{"摄影：江岸日报记者赵望舒", "[摄影] photographer 赵望舒@江岸日报"},
		{"江岸日报驻京记者 赵望舒", "[记者] reporter 赵望舒@江岸日报"},
		{"江岸+记者 赵望舒", "[记者] reporter 赵望舒@江岸+"},
		{"记者 白玛央珍", "[记者] reporter 白玛央珍"},
		{"通讯员：江岸街道办", "[通讯员] correspondent 江岸街道办"},

		// Titles before names.
		{"记者 赵望舒", "[记者] reporter 赵望舒"},
		{"记者赵望舒", "[记者] reporter 赵望舒"},
		{"记者：赵望舒", "[记者] reporter 赵望舒"},
		{"记者 赵望舒 孙晓岚", "[记者] reporter 赵望舒 reporter 孙晓岚"},
		{"本报记者 赵望舒", "[记者] reporter 赵望舒@本报"},
		{"新华社记者赵望舒", "[记者] reporter 赵望舒@新华社"},
		{"新华社记者 赵望舒、孙晓岚", "[记者] reporter 赵望舒@新华社 reporter 孙晓岚@新华社"},
		{"江岸日报全媒体记者 赵望舒 王丽", "[全媒体记者] reporter 赵望舒@江岸日报 reporter 王丽@江岸日报"},
		{"江岸日报记者 赵望舒 通讯员 孙晓岚", "[记者] reporter 赵望舒@江岸日报 | [通讯员] correspondent 孙晓岚"},
		{"见习记者 赵望舒 实习生孙晓岚 通讯员 周一川", "[见习记者] reporter 赵望舒 | [实习生] intern 孙晓岚 | [通讯员] correspondent 周一川"},
		{"记者 赵望舒 编辑 孙晓岚", "[记者] reporter 赵望舒 | [编辑] editor 孙晓岚"},
		{"记者赵望舒报道", "[记者] reporter 赵望舒"},
		{"通讯员 江岸街道办 赵望舒", "[通讯员] correspondent 赵望舒@江岸街道办"},
		{"本报讯 记者赵望舒报道", "本报讯 | [记者] reporter 赵望舒"},

		// Roles behind names.
		{"赵望舒 摄", "[摄] photographer 赵望舒"},
		{"赵望舒摄", "[摄] photographer 赵望舒"},
		{"趙望舒 攝", "[攝] photographer 趙望舒"},
		{"赵 望 摄", "[摄] photographer 赵望"},
		{"江桥夜景。 赵 望摄", "江桥夜景。 | [摄] photographer 赵望"},
		{"赵 望、孙 岚 摄", "[摄] photographer 赵望 photographer 孙岚"},
		{"桥边 赵 望 孙晓岚 摄", "桥边 | [摄] photographer 赵望 photographer 孙晓岚"},
		{"江桥 一 望 摄", "江桥 一 望 摄"},
		{"赵望舒、孙晓岚 摄", "[摄] photographer 赵望舒 photographer 孙晓岚"},
		{"赵望舒 孙晓岚 摄影报道", "[摄影报道] photographer 赵望舒 reporter 赵望舒 photographer 孙晓岚 reporter 孙晓岚"},
		{"欧阳修 文", "[文] author 欧阳修"},
		{"赵望舒 文 孙晓岚 图", "[文] author 赵望舒 | [图] photographer 孙晓岚"},
		{"赵望舒/文 孙晓岚/图", "[文] author 赵望舒 | [图] photographer 孙晓岚"},
		{"记者 赵望舒 文/图", "[记者] author 赵望舒 photographer 赵望舒"},
		{"（记者 赵望舒 通讯员 孙晓岚 文/图）", "（ | [记者] reporter 赵望舒 photographer 赵望舒 | [通讯员] correspondent 孙晓岚 photographer 孙晓岚 | ）"},
		{"（记者 赵望舒 通讯员 孙晓岚 摄影报道）", "（ | [记者] reporter 赵望舒 photographer 赵望舒 | [通讯员] correspondent 孙晓岚 photographer 孙晓岚 | ）"},
		{"（记者 赵望舒 通讯员 孙晓岚 摄）", "（ | [记者] reporter 赵望舒 | [通讯员] correspondent 孙晓岚 photographer 孙晓岚 | ）"},
		{"江桥夜景。记者 赵望舒 实习生 孙晓岚 摄", "江桥夜景。 | [记者] reporter 赵望舒 photographer 赵望舒 | [实习生] intern 孙晓岚 photographer 孙晓岚"},
		{"记者 赵望舒 实习记者 孙晓岚摄", "[记者] reporter 赵望舒 photographer 赵望舒 | [实习记者] intern 孙晓岚 photographer 孙晓岚"},
		{"实习生 孙晓岚 摄", "[实习生] intern 孙晓岚 photographer 孙晓岚"},
		{"记者 赵望舒 实习生 孙晓岚 摄影 李蓝", "[记者] reporter 赵望舒 | [实习生] intern 孙晓岚 | [摄影] photographer 李蓝"},
		{"（晚风/文 木舟/图）", "（ | [文] author 晚风 | [图] photographer 木舟 | ）"},
		{"木舟／攝影 晚风／文", "[攝影] photographer 木舟 | [文] author 晚风"},
		{"赵望舒/文 木舟/图", "[文] author 赵望舒 | [图] photographer 木舟"},
		{"晚风/文 赵望舒/图", "[文] author 晚风 | [图] photographer 赵望舒"},
		{"（网络/文 资料/图）", "（网络/文 资料/图）"},
		{"（木桥/图）", "（木桥/图）"},
		{"木桥/文 大桥/图 开始动工", "木桥/文 大桥/图 开始动工"},
		{"编辑 赵望舒 记者 孙晓岚 文/图", "[编辑] editor 赵望舒 | [记者] author 孙晓岚 photographer 孙晓岚"},
		{"通讯员 赵望舒 摄影报道", "[通讯员] correspondent 赵望舒 photographer 赵望舒"},
		{"通讯员 赵望舒 摄", "[通讯员] photographer 赵望舒"},
		{"記者趙望舒／攝影", "[記者] photographer 趙望舒"},
		{"孙晓岚 摄影报道", "[摄影报道] photographer 孙晓岚 reporter 孙晓岚"},
		{"本报记者 雪莲花开 摄", "[记者] photographer 雪莲花开@本报"},
		{"记者 雪莲花开 文/图", "[记者] author 雪莲花开 photographer 雪莲花开"},
		{"记者 达瓦卓玛 报道", "[记者] reporter 达瓦卓玛"},
		{"江桥夜景。扎西白玛摄", "江桥夜景。 | [摄] photographer 扎西白玛"},
		{"乌云高娃 摄", "[摄] photographer 乌云高娃"},
		{"江岸时报 东京报道", "江岸时报 东京报道"},
		{"赵望舒 东京报道", "[报道] reporter 赵望舒"},
		{"中新社发 赵望舒 摄", "[摄] photographer 赵望舒@中新社"},
		{"【聯合報╱記者趙望舒╱台北報導】", "【聯合報╱ | [記者] reporter 趙望舒@聯合報 | 】"},
		{"圖／記者趙望舒攝影", "[圖] | [記者] photographer 趙望舒"},
		{"新华社记者 赵望舒 摄", "[记者] photographer 赵望舒@新华社"},
		{"人民网记者 赵望舒摄", "[记者] photographer 赵望舒@人民网"},

		// Brackets.
		{"（记者 赵望舒 通讯员 孙晓岚）", "（ | [记者] reporter 赵望舒 | [通讯员] correspondent 孙晓岚 | ）"},
		{"新华社北京9月5日电（记者 赵望舒）", "新华社北京9月5日电（ | [记者] reporter 赵望舒 | ）"},
		{"（中央社記者趙望舒台北5日電）", "（ | [記者] reporter 趙望舒@中央社 | ）"},
		{"〔記者趙望舒／台北報導〕", "〔 | [記者] reporter 趙望舒 | 〕"},
		{"【编辑:赵望舒】", "【 | [编辑] editor 赵望舒 | 】"},
		{"【江岸日报／赵望舒】", "[] reporter 赵望舒@江岸日报"},
		{"（来源：江岸广播/仇小静 编辑/赵望舒）", "（ | source=江岸广播 | [] reporter 仇小静@江岸广播 | [编辑] editor 赵望舒 | ）"},
		{"来源：江岸总台·新闻中心/赵望舒 孙晓岚 编辑/周一川", "source=江岸总台·新闻中心 | [] reporter 赵望舒@江岸总台·新闻中心 reporter 孙晓岚@江岸总台·新闻中心 | [编辑] editor 周一川"},
		{"江岸台·融媒中心/赵望舒 孙晓岚 编辑/周一川", "[] reporter 赵望舒@江岸台·融媒中心 reporter 孙晓岚@江岸台·融媒中心 | [编辑] editor 周一川"},
		{"来源：江岸网/时政", "source=江岸网/时政"},
		{"【江岸／赵望舒】", "【江岸／赵望舒】"},
		{"[责任编辑：赵望舒]", "[ | [责任编辑] responsible-editor 赵望舒 | ]"},

		// People and words of the story.
		{"生活中心／趙望舒報導", "[報導] reporter 趙望舒@生活中心"},
		{"江桥“两岸”·夏季保供特别报道", "江桥“两岸”·夏季保供特别报道"},
		{"责任编辑：小 桥", "[责任编辑] responsible-editor 小桥"},
		{"责任编辑：小 桥边", "责任编辑：小 桥边"},
		{"记者走进江岸村，村民赵望舒正在收稻子。", "记者走进江岸村，村民赵望舒正在收稻子。"},
		{"记者 跟随车队走上江桥", "记者 跟随车队走上江桥"},
		{"主持人：谢谢赵工程师", "主持人：谢谢赵工程师"},
		{"据记者了解，赵望舒来到桥上", "据记者了解，赵望舒来到桥上"},
		{"读《作者：赵望舒》有感", "读《作者：赵望舒》有感"},
		{"编辑部搬家", "编辑部搬家"},
		{"文化活动", "文化活动"},
		{"图为江桥", "图为江桥"},
		{"他摄于江边", "他摄于江边"},
		{"来源于生活的作者", "来源于生活的作者"},
	} {
		if got := listed(x.fields(c.in)); got != c.want {
			t.Errorf("%q\n got %s\nwant %s", c.in, got, c.want)
		}
	}
}

// TestFieldTimes: a label takes the time behind it, and a time keeps its place.
func TestFieldTimes(t *testing.T) {
	x := newReader(Options{Now: noon})
	for _, c := range []struct{ in, want string }{
		{"发布时间：2022-09-05 22:03", "2022-09-05T22:03:00+08:00 minute"},
		{"发布于 昨天 22:03", "2022-09-05T22:03:00+08:00 minute"},
		{"更新：3小时前", "2022-09-06T07:30:00+08:00 minute"},
		{"时间：2022-02-30", "impossible"},
	} {
		fields := x.fields(c.in)
		if len(fields) != 1 || fields[0].kind != fieldLabel || told(fields[0].time) != c.want {
			t.Errorf("%q: %s (%+v), want %s", c.in, listed(fields), fields, c.want)
		}
	}
}

func TestTidySource(t *testing.T) {
	p := DefaultProfiles().phrases
	for in, want := range map[string]string{
		"江岸日报": "江岸日报", " 江岸日报： ": "江岸日报", "（江岸日报）": "江岸日报", "[江岸日报]": "江岸日报", "江岸日报）": "江岸日报",
		"江岸日报（数字版）": "江岸日报（数字版）", "桥头看水（ID：kanshui）": "桥头看水", "江岸网/sy": "江岸网", "江岸8台 / abc": "江岸8台", "江岸网/Sy": "江岸网/Sy", "TV/sy": "TV/sy", "“桥头看水”(微信号 kanshui)": "桥头看水", "《江岸日报》": "《江岸日报》", "China Daily": "China Daily",
		"江岸日报(原创)": "江岸日报", "[\u00a0江岸日报\u00a0原创\u00a0]": "江岸日报", "江岸日報 [轉載]": "江岸日報", "江岸原创": "江岸原创", "\u00a0原创\u00a0": "", "（原创）": "", "《江岸文摘》": "《江岸文摘》",
		"": "", "网络": "", "佚名": "", "本站": "", "a@b.example": "", "http://a.example/": "", "报": "",
		strings.Repeat("长", 41): "",
	} {
		if got := p.tidySource(in); got != want {
			t.Errorf("tidySource(%q) = %q, want %q", in, got, want)
		}
	}
}

// TestBylines: what of a paragraph is a byline, and who only appears in it.
func TestBylines(t *testing.T) {
	x := newReader(Options{})
	for _, c := range []struct{ in, want string }{
		{"新华社北京9月5日电（记者 赵望舒）江桥今天通车，两岸居民走上桥面。", " reporter 赵望舒"},
		{"本报讯（记者 赵望舒 通讯员 孙晓岚）江桥今天通车，两岸居民走上桥面。", " reporter 赵望舒 correspondent 孙晓岚"},
		{"江桥今天通车，两岸居民走上桥面。（江岸日报记者 赵望舒）", " reporter 赵望舒@江岸日报"},
		{"江桥今天通车，两岸居民走上桥面。（晚风/文 木舟/图）", " author 晚风 photographer 木舟"},
		{"江桥今天通车，两岸居民走上桥面。（赵望舒 摄）", " photographer 赵望舒"},
		{"本报记者 赵望舒", " reporter 赵望舒@本报"},
		{"本报讯 记者 赵望舒 实习生 孙晓岚 江桥今天通车。", " reporter 赵望舒 intern 孙晓岚"},
		{"记者 赵望舒 通讯员 孙晓岚，走上江桥。", ""},
		{"江桥今天通车，工程师赵望舒（左）走上桥面。", ""},
		{"江桥今天通车（全长三公里），两岸居民走上桥面。", ""},
		{"市民走上江桥本报记者 赵望舒 摄", " photographer 赵望舒@本报"},
		{"数据来源：江岸大桥公司　制表：赵望舒", " designer 赵望舒"},
		{"通车以后，两岸居民怎样制表：赵望舒说。", ""},
		{"市民走上江桥。新华社发（赵望舒 摄）", " photographer 赵望舒@新华社"},
		{"江桥今天通车，两岸居民走上桥面。（实习生赵望舒对本文亦有贡献）", " intern 赵望舒"},
		{"江桥今天通车，两岸居民走上桥面。（记者赵望舒、孙晓岚", " reporter 赵望舒 reporter 孙晓岚"},
		{"记者张望说，江桥今天通车。", ""},
		{"记者 了解到，江桥今天通车。", ""},
		{"记者石家庄报道，江桥今天通车。", ""},
		{"书名：《江桥》 作者：赵望舒 出版社：江岸出版社 定价：三十元", ""},
		{"作家赵望舒今天去世。", ""},
		{"人民网江岸9月5日电（赵望舒、孙晓岚）江桥今天通车。", " reporter 赵望舒 reporter 孙晓岚"},
		{"江岸网江岸9月5日电 (赵望舒 通讯员 孙晓岚)江桥今天通车。", " reporter 赵望舒 correspondent 孙晓岚"},
		{"江岸网江岸9月5日电 (赵望舒、李蓝 实习生孙晓岚)江桥今天通车。", " reporter 赵望舒 reporter 李蓝 intern 孙晓岚"},
		{"江岸网江岸9月5日电（通讯员 孙晓岚）江桥今天通车。", " correspondent 孙晓岚"},
		{"江岸网江岸9月5日电（赵望舒 文字）江桥今天通车。", " author 赵望舒"},
		{"江岸网江岸9月5日电（赵望舒 编辑）江桥今天通车。", " editor 赵望舒"},
		{"江岸网江岸9月5日电（赵望舒 文 孙晓岚 摄）江桥今天通车。", " author 赵望舒 photographer 孙晓岚"},
		{"江桥今天通车（赵望舒、孙晓岚在场），两岸居民走上桥面。", ""},
		{"江桥很长。（作者赵望舒系江岸大学教授）", " author 赵望舒"},
		{"江桥很长。（作者系江岸大学教授）", ""},
		{"作者：赵望舒 江岸大学经济学院教授", " author 赵望舒"},
		{"(作者为江岸大学教授 赵望舒)", " author 赵望舒"},
		{"江岸日报总编辑 赵望舒", ""},
		{"江桥夜景由市民赵望舒拍摄，", ""},
		{"评论家、江岸周刊副总编辑赵望舒(微博)", ""},
		{"主持人：谢谢赵工程师，请您再说说桥。", ""},
		{"记者：赵工程师，这座桥怎么样？", ""},
		{"“我等了三年。”桥边的赵望舒（记者注：化名）说。", ""},
		{"记者看到，赵望舒走上桥面，孙晓岚跟在后面。", ""},
		{"（赵望舒 本报记者 孙晓岚）", " author 赵望舒 reporter 孙晓岚@本报"},
		{"江桥很长。（赵望舒、李蓝 通讯员 孙晓岚）", " author 赵望舒 author 李蓝 correspondent 孙晓岚"},
		{"江桥很长。（江岸 本报记者 孙晓岚）", " reporter 孙晓岚@本报"},
		{"", ""},
		{"（", ""},
		{"（）记者", ""},
	} {
		if got := people(x.bylines(c.in, false)); got != c.want {
			t.Errorf("%q: %q, want %q", c.in, got, c.want)
		}
	}
}

// checkFields checks the laws of a line's fields: they stand in it in order and
// apart, nothing but white space stands between them, and the credits are ones
// that an article may hold.
func checkFields(t testing.TB, s string, fields []field) {
	t.Helper()
	end := 0
	for _, f := range fields {
		if f.lo < end || f.hi < f.lo || f.hi > len(s) {
			t.Fatalf("%q: field [%d, %d) behind %d: %s", s, f.lo, f.hi, end, listed(fields))
		}
		if gap := strings.TrimSpace(strings.ReplaceAll(s[end:f.lo], elementBorder, "")); gap != "" && !isBlank(gap) {
			t.Errorf("%q: %q lies between the fields %s", s, gap, listed(fields))
		}
		end = f.hi
		if !utf8.ValidString(f.value) {
			t.Errorf("%q: value %q is cut inside a character", s, f.value)
		}
		checkCredits(t, s, f.credits)
	}
}

func isBlank(s string) bool { return cjk.Trim(s) == "" }

func checkCredits(t testing.TB, s string, credits []article.Credit) {
	t.Helper()
	for _, c := range credits {
		switch {
		case c.Name == "" || c.Role == "" || !utf8.ValidString(c.Name+c.Label+c.Org):
			t.Errorf("%q: credit %+v", s, c)
		case !knownRole(c.Role):
			t.Errorf("%q: role %q", s, c.Role)
		}
	}
}

func FuzzFields(f *testing.F) {
	for _, s := range []string{
		"来源:宁江发布 文字/图片:成良水 编辑:章小岚 审校:戴巧林、 张志川", "新华社记者 赵望舒 摄", "（中央社記者趙望舒台北5日電）", "编辑:赵望舒_NN2479 阅读：12",
		"2022年09月05日" + elementBorder + "江岸日报" + elementBorder, "作者：阿卜杜拉·买买提 John Smith", "本报讯（记者 赵 望 通讯员 孙晓岚）", "摘要：记者 文/图",
		"发布时间：昨天 来源", "文、图：成良水｜校对 赵望舒", "《作者：张", "　|：/",
	} {
		f.Add(s)
	}
	x := newReader(Options{})
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 4<<10 || !utf8.ValidString(s) {
			t.Skip()
		}
		x.named, x.infos = 0, 0 // what one page may name and hold
		fields := x.fields(s)
		checkFields(t, s, fields)
		x.named = 0
		if a, b := listed(fields), listed(x.fields(s)); a != b {
			t.Errorf("%q: %s, then %s", s, a, b)
		}
		checkCredits(t, s, x.bylines(s, false))
		x.phr.tidySource(s)
		x.readParted(s, s)
	})
}
