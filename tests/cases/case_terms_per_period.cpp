// SPDX-License-Identifier: Apache-2.0
// Inputs with a rate per installment.
#include "tests/cases/case_inputs.h"
#include "tests/cases/case_terms.h"

namespace mingzhang::tests {
namespace {

using loans::Fraction;
using loans::LoanTerms;
using loans::Method;
using loans::PeriodUnit;

/// "0.1" as 1/10.
Fraction fraction_of(const nlohmann::json& value) {
  if (value.is_null()) return Fraction();
  const auto rate = parse_rate(value.is_string() ? value.get<std::string>() : value.dump());
  if (!rate) throw Unsupported("fraction " + value.dump());
  return Fraction(rate->units(), Rate::kUnitsPerOne);
}

void read_shares(CaseInputs& inputs, LoanTerms& terms) {
  const nlohmann::json& table = inputs.raw("exotic_installments");
  if (table.is_null()) return;
  for (const auto& row : table) {
    terms.shares.push_back({fraction_of(row.at("principal_fraction")), fraction_of(row.at("interest_fraction"))});
  }
  // There the parts of a table are rounded half to even; those of flat interest carry what is left over.
  terms.rounding.interest = Rounding::HalfEven;
  terms.rounding.principal = Rounding::HalfEven;
  terms.rounding.remainder = loans::Remainder::Last;
  if (terms.method == Method::Flat) {
    terms.rounding.remainder = loans::Remainder::Spread;
    // What is left over in several rows of grace is not carried there, so that interest does not sum to its total.
    if (terms.grace.principal > 1) throw Unsupported("flat exotic_installments after several grace_periods_on_principal");
  } else {
    terms.method = Method::Shares;
  }
}

void read_calendar(CaseInputs& inputs, LoanTerms& terms) {
  const std::string rule = inputs.text("business_day_rule");
  const nlohmann::json& weekend = inputs.raw("weekend_days");
  if (!weekend.is_null()) {
    if (weekend != nlohmann::json::array({"Saturday", "Sunday"})) throw Unsupported("weekend_days");
    terms.due.calendar.weekend = {5, 6};
  }
  for (const auto& day : inputs.raw("public_holidays")) terms.due.calendar.holidays.push_back(case_date(day.get<std::string>()));
  if (rule.empty()) return;
  if (rule.find("forward to next working day") == std::string::npos) throw Unsupported("business_day_rule=" + rule);
  terms.due.holidays = loans::HolidayRule::Following;
  const bool first_by_days = rule.find("PAYFIRSTINSTALLMENTREALVALUE=true") != std::string::npos;
  terms.due.holiday_interest = first_by_days ? loans::HolidayInterest::FirstMoved : loans::HolidayInterest::Unmoved;
}

void read_method_per_period(CaseInputs& inputs, LoanTerms& terms) {
  const std::string type = inputs.text("loan_type");
  Rounding rounding = Rounding::HalfUp;
  if (type == "Flat") {
    terms.method = Method::Flat;
  } else if (type == "DecliningFixedInstallments") {
    terms.method = Method::EqualInstallments;
  } else if (type == "DecliningFixedPrincipal") {
    terms.method = Method::EqualPrincipal;
    rounding = Rounding::HalfEven;
  } else {
    throw Unsupported("loan_type=" + type);
  }
  terms.rounding.interest = rounding;
  terms.rounding.principal = rounding;
  terms.rounding.installment = rounding;
  const std::string remainder = inputs.text("rounding_type");
  if (remainder == "Begin") {
    terms.rounding.remainder = loans::Remainder::First;
  } else if (remainder == "End") {
    terms.rounding.remainder = loans::Remainder::Last;
  } else if (remainder == "" || remainder.find("Approximate") != std::string::npos) {
    terms.rounding.remainder = loans::Remainder::Spread;
  } else {
    throw Unsupported("rounding_type=" + remainder);
  }
}

void read_late_fee(CaseInputs& inputs, LoanTerms& terms) {
  for (const auto& [key, base] : {std::pair{"late_fee_rate_per_day_on_initial_amount", loans::LateFeeBase::Initial},
                                  std::pair{"late_fee_rate_per_day_on_OLB", loans::LateFeeBase::Outstanding}}) {
    const std::string text = inputs.text(key);
    if (text.empty()) continue;
    const auto rate = parse_rate(text);
    if (!rate) throw Unsupported("inputs." + std::string(key) + "=" + text);
    terms.late_fee.per_day = *rate;
    terms.late_fee.base = base;
  }
}

}  // namespace

void read_per_period(CaseInputs& inputs, LoanTerms& terms) {
  const std::string text = inputs.text("rate_per_installment");
  const auto rate = parse_rate(text);
  if (!rate) throw Unsupported("rate_per_installment=" + text);
  terms.rate = *rate;
  terms.rate_basis = loans::RateBasis::PerPeriod;
  terms.due.installments = inputs.integer("number_of_repayments").value_or(0);
  terms.grace.principal = inputs.integer("grace_periods_on_principal").value_or(0);
  read_method_per_period(inputs, terms);
  if (!inputs.flag("use_cents")) terms.rounding.unit = Money::from_fen(100);
  const std::string type = inputs.text("installment_type");
  const int days = inputs.integer("installment_days").value_or(type == "Bi-Weekly" ? 14 : 0);
  const int months = inputs.integer("installment_months").value_or(days == 0 ? 1 : 0);
  if ((days == 0) == (months == 0)) throw Unsupported("installment_type=" + type);
  terms.due.period = days > 0 ? loans::Period{PeriodUnit::Days, days} : loans::Period{PeriodUnit::Months, months};
  read_late_fee(inputs, terms);
  read_shares(inputs, terms);
  read_calendar(inputs, terms);
  if (inputs.text("charge_interest_within_grace") == "false") terms.grace.interest_free = terms.grace.principal;
  inputs.ignore("rate_note");
  inputs.ignore("rounding_note");
  inputs.ignore("product");
}

}  // namespace mingzhang::tests
