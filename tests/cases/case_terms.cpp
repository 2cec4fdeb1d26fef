// SPDX-License-Identifier: Apache-2.0
// Inputs with a rate per year.
#include "tests/cases/case_terms.h"

#include <algorithm>
#include <map>

#include "tests/cases/case_inputs.h"

namespace mingzhang::tests {
namespace {

using loans::DayCount;
using loans::LoanTerms;
using loans::Method;
using loans::MonthDays;
using loans::PeriodUnit;
using loans::YearDays;

template <class T>
T chosen(const std::map<std::string, T>& choices, const std::string& key, const std::string& value) {
  const auto found = choices.find(value);
  if (found == choices.end()) throw Unsupported(key + "=" + value);
  return found->second;
}

Rounding rounding_of(const std::string& key, const std::string& value) {
  const std::string word = value.substr(0, value.find(' '));
  return chosen<Rounding>({{"HALF_EVEN", Rounding::HalfEven}, {"HALF_UP", Rounding::HalfUp}, {"DOWN", Rounding::Down},
                           {"FLOOR", Rounding::Down}, {"UP", Rounding::Up}, {"CEILING", Rounding::Up}},
                          key, word);
}

/// The cumulative engine of the cases has 365 days in every year (their notes say so), the progressive one splits on
/// 31 December; where no engine is named the year is split where it ends.
YearDays actual_year(const std::string& engine) {
  if (engine == "cumulative") return YearDays::Days365;
  return engine == "progressive" ? YearDays::ActualDecember31 : YearDays::ActualIsda;
}

YearDays year_days_of(const std::string& value, const std::string& engine) {
  const YearDays actual = actual_year(engine);
  return chosen<YearDays>({{"ACTUAL", actual}, {"360", YearDays::Days360}, {"DAYS_360", YearDays::Days360},
                           {"364", YearDays::Days364}, {"DAYS_364", YearDays::Days364}, {"365", YearDays::Days365},
                           {"DAYS_365", YearDays::Days365}},
                          "days_in_year", value);
}

void read_day_count(CaseInputs& inputs, LoanTerms& terms, const std::string& engine) {
  const bool is_cumulative = engine == "cumulative";
  const std::string calculation = inputs.text("interest_calculation_period");
  const std::string named = inputs.text("day_count");
  const std::string year = inputs.text("days_in_year");
  const std::string month = inputs.text("days_in_month");
  const std::string per_period = inputs.text("rate_per_period") + inputs.text("interest") + inputs.text("schedule");
  if (calculation != "" && calculation != "daily" && calculation != "same_as_repayment_period") {
    throw Unsupported("interest_calculation_period=" + calculation);
  }
  if (!named.empty()) {
    const std::string word = named.substr(0, named.find(' '));
    if (word == "act/act") {
      terms.day_count = {MonthDays::Actual, actual_year(engine)};
    } else if (word == "30/360") {
      terms.day_count = {MonthDays::Thirty, YearDays::Days360};
    } else if (word == "act_days/360") {
      terms.day_count = {MonthDays::Actual, YearDays::Days360};
    } else if (const auto count = loans::parse_day_count(word)) {
      terms.day_count = *count;
    } else {
      throw Unsupported("day_count=" + named);
    }
  } else if (is_cumulative && calculation == "same_as_repayment_period") {
    terms.day_count = {MonthDays::Thirty, YearDays::Days360};
  } else if (!year.empty()) {
    const bool is_thirty = (month == "30" || month == "DAYS_30") && terms.due.period.unit == PeriodUnit::Months;
    if (!is_thirty && month != "" && month != "ACTUAL" && month != "30" && month != "DAYS_30" && month != "INVALID") {
      throw Unsupported("days_in_month=" + month);
    }
    terms.day_count = {is_thirty ? MonthDays::Thirty : MonthDays::Actual, year_days_of(year, engine)};
  } else if (per_period.find("act/365") != std::string::npos) {
    terms.day_count = {MonthDays::Actual, YearDays::Days365};
  } else if (per_period.empty() || per_period.find("/12") != std::string::npos) {
    terms.day_count = {MonthDays::Thirty, YearDays::Days360};
  } else {
    throw Unsupported("rate_per_period=" + per_period);
  }
  if (is_cumulative && calculation == "daily") terms.rounding.factor = loans::InstallmentFactor::FirstRow;
}

void read_method(CaseInputs& inputs, LoanTerms& terms) {
  const std::string interest = inputs.text("interest_method");
  const std::string amortization = inputs.text("amortization");
  if (interest == "flat") {
    terms.method = Method::Flat;
    if (amortization != "" && amortization != "equal_installments") throw Unsupported("flat amortization=" + amortization);
    return;
  }
  if (interest != "" && interest != "declining_balance") throw Unsupported("interest_method=" + interest);
  terms.method = chosen<Method>({{"", Method::EqualInstallments}, {"equal_installments", Method::EqualInstallments},
                                 {"equal_installment_annuity", Method::EqualInstallments},
                                 {"equal_principal_payments", Method::EqualPrincipal},
                                 {"equal_principal", Method::EqualPrincipal}, {"bullet", Method::PrincipalAtEnd}},
                                "amortization", amortization);
}

void read_period(CaseInputs& inputs, LoanTerms& terms) {
  const std::string unit = inputs.text("repayment_frequency");
  terms.due.period.every = inputs.integer("repay_every").value_or(1);
  terms.due.period.unit = chosen<PeriodUnit>({{"", PeriodUnit::Months}, {"months", PeriodUnit::Months}, {"MONTHS", PeriodUnit::Months},
                                              {"weeks", PeriodUnit::Weeks}, {"WEEKS", PeriodUnit::Weeks},
                                              {"days", PeriodUnit::Days}, {"DAYS", PeriodUnit::Days}},
                                             "repayment_frequency", unit);
  const std::string month_end = inputs.text("month_end_due_date_strategy");
  // "Last day of month" there means the last day where the month has no such day.
  terms.due.month_end = chosen<loans::MonthEnd>({{"", loans::MonthEnd::Clamp}, {"LAST_DAY_OF_MONTH", loans::MonthEnd::Clamp},
                                                 {"FIRST_DAY_OF_NEXT_MONTH", loans::MonthEnd::FirstOfNext}},
                                                "month_end_due_date_strategy", month_end);
  terms.due.first_due = inputs.date("first_due_date");
  if (!inputs.has("recovery_method")) return;
  terms.due.broken_first = chosen<loans::BrokenFirst>(
      {{"amortized_over_tenure", loans::BrokenFirst::Spread}, {"upfront_deduction", loans::BrokenFirst::Upfront},
       {"add_to_first", loans::BrokenFirst::AddToFirst}, {"add_to_last", loans::BrokenFirst::AddToLast}},
      "recovery_method", inputs.text("recovery_method"));
  // Where odd days are recovered the installment is that of whole months, rounded up to whole units.
  terms.rounding.factor = loans::InstallmentFactor::WholePeriods;
  terms.rounding.installment = Rounding::Up;
  terms.rounding.installment_multiple = Money::from_fen(100);
}

void read_rounding(CaseInputs& inputs, LoanTerms& terms, bool is_progressive) {
  const std::string mode = inputs.text("rounding_mode");
  loans::RoundingPolicy& policy = terms.rounding;
  if (!mode.empty()) {
    policy.interest = rounding_of("rounding_mode", mode);
    policy.principal = policy.interest;
    policy.installment = policy.interest;
  }
  const std::string installment = inputs.text("installment_rounding_mode");
  if (!installment.empty()) policy.installment = rounding_of("installment_rounding_mode", installment);
  if (const auto multiple = inputs.money("installment_amount_in_multiples_of")) policy.installment_multiple = *multiple;
  if (inputs.text("emi_rounding") == "ceil to whole unit") {
    policy.installment = Rounding::Up;
    policy.installment_multiple = Money::from_fen(100);
  } else if (inputs.has("emi_rounding")) {
    throw Unsupported("emi_rounding");
  }
  if (inputs.has("last_installment_absorbs_rounding") && !inputs.flag("last_installment_absorbs_rounding")) {
    throw Unsupported("last_installment_absorbs_rounding=false");
  }
  const auto decimals = inputs.integer("currency_decimals").value_or(2);
  if (decimals != 2 && decimals != 0) throw Unsupported("currency_decimals");
  if (decimals == 0) policy.unit = Money::from_fen(100);
  policy.is_iterated = is_progressive;
}

void read_repayment(CaseInputs& inputs, LoanTerms& terms, bool is_progressive) {
  loans::RepaymentPolicy& policy = terms.repayment;
  const std::string rest = inputs.text("recalculation_rest");
  if (inputs.flag("interest_recalculation")) {
    policy.recalculation = chosen<loans::Recalculation>({{"", loans::Recalculation::Daily}, {"DAILY", loans::Recalculation::Daily},
                                                         {"SAME_AS_REPAYMENT", loans::Recalculation::PerRow}},
                                                        "recalculation_rest", rest);
  }
  policy.overdue = is_progressive ? loans::OverdueInterest::EachDay : loans::OverdueInterest::CurrentRow;
  terms.rounding.rounds_pieces = !is_progressive && policy.recalculation == loans::Recalculation::Daily;
  const std::string prepay = inputs.text("prepay_strategy");
  policy.prepayment = chosen<loans::Prepayment>(
      {{"", loans::Prepayment::SmallerInstallments}, {"REDUCE_EMI_AMOUNT", loans::Prepayment::SmallerInstallments},
       {"REDUCE_NUMBER_OF_INSTALLMENTS", loans::Prepayment::Shorter},
       {"RESCHEDULE_NEXT_REPAYMENTS", loans::Prepayment::NextInstallments},
       {"ADJUST_LAST_UNPAID_PERIOD", loans::Prepayment::Shorter}},
      "prepay_strategy", prepay.substr(0, prepay.find(' ')));
  const std::string payoff = inputs.text("preclosure_interest");
  policy.payoff_to_due_date = chosen<bool>({{"", false}, {"TILL_PRE_CLOSE_DATE", false}, {"TILL_REST_FREQUENCY_DATE", true}},
                                           "preclosure_interest", payoff);
  policy.payoff_keeps_rows = is_progressive;
  const std::string compounding = inputs.text("compounding");
  policy.overdue_interest_compounds = chosen<bool>({{"", false}, {"none", false}, {"interest, monthly on day 1", true}},
                                                   "compounding", compounding);
  const std::string order = inputs.text("allocation_strategy");
  // In advance principal first, where the case says so: in `kUsualSteps` it is the last of the four.
  loans::AllocationOrder principal_first;
  std::rotate(principal_first.steps.begin() + 8, principal_first.steps.end() - 1, principal_first.steps.end());
  policy.allocation = chosen<loans::AllocationOrder>(
      {{"", {}}, {"PENALTIES_FEES_INTEREST_PRINCIPAL_ORDER", {}}, {"ADVANCED_PAYMENT_ALLOCATION", {}},
       {"DUE_PENALTY_FEE_INTEREST_PRINCIPAL_IN_ADVANCE_PRINCIPAL_PENALTY_FEE_INTEREST", principal_first}},
      "allocation_strategy", order);
}

void read_per_year(CaseInputs& inputs, LoanTerms& terms, const std::string& engine) {
  const bool is_progressive = engine == "progressive";
  const auto rate = inputs.percent("annual_rate_percent");
  if (!rate) throw Unsupported("inputs without annual_rate_percent");
  terms.rate = *rate;
  terms.due.installments = inputs.integer("number_of_repayments").value_or(0);
  read_method(inputs, terms);
  read_rounding(inputs, terms, is_progressive);
  read_period(inputs, terms);
  read_day_count(inputs, terms, engine);
  read_repayment(inputs, terms, is_progressive);
  terms.grace.principal = inputs.integer("grace_on_principal_periods").value_or(0);
  terms.grace.interest_payment = inputs.integer("grace_on_interest_payment_periods").value_or(0);
  terms.grace.interest_free = inputs.integer("interest_free_periods").value_or(0);
  for (const char* key : {"product", "math_context_precision", "broken_days", "broken_period_interest", "normal_first_interest"}) {
    inputs.ignore(key);
  }
}

}  // namespace

CaseLoan loan_of_case(const nlohmann::json& object) {
  CaseInputs inputs(object.at("inputs"), "inputs.");
  CaseLoan loan;
  loan.terms.principal = inputs.money("principal").value_or(Money());
  // Where a case has no dates of its own any day will do.
  loan.terms.start = inputs.date("start_date").value_or(case_date("2020-01-01"));
  const std::string engine = inputs.text("engine");
  if (engine != "" && engine != "progressive" && engine != "cumulative") throw Unsupported("engine=" + engine);
  if (inputs.has("rate_per_installment")) {
    read_per_period(inputs, loan.terms);
  } else {
    read_per_year(inputs, loan.terms, engine);
  }
  if (const auto disbursed = inputs.date("disbursement_date")) loan.terms.tranches = {{*disbursed, loan.terms.principal}};
  inputs.finish();
  loan.as_of = loan.terms.start;
  if (object.contains("events")) read_events(object.at("events"), loan, engine == "progressive");
  return loan;
}

}  // namespace mingzhang::tests
