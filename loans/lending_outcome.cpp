// SPDX-License-Identifier: Apache-2.0
// The sentences for refused changes of loans.
#include "loans/lending_outcome.h"

#include <array>

#include "base/outcome_table.h"

namespace mingzhang::loans {
namespace {

constexpr std::array kOutcomes{
    OutcomeInfo{101, "LEND-101", "CodeBad", Fault::Request, false, "编号为空、过长或首尾有空格",
                "a code is empty, too long or has blanks at its ends", "编号 1 至 64 字节，首尾无空格",
                "1 to 64 bytes without blanks at the ends"},
    OutcomeInfo{102, "LEND-102", "TextMissing", Fault::Request, false, "缺少必填的文字", "a text that is required is missing",
                "请补填所示各项", "fill in what is named"},
    OutcomeInfo{103, "LEND-103", "TextNotPlain", Fault::Request, false, "文字含控制字符或不是合法的 UTF-8",
                "a text holds control characters or is not valid UTF-8", "请删去不可见字符后重填",
                "remove the invisible characters"},
    OutcomeInfo{104, "LEND-104", "TextTooLong", Fault::Request, false, "文字过长", "a text is too long",
                "文字不超过 200 字节，计算说明不超过 65536 字节", "texts have at most 200 bytes, explanations 65,536"},
    OutcomeInfo{105, "LEND-105", "HoldsIdCard", Fault::Request, false, "文字或编号中含有身份证号码",
                "a text or code holds an ID card number", "请改用编号", "use a code of your own instead"},
    OutcomeInfo{106, "LEND-106", "OpaqueCodeBad", Fault::Request, false, "户或人的编号不合规则",
                "the code of a household or person does not keep the rules", "只用 1 至 32 位字母、数字和 - _ .，不用姓名",
                "1 to 32 letters, digits, - _ . and no names"},
    OutcomeInfo{107, "LEND-107", "DigestBad", Fault::Request, false, "摘要值不是64位小写十六进制数字",
                "a digest is not 64 lower-case hexadecimal digits", "请填写文件的 SHA-256", "give the SHA-256 of the file"},
    OutcomeInfo{108, "LEND-108", "ExplanationBad", Fault::Request, false, "计算说明不是规范的 JSON 对象",
                "the explanation is no canonical JSON object", "请用规则计算给出的说明原文",
                "pass on the explanation as the rule gave it"},
    OutcomeInfo{109, "LEND-109", "DateTooFarAhead", Fault::Request, false, "日期超前一年以上",
                "the date is more than a year ahead", "请核对日期", "check the date"},
    OutcomeInfo{110, "LEND-110", "AmountNotPositive", Fault::Request, false, "金额不大于零",
                "an amount is not greater than zero", "请填写正数", "give a positive amount"},
    OutcomeInfo{111, "LEND-111", "MonthsBad", Fault::Request, false, "期限不在 1 至 360 个月之内",
                "the term is not between 1 and 360 months", "请核对期限", "check the term"},
    OutcomeInfo{112, "LEND-112", "ContractBad", Fault::Request, false, "合同条件不能成立，见所示编号",
                "the terms of the contract cannot stand; see the code that is named", "请按所示编号的说明修改条件",
                "correct the terms as that code says"},
    OutcomeInfo{113, "LEND-113", "PenaltyBad", Fault::Request, false, "罚息倍数不合理",
                "a penalty multiple makes no sense", "逾期、挪用倍数填 0（不加收）或 100 至 1000（百分数）",
                "give 0 for none, or 100 to 1000 percent of the rate"},
    OutcomeInfo{114, "LEND-114", "AccountsMissing", Fault::Request, false, "合同的科目没有填全",
                "the accounts of the contract are not complete", "八个科目全填，或全部不填（台账不动用资金）",
                "give all eight accounts, or none where no money moves in this book"},
    OutcomeInfo{115, "LEND-115", "RowsMissing", Fault::Request, false, "没有明细", "there is nothing on the list",
                "请至少填写一行", "give at least one row"},
    OutcomeInfo{116, "LEND-116", "TooManyRows", Fault::Request, false, "明细过多", "there are too many rows",
                "每批不超过 20000 笔，附件不超过 100 个，请分批", "at most 20,000 loans in one batch and 100 papers; split the rest"},
    OutcomeInfo{117, "LEND-117", "LoanTwice", Fault::Request, false, "同一笔贷款在一批中出现两次",
                "a loan stands twice in one batch", "请合并或删去重复的行", "merge or remove the second row"},
    OutcomeInfo{118, "LEND-118", "SpanBad", Fault::Request, false, "起止日期颠倒或相同，或不合规则",
                "the days of a span are swapped, equal or not allowed", "请核对起止日期", "check both days"},
    OutcomeInfo{119, "LEND-119", "PartsDiffer", Fault::Request, false, "本金、利息、罚息之和与金额不符",
                "principal, interest and penalties do not add up to the amount", "请重新计算分配", "work the parts out again"},
    OutcomeInfo{120, "LEND-120", "RateBad", Fault::Request, false, "利率超出 0 至 1000%",
                "the rate is not between 0 and 1,000 percent", "请核对利率", "check the rate"},
    OutcomeInfo{121, "LEND-121", "SumTooLarge", Fault::Request, false, "合计超出可表示的金额",
                "the sum is more than can be represented", "请核对金额", "check the amounts"},

    OutcomeInfo{201, "LEND-201", "LoanUnknown", Fault::NotFound, false, "没有这笔贷款", "there is no such loan",
                "请核对贷款编号，可用 loan list 查看", "check the code; loan list shows them"},
    OutcomeInfo{202, "LEND-202", "FundUnknown", Fault::NotFound, false, "没有这一资金来源", "there is no such fund",
                "请先设立资金来源，或不填（自有资金）", "add the fund first, or leave it out for the lender's own money"},
    OutcomeInfo{203, "LEND-203", "StepUnknown", Fault::NotFound, false, "没有这一笔业务", "there is no such step",
                "请核对业务编号，可用 loan show 查看", "check the code; loan show lists the steps of a loan"},

    OutcomeInfo{301, "LEND-301", "CodeTaken", Fault::Conflict, false, "编号已被使用", "the code is taken",
                "请换一个编号；重复提交请用同一请求编号", "choose another code"},
    OutcomeInfo{302, "LEND-302", "DateBeforeBook", Fault::Conflict, false, "日期早于账套启用月份",
                "the date is before the book begins", "请核对日期", "check the date"},
    OutcomeInfo{303, "LEND-303", "PeriodNotOpen", Fault::Conflict, false, "日期所在的会计期间已结账",
                "the period of the date is closed", "请用未结账期间的日期，或先反结账", "use a date in an open period, or reopen it"},
    OutcomeInfo{304, "LEND-304", "StateWrong", Fault::Conflict, false, "贷款现在的状态不允许这样做",
                "the loan is not in a state that allows this", "所示为现在的状态；请先办理前一步",
                "the state is named; take the step before it first"},
    OutcomeInfo{305, "LEND-305", "TooEarly", Fault::Conflict, false, "日期早于所依据的前一步",
                "the date is before the step that it follows", "请核对日期", "check the date"},
    OutcomeInfo{306, "LEND-306", "StepCorrected", Fault::Conflict, false, "这一笔已经冲正", "the step was taken back already",
                "不能再冲正一次", "it cannot be taken back again"},
    OutcomeInfo{307, "LEND-307", "NotCorrectable", Fault::Conflict, false, "这一笔不能冲正",
                "this step cannot be taken back", "可以冲正的有还款、利率调整、停息、展期、挪用；放款请以还款结清",
                "repayments, rate changes, pauses, extensions and misuse can be; settle a disbursement by a repayment"},
    OutcomeInfo{308, "LEND-308", "AlreadyMisused", Fault::Conflict, false, "这笔贷款已认定挪用",
                "the loan is known to be misused already", "如日期有误，请先冲正前一次认定", "take the earlier step back first"},
    OutcomeInfo{309, "LEND-309", "TooLate", Fault::Conflict, false, "展期须在到期日以前办理",
                "an extension has to be granted before its due day is over", "已逾期的贷款不能展期；请先还清该期，或按逾期处理",
                "what is overdue cannot be extended; repay the row, or treat it as overdue"},

    OutcomeInfo{401, "LEND-401", "MoreThanRequested", Fault::Request, false, "审批金额超过申请金额",
                "more is approved than was asked for", "请核对金额，或重新申请", "check the amount, or apply anew"},
    OutcomeInfo{402, "LEND-402", "MoreThanApproved", Fault::Request, false, "超过审批或合同金额",
                "more than was approved or signed for", "所示为尚可发放的金额", "what is left is named"},
    OutcomeInfo{403, "LEND-403", "EventRefused", Fault::Request, false, "还款计划不能接受这一变动，见所示编号",
                "the schedule does not take this; see the code that is named", "请按所示编号的说明修改",
                "correct it as that code says"},
    OutcomeInfo{404, "LEND-404", "MoreThanOwed", Fault::Request, false, "超过尚欠金额，或与后来的结清相抵触",
                "more than is owed, or at odds with a later settlement",
                "所示为可还的金额；多收的款项请退还；补记结清以前的还款请先冲正结清",
                "what is owed is named; give back what is more; to enter a repayment before a settlement take that back first"},
    OutcomeInfo{405, "LEND-405", "SetOffDiffers", Fault::Request, false, "本金、利息、罚息的分配与还款计划不符",
                "the parts are not those of the schedule", "所示为应有的分配；请重新计算后提交",
                "the right parts are named; work it out again"},
    OutcomeInfo{406, "LEND-406", "AccrualDiffers", Fault::Request, false, "结息金额与还款计划不符",
                "the interest is not that of the schedule", "所示为应结的利息；请重新计算后提交",
                "the right interest is named; work it out again"},
    OutcomeInfo{407, "LEND-407", "InterestOpen", Fault::Request, false, "还有逾期的本金或利息没有还清",
                "principal or interest is overdue", "请先还清逾期款项", "repay what is overdue first"},
    OutcomeInfo{408, "LEND-408", "MoreThanWrittenOff", Fault::Request, false, "超过已核销而未收回的金额",
                "more than was written off and not recovered", "所示为尚未收回的金额", "what is not recovered yet is named"},
    OutcomeInfo{409, "LEND-409", "ClassUnchanged", Fault::Request, false, "分类没有变化", "the class is what it was",
                "请只列出分类有变化的贷款", "list only loans whose class changes"},
};

}  // namespace

std::span<const OutcomeInfo> lending_outcomes() { return kOutcomes; }

const OutcomeInfo& info_of(LendingOutcome outcome) {
  return find_outcome(kOutcomes, static_cast<std::uint16_t>(outcome));
}

}  // namespace mingzhang::loans
