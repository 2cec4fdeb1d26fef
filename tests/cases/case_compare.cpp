// SPDX-License-Identifier: Apache-2.0
// Comparing row by row and key by key.
#include "tests/cases/case_compare.h"

#include <algorithm>
#include <functional>
#include <map>

#include "tests/cases/case_inputs.h"

namespace mingzhang::tests {
namespace {

using loans::Row;
using loans::Schedule;
using Json = nlohmann::json;

std::string text_of(const Json& value) {
  return value.is_string() ? value.get<std::string>() : value.dump();
}

std::string differs(const std::string& where, const std::string& wanted, const std::string& got) {
  return where + ": wanted " + wanted + ", got " + got;
}

std::string amount_difference(const std::string& where, const Json& wanted, Money got) {
  const Money amount = case_money(text_of(wanted));
  return amount == got ? "" : differs(where, to_yuan(amount), to_yuan(got));
}

std::string whole_difference(const std::string& where, const Json& wanted, Money got) {
  const auto whole = loans::rounded_money(got.fen(), 1, Money::from_fen(100), Rounding::HalfUp);
  return amount_difference(where, wanted, whole);
}

std::string number_difference(const std::string& where, const Json& wanted, std::int64_t got) {
  return text_of(wanted) == std::to_string(got) ? "" : differs(where, text_of(wanted), std::to_string(got));
}

std::string date_difference(const std::string& where, const Json& wanted, Date got) {
  return text_of(wanted) == to_iso(got) ? "" : differs(where, text_of(wanted), to_iso(got));
}

using AmountOf = std::function<Money(const Row&)>;

const std::map<std::string, AmountOf>& row_amounts() {
  static const std::map<std::string, AmountOf> kAmounts{
      {"principal", [](const Row& row) { return row.owed.principal; }},
      {"interest", [](const Row& row) { return row.owed.interest; }},
      {"fees", [](const Row& row) { return row.owed.fees; }},
      {"penalties", [](const Row& row) { return row.owed.penalties; }},
      {"total_due", [](const Row& row) { return row.owed.total(); }},
      {"balance", [](const Row& row) { return row.balance; }},
      {"balance_before", [](const Row& row) { return row.opening; }},
      {"opening", [](const Row& row) { return row.opening; }},
      {"paid", [](const Row& row) { return row.paid.total(); }},
      {"paid_in_advance", [](const Row& row) { return row.paid_in_advance; }},
      {"paid_late", [](const Row& row) { return row.paid_late; }},
      {"outstanding", [](const Row& row) { return row.outstanding(); }},
  };
  return kAmounts;
}

std::string installment_difference(const Json& expected, const Schedule& schedule) {
  const int number = std::stoi(text_of(expected.at("nr")));
  const auto row = std::find_if(schedule.rows.begin(), schedule.rows.end(), [&](const Row& r) { return r.number == number; });
  const std::string where = "row " + std::to_string(number);
  if (row == schedule.rows.end()) return differs(where, "a row", "none");
  for (const auto& [key, wanted] : expected.items()) {
    std::string found;
    const std::string at = where + " " + key;
    const auto amount = row_amounts().find(key);
    const std::string rounded = "_rounded";
    if (key == "type" || key == "nr" || key == "rate_factors" || wanted.is_null()) continue;
    if (amount != row_amounts().end()) {
      found = amount_difference(at, wanted, amount->second(*row));
    } else if (key.size() > rounded.size() && key.ends_with(rounded) && row_amounts().contains(key.substr(0, key.size() - rounded.size()))) {
      found = whole_difference(at, wanted, row_amounts().at(key.substr(0, key.size() - rounded.size()))(*row));
    } else if (key == "days") {
      found = number_difference(at, wanted, row->days);
    } else if (key == "due_date") {
      found = date_difference(at, wanted, row->due);
    } else if (key == "from_date") {
      found = date_difference(at, wanted, row->from);
    } else if (key == "paid_date") {
      found = row->paid_on ? date_difference(at, wanted, *row->paid_on) : differs(at, text_of(wanted), "not paid");
    } else {
      throw Unsupported("expected " + key);
    }
    if (!found.empty()) return found;
  }
  return "";
}

std::string disbursement_difference(const Json& expected, const CaseLoan& loan, std::size_t& next) {
  const auto& tranches = loan.terms.tranches;
  const loans::Tranche whole{loan.terms.start, loan.terms.principal};
  if (next >= std::max<std::size_t>(1, tranches.size())) return "disbursement " + std::to_string(next + 1) + ": wanted one, got none";
  const loans::Tranche& tranche = tranches.empty() ? whole : tranches[next];
  const std::string where = "disbursement " + std::to_string(++next);
  const std::string date = expected.contains("date") ? date_difference(where, expected.at("date"), tranche.date) : "";
  if (!date.empty()) return date;
  return expected.contains("balance_after_or_amount") ? amount_difference(where, expected.at("balance_after_or_amount"), tranche.amount) : "";
}

std::string summary_difference(const Json& expected, const Schedule& schedule) {
  for (const auto& [key, wanted] : expected.items()) {
    std::string found;
    if (key == "type") continue;
    if (key == "monthly_repayment") {
      found = amount_difference(key, wanted, schedule.installment);
    } else if (key == "total_interest_rounded") {
      found = whole_difference(key, wanted, schedule.owed.interest);
    } else if (key == "total_payment_rounded") {
      found = whole_difference(key, wanted, schedule.owed.total());
    } else if (key == "rows") {
      found = number_difference(key, wanted, static_cast<std::int64_t>(schedule.rows.size()));
    } else {
      throw Unsupported("expected " + key);
    }
    if (!found.empty()) return found;
  }
  return "";
}

std::string allocation_difference(const Json& expected, const Schedule& schedule) {
  for (const loans::SetOff& payment : schedule.payments) {
    if (to_iso(payment.date) != expected.at("date").get<std::string>()) continue;
    const std::string principal = amount_difference("allocation principal", expected.at("principal"), payment.parts.principal);
    return !principal.empty() ? principal : amount_difference("allocation interest", expected.at("interest"), payment.parts.interest);
  }
  return "allocation: wanted one, got none";
}

/// Figures of a known defect: what another system got wrong must not be what we get.
std::string defect_difference(const Json& expected, const Schedule& schedule) {
  for (const auto& [key, wanted] : expected.items()) {
    std::string found;
    if (key == "cause") continue;
    if (key == "exact_installment" || key == "rounded_up_installment" || key == "frappe_rounded_up") {
      found = amount_difference(key, wanted, schedule.installment);
    } else if (key == "rows_correct" || key == "rows_with_ceil") {
      found = number_difference(key, wanted, static_cast<std::int64_t>(schedule.rows.size()));
    } else if (key.starts_with("interest_")) {
      found = amount_difference(key, wanted, schedule.owed.interest);
    } else {
      throw Unsupported("expected " + key);
    }
    if (!found.empty()) return found;
  }
  return "";
}

/// Late fees of a day of its own; how they were worked out is only explained.
std::string late_fee_difference(const Json& expected, const CaseLoan& loan) {
  const Date as_of = case_date(text_of(expected.at("as_of")));
  const auto schedule = loans::schedule_for(loan.terms, loan.events, as_of);
  if (!schedule) throw Unsupported("event: " + std::string(loans::info_of(schedule.error().outcome).code));
  return amount_difference("late fee on " + to_iso(as_of), expected.at("late_fee"), schedule->owed.fees);
}

std::string totals_difference(const Json& expected, const Schedule& schedule) {
  const std::map<std::string, Money> totals{
      {"principal", schedule.owed.principal}, {"interest", schedule.owed.interest}, {"fees", schedule.owed.fees},
      {"penalties", schedule.owed.penalties}, {"total_due", schedule.owed.total()}, {"paid", schedule.paid.total()},
      {"paid_in_advance", schedule.paid_in_advance}, {"paid_late", schedule.paid_late},
      {"outstanding", schedule.owed.total() - schedule.paid.total()}};
  for (const auto& [key, wanted] : expected.items()) {
    if (!totals.contains(key)) throw Unsupported("expected_totals " + key);
    const std::string found = amount_difference("totals " + key, wanted, totals.at(key));
    if (!found.empty()) return found;
  }
  return "";
}

std::string transactions_difference(const Json& expected, const Schedule& schedule) {
  std::size_t next = 0;
  for (const auto& wanted : expected) {
    if (wanted.value("transaction_type", "") != "Repayment" || wanted.value("reverted", "") == "true") continue;
    const std::string where = "transaction " + std::to_string(next + 1);
    if (next >= schedule.payments.size()) return differs(where, "a repayment", "none");
    const loans::SetOff& got = schedule.payments[next++];
    const std::map<std::string, Money> amounts{
        {"amount", got.parts.total()}, {"principal", got.parts.principal}, {"interest", got.parts.interest},
        {"fees", got.parts.fees}, {"penalties", got.parts.penalties}, {"loan_balance", got.principal_after}};
    for (const auto& [key, amount] : amounts) {
      if (!wanted.contains(key)) continue;
      const std::string found = amount_difference(where + " " + key, wanted.at(key), amount);
      if (!found.empty()) return found;
    }
  }
  return "";
}

}  // namespace

std::string first_difference(const Json& object, const CaseLoan& loan, const Schedule& schedule) {
  std::size_t disbursements = 0;
  for (const auto& expected : object.at("expected")) {
    if (!expected.is_object()) throw Unsupported("expected that is no row");
    const std::string type = expected.value("type", expected.contains("nr") ? "installment" : "");
    std::string found;
    if (type == "installment") {
      found = installment_difference(expected, schedule);
    } else if (type == "disbursement") {
      found = disbursement_difference(expected, loan, disbursements);
    } else if (type == "summary") {
      found = summary_difference(expected, schedule);
    } else if (type == "allocation") {
      found = allocation_difference(expected, schedule);
    } else if (expected.contains("late_fee")) {
      found = late_fee_difference(expected, loan);
    } else if (type.empty()) {
      found = defect_difference(expected, schedule);
    } else {
      throw Unsupported("expected type " + type);
    }
    if (!found.empty()) return found;
  }
  if (object.contains("expected_totals")) {
    const std::string found = totals_difference(object.at("expected_totals"), schedule);
    if (!found.empty()) return found;
  }
  return object.contains("expected_transactions") ? transactions_difference(object.at("expected_transactions"), schedule) : "";
}

std::string first_day_count_difference(const Json& object) {
  const std::map<std::string, std::string> names{{"30/360 BondBasis", "30/360"}, {"30/360 EurobondBasis", "30e/360"},
                                                 {"30/360 USA", "30/360-us"},    {"30/360 ISDA", "30e/360-isda"}};
  const std::string convention = object.at("inputs").at("convention").get<std::string>();
  if (!names.contains(convention)) throw Unsupported("convention=" + convention);
  const auto count = loans::parse_day_count(names.at(convention));
  for (const auto& row : object.at("expected")) {
    const Date from = case_date(row.at("start").get<std::string>());
    const Date to = case_date(row.at("end").get<std::string>());
    const std::string found = number_difference(to_iso(from) + " to " + to_iso(to), row.at("days"), loans::counted_days(*count, from, to));
    if (!found.empty()) return found;
  }
  return "";
}

}  // namespace mingzhang::tests
