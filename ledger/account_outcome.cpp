// SPDX-License-Identifier: Apache-2.0
// The sentences for refused changes of the chart.
#include <array>

#include "ledger/account_commands.h"
#include "base/outcome_table.h"

namespace mingzhang::ledger {
namespace {

constexpr std::array kOutcomes{
    OutcomeInfo{101, "ACCT-101", "CodeBad", Fault::Request, false, "科目编码为空、过长或首尾有空格",
                "the code is empty, too long or has blanks at its ends", "编码 1 至 64 字节，首尾无空格",
                "1 to 64 bytes without blanks at the ends"},
    OutcomeInfo{102, "ACCT-102", "NameMissing", Fault::Request, false, "缺少科目名称", "the name is missing",
                "请填写名称", "give a name"},
    OutcomeInfo{103, "ACCT-103", "TextNotPlain", Fault::Request, false, "文字含控制字符或不是合法的 UTF-8",
                "text holds control characters or is not valid UTF-8", "请删去不可见字符后重填",
                "remove the invisible characters"},
    OutcomeInfo{104, "ACCT-104", "TextTooLong", Fault::Request, false, "文字过长", "a text is too long",
                "名称和原因不超过 200 字节", "names and reasons have at most 200 bytes"},
    OutcomeInfo{105, "ACCT-105", "HoldsIdCard", Fault::Request, false, "文字中含有身份证号码",
                "a text holds an ID card number", "请改用编号", "use a number of your own instead"},
    OutcomeInfo{106, "ACCT-106", "ReasonMissing", Fault::Request, false, "缺少原因", "the reason is missing",
                "请写明原因", "say why"},
    OutcomeInfo{201, "ACCT-201", "ParentUnknown", Fault::NotFound, false, "上级科目不存在",
                "the parent account does not exist", "请先增设上级科目", "add the parent first"},
    OutcomeInfo{202, "ACCT-202", "AccountUnknown", Fault::NotFound, false, "科目不存在", "the account does not exist",
                "请核对编码", "check the code"},
    OutcomeInfo{301, "ACCT-301", "AccountExists", Fault::Conflict, false, "科目编码已存在",
                "the account exists already", "请换一个编码", "choose another code"},
    OutcomeInfo{302, "ACCT-302", "ParentHasLines", Fault::Conflict, false, "上级科目已有发生额，不能再设下级",
                "the parent has lines of its own", "请在没有发生额的科目下增设", "choose a parent without lines"},
    OutcomeInfo{303, "ACCT-303", "ParentClosed", Fault::Conflict, false, "上级科目已停用", "the parent is closed",
                "请换一个上级科目", "choose another parent"},
    OutcomeInfo{304, "ACCT-304", "ParentOfOtherSet", Fault::Conflict, false, "上下级科目须同属财务会计或预算会计",
                "parent and child must belong to the same entry set", "请核对科目类别", "check the class"},
    OutcomeInfo{305, "ACCT-305", "AlreadySo", Fault::Conflict, false, "科目已是这种状态", "the account is so already",
                "无须再改", "nothing to do"},
    OutcomeInfo{306, "ACCT-306", "AccountClosed", Fault::Conflict, false, "科目已停用", "the account is closed",
                "停用的科目不再变动", "closed accounts do not change any more"},
    OutcomeInfo{401, "ACCT-401", "BalanceNotZero", Fault::Conflict, false, "科目余额不为零", "the balance is not zero",
                "请先把余额转出", "transfer the balance first"},
    OutcomeInfo{402, "ACCT-402", "WasNegative", Fault::Conflict, false, "该科目曾有负余额，不能设为不得为负",
                "the balance has been negative", "请先查明并更正", "find out why and correct it first"},
};

}  // namespace

std::span<const OutcomeInfo> account_outcomes() { return kOutcomes; }

const OutcomeInfo& info_of(AccountOutcome outcome) {
  return find_outcome(kOutcomes, static_cast<std::uint16_t>(outcome));
}

}  // namespace mingzhang::ledger
