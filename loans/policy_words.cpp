// SPDX-License-Identifier: Apache-2.0
// Sentences for the parameters of a loan.
#include "loans/policy_words.h"

#include "base/check.h"
#include "loans/allocation_words.h"

namespace mingzhang::loans {
namespace {

PolicyWords words_of(Method method) {
  switch (method) {
    case Method::EqualInstallments:
      return {"等额本息", "equal installments"};
    case Method::EqualPrincipal:
      return {"等额本金", "equal principal"};
    case Method::PrincipalAtEnd:
      return {"按期付息、到期还本", "interest every period, principal at the end"};
    case Method::AllAtEnd:
      return {"利随本清", "all at the end"};
    case Method::Flat:
      return {"按原始本金计息、等额偿还", "flat: interest on the first principal throughout"};
    case Method::Shares:
      return {"按比例表还本", "principal by a table of shares"};
  }
  MZ_CHECK(false);
  return {};
}

PolicyWords words_of(Rounding rounding) {
  switch (rounding) {
    case Rounding::HalfUp:
      return {"四舍五入", "half up"};
    case Rounding::HalfEven:
      return {"四舍六入五成双", "half to even"};
    case Rounding::Down:
      return {"舍去", "down"};
    case Rounding::Up:
      return {"进位", "up"};
  }
  MZ_CHECK(false);
  return {};
}

PolicyWords words_of(Remainder remainder) {
  switch (remainder) {
    case Remainder::Last:
      return {"尾差由末期承担", "the last row takes the remainder"};
    case Remainder::First:
      return {"尾差由首个还本期承担（展期后由其后的首个还本期）",
              "the first row that repays principal takes the remainder, after an extension the first behind it"};
    case Remainder::Spread:
      return {"每期按剩余重新计算，无尾差", "every row is found anew from what is left, so nothing remains"};
  }
  MZ_CHECK(false);
  return {};
}

PolicyWords words_of(InstallmentFactor factor) {
  switch (factor) {
    case InstallmentFactor::EachRow:
      return {"月供按各期实际利息计算", "the installment is found with every row's own interest"};
    case InstallmentFactor::FirstRow:
      return {"月供按首期利息计算", "the installment is found with the first row's interest"};
    case InstallmentFactor::WholePeriods:
      return {"月供按整期利率计算", "the installment is found with the rate of whole periods"};
  }
  MZ_CHECK(false);
  return {};
}

PolicyWords words_of(MonthEnd month_end) {
  switch (month_end) {
    case MonthEnd::Clamp:
      return {"当月无该日时取月末", "a month without the day is due on its last day"};
    case MonthEnd::LastDay:
      return {"月末起始的，始终在月末到期", "a loan begun on a month's last day is due on last days"};
    case MonthEnd::FirstOfNext:
      return {"当月无该日时取次月一日", "a month without the day is due on the first of the next"};
  }
  MZ_CHECK(false);
  return {};
}

PolicyWords words_of(HolidayRule rule, HolidayInterest interest) {
  PolicyWords words = rule == HolidayRule::Following ? PolicyWords{"遇休息日顺延", "rest days move to the next working day"}
                                                     : PolicyWords{"遇休息日提前", "rest days move to the working day before"};
  switch (interest) {
    case HolidayInterest::Unmoved:
      return {words.zh + "，利息不变", words.en + ", interest stays"};
    case HolidayInterest::Moved:
      return {words.zh + "，利息随之计算", words.en + ", interest follows"};
    case HolidayInterest::FirstMoved:
      return {words.zh + "，仅首期利息按实际天数", words.en + ", the first row's interest alone follows"};
  }
  MZ_CHECK(false);
  return {};
}

PolicyWords words_of(BrokenFirst broken) {
  switch (broken) {
    case BrokenFirst::ByDays:
      return {"首期不整时按其天数计息", "an uneven first period pays for its days"};
    case BrokenFirst::AddToFirst:
      return {"首期不整的零头利息加在首期", "odd days are added to the first row"};
    case BrokenFirst::AddToLast:
      return {"首期不整的零头利息加在末期", "odd days are added to the last row"};
    case BrokenFirst::Spread:
      return {"首期不整的零头利息分摊到各期", "odd days are spread over all rows"};
    case BrokenFirst::Upfront:
      return {"首期不整的零头利息放款日收取", "odd days are paid on the first day"};
    case BrokenFirst::Waived:
      return {"首期不整的零头利息免收", "odd days are not charged"};
  }
  MZ_CHECK(false);
  return {};
}

PolicyWords words_of(Period period) {
  if (period == Period{PeriodUnit::Months, 1}) return {"每月一期", "every month"};
  if (period == Period{PeriodUnit::Months, 3}) return {"每季一期", "every quarter"};
  const std::string count = std::to_string(period.every);
  switch (period.unit) {
    case PeriodUnit::Days:
      return {"每 " + count + " 天一期", "every " + count + " days"};
    case PeriodUnit::Weeks:
      return {"每 " + count + " 周一期", "every " + count + " weeks"};
    case PeriodUnit::Months:
      return {"每 " + count + " 个月一期", "every " + count + " months"};
  }
  MZ_CHECK(false);
  return {};
}

PolicyWords words_of(Prepayment prepayment) {
  switch (prepayment) {
    case Prepayment::Shorter:
      return {"提前还本缩短期限、月供不变", "prepaid principal shortens the loan"};
    case Prepayment::SmallerInstallments:
      return {"提前还本减少月供、期限不变", "prepaid principal shrinks the installment"};
    case Prepayment::NextInstallments:
      return {"提前还本抵减后续各期本金", "prepaid principal is set off against the next rows"};
  }
  MZ_CHECK(false);
  return {};
}

PolicyWords words_of(LateFeeBase base) {
  switch (base) {
    case LateFeeBase::Initial:
      return {"发放金额", "what was paid out"};
    case LateFeeBase::Outstanding:
      return {"未还本金", "principal outstanding"};
    case LateFeeBase::OverduePrincipal:
      return {"逾期本金", "overdue principal"};
    case LateFeeBase::OverdueAmount:
      return {"逾期本息", "overdue principal and interest"};
  }
  MZ_CHECK(false);
  return {};
}

PolicyWords words_of(const LateFeeTerms& fee) {
  const PolicyWords base = words_of(fee.base);
  const PolicyWords rounding = words_of(fee.rounding);
  PolicyWords words{"滞纳金每日按" + base.zh + "的 " + to_percent(fee.per_day) + "，" + rounding.zh,
                    "late fees of " + to_percent(fee.per_day) + " a day on " + base.en + ", rounded " + rounding.en};
  if (fee.grace_days > 0) {
    words.zh += "，逾期前 " + std::to_string(fee.grace_days) + " 天免收";
    words.en += ", none for the first " + std::to_string(fee.grace_days) + " days overdue";
  }
  return words;
}

void add_due_words(const DueRule& due, std::vector<PolicyWords>& words) {
  words.push_back(words_of(due.period));
  if (due.settlement_day) {
    const std::string day = std::to_string(*due.settlement_day);
    const std::string after = std::to_string(due.paid_after);
    words.push_back({"结息日 " + day + " 日，其后 " + after + " 日付息",
                     "settled on day " + day + ", paid " + after + " day(s) later"});
  } else if (due.period.unit == PeriodUnit::Months) {
    words.push_back(words_of(due.month_end));
  }
  if (due.first_due) words.push_back(words_of(due.broken_first));
  if (due.holidays != HolidayRule::None) words.push_back(words_of(due.holidays, due.holiday_interest));
}

void add_grace_words(const Grace& grace, std::vector<PolicyWords>& words) {
  const auto add = [&](int rows, const char* zh, const char* en) {
    const std::string count = std::to_string(rows);
    if (rows > 0) words.push_back({"前 " + count + " 期" + zh, "the first " + count + " rows " + en});
  };
  add(grace.principal, "不还本金", "repay no principal");
  add(grace.interest_payment, "利息延后一并收取", "defer their interest to the row after them");
  add(grace.interest_free, "免息", "are free of interest");
}

void add_rounding_words(const LoanTerms& terms, std::vector<PolicyWords>& words) {
  const RoundingPolicy& policy = terms.rounding;
  const PolicyWords interest = words_of(policy.interest);
  const PolicyWords principal = words_of(policy.principal);
  const std::string unit = to_yuan(policy.unit);
  words.push_back({"利息" + interest.zh + "、本金" + principal.zh + "，到 " + unit + " 元",
                   "interest rounded " + interest.en + ", principal " + principal.en + ", to " + unit});
  if (terms.method == Method::EqualInstallments || terms.method == Method::Flat) {
    const Money multiple = policy.installment_multiple.is_zero() ? policy.unit : policy.installment_multiple;
    const PolicyWords installment = words_of(policy.installment);
    words.push_back({"月供" + installment.zh + "到 " + to_yuan(multiple) + " 元的倍数",
                     "the installment rounded " + installment.en + " to a multiple of " + to_yuan(multiple)});
  }
  if (terms.method == Method::EqualInstallments) {
    words.push_back(words_of(policy.factor));
    if (policy.is_iterated) words.push_back({"月供经一次修正以缩小尾差", "the installment is moved once where that shrinks the remainder"});
  }
  words.push_back(words_of(policy.remainder));
  if (policy.rounds_pieces) words.push_back({"期内分段计息时逐段舍入", "interest of a row in pieces is rounded piece by piece"});
}

void add_repayment_words(const RepaymentPolicy& policy, std::vector<PolicyWords>& words) {
  add_allocation_words(policy, words);
  if (policy.recalculation == Recalculation::None) {
    words.push_back({"还款不改变后续利息", "payments do not change later interest"});
    return;
  }
  words.push_back(policy.recalculation == Recalculation::Daily
                      ? PolicyWords{"还款自当日起改变利息", "payments change interest from their day on"}
                      : PolicyWords{"还款自下一应还日起改变利息", "payments change interest from the next due day on"});
  words.push_back(policy.overdue == OverdueInterest::EachDay
                      ? PolicyWords{"逾期本金计息至还清", "overdue principal bears interest until it is paid"}
                      : PolicyWords{"逾期本金仅在当期计息", "overdue principal bears interest within the current row"});
  if (policy.overdue_interest_compounds) words.push_back({"逾期利息计复利", "overdue interest bears interest"});
  words.push_back(words_of(policy.prepayment));
}

}  // namespace

std::vector<PolicyWords> policy_in_words(const LoanTerms& terms) {
  std::vector<PolicyWords> words;
  words.push_back(words_of(terms.method));
  const bool is_yearly = terms.rate_basis == RateBasis::PerYear;
  words.push_back({(is_yearly ? "年利率 " : "每期利率 ") + to_percent(terms.rate),
                   to_percent(terms.rate) + (is_yearly ? " a year" : " a period")});
  if (is_yearly) {
    const std::string count(name_of(terms.day_count));
    words.push_back({"计息基础 " + count, "day count " + count});
  }
  add_due_words(terms.due, words);
  add_grace_words(terms.grace, words);
  if (!terms.tranches.empty() && terms.installment_base == InstallmentBase::Approved) {
    words.push_back({"月供按核准额度计算", "the installment is that of the approved amount"});
  }
  add_rounding_words(terms, words);
  add_repayment_words(terms.repayment, words);
  if (terms.late_fee.per_day != Rate()) words.push_back(words_of(terms.late_fee));
  return words;
}

}  // namespace mingzhang::loans
