// SPDX-License-Identifier: Apache-2.0
// What happens in a case, as our events.
#include <algorithm>

#include "loans/schedule.h"
#include "loans/terms_check.h"
#include "tests/cases/case_inputs.h"
#include "tests/cases/case_terms.h"

namespace mingzhang::tests {
namespace {

using loans::LoanTerms;

/// Reads events one by one; the schedule is computed anew when money moves or a day is closed.
class EventReader {
 public:
  explicit EventReader(CaseLoan& loan, bool changes_installment_by_tranche)
      : loan_(loan), changes_installment_by_tranche_(changes_installment_by_tranche) {}

  void read(const nlohmann::json& object) {
    CaseInputs event(object, "event.");
    const std::string operation = event.text("op");
    if (operation == "business_date") {
      business_date_ = event.date("date").value_or(business_date_);
    } else if (operation == "approve") {
      event.date("date");
      approved_ = event.money("amount");
    } else if (operation == "disburse") {
      disburse(event);
    } else if (operation == "repayment") {
      repay(event);
    } else if (operation == "payoff") {
      const Date date = event.date("date").value_or(business_date_);
      loan_.events.push_back(loans::PayOff{date});
      seen(date);
    } else if (operation == "pre_payment") {
      const Date date = event.date("date").value_or(business_date_);
      loan_.terms.repayment.recalculation = loans::Recalculation::Daily;
      loan_.events.push_back(loans::Payment{date, event.money("amount").value_or(Money())});
      seen(date);
    } else if (operation == "close_of_business") {
      seen(business_date_);
    } else if (operation == "change_rate") {
      // There the day before the effective day is the first at the new rate.
      const Date from = plus_days(event.date("effective_from").value_or(business_date_), -1);
      loan_.events.push_back(loans::RateChange{from, event.percent("new_annual_rate_percent").value_or(Rate())});
    } else if (operation == "reschedule") {
      reschedule(event);
    } else if (operation == "cob_step_add" || operation == "other") {
      for (const char* key : {"step", "text"}) event.ignore(key);
    } else if (operation == "set_future_installment_allocation_rule") {
      if (event.text("rule") != "NEXT_INSTALLMENT") throw Unsupported("event.rule");
    } else {
      throw Unsupported("event " + operation);
    }
    event.finish();
  }

  void finish() {
    LoanTerms& terms = loan_.terms;
    std::stable_sort(tranches_.begin(), tranches_.end(), [](const auto& a, const auto& b) { return a.date < b.date; });
    const bool is_plain = tranches_.size() == 1 && tranches_.front().date == terms.start;
    if (!tranches_.empty() && (!is_plain || tranches_.front().amount != terms.principal)) terms.tranches = tranches_;
    if (tranches_.size() > 1 && !changes_installment_by_tranche_) {
      terms.installment_base = loans::InstallmentBase::Approved;
      terms.principal = approved_.value_or(terms.principal);
    } else if (!terms.tranches.empty()) {
      terms.principal = Money();
      for (const auto& tranche : terms.tranches) terms.principal += tranche.amount;
    }
  }

 private:
  void seen(Date date) { loan_.as_of = std::max(loan_.as_of, date); }

  void disburse(CaseInputs& event) {
    const Date date = event.date("date").value_or(business_date_);
    tranches_.push_back({date, event.money("amount").value_or(loan_.terms.principal)});
    seen(date);
  }

  void repay(CaseInputs& event) {
    event.ignore("installment");  // payments meet the rows in their order
    const Date date = event.date("date").value_or(business_date_);
    loan_.events.push_back(loans::Payment{date, event.money("amount").value_or(Money())});
    seen(date);
  }

  void reschedule(CaseInputs& event) {
    if (event.has("options")) return restructure(event.raw("options"));
    for (const auto& item : event.raw("data")) {
      CaseInputs change(item, "event.reschedule.");
      const auto from = change.date("rescheduleFromDate");
      if (!from) throw Unsupported("event reschedule without rescheduleFromDate");
      if (const auto date = change.date("adjustedDueDate")) loan_.events.push_back(loans::DueDateMove{*from, *date});
      if (const auto rows = change.integer("extraTerms")) loan_.events.push_back(loans::Extension{*from, *rows});
      if (const auto rows = change.integer("graceOnPrincipal")) loan_.events.push_back(loans::PrincipalGrace{*from, *rows});
      if (const auto rate = change.percent("newInterestRate")) loan_.events.push_back(loans::RateChange{*from, *rate});
      change.ignore("submittedOnDate");
      change.finish();
    }
  }

  /// New terms from the first row on that is not paid.
  void restructure(const nlohmann::json& object) {
    CaseInputs options(object, "event.reschedule.");
    if (!loans::check_terms(loan_.terms).empty()) throw Unsupported("event reschedule of a loan that cannot be computed");
    const auto schedule = loans::schedule_for(loan_.terms, loan_.events, loan_.as_of);
    if (!schedule) throw Unsupported("event reschedule of a loan that cannot be computed");
    const auto row = std::find_if(schedule->rows.begin(), schedule->rows.end(), [](const auto& r) { return !r.outstanding().is_zero(); });
    if (row == schedule->rows.end()) throw Unsupported("event reschedule of a paid loan");
    if (!row->paid.total().is_zero()) throw Unsupported("event reschedule from a partly paid row");
    const auto rate = parse_rate(options.text("InterestRate"));
    if (!rate) throw Unsupported("event.reschedule.InterestRate");
    if (*rate != loan_.terms.rate) loan_.events.push_back(loans::RateChange{row->from, *rate});
    const int rows = options.integer("NewInstallments").value_or(0);
    if (rows > 0) loan_.events.push_back(loans::Extension{row->due, rows});
    const int days = options.integer("RepaymentDateOffset").value_or(0);
    const bool is_charged = options.flag("ChargeInterestDuringShift");
    if (days > 0) loan_.events.push_back(loans::DueDateMove{row->due, plus_days(row->to, days), is_charged});
    options.finish();
  }

  CaseLoan& loan_;
  bool changes_installment_by_tranche_;
  Date business_date_ = loan_.terms.start;
  std::optional<Money> approved_;
  std::vector<loans::Tranche> tranches_;
};

}  // namespace

void read_events(const nlohmann::json& events, CaseLoan& loan, bool recomputes_at_close) {
  EventReader reader(loan, recomputes_at_close);
  for (const auto& event : events) reader.read(event);
  reader.finish();
}

}  // namespace mingzhang::tests
