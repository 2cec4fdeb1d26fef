// SPDX-License-Identifier: Apache-2.0
// What is done to all loans that run: interest that is due, classes by days overdue.
#include <utility>

#include "base/text.h"
#include "loans/batch_commands.h"
#include "loans/lending_outcome.h"
#include "service/lending/day_close.h"
#include "service/lending/loan_setup.h"
#include "service/lending/loan_state.h"
#include "service/setup/fund_words.h"

namespace mingzhang::service {
namespace {

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

}  // namespace

NewLoanCommand accrue_interest(const BookPlace& place, const LoanWords& words) {
  FundWords reader;
  loans::AccrueInterest command;
  command.code = words.code;
  command.date = reader.date("--date", words.date);
  if (std::optional<Refusal> refusal = reader.refused()) return Err(std::move(*refusal));
  const std::optional<Refusal> refused =
      with_loans(place, [&](loans::Loans& loans) { command.rows = interest_due(loans, command.date); });
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
  Result<ClassChanges, Refusal> changes = class_changes(place, command.date, table);
  if (!changes) return Err(std::move(changes).error());
  command.rows = std::move(changes->rows);
  command.explanation = std::move(changes->explanation);
  return loans::Command(std::move(command));
}

}  // namespace mingzhang::service
