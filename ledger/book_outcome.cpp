// SPDX-License-Identifier: Apache-2.0
// The sentences for refused books, grants, funds and projects; and the words of the roles.
#include <array>

#include "ledger/book_commands.h"
#include "base/outcome_table.h"

namespace mingzhang::ledger {
namespace {

constexpr std::array kOutcomes{
    OutcomeInfo{101, "BOOK-101", "NameBad", Fault::Request, false, "账套代号或用户名不合规",
                "the name of the book or user is not allowed", "账套代号用小写字母、数字和 - _ .，不超过 64 个字符；用户名不含空格和标点",
                "books: a-z 0-9 - _ . and at most 64; users: no blanks or punctuation"},
    OutcomeInfo{102, "BOOK-102", "TitleMissing", Fault::Request, false, "缺少名称", "the name or title is missing",
                "请填写名称", "give a name"},
    OutcomeInfo{103, "BOOK-103", "TextNotPlain", Fault::Request, false, "文字含控制字符或不是合法的 UTF-8",
                "text holds control characters or is not valid UTF-8", "请删去不可见字符后重填",
                "remove the invisible characters"},
    OutcomeInfo{104, "BOOK-104", "TextTooLong", Fault::Request, false, "文字过长", "a text is too long",
                "名称不超过 200 字节", "names have at most 200 bytes"},
    OutcomeInfo{105, "BOOK-105", "HoldsIdCard", Fault::Request, false, "文字中含有身份证号码",
                "a text holds an ID card number", "请改用编号", "use a number of your own instead"},
    OutcomeInfo{106, "BOOK-106", "CodeBad", Fault::Request, false, "编码为空、过长或首尾有空格",
                "the code is empty, too long or has blanks at its ends", "编码 1 至 64 字节，首尾无空格",
                "1 to 64 bytes without blanks at the ends"},
    OutcomeInfo{107, "BOOK-107", "RoleUnknown", Fault::Request, false, "没有这种角色", "there is no such role",
                "角色：preparer 制单、approver 审核、cashier 出纳、loan_officer 信贷员、auditor 审计、administrator 管理员",
                "roles: preparer, approver, cashier, loan_officer, auditor, administrator"},
    OutcomeInfo{201, "BOOK-201", "ChartUnknown", Fault::NotFound, false, "没有这个科目表模板",
                "there is no such chart template", "用 book templates 查看可用模板", "see `book templates`"},
    OutcomeInfo{301, "BOOK-301", "BookExists", Fault::Conflict, false, "账套已存在", "the book exists already",
                "请换一个代号", "choose another name"},
    OutcomeInfo{302, "BOOK-302", "FundExists", Fault::Conflict, false, "资金来源编码已存在", "the fund exists already",
                "请换一个编码", "choose another code"},
    OutcomeInfo{303, "BOOK-303", "ProjectExists", Fault::Conflict, false, "项目编码已存在",
                "the project exists already", "请换一个编码", "choose another code"},
    OutcomeInfo{304, "BOOK-304", "GrantExists", Fault::Conflict, false, "用户已有这个角色",
                "the user has this role already", "无须再授", "nothing to do"},
    OutcomeInfo{305, "BOOK-305", "GrantMissing", Fault::NotFound, false, "用户没有这个角色",
                "the user does not have this role", "无须撤销", "nothing to revoke"},
    OutcomeInfo{306, "BOOK-306", "SelfGrant", Fault::Permission, false, "管理员不能给自己授予经办资金的角色",
                "an administrator cannot take a money role", "请由另一位管理员授予", "ask another administrator"},
    OutcomeInfo{307, "BOOK-307", "LastAdministrator", Fault::Conflict, false, "这是最后一位管理员",
                "this is the last administrator", "请先指定另一位管理员", "appoint another administrator first"},
};

struct RoleWords {
  std::string_view word;
  std::string_view chinese;
  bool moves_money;
};

constexpr std::array<RoleWords, 6> kRoles{{
    {"preparer", "制单", true},
    {"approver", "审核", true},
    {"cashier", "出纳", true},
    {"loan_officer", "信贷员", true},
    {"auditor", "审计", false},
    {"administrator", "管理员", false},
}};

constexpr std::array<std::string_view, kRoles.size()> kRoleWords{kRoles[0].word, kRoles[1].word, kRoles[2].word,
                                                                 kRoles[3].word, kRoles[4].word, kRoles[5].word};

}  // namespace

std::span<const OutcomeInfo> book_outcomes() { return kOutcomes; }

const OutcomeInfo& info_of(BookOutcome outcome) {
  return find_outcome(kOutcomes, static_cast<std::uint16_t>(outcome));
}

std::span<const std::string_view> role_words() { return kRoleWords; }

bool is_money_role(std::string_view role) {
  for (const RoleWords& words : kRoles) {
    if (words.word == role) return words.moves_money;
  }
  return false;
}

std::string_view chinese_of_role(std::string_view role) {
  for (const RoleWords& words : kRoles) {
    if (words.word == role) return words.chinese;
  }
  check_failed("a known role", __FILE__, __LINE__);
}

}  // namespace mingzhang::ledger
