// SPDX-License-Identifier: Apache-2.0
// The members of a loan document as tables.
#include <array>

#include "service/lending/document.h"

namespace mingzhang::service {
namespace {

using policy::Field;
using policy::FieldType;

constexpr std::array kPeriod{
    Field{"unit", FieldType::Choice, true, "单位", "unit", "day|week|month"},
    Field{"every", FieldType::Integer, true, "每几个单位一期", "units in a period", {}, nullptr, 1, 366},
};
constexpr std::array kHolidays{
    Field{"rule", FieldType::Choice, true, "遇休息日", "what happens on rest days", "following|preceding"},
    Field{"interest", FieldType::Choice, false, "利息是否随之变动", "whether interest follows", "unmoved|moved|first_moved"},
    Field{"weekend", FieldType::Names, false, "每周休息日", "weekly rest days, monday … sunday"},
    Field{"days", FieldType::Names, false, "放假日", "holidays"},
    Field{"make_up", FieldType::Names, false, "调休上班日", "make-up workdays"},
};
constexpr std::array kGrace{
    Field{"principal", FieldType::Integer, false, "不还本期数", "rows without principal", {}, nullptr, 0, 1'200},
    Field{"interest_payment", FieldType::Integer, false, "利息延后期数", "rows whose interest is deferred", {}, nullptr, 0, 1'200},
    Field{"interest_free", FieldType::Integer, false, "免息期数", "rows free of interest", {}, nullptr, 0, 1'200},
};
constexpr std::array kTranche{
    Field{"date", FieldType::Date, true, "发放日", "day paid out"},
    Field{"amount", FieldType::Amount, true, "金额", "amount"},
};
constexpr std::array kShare{
    Field{"principal", FieldType::Share, true, "本金比例", "share of the principal"},
    Field{"interest", FieldType::Share, false, "利息比例", "share of flat interest"},
};
constexpr std::array kRounding{
    Field{"mode", FieldType::Choice, true, "舍入方式", "mode of interest", policy::kRoundings},
    Field{"principal", FieldType::Choice, false, "本金舍入方式", "mode of principal shares", policy::kRoundings},
    Field{"installment", FieldType::Choice, false, "月供舍入方式", "mode of the installment", policy::kRoundings},
    Field{"unit", FieldType::Amount, false, "计算单位", "unit of every amount"},
    Field{"installment_multiple", FieldType::Amount, false, "月供取整倍数", "multiple of the installment"},
    Field{"remainder", FieldType::Choice, false, "尾差", "who takes the remainder", "last|first|spread"},
    Field{"factor", FieldType::Choice, false, "月供所用利率", "factors of the installment", "each_row|first_row|whole_periods"},
    Field{"iterated", FieldType::Boolean, false, "月供是否修正", "whether the installment is moved once"},
    Field{"pieces", FieldType::Boolean, false, "分段是否逐段舍入", "whether pieces are rounded"},
};
constexpr std::array kAllocation{
    Field{"order", FieldType::Names, false, "十二项的先后", "the twelve lines in their order"},
    Field{"by", FieldType::Choice, false, "逐期或逐项", "by row or by part", "row|part"},
    Field{"advance", FieldType::Choice, false, "提前还款先抵哪一期", "rows that money in advance meets first", "next|last"},
};
constexpr std::array kAllocationOverdue{
    Field{"days", FieldType::Integer, true, "逾期满几天起", "from so many days overdue on", {}, nullptr, 1, 36'525},
    kAllocation[0],
    kAllocation[1],
    kAllocation[2],
};
template <const auto& kTable>
std::span<const Field> table() {
  return kTable;
}

constexpr std::array kRepayment{
    Field{"allocation", FieldType::Object, false, "抵偿次序", "what payments meet first", {}, table<kAllocation>},
    Field{"allocation_overdue", FieldType::Object, false, "久逾后的抵偿次序", "the same for long overdue loans", {}, table<kAllocationOverdue>},
    Field{"recalculation", FieldType::Choice, false, "还款是否改变利息", "when payments change interest", "none|daily|per_row"},
    Field{"overdue", FieldType::Choice, false, "逾期本金计息", "interest on overdue principal", "each_day|current_row"},
    Field{"prepayment", FieldType::Choice, false, "提前还本", "what prepaid principal does", "shorter|smaller|next"},
    Field{"payoff_interest", FieldType::Choice, false, "结清利息算至", "interest of a pay-off", "to_day|to_due_date"},
    Field{"payoff_rows", FieldType::Choice, false, "结清后的各期", "rows after a pay-off", "closed|kept"},
    Field{"compound", FieldType::Boolean, false, "逾期利息计复利", "overdue interest bears interest"},
};
constexpr std::array kLateFee{
    Field{"per_day", FieldType::Text, true, "日费率", "rate per day"},
    Field{"base", FieldType::Choice, false, "按什么收", "what it is reckoned on", "initial|outstanding|overdue_principal|overdue_amount"},
    Field{"grace_days", FieldType::Integer, false, "免收天数", "days of grace", {}, nullptr, 0, 366},
    Field{"rounding", FieldType::Choice, false, "舍入方式", "mode", policy::kRoundings},
};
constexpr std::array kEvent{
    Field{"kind", FieldType::Choice, true, "事件", "kind",
          "payment|pay_off|rate_change|interest_pause|due_date_move|extension|principal_grace|fee|penalty"},
    Field{"date", FieldType::Date, false, "日期", "day"},
    Field{"to", FieldType::Date, false, "止（不含）或改至", "first day after, or the new due day"},
    Field{"amount", FieldType::Amount, false, "金额", "amount"},
    Field{"rate", FieldType::Text, false, "新利率", "new rate"},
    Field{"rows", FieldType::Integer, false, "期数", "rows", {}, nullptr, 1, 1'200},
};

constexpr std::array kLoan{
    Field{"principal", FieldType::Amount, true, "本金", "principal"},
    Field{"start", FieldType::Date, true, "起息日", "first day"},
    Field{"rate", FieldType::Text, true, "利率", "rate"},
    Field{"rate_per", FieldType::Choice, false, "利率是年利率还是每期利率", "what the rate is for", "year|period"},
    Field{"method", FieldType::Choice, true, "还款方式", "method",
          "equal_installments|equal_principal|principal_at_end|all_at_end|flat|shares"},
    Field{"day_count", FieldType::Choice, true, "计息基础", "day count",
          "act/360|act/365|act/364|act/act|act/act-dec31|30/360|30e/360|30/360-us|30e/360-isda|months/12|months/365"},
    Field{"installments", FieldType::Integer, true, "期数", "rows", {}, nullptr, 1, 1'200},
    Field{"period", FieldType::Object, false, "周期", "period", {}, table<kPeriod>},
    Field{"first_due", FieldType::Date, false, "首次还款日", "first due date"},
    Field{"broken_first", FieldType::Choice, false, "首期不整", "a broken first period",
          "by_days|add_to_first|add_to_last|spread|upfront|waived"},
    Field{"settlement_day", FieldType::Integer, false, "结息日", "settlement day", {}, nullptr, 1, 28},
    Field{"paid_after", FieldType::Integer, false, "结息后几日付息", "days from settlement to payment", {}, nullptr, 0, 1},
    Field{"month_end", FieldType::Choice, false, "月末规则", "month ends", "clamp|last_day|first_of_next"},
    Field{"holidays", FieldType::Object, false, "休息日", "rest days", {}, table<kHolidays>},
    Field{"grace", FieldType::Object, false, "宽限", "grace", {}, table<kGrace>},
    Field{"tranches", FieldType::Objects, false, "分次发放", "tranches", {}, table<kTranche>},
    Field{"shares", FieldType::Objects, false, "比例表", "table of shares", {}, table<kShare>},
    Field{"rounding", FieldType::Object, true, "舍入", "rounding", {}, table<kRounding>},
    Field{"installment_base", FieldType::Choice, false, "月供基数", "principal of the installment", "disbursed|approved"},
    Field{"repayment", FieldType::Object, false, "还款规则", "how payments act", {}, table<kRepayment>},
    Field{"late_fee", FieldType::Object, false, "滞纳金", "late fees", {}, table<kLateFee>},
    Field{"events", FieldType::MaybeObjects, false, "事件", "events", {}, table<kEvent>},
    Field{"as_of", FieldType::Date, false, "计算日", "as-of day"},
};

}  // namespace

std::span<const Field> loan_fields() {
  return kLoan;
}

}  // namespace mingzhang::service
