// SPDX-License-Identifier: Apache-2.0
// The sentences for refused terms and events of loans.
#include "loans/loans_outcome.h"

#include <array>

#include "base/outcome_table.h"

namespace mingzhang::loans {
namespace {

constexpr std::array kOutcomes{
    OutcomeInfo{101, "LOAN-101", "PrincipalBad", Fault::Request, false, "本金不在允许范围内", "the principal is out of range",
                "本金须大于零、不超过一千亿元，且为计算单位的整数倍", "above zero, at most 100,000,000,000.00, a multiple of the unit"},
    OutcomeInfo{102, "LOAN-102", "TranchesBad", Fault::Request, false, "分次发放的日期、金额或合计不对",
                "the dates, amounts or sum of the tranches are wrong", "按日期先后列出，金额为正，合计等于本金，均在到期日之前",
                "list them by date, each positive, summing to the principal, all before maturity"},
    OutcomeInfo{103, "LOAN-103", "RateTooHigh", Fault::Request, false, "利率超过 1000%", "the rate is above 1,000 %",
                "请核对利率写法，如 4.35%", "check how the rate is written, e.g. 4.35%"},
    OutcomeInfo{104, "LOAN-104", "PeriodBad", Fault::Request, false, "还款周期不对", "the payment period is wrong",
                "周期为 1 至 366 个单位，总期限不超过一百年", "1 to 366 units, and not more than a hundred years in all"},
    OutcomeInfo{105, "LOAN-105", "RowsBad", Fault::Request, false, "期数不对", "the number of installments is wrong",
                "期数为 1 至 1200", "1 to 1,200 installments"},
    OutcomeInfo{106, "LOAN-106", "DatesOutside", Fault::Request, false, "日期超出可计算的范围", "a date is out of range",
                "起始日须在 1950 年至 2200 年之间", "the first day must lie between 1950 and 2200"},
    OutcomeInfo{107, "LOAN-107", "FirstDueBad", Fault::Request, false, "首次还款日不对", "the first due date is wrong",
                "须晚于起始日、不超过一年，且不与结息日同用", "after the first day, within a year, and not beside a settlement day"},
    OutcomeInfo{108, "LOAN-108", "SettlementBad", Fault::Request, false, "结息日不对", "the settlement day is wrong",
                "结息日为 1 至 28 日，周期以月计，结息后 0 至 1 日付息", "1 to 28, with a period in months, paid 0 or 1 day later"},
    OutcomeInfo{109, "LOAN-109", "GraceBad", Fault::Request, false, "宽限期数不对", "the rows of grace are wrong",
                "不得为负；不还本期数须少于总期数", "not negative, and rows without principal fewer than all rows"},
    OutcomeInfo{110, "LOAN-110", "SharesBad", Fault::Request, false, "还款比例表不对", "the table of shares is wrong",
                "每一还本期一行，本金比例合计为 1；等额计息时利息比例合计也为 1",
                "one line for each row after grace, principal shares summing to 1, flat interest shares as well"},
    OutcomeInfo{111, "LOAN-111", "CalendarBad", Fault::Request, false, "工作日历不对", "the work calendar is wrong",
                "休息日用 0（周一）至 6（周日）且不得七日全休，日期按先后列出",
                "rest days 0 (Monday) to 6 (Sunday), not all seven; dates in their order"},
    OutcomeInfo{112, "LOAN-112", "RoundingBad", Fault::Request, false, "舍入单位不对", "a unit of rounding is wrong",
                "单位为 0.01 至 10000.00 元，月供倍数为单位的整数倍", "0.01 to 10,000.00; the installment's multiple a multiple of the unit"},
    OutcomeInfo{113, "LOAN-113", "InterestTooLarge", Fault::Request, false, "利息总额超出可表示的金额",
                "the interest is larger than can be represented", "请核对本金、利率和期限", "check principal, rate and term"},
    OutcomeInfo{114, "LOAN-114", "AllocationBad", Fault::Request, false, "还款抵偿次序不对", "the order in which payments are set off is wrong",
                "十二项各列一次；逐期抵偿时同一账龄的各项相连；还款改变利息时，提前各项按通常次序列在最后；逾期利息仅在当期计收时，只能逐期且逾期先于当期",
                "each of the twelve lines once; by row those of one age together; where payments change interest the lines in advance "
                "come last as usual; where overdue interest runs within the current row alone, by row and past due first"},
    OutcomeInfo{115, "LOAN-115", "LateFeeBad", Fault::Request, false, "滞纳金条件不对", "the terms of late fees are wrong",
                "日费率不超过 1%，免收天数为 0 至 366；账套内的合同不写滞纳金",
                "at most 1 % a day, and 0 to 366 days of grace; a contract in a book has none"},
    OutcomeInfo{201, "LOAN-201", "EventNotPositive", Fault::Request, false, "金额或期数不大于零，或起止日期颠倒",
                "an amount or a number of rows is not above zero, or two days stand in the wrong order", "请核对该事件",
                "check the event"},
    OutcomeInfo{202, "LOAN-202", "EventBeforeStart", Fault::Request, false, "事件早于贷款起始日",
                "an event is earlier than the loan", "请核对日期", "check the date"},
    OutcomeInfo{203, "LOAN-203", "EventAfterAsOf", Fault::Request, false, "还款晚于计算日",
                "a payment is later than the as-of day", "请改计算日或去掉该笔还款", "move the as-of day or leave the payment out"},
    OutcomeInfo{204, "LOAN-204", "RowUnknown", Fault::Request, false, "没有在该日到期的一期", "no installment is due on that day",
                "请按还款计划填写应还日", "give a due date of the schedule"},
    OutcomeInfo{205, "LOAN-205", "AfterPayOff", Fault::Request, false, "结清之后不应再有还款", "a payment follows the pay-off",
                "请去掉结清之后的还款", "leave out what follows the pay-off"},
    OutcomeInfo{206, "LOAN-206", "PaymentsDisordered", Fault::Request, false, "还款没有按日期先后排列",
                "payments do not stand in the order of their dates", "请按日期先后排列", "sort them by date"},
    OutcomeInfo{207, "LOAN-207", "TranchesAfterPayOff", Fault::Request, false, "结清日之后还有分次发放",
                "a tranche is paid out after the pay-off", "请改结清日或去掉其后的发放", "move the pay-off or leave out later tranches"},
    OutcomeInfo{301, "LOAN-301", "PaymentTooLarge", Fault::Request, false, "还款超过当日全部欠款",
                "a payment is larger than the whole debt on its day", "请核对金额；提前结清请用结清事件",
                "check the amount; a pay-off is an event of its own"},
};

}  // namespace

std::span<const OutcomeInfo> loans_outcomes() {
  return kOutcomes;
}

const OutcomeInfo& info_of(LoansOutcome outcome) {
  return find_outcome(kOutcomes, static_cast<std::uint16_t>(outcome));
}

}  // namespace mingzhang::loans
