package article

// Credit names one person, or one desk, in one role. A person with two roles
// has two credits; several people behind one label have one each.
type Credit struct {
	// Role is what the label means.
	Role Role `json:"role"`
	// Label is the label as printed (审校, 文字/图片), "" if none is printed.
	Label string `json:"label,omitempty"`
	// Name is never empty in a valid article.
	Name string `json:"name"`
	// Org is the outlet or unit printed with the name (新华社).
	Org string `json:"org,omitempty"`
}

// Role is what a credited person did. The constants are all its values.
type Role string

// The roles, with the commonest Chinese label of each.
const (
	RoleAuthor            Role = "author"             // 作者, 文
	RoleReporter          Role = "reporter"           // 记者
	RoleCorrespondent     Role = "correspondent"      // 通讯员
	RolePhotographer      Role = "photographer"       // 摄影, 图
	RoleVideographer      Role = "videographer"       // 摄像
	RoleEditor            Role = "editor"             // 编辑
	RoleResponsibleEditor Role = "responsible-editor" // 责任编辑, 责编
	RoleChiefEditor       Role = "chief-editor"       // 主编
	RoleProofreader       Role = "proofreader"        // 校对
	RoleReviewer          Role = "reviewer"           // 审核, 审校
	RoleProducer          Role = "producer"           // 监制, 策划
	RoleDesigner          Role = "designer"           // 设计, 制图
	RoleTranslator        Role = "translator"         // 翻译
	RolePresenter         Role = "presenter"          // 主持人, 主播
	RoleIntern            Role = "intern"             // 实习生
	RoleOther             Role = "other"              // 其他
)

// roles lists all roles, in the order of their declaration.
func roles() [16]Role {
	return [...]Role{
		RoleAuthor, RoleReporter, RoleCorrespondent, RolePhotographer, RoleVideographer, RoleEditor,
		RoleResponsibleEditor, RoleChiefEditor, RoleProofreader, RoleReviewer, RoleProducer, RoleDesigner,
		RoleTranslator, RolePresenter, RoleIntern, RoleOther,
	}
}
