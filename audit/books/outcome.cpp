// SPDX-License-Identifier: Apache-2.0
// The sentences about the books, as an auditor reads them.
#include "audit/books/outcome.h"

#include <array>

#include "base/outcome_table.h"

namespace mingzhang::audit {
namespace {

constexpr std::array kBooksOutcomes{
    OutcomeInfo{101, "BOOKS-101", "KindUnknown", Fault::Broken, false, "有本程序不认识的记录种类", "the record is of an unknown kind",
                "请用更新版本的核验程序重新核验", "verify again with a newer version of this program"},
    OutcomeInfo{102, "BOOKS-102", "MembersBad", Fault::Broken, false, "记录的内容不合其种类的格式", "the record's content is not that of its kind",
                "请向记账单位查问这条记录是怎样写入的", "ask the office how this record came to be"},
    OutcomeInfo{103, "BOOKS-103", "LineBad", Fault::Broken, false, "分录不合格式", "a line is not of the form of a line",
                "请向记账单位查问这条记录是怎样写入的", "ask the office how this record came to be"},
    OutcomeInfo{104, "BOOKS-104", "LinesUnexpected", Fault::Broken, false, "不是凭证的记录带有分录", "a record that is no voucher has lines",
                "请向记账单位查问这条记录是怎样写入的", "ask the office how this record came to be"},
    OutcomeInfo{105, "BOOKS-105", "TooFewLines", Fault::Broken, false, "凭证不足两条分录", "the voucher has fewer than two lines",
                "请向记账单位查问这张凭证", "ask the office about this voucher"},
    OutcomeInfo{106, "BOOKS-106", "AmountBad", Fault::Broken, false, "金额不是正数，或超出范围", "the amount is not positive, or out of range",
                "请向记账单位查问这张凭证", "ask the office about this voucher"},
    OutcomeInfo{201, "BOOKS-201", "BookMissing", Fault::Broken, false, "第一条记录不是建账记录", "the first record does not open a book",
                "请索取从第一条记录起的完整账包", "ask for the package from the first record on"},
    OutcomeInfo{202, "BOOKS-202", "BookAgain", Fault::Broken, false, "账中有第二条建账记录", "a second record opens the book",
                "请向记账单位查问这条记录", "ask the office about this record"},
    OutcomeInfo{203, "BOOKS-203", "BookOther", Fault::Broken, false, "记录属于另一本账", "the record is of another book",
                "请索取只含这一本账的账包", "ask for a package of this book alone"},
    OutcomeInfo{204, "BOOKS-204", "AccountUnknown", Fault::Broken, false, "科目不在科目表中", "there is no such account",
                "请向记账单位查问这条记录", "ask the office about this record"},
    OutcomeInfo{205, "BOOKS-205", "FundUnknown", Fault::Broken, false, "没有这个资金来源", "there is no such fund",
                "请向记账单位查问这张凭证", "ask the office about this voucher"},
    OutcomeInfo{206, "BOOKS-206", "ProjectUnknown", Fault::Broken, false, "没有这个项目", "there is no such project",
                "请向记账单位查问这张凭证", "ask the office about this voucher"},
    OutcomeInfo{207, "BOOKS-207", "CodeAgain", Fault::Broken, false, "编号已经用过", "the code was given before",
                "请向记账单位查问这条记录", "ask the office about this record"},
    OutcomeInfo{301, "BOOKS-301", "FundUnbalanced", Fault::Broken, false, "凭证在一个资金来源内借贷不平", "the voucher does not balance within a fund",
                "这张凭证不可能由本程序入账，请查明来历", "this program never posts such a voucher: find out where it comes from"},
    OutcomeInfo{302, "BOOKS-302", "SetUnbalanced", Fault::Broken, false, "财务会计或预算会计分录自身借贷不平",
                "the financial or the budget lines of a voucher do not balance", "这张凭证不可能由本程序入账，请查明来历",
                "this program never posts such a voucher: find out where it comes from"},
    OutcomeInfo{303, "BOOKS-303", "NumberGap", Fault::Broken, false, "凭证号不连续", "voucher numbers are not consecutive",
                "请查找缺失或重复的凭证", "look for what is missing or doubled"},
    OutcomeInfo{304, "BOOKS-304", "PeriodNotOpen", Fault::Broken, false, "凭证记入了已结账的期间", "the voucher was posted into a closed period",
                "请查明是谁绕过结账入账", "find out who posted behind the close"},
    OutcomeInfo{305, "BOOKS-305", "DateBeforeBook", Fault::Broken, false, "日期早于建账期间", "the date lies before the book's start",
                "请向记账单位查问这条记录", "ask the office about this record"},
    OutcomeInfo{306, "BOOKS-306", "AccountUnusable", Fault::Broken, false, "科目不是末级，或已冻结、注销", "the account is no leaf, frozen or closed",
                "请向记账单位查问这条记录", "ask the office about this record"},
    OutcomeInfo{307, "BOOKS-307", "PeriodOrder", Fault::Broken, false, "结账、锁定或反结账不按次序", "closing, locking or reopening is out of order",
                "请向记账单位查问这条记录", "ask the office about this record"},
    OutcomeInfo{308, "BOOKS-308", "ReversedUnknown", Fault::Broken, false, "没有被冲销的那张凭证，或它本身就是冲销凭证",
                "the reversed voucher is not there, or is a reversal itself", "请向记账单位查问这张凭证", "ask the office about this voucher"},
    OutcomeInfo{309, "BOOKS-309", "ReversalDiffers", Fault::Broken, false, "冲销凭证不是原凭证的逐行反向", "the reversal is not its voucher turned round",
                "请逐行比较两张凭证", "compare the two vouchers line by line"},
    OutcomeInfo{310, "BOOKS-310", "ReversedAgain", Fault::Broken, false, "凭证被冲销了两次", "the voucher was reversed twice",
                "请查明多冲的金额去了哪里", "find out where the amount of the second reversal went"},
    OutcomeInfo{311, "BOOKS-311", "ReversalEarly", Fault::Broken, false, "冲销日期早于原凭证", "the reversal is dated before its voucher",
                "请向记账单位查问这张凭证", "ask the office about this voucher"},
    OutcomeInfo{312, "BOOKS-312", "TotalTooLarge", Fault::Broken, false, "累计发生额超出范围，余额无法计算", "a total is out of range, balances cannot be computed",
                "请向记账单位查问这张凭证", "ask the office about this voucher"},
    OutcomeInfo{313, "BOOKS-313", "TrialBalanceDiffers", Fault::Broken, false, "结账记录中的试算平衡表摘要与重新计算的不符",
                "the trial balance that the close recorded is not the one that the vouchers give", "请比较该月的试算平衡表与本程序重新计算的余额表",
                "compare the month's trial balance with the balances computed here"},
};

}  // namespace

std::span<const OutcomeInfo> books_outcomes() { return kBooksOutcomes; }

const OutcomeInfo& info_of(BooksOutcome outcome) {
  return find_outcome(kBooksOutcomes, static_cast<std::uint16_t>(outcome));
}

}  // namespace mingzhang::audit
