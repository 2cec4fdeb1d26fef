// SPDX-License-Identifier: Apache-2.0
// The sentences for refused changes of the interest subsidy.
#include "loans/subsidy_outcome.h"

#include <array>
#include <utility>

#include "base/outcome_table.h"

namespace mingzhang::loans {
namespace {

constexpr std::array kOutcomes{
    OutcomeInfo{101, "SUBS-101", "SpanBad", Fault::Request, false, "贴息期间颠倒、为空或超过一年",
                "the claim's days are swapped, none, or more than a year", "期间按到期日计，含首日、不含末日，不超过 366 天",
                "name the first day and the day behind the last, at most 366 days apart"},
    OutcomeInfo{102, "SUBS-102", "PayersBad", Fault::Request, false, "承担方不对", "the payers are wrong",
                "1 至 10 方，编号不重复，份额为 1 至 1000000 的整数", "1 to 10, each code once, weights from 1 to 1,000,000"},
    OutcomeInfo{103, "SUBS-103", "AmountsBad", Fault::Request, false, "贴息金额不合理", "the amounts of a line make no sense",
                "贴息大于零，不超过可贴息利息；可贴息利息不超过利息；利息、本金大于零",
                "the subsidy is above zero and at most the interest that may be subsidised, that at most the interest"},
    OutcomeInfo{104, "SUBS-104", "RowsDisordered", Fault::Request, false, "各行没有按贷款编号和日期排列，或日期重叠",
                "lines are not sorted by loan and day, or overlap", "先按贷款编号、再按起始日排列，同一笔贷款的日期不重叠",
                "sort by loan code, then first day; the days of a loan do not overlap"},
    OutcomeInfo{105, "SUBS-105", "ExplanationMissing", Fault::Request, false, "没有说明按哪一条规则计算",
                "nothing says by which rule this was computed", "请用贴息规则生成清单", "build the list with a rule"},
    OutcomeInfo{106, "SUBS-106", "VerdictTwice", Fault::Request, false, "同一行审核了两次，或行号不对",
                "a line is reviewed twice, or its number is wrong", "每行只填一次，行号从 1 开始",
                "name each line once; numbers begin with 1"},
    OutcomeInfo{107, "SUBS-107", "AccountsBad", Fault::Request, false, "承担方的科目缺少或重复",
                "accounts of a payer are missing or given twice", "每一承担方填一次借方、贷方科目",
                "give debit and credit of every payer once"},

    OutcomeInfo{201, "SUBS-201", "ClaimUnknown", Fault::NotFound, false, "没有这份贴息清单", "there is no such claim",
                "请核对编号，可用 subsidy list 查看", "check the code; subsidy list shows them"},
    OutcomeInfo{202, "SUBS-202", "LineUnknown", Fault::NotFound, false, "清单没有这一行", "the claim has no such line",
                "请核对行号，可用 subsidy show 查看", "check the number; subsidy show lists the lines"},

    OutcomeInfo{301, "SUBS-301", "NotOverYet", Fault::Conflict, false, "期间还没有结束", "the days are not over yet",
                "申领日不早于期间末日", "claim on or after the day behind the last"},
    OutcomeInfo{302, "SUBS-302", "DayClaimed", Fault::Conflict, false, "这笔贷款的这些天已经申领过贴息",
                "these days of the loan are claimed already", "所示为已有的清单；原行被否决或全额收回后才能重新申领",
                "the other claim is named; its line must be rejected or clawed back in full first"},
    OutcomeInfo{303, "SUBS-303", "LineStateWrong", Fault::Conflict, false, "该行现在的状态不允许这样做",
                "the line is not in a state that allows this", "所示为现在的状态；已支付的行只能收回，已否决的行请重新申领",
                "the state is named; what is paid can only be clawed back, what is rejected is claimed anew"},
    OutcomeInfo{304, "SUBS-304", "NothingToPay", Fault::Conflict, false, "没有审核通过而未支付的行",
                "no line has passed and is unpaid", "请先审核", "review the lines first"},

    OutcomeInfo{401, "SUBS-401", "OtherBank", Fault::Request, false, "贷款不是这家银行的", "the loan is another bank's",
                "每家银行一份清单", "make one claim per bank"},
    OutcomeInfo{402, "SUBS-402", "LineDiffers", Fault::Request, false, "该行与贷款台账不符", "the line is not what the register says",
                "所示为台账的本金、利息和逾期、挪用日；请重新生成清单", "what the register says is named; build the list again"},
    OutcomeInfo{403, "SUBS-403", "PaidSumDiffers", Fault::Request, false, "支付金额与审核通过的合计不符",
                "the amount is not the sum of the lines that have passed", "所示为应付的合计", "the right sum is named"},
    OutcomeInfo{404, "SUBS-404", "PayersDiffer", Fault::Request, false, "科目的承担方与清单不符",
                "the accounts are not those of the claim's payers", "请按清单的承担方和次序填写科目",
                "give accounts for the payers of the claim, in their order"},
    OutcomeInfo{405, "SUBS-405", "MoreThanPaid", Fault::Request, false, "收回超过已支付而未收回的金额",
                "more than was paid and not clawed back", "所示为还可收回的金额", "what is left is named"},

    OutcomeInfo{501, "SUBS-501", "RuleWithoutShare", Fault::Request, false, "这条规则不是贴息规则，或文件没有写贴息比例",
                "the rule is no subsidy rule, or its document names no share", "请用写明比例的规则，或先由本级文件确定比例",
                "use a rule with a share, or let the county's own document set one"},
    OutcomeInfo{502, "SUBS-502", "NothingToClaim", Fault::Conflict, false, "期间内没有可以贴息的利息",
                "no interest of these days is subsidised", "用 --dry-run 可看到每笔不贴的原因", "--dry-run shows the reason for every loan"},
};

}  // namespace

std::span<const OutcomeInfo> subsidy_outcomes() { return kOutcomes; }

const OutcomeInfo& info_of(SubsidyOutcome outcome) {
  return find_outcome(kOutcomes, static_cast<std::uint16_t>(outcome));
}

void refuse(std::vector<Problem>& problems, SubsidyOutcome outcome, std::string place, std::string detail) {
  problems.push_back(Problem{&info_of(outcome), std::move(place), std::move(detail)});
}

}  // namespace mingzhang::loans
