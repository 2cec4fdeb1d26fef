// SPDX-License-Identifier: Apache-2.0
// One case: terms, schedule, comparison.
#include "tests/cases/run_cases.h"

#include <algorithm>
#include <variant>

#include "loans/schedule.h"
#include "loans/terms_check.h"
#include "tests/cases/case_compare.h"
#include "tests/cases/case_inputs.h"
#include "tests/cases/case_terms.h"

namespace mingzhang::tests {
namespace {

/// A loan that the case describes by the rate of its whole term in days.
CaseLoan whole_term(const nlohmann::json& object) {
  CaseInputs inputs(object.at("inputs"), "inputs.");
  CaseLoan loan;
  loan.terms.principal = inputs.money("principal").value_or(Money());
  loan.terms.start = case_date("2020-01-01");
  loan.as_of = loan.terms.start;
  loan.terms.rate = inputs.percent("rate_percent_whole_term").value_or(Rate());
  loan.terms.rate_basis = loans::RateBasis::PerPeriod;
  loan.terms.method = loans::Method::PrincipalAtEnd;
  loan.terms.due.period = {loans::PeriodUnit::Days, inputs.integer("term_days").value_or(0)};
  inputs.ignore("days_in_year");
  if (!inputs.flag("single_installment")) throw Unsupported("inputs.single_installment");
  inputs.finish();
  return loan;
}

/// The progressive engine of the cases sets payments in advance off by tables of its own.
void refuse_advance(const nlohmann::json& inputs, const CaseLoan& loan, const loans::Schedule& schedule) {
  if (inputs.value("engine", "") != "progressive") return;
  const bool is_paid_off = std::any_of(loan.events.begin(), loan.events.end(),
                                       [](const loans::Event& event) { return std::holds_alternative<loans::PayOff>(event); });
  for (const loans::Row& row : schedule.rows) {
    const bool is_early = !is_paid_off && !row.paid_in_advance.is_zero();
    const bool is_beyond = row.paid.total() > schedule.installment && row.number != schedule.rows.back().number;
    if (is_early || is_beyond) throw Unsupported("event repayment in advance, progressive engine");
  }
}

std::string difference_of(const nlohmann::json& object) {
  const auto& inputs = object.at("inputs");
  if (is_calendar_case(inputs)) return first_calendar_difference(object);
  if (inputs.contains("convention")) return first_day_count_difference(object);
  const CaseLoan loan = inputs.contains("rate_percent_whole_term") ? whole_term(object) : loan_of_case(object);
  const auto problems = loans::check_terms(loan.terms);
  if (!problems.empty()) {
    throw Unsupported(std::string(loans::info_of(problems.front().outcome).code) + " " + std::string(problems.front().place));
  }
  const auto schedule = loans::schedule_for(loan.terms, loan.events, loan.as_of);
  if (!schedule) throw Unsupported("event: " + std::string(loans::info_of(schedule.error().outcome).code));
  refuse_advance(inputs, loan, *schedule);
  return first_difference(object, loan, *schedule);
}

}  // namespace

std::string CaseVerdict::line() const {
  const char* word = status == CaseStatus::Equal ? "equal" : status == CaseStatus::Different ? "different" : "unsupported";
  nlohmann::json object{{"id", id}, {"status", word}};
  object["first_difference"] = first_difference.empty() ? nlohmann::json() : nlohmann::json(first_difference);
  return object.dump();
}

CaseVerdict run_case(const nlohmann::json& object) {
  CaseVerdict verdict;
  try {
    verdict.id = object.at("id").get<std::string>();
    verdict.first_difference = difference_of(object);
    verdict.status = verdict.first_difference.empty() ? CaseStatus::Equal : CaseStatus::Different;
  } catch (const Unsupported& problem) {
    verdict.status = CaseStatus::Unsupported;
    verdict.first_difference = problem.what();
  } catch (const nlohmann::json::exception& problem) {
    verdict.status = CaseStatus::Unsupported;
    verdict.first_difference = problem.what();
  } catch (const std::logic_error& problem) {  // a number that is none
    verdict.status = CaseStatus::Unsupported;
    verdict.first_difference = problem.what();
  }
  return verdict;
}

}  // namespace mingzhang::tests
