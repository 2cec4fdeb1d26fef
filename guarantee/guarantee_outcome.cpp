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

    OutcomeInfo{201, "GUAR-201", "PoolUnknown", Fault::NotFound, false, "没有这个担保基金池", "there is no such guarantee pool",
                "请核对编号，可用 guarantee list 查看，或先设立", "check the code; guarantee list shows them; or add it first"},
    OutcomeInfo{202, "GUAR-202", "FundUnknown", Fault::NotFound, false, "没有这一资金来源", "there is no such fund",
                "请先设立资金来源", "add the fund first"},

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
};

}  // namespace

std::span<const OutcomeInfo> guarantee_outcomes() { return kOutcomes; }

const OutcomeInfo& info_of(GuaranteeOutcome outcome) {
  return find_outcome(kOutcomes, static_cast<std::uint16_t>(outcome));
}

}  // namespace mingzhang::guarantee
