// SPDX-License-Identifier: Apache-2.0
// The sentences for refused vouchers.
#include "ledger/post_outcome.h"

#include <array>

#include "base/outcome_table.h"

namespace mingzhang::ledger {
namespace {

constexpr std::array kOutcomes{
    OutcomeInfo{101, "POST-101", "TextNotPlain", Fault::Request, false, "文字含控制字符或不是合法的 UTF-8",
                "text holds control characters or is not valid UTF-8", "请删去不可见字符后重填",
                "remove the invisible characters"},
    OutcomeInfo{102, "POST-102", "SummaryMissing", Fault::Request, false, "缺少摘要", "the summary is missing",
                "请填写摘要", "write a summary"},
    OutcomeInfo{103, "POST-103", "TextTooLong", Fault::Request, false, "文字过长",
                "a text is too long", "摘要和原因不超过 200 个汉字（600 字节），编码不超过 64 字节",
                "at most 600 bytes for summary and reason, 64 for codes"},
    OutcomeInfo{104, "POST-104", "HoldsIdCard", Fault::Request, false, "文字中含有身份证号码",
                "a text holds an ID card number", "账簿永久保存，请改用户编号，不写身份证号",
                "records are kept for ever: use the household's number instead"},
    OutcomeInfo{105, "POST-105", "AttachmentNotADigest", Fault::Request, false, "附件不是 SHA-256 摘要",
                "an attachment is not a SHA-256 digest", "附件以 64 位小写十六进制摘要登记",
                "give 64 lower-case hexadecimal digits"},
    OutcomeInfo{106, "POST-106", "TooFewLines", Fault::Request, false, "分录少于两行", "fewer than two lines",
                "凭证至少有一借一贷", "a voucher has at least one debit and one credit"},
    OutcomeInfo{107, "POST-107", "TooManyLines", Fault::Request, false, "分录过多", "too many lines",
                "请拆成几张凭证，每张不超过 50,000 行", "split the voucher: at most 50,000 lines each"},
    OutcomeInfo{108, "POST-108", "AccountMissing", Fault::Request, false, "分录没有科目", "a line names no account",
                "请填写末级科目编码", "name a leaf account"},
    OutcomeInfo{109, "POST-109", "AmountZero", Fault::Request, false, "金额为零", "an amount is zero",
                "金额须大于零；空行请删去", "amounts are positive; delete empty lines"},
    OutcomeInfo{110, "POST-110", "AmountNegative", Fault::Request, false, "金额为负数", "an amount is negative",
                "请换借贷方向，或用冲销凭证", "use the other side, or a reversal"},
    OutcomeInfo{111, "POST-111", "DateTooFarAhead", Fault::Request, false, "记账日期晚于今天一年以上",
                "the date is more than a year ahead", "请核对年份", "check the year"},
    OutcomeInfo{112, "POST-112", "OneSided", Fault::Request, false, "只有借方或只有贷方",
                "only debits or only credits", "凭证至少有一借一贷", "a voucher has at least one debit and one credit"},
    OutcomeInfo{113, "POST-113", "TotalTooLarge", Fault::Request, false, "凭证合计超过上限",
                "the voucher's total is beyond the limit", "合计不超过十万亿元（10^15 分）",
                "at most 10^15 fen in one voucher"},
    OutcomeInfo{114, "POST-114", "FundUnbalanced", Fault::Request, false, "借贷不平（按资金来源）",
                "debits and credits differ within a fund", "每一资金来源的借方合计须等于贷方合计；跨资金请用往来科目",
                "balance each fund by itself; money that crosses funds uses due-to and due-from lines"},
    OutcomeInfo{115, "POST-115", "ReversalMalformed", Fault::Request, false, "冲销凭证须指明原凭证，其他凭证不得指明",
                "a reversal names the voucher it reverses, and nothing else does", "请用冲销功能生成冲销凭证",
                "use the reversal command"},
    OutcomeInfo{201, "POST-201", "AccountUnknown", Fault::NotFound, false, "科目不存在", "the account does not exist",
                "请先增设科目，或核对编码", "add the account first, or check the code"},
    OutcomeInfo{202, "POST-202", "FundUnknown", Fault::NotFound, false, "资金来源不存在", "the fund does not exist",
                "请先登记资金来源（文号），或核对编码", "register the fund first, or check the code"},
    OutcomeInfo{203, "POST-203", "ProjectUnknown", Fault::NotFound, false, "项目不存在", "the project does not exist",
                "请先登记项目，或核对编码", "register the project first, or check the code"},
    OutcomeInfo{204, "POST-204", "VoucherUnknown", Fault::NotFound, false, "要冲销的凭证不存在",
                "the voucher to reverse does not exist", "请核对期间、凭证字和号", "check month, type and number"},
    OutcomeInfo{301, "POST-301", "DateBeforeBook", Fault::Conflict, false, "记账日期早于账套启用期间",
                "the date is before the book's first period", "请核对日期", "check the date"},
    OutcomeInfo{302, "POST-302", "PeriodLocked", Fault::Conflict, false, "会计期间已锁定", "the period is locked",
                "请记入未结账的期间", "date it in an open period"},
    OutcomeInfo{303, "POST-303", "PeriodClosed", Fault::Conflict, false, "会计期间已结账", "the period is closed",
                "请记入未结账的期间，或由两人办理反结账", "date it in an open period, or have two people reopen it"},
    OutcomeInfo{304, "POST-304", "AccountNotLeaf", Fault::Conflict, false, "不是末级科目", "the account is not a leaf",
                "请选它的下级科目", "use one of its sub-accounts"},
    OutcomeInfo{305, "POST-305", "AccountClosed", Fault::Conflict, false, "科目已停用", "the account is closed",
                "请换用其他科目", "use another account"},
    OutcomeInfo{306, "POST-306", "AccountFrozen", Fault::Conflict, true, "科目已冻结", "the account is frozen",
                "解冻后可以再记", "post again when it is unfrozen"},
    OutcomeInfo{307, "POST-307", "EntrySetUnbalanced", Fault::Conflict, false, "财务会计与预算会计分录须各自平衡",
                "financial and budget entries must each balance", "请补齐平行记账的分录",
                "complete the parallel entries"},
    OutcomeInfo{308, "POST-308", "AlreadyReversed", Fault::Conflict, false, "该凭证已经冲销过",
                "the voucher has been reversed already", "无须再冲；要恢复请重新填制凭证",
                "nothing to do; to restore it, post it anew"},
    OutcomeInfo{309, "POST-309", "ReversalOfReversal", Fault::Conflict, false, "冲销凭证不能再冲销",
                "a reversal cannot be reversed", "请重新填制凭证", "post the original voucher anew"},
    OutcomeInfo{310, "POST-310", "ReversalDiffers", Fault::Conflict, false, "冲销凭证与原凭证的分录不相反",
                "the reversal is not its voucher with every line on the other side", "请用冲销功能生成冲销凭证",
                "use the reversal command"},
    OutcomeInfo{311, "POST-311", "ReversalBeforeOriginal", Fault::Conflict, false, "冲销日期早于原凭证",
                "the reversal is dated before its voucher", "请用原凭证当日或以后的日期", "date it on that day or later"},
    OutcomeInfo{401, "POST-401", "Overdraft", Fault::Conflict, true, "余额不足：该科目在该资金来源下不得为负",
                "not enough: the account must not be negative in this fund",
                "请核对资金来源和日期，或等资金到账后再付", "check fund and date, or wait until the money has arrived"},
    OutcomeInfo{402, "POST-402", "BalanceTooLarge", Fault::Conflict, false, "科目累计发生额超过上限",
                "the account's totals would pass the limit", "请改用新的科目", "continue on a new account"},
};

}  // namespace

std::span<const OutcomeInfo> post_outcomes() { return kOutcomes; }

const OutcomeInfo& info_of(PostOutcome outcome) {
  return find_outcome(kOutcomes, static_cast<std::uint16_t>(outcome));
}

}  // namespace mingzhang::ledger
