// SPDX-License-Identifier: Apache-2.0
// What is done to all loans that run: interest that is due, classes by days overdue.
#include <algorithm>
#include <map>
#include <utility>

#include "base/text.h"
#include "loans/batch_commands.h"
#include "loans/lending_outcome.h"
#include "service/lending/loan_setup.h"
#include "service/lending/loan_state.h"
#include "service/setup/fund_words.h"

namespace mingzhang::service {
namespace {

using loans::LoanState;

/// Codes of the loans that run, in the order of their codes.
std::vector<std::string> running_loans(loans::Loans& loans, bool also_ended) {
  std::vector<std::string> codes;
  loans.store().all_loans([&](const loans::Loan& loan) {
    const bool has_ended = loan.state == LoanState::Settled || loan.state == LoanState::Renewed;
    if (loan.state == LoanState::Active || (also_ended && has_ended)) codes.push_back(loan.code);
  });
  std::sort(codes.begin(), codes.end());
  return codes;
}

void read_classes(const LoanWords& words, FundWords& reader, loans::ClassifyLoans& command) {
  for (std::size_t index = 0; index < words.classes.size(); ++index) {
    const std::vector<std::string_view> row = words_of(words.classes[index]);
    const auto loan_class = row.size() == 2 ? loans::parse_loan_class(row[1]) : std::nullopt;
    if (!loan_class) {
      reader.add(ReadingOutcome::PartsBad, "--class " + std::to_string(index + 1), words.classes[index]);
    } else {
      command.rows.push_back({std::string(row[0]), *loan_class});
    }
  }
}

/// Asks the table once for each number of days.
class ClassTable {
 public:
  ClassTable(const BookPlace& place, const RuleWords& table, std::string date)
      : place_(place), table_(table), date_(std::move(date)) {}

  std::optional<Refusal> ask(std::int64_t days) {
    if (classes_.contains(days)) return std::nullopt;
    RuleWords words = table_;
    words.known.push_back({"days_overdue", std::to_string(days)});
    const Result<policy::Evaluation, Refusal> answer = ask_rule(place_, words, date_);
    if (!answer) return answer.error();
    const JsonValue* name = answer->result.find("class");
    const auto loan_class = name == nullptr || name->as_text() == nullptr ? std::nullopt : loans::parse_loan_class(*name->as_text());
    if (!loan_class) return refusal(ReadingOutcome::WordBad, "--table");
    classes_.emplace(days, *loan_class);
    if (days >= most_) explanation_ = answer->explanation.bytes();
    most_ = std::max(most_, days);
    return std::nullopt;
  }
  loans::LoanClass class_of(std::int64_t days) const { return classes_.at(days); }
  /// That of the longest overdue.
  const std::string& explanation() const { return explanation_; }

 private:
  const BookPlace& place_;
  const RuleWords& table_;
  std::string date_;
  std::map<std::int64_t, loans::LoanClass> classes_;
  std::string explanation_;
  std::int64_t most_ = 0;
};

struct Overdue {
  std::string loan;
  std::int64_t days = 0;
  loans::LoanClass loan_class = loans::LoanClass::Normal;
};

}  // namespace

NewLoanCommand accrue_interest(const BookPlace& place, const LoanWords& words) {
  FundWords reader;
  loans::AccrueInterest command;
  command.code = words.code;
  command.date = reader.date("--date", words.date);
  if (std::optional<Refusal> refusal = reader.refused()) return Err(std::move(*refusal));
  const std::optional<Refusal> refused = with_loans(place, [&](loans::Loans& loans) {
    for (const std::string& code : running_loans(loans, true)) {
      const loans::Loan& loan = *loans.loans().find(code);
      if (loan.start > command.date) continue;
      const Money interest = loans::interest_to_accrue(loan, loans, command.date);
      if (!interest.is_zero()) command.rows.push_back({code, interest});
    }
  });
  if (refused) return Err(*refused);
  return loans::Command(std::move(command));
}

NewLoanCommand classify_loans(const BookPlace& place, const LoanWords& words, const RuleWords& table) {
  FundWords reader;
  loans::ClassifyLoans command;
  command.code = words.code;
  command.date = reader.date("--date", words.date);
  command.reason = words.reason;
  read_classes(words, reader, command);
  if (std::optional<Refusal> refusal = reader.refused()) return Err(std::move(*refusal));
  if (!words.classes.empty()) return loans::Command(std::move(command));
  std::vector<Overdue> overdue;
  const std::optional<Refusal> refused = with_loans(place, [&](loans::Loans& loans) {
    for (const std::string& code : running_loans(loans, false)) {
      const loans::Loan& loan = *loans.loans().find(code);
      const std::optional<loans::LoanDay> day = loans.standing_on(loan.id, command.date);
      if (day) overdue.push_back({code, day->days_overdue(command.date), loan.loan_class});
    }
  });
  if (refused) return Err(*refused);
  RuleWords rule = table;
  if (rule.rule.empty()) rule.rule = "lending-general/five-classes";
  ClassTable classes(place, rule, words.date);
  for (const Overdue& one : overdue) {
    if (std::optional<Refusal> refusal = classes.ask(one.days)) return Err(std::move(*refusal));
    const loans::LoanClass found = classes.class_of(one.days);
    if (found != one.loan_class) command.rows.push_back({one.loan, found});
  }
  command.explanation = classes.explanation();
  return loans::Command(std::move(command));
}

}  // namespace mingzhang::service
