package article

import (
	"slices"
	"strings"
)

// labels says what the common labels of credit lines mean, the commonest label
// of each role first. parse knows more of them; these are the ones that the text
// form keeps, where no other word is left to tell a role by.
func labels(r Role) []string {
	switch r {
	case RoleAuthor:
		return []string{"作者", "文", "文字", "撰文", "撰稿"}
	case RoleReporter:
		return []string{"记者", "記者", "采写"}
	case RoleCorrespondent:
		return []string{"通讯员", "通訊員", "供稿"}
	case RolePhotographer:
		return []string{"摄影", "攝影", "图", "圖", "图片"}
	case RoleVideographer:
		return []string{"摄像", "攝像", "视频", "拍摄"}
	case RoleEditor:
		return []string{"编辑", "編輯"}
	case RoleResponsibleEditor:
		return []string{"责任编辑", "責任編輯", "责编"}
	case RoleChiefEditor:
		return []string{"主编", "主編", "总编辑"}
	case RoleProofreader:
		return []string{"校对", "校對"}
	case RoleReviewer:
		return []string{"审核", "審核", "审校", "审稿", "编审", "终审"}
	case RoleProducer:
		return []string{"监制", "監製", "策划"}
	case RoleDesigner:
		return []string{"设计", "設計", "制图", "美编"}
	case RoleTranslator:
		return []string{"翻译", "翻譯", "编译"}
	case RolePresenter:
		return []string{"主持人", "主播"}
	case RoleIntern:
		return []string{"实习生", "實習生", "实习记者"}
	}
	return []string{"其他"}
}

// labelRoles returns the roles that a label names, several for one such as
// 文/图, or nil if any part of it is not known.
func labelRoles(label string) []Role {
	var named []Role
	for part := range strings.SplitSeq(strings.ReplaceAll(label, "／", "/"), "/") {
		all := roles()
		i := slices.IndexFunc(all[:], func(r Role) bool { return slices.Contains(labels(r), part) })
		if i < 0 {
			return nil
		}
		named = append(named, all[i])
	}
	return named
}

// textCredits returns the credits that creditLine can write.
func textCredits(credits []Credit) []Credit {
	var kept []Credit
	for i := 0; i < len(credits); {
		n := labelledRun(credits[i:])
		for _, c := range credits[i : i+max(n, 1)] {
			if n == 0 {
				c.Label = labels(c.Role)[0]
			}
			c.Org = ""
			if !strings.ContainsAny(c.Name, "、\u3000") {
				kept = append(kept, c)
			}
		}
		i += max(n, 1)
	}
	return kept
}

// labelledRun returns how many credits at the start of list are the one name
// and the roles that the label of the first says; 0 if it does not say theirs.
func labelledRun(list []Credit) int {
	named := labelRoles(list[0].Label)
	if len(named) > len(list) {
		return 0
	}
	for i, r := range named {
		if list[i].Role != r || list[i].Name != list[0].Name || list[i].Label != list[0].Label {
			return 0
		}
	}
	return len(named)
}

// creditLine writes what textCredits returned.
func creditLine(credits []Credit) string {
	var b strings.Builder
	label := ""
	for i := 0; i < len(credits); {
		c := credits[i]
		switch {
		case c.Label == label:
			b.WriteString("、" + c.Name)
		case i > 0:
			b.WriteString("\u3000" + c.Label + ":" + c.Name)
		default:
			b.WriteString(c.Label + ":" + c.Name)
		}
		label = c.Label
		i += len(labelRoles(label))
	}
	return b.String()
}

// parseCreditLine is the inverse of creditLine.
func parseCreditLine(line string) []Credit {
	var credits []Credit
	for part := range strings.SplitSeq(line, "\u3000") {
		label, names, _ := strings.Cut(part, ":")
		named := labelRoles(label)
		for name := range strings.SplitSeq(names, "、") {
			for _, r := range named {
				credits = append(credits, Credit{Role: r, Label: label, Name: name})
			}
		}
	}
	return credits
}
