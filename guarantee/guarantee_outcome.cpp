// SPDX-License-Identifier: Apache-2.0
// The sentences for refused changes of guarantees.
#include "guarantee/guarantee_outcome.h"

#include <array>

#include "base/outcome_table.h"

namespace mingzhang::guarantee {
namespace {

constexpr std::array kOutcomes{
    OutcomeInfo{101, "GUAR-101", "CodeBad", Fault::Request, false, "编号为空、过长或首尾有空格",
                "a code is empty, too long or has blanks at its ends", "编号 1 至 64 字节，首尾无空格",
                "1 to 64 bytes without blanks at the ends"},
    OutcomeInfo{102, "GUAR-102", "TextMissing", Fault::Request, false, "缺少必填的文字", "a text that is required is missing",
                "请补填所示各项", "fill in what is named"},
    OutcomeInfo{103, "GUAR-103", "TextNotPlain", Fault::Request, false, "文字含控制字符或不是合法的 UTF-8",
                "a text holds control characters or is not valid UTF-8", "请删去不可见字符后重填",
                "remove the invisible characters"},
    OutcomeInfo{104, "GUAR-104", "TextTooLong", Fault::Request, false, "文字过长", "a text is too long",
                "文字不超过 200 字节，计算说明不超过 65536 字节", "texts have at most 200 bytes, explanations 65,536"},
    OutcomeInfo{105, "GUAR-105", "HoldsIdCard", Fault::Request, false, "文字或编号中含有身份证号码",
                "a text or code holds an ID card number", "请改用编号", "use a code of your own instead"},
    OutcomeInfo{106, "GUAR-106", "ExplanationBad", Fault::Request, false, "计算说明不是规范的 JSON 对象",
                "the explanation is no canonical JSON object", "请用规则计算给出的说明原文",
                "pass on the explanation as the rule gave it"},
    OutcomeInfo{107, "GUAR-107", "DateTooFarAhead", Fault::Request, false, "日期超前一年以上",
                "the date is more than a year ahead", "请核对日期", "check the date"},
    OutcomeInfo{108, "GUAR-108", "AmountNotPositive", Fault::Request, false, "金额不大于零",
                "an amount is not greater than zero", "请填写正数", "give a positive amount"},
    OutcomeInfo{109, "GUAR-109", "MultipleBad", Fault::Request, false, "放大倍数不是 1 至 20 的整数",
                "the multiple is no whole number from 1 to 20", "请按协议填写，如 5 至 10", "as agreed, such as 5 to 10"},
    OutcomeInfo{110, "GUAR-110", "PercentBad", Fault::Request, false, "百分比不在 0 至 100 之内",
                "a percentage is not between 0 and 100", "不设限请填 0", "0 stands for no limit"},
    OutcomeInfo{111, "GUAR-111", "AccountsMissing", Fault::Request, false, "科目没有填全", "not all accounts are given",
                "专户、保证金、应收代偿款科目都填，或都不填", "give all of bank, deposit and receivable, or none"},
    OutcomeInfo{112, "GUAR-112", "OriginMissing", Fault::Request, false, "没有说明资金来源",
                "the origin of the money is not given", "请填资金来源编号或文号", "give the fund or the document number"},
    OutcomeInfo{113, "GUAR-113", "WeightsBad", Fault::Request, false, "比例不是两个 0 至 1000 的整数",
                "a ratio is not of two whole numbers from 0 to 1,000", "如 7:3", "such as 7:3"},
    OutcomeInfo{114, "GUAR-114", "DaysBad", Fault::Request, false, "天数不在合理范围内",
                "a number of days is out of range", "请核对天数", "check the days"},
    OutcomeInfo{115, "GUAR-115", "DigestBad", Fault::Request, false, "摘要值不是64位小写十六进制数字",
                "a digest is not 64 lower-case hexadecimal digits", "请填写文件的 SHA-256", "give the SHA-256 of the file"},
    OutcomeInfo{116, "GUAR-116", "RowsMissing", Fault::Request, false, "代偿申请没有明细",
                "a claim has no lines", "请列出各笔贷款", "list the loans"},
    OutcomeInfo{117, "GUAR-117", "TooManyRows", Fault::Request, false, "明细超过 5000 行",
                "more than 5,000 lines", "请分成几次申请", "divide it into several claims"},
    OutcomeInfo{118, "GUAR-118", "LoanTwice", Fault::Request, false, "同一贷款在申请中出现两次",
                "a loan stands twice in the claim", "请删去重复的行", "remove one of them"},
    OutcomeInfo{119, "GUAR-119", "RowTwice", Fault::Request, false, "同一行列出两次",
                "a line is named twice", "请删去重复的行", "remove one of them"},

    OutcomeInfo{201, "GUAR-201", "PoolUnknown", Fault::NotFound, false, "没有这个担保基金池", "there is no such guarantee pool",
                "请核对编号，可用 guarantee list 查看，或先设立", "check the code; guarantee list shows them; or add it first"},
    OutcomeInfo{202, "GUAR-202", "FundUnknown", Fault::NotFound, false, "没有这一资金来源", "there is no such fund",
                "请先设立资金来源", "add the fund first"},
    OutcomeInfo{203, "GUAR-203", "RiskFundUnknown", Fault::NotFound, false, "没有这个风险补偿基金",
                "there is no such risk-compensation fund", "请核对编号，或先设立", "check the code, or add it first"},
    OutcomeInfo{204, "GUAR-204", "ClaimUnknown", Fault::NotFound, false, "没有这个代偿申请",
                "there is no such claim", "请核对编号", "check the code"},
    OutcomeInfo{205, "GUAR-205", "LoanUnknown", Fault::NotFound, false, "贷款台账中没有这笔贷款",
                "the register has no such loan", "请核对贷款编号", "check the code of the loan"},
    OutcomeInfo{206, "GUAR-206", "RowUnknown", Fault::NotFound, false, "申请中没有这一行，或已退回",
                "the claim has no such line, or it is disputed", "请核对行号", "check the number of the line"},

    OutcomeInfo{301, "GUAR-301", "CodeTaken", Fault::Conflict, false, "编号已被使用", "the code is taken",
                "请换一个编号；重复提交请用同一请求编号", "choose another code"},
    OutcomeInfo{302, "GUAR-302", "DateBeforeBook", Fault::Conflict, false, "日期早于账套启用月份",
                "the date is before the book begins", "请核对日期", "check the date"},
    OutcomeInfo{303, "GUAR-303", "PeriodNotOpen", Fault::Conflict, false, "日期所在的会计期间已结账",
                "the period of the date is closed", "请用未结账期间的日期，或先反结账", "use a date in an open period, or reopen it"},
    OutcomeInfo{304, "GUAR-304", "TooEarly", Fault::Conflict, false, "日期早于设立之日",
                "the date is before the pool was opened", "请核对日期", "check the date"},
    OutcomeInfo{305, "GUAR-305", "NothingChanges", Fault::Conflict, false, "没有变化，不需要记录",
                "nothing would change", "请核对后不再提交", "check; nothing has to be submitted"},
    OutcomeInfo{306, "GUAR-306", "BankDiffers", Fault::Conflict, false, "担保基金池与贷款不是同一银行",
                "the pool covers loans of another bank", "请选这家银行的担保基金池", "name a pool of the loan's bank"},
    OutcomeInfo{307, "GUAR-307", "PoolStopped", Fault::Conflict, false, "担保基金池已停办",
                "the pool has been stopped", "所示为停办原因；恢复后再办", "the reason is named; resume the pool first"},
    OutcomeInfo{308, "GUAR-308", "ClaimStateWrong", Fault::Conflict, false, "代偿申请现在的状态不允许这样做",
                "the claim is not in a state that allows this", "所示为现在的状态；先乡镇审核，再主管部门审核，再代偿", "the state is named; township, bureau, then payment"},
    OutcomeInfo{309, "GUAR-309", "LoanNotActive", Fault::Conflict, false, "贷款不在发放未还的状态",
                "the loan is not in force", "只有已放款而未还清的贷款可以代偿", "only loans that were paid out and are owed can be claimed"},
    OutcomeInfo{310, "GUAR-310", "NotOverdue", Fault::Conflict, true, "逾期天数没有超过约定",
                "the loan is not overdue for long enough", "所示为逾期天数和约定天数；请届时再申请", "both numbers of days are named; claim later"},
    OutcomeInfo{311, "GUAR-311", "ClaimedTwice", Fault::Conflict, false, "这笔贷款已申请代偿",
                "the loan is claimed already", "请删去这一行", "leave the line out"},

    OutcomeInfo{401, "GUAR-401", "SumTooLarge", Fault::Request, false, "合计超出可表示的金额",
                "the sum is more than can be represented", "请核对金额", "check the amounts"},
    OutcomeInfo{402, "GUAR-402", "NplReached", Fault::Conflict, true, "不良率达到容忍度，停办新业务",
                "the share of non-performing loans has reached its tolerance", "所示为不良余额、担保余额和容忍度；请先清收",
                "bad principal, principal and tolerance are named; collect first"},
    OutcomeInfo{403, "GUAR-403", "MultipleReached", Fault::Conflict, true, "担保额已达放大倍数上限，停办新业务",
                "the cover has reached the multiple of the deposit", "所示为担保额和上限；请先收回贷款或增加担保金",
                "cover and capacity are named; wait for repayments or add to the deposit"},
    OutcomeInfo{404, "GUAR-404", "MoreThanHeadroom", Fault::Conflict, true, "超过担保基金池的剩余额度",
                "more than the pool may still take on", "所示为剩余额度；请减少金额或增加担保金",
                "what is left is named; ask for less or add to the deposit"},
    OutcomeInfo{405, "GUAR-405", "BelowCover", Fault::Conflict, true, "担保金或倍数将不足以支持在保贷款",
                "deposit or multiple would be too small for what is covered", "所示为在保额和变更后的上限；请先收回贷款",
                "cover and the new capacity are named; wait for repayments"},
    OutcomeInfo{406, "GUAR-406", "MoreThanOrigin", Fault::Request, false, "超过这一来源存入的担保金",
                "more than was paid in from this fund", "所示为这一来源尚存的担保金", "what is left of this fund is named"},
    OutcomeInfo{407, "GUAR-407", "CoverShort", Fault::Conflict, true, "担保金已被扣划，不足以支持在保贷款，暂停放款",
                "the deposit was drawn on and no longer covers the loans", "所示为在保额和上限；请先补足担保金",
                "cover and capacity are named; top up the deposit first"},
    OutcomeInfo{408, "GUAR-408", "DaysDiffer", Fault::Request, false, "逾期天数与贷款台账不符",
                "the days overdue are not those of the register", "所示为申请和台账的天数", "both numbers are named"},
    OutcomeInfo{409, "GUAR-409", "MoreThanOwed", Fault::Request, false, "超过贷款台账中尚欠的金额",
                "more than the register says is owed", "所示为申请和尚欠的金额；已还的部分不代偿", "both amounts are named; what was repaid is not compensated"},
    OutcomeInfo{410, "GUAR-410", "AmountDiffers", Fault::Request, false, "金额与应有的不符",
                "the amount is not what it should be", "所示为应有的金额", "the right amount is named"},
    OutcomeInfo{411, "GUAR-411", "FundExhausted", Fault::Conflict, true, "风险补偿基金余额不足",
                "the fund does not hold enough", "所示为代偿金额和余额；请先补充出资", "payment and balance are named; pay in first"},
    OutcomeInfo{412, "GUAR-412", "MoreThanLoss", Fault::Request, false, "追回超过尚未追回的损失",
                "more is recovered than was lost and not recovered yet", "所示为尚未追回的损失；多出的退还借款人", "what is left is named; give back what is more"},
};

}  // namespace

std::span<const OutcomeInfo> guarantee_outcomes() { return kOutcomes; }

const OutcomeInfo& info_of(GuaranteeOutcome outcome) {
  return find_outcome(kOutcomes, static_cast<std::uint16_t>(outcome));
}

}  // namespace mingzhang::guarantee
