// SPDX-License-Identifier: Apache-2.0
// Checks of payment lists.
#include <algorithm>
#include <set>
#include <utility>

#include "funds/disbursement_commands.h"
#include "funds/refusals.h"

namespace mingzhang::funds {
namespace {

/// The same household twice is refused unless the rows name different persons.
void check_doubles(const std::vector<SubmittedRow>& rows, Refusals& refusals) {
  std::vector<std::size_t> order(rows.size());
  for (std::size_t index = 0; index < order.size(); ++index) order[index] = index;
  const auto key = [&rows](std::size_t index) {
    return std::pair<std::string_view, std::string_view>(rows[index].household, rows[index].person);
  };
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return key(a) < key(b); });
  for (std::size_t i = 1; i < order.size(); ++i) {
    // Sorted by person, a row for the household as a whole stands in front of those for its persons.
    const bool is_same = rows[order[i]].household == rows[order[i - 1]].household;
    const bool is_whole = rows[order[i - 1]].person.empty();
    if (!is_same || (!is_whole && rows[order[i]].person != rows[order[i - 1]].person)) continue;
    refusals.add(FundsOutcome::HouseholdTwice, row_place(order[i]), row_place(order[i - 1]));
  }
}

void check_rows(const SubmitList& command, Refusals& refusals) {
  if (command.rows.empty()) refusals.add(FundsOutcome::PartsMissing, "rows", "");
  if (command.rows.size() > kRowsMax) {
    refusals.add(FundsOutcome::TooManyParts, "rows", std::to_string(command.rows.size()));
    return;
  }
  std::optional<Money> sum = Money();
  for (std::size_t index = 0; index < command.rows.size(); ++index) {
    const SubmittedRow& row = command.rows[index];
    const std::string place = row_place(index);
    refusals.check_opaque(row.household, place);
    if (!row.person.empty()) refusals.check_opaque(row.person, place);
    if (!row.payee.empty()) refusals.check_digest(row.payee, place);
    refusals.check_amount(row.amount, place);
    if (sum) sum = checked_add(*sum, row.amount);
  }
  if (!sum) refusals.add(FundsOutcome::TotalTooLarge, "");
  if (sum && *sum != command.total) {  // INV-21
    refusals.add(FundsOutcome::TotalDiffers, to_yuan(*sum) + " ≠ " + to_yuan(command.total));
  }
  check_doubles(command.rows, refusals);
}

void check_changed_rows(const ChangeRows& command, Refusals& refusals) {
  if (command.rows.empty()) refusals.add(FundsOutcome::PartsMissing, "rows", "");
  if (command.rows.size() > kRowsMax) {
    refusals.add(FundsOutcome::TooManyParts, "rows", std::to_string(command.rows.size()));
    return;
  }
  std::set<std::int64_t> seen;
  for (std::size_t index = 0; index < command.rows.size(); ++index) {
    const ChangedRow& row = command.rows[index];
    const bool pays = command.action == RowAction::Repay;
    if (!pays) refusals.check_text(row.reason, row_place(index));
    if (pays) refusals.check_optional_text(row.reason, row_place(index));
    if (!row.payee.empty()) refusals.check_digest(pays ? row.payee : "", row_place(index));
    if (row.number < 1 || !seen.insert(row.number).second) {
      refusals.add(FundsOutcome::RowTwice, row_place(index), std::to_string(row.number));
    }
  }
}

/// Where the list's money comes from, and what is refused where that is not there.
void check_source(const SubmitList& command, const Indicator& indicator, Funds& funds, Refusals& refusals) {
  if (command.target.is_none()) {
    refusals.check_pot(pot_of(indicator.id), command.date, command.total, FundsOutcome::NotAvailable, funds);
    return;
  }
  const Target* target = find_target(command.target, funds, refusals);
  if (target == nullptr) return;
  if (target->indicator != indicator.id) {
    refusals.add(FundsOutcome::TargetOfOtherIndicator, indicator_of(target->indicator, funds).code);
  }
  if (!target->project.empty() && target->project != command.project) {
    refusals.add(FundsOutcome::TargetOfOtherProject, target->project);
  }
  refusals.check_pot(pot_of(target->key), command.date, command.total, FundsOutcome::TargetExhausted, funds);
}

}  // namespace

std::vector<Problem> check_request(const SubmitList& command) {
  Refusals refusals;
  refusals.check_code(command.code, "code");
  refusals.check_code(command.indicator, "indicator");
  if (!command.target.is_none()) refusals.check_code(command.target.allocation, "allocation");
  if (!command.project.empty()) refusals.check_code(command.project, "project");
  refusals.check_text(command.title, "title");
  refusals.check_digest(command.digest, "digest");
  refusals.check_explanation(command.explanation);
  if (command.publicity_end < command.date) {
    refusals.add(FundsOutcome::DeadlineBeforeDate, "publicity_end", to_iso(command.publicity_end));
  }
  check_rows(command, refusals);
  return refusals.in_order();
}

std::vector<Problem> check_request(const PayList& command) {
  Refusals refusals;
  refusals.check_code(command.code, "code");
  refusals.check_code(command.list, "list");
  refusals.check_accounts(command.accounts);
  return refusals.in_order();
}

std::vector<Problem> check_request(const ChangeRows& command) {
  Refusals refusals;
  refusals.check_code(command.code, "code");
  refusals.check_code(command.list, "list");
  refusals.check_accounts(command.accounts);
  check_changed_rows(command, refusals);
  return refusals.in_order();
}

std::vector<Problem> check_request(const WithdrawList& command) {
  Refusals refusals;
  refusals.check_code(command.code, "code");
  refusals.check_code(command.list, "list");
  refusals.check_text(command.reason, "reason");
  return refusals.in_order();
}

std::vector<Problem> check_state(const SubmitList& command, Funds& funds, ledger::Book& book) {
  Refusals refusals;
  refusals.check_project(command.project, book);
  const Indicator* indicator = find_indicator(command.indicator, funds, refusals);
  // INV-22: the rows that somebody has submitted are not submitted again.
  const DisbursementList* same = funds.list_with_digest(command.digest);
  if (same != nullptr) refusals.add(FundsOutcome::SameListTwice, same->code);
  if (indicator != nullptr) check_source(command, *indicator, funds, refusals);
  return refusals.in_order();
}

std::vector<Problem> check_state(const PayList& command, Funds& funds, ledger::Book&) {
  Refusals refusals;
  const DisbursementList* list = find_list(command.list, funds, refusals);
  if (list == nullptr) return refusals.in_order();
  refusals.check_not_before(command.date, list->date, "");
  if (list->is_withdrawn) refusals.add(FundsOutcome::ListWithdrawn, list->code);
  if (list->submitted.is_zero()) refusals.add(FundsOutcome::ListPaid, list->code);
  if (command.date < list->publicity_end) {
    refusals.add(FundsOutcome::PublicityRunning, to_iso(list->publicity_end));
  }
  return refusals.in_order();
}

std::vector<Problem> check_state(const ChangeRows& command, Funds& funds, ledger::Book&) {
  Refusals refusals;
  const DisbursementList* list = find_list(command.list, funds, refusals);
  if (list == nullptr) return refusals.in_order();
  for (std::size_t index = 0; index < command.rows.size(); ++index) {
    const ListRow* row = funds.row(ListRowKey{list->id, command.rows[index].number});
    if (row == nullptr) {
      refusals.add(FundsOutcome::RowUnknown, row_place(index), std::to_string(command.rows[index].number));
      continue;
    }
    refusals.check_not_before(command.date, row->changed, row_place(index));
    const bool is_paid = row->state == RowState::Paid || row->state == RowState::Repaid;
    const std::string state(word_of(row->state));
    if (command.action == RowAction::Return) {
      if (!is_paid) refusals.add(FundsOutcome::RowNotPaid, row_place(index), state);
    } else if (row->state != RowState::Returned) {
      refusals.add(FundsOutcome::RowNotReturned, row_place(index), state);
    }
  }
  if (command.action == RowAction::Cancel) {
    const Pot source = list->target.number == 0 ? pot_of(list->indicator) : pot_of(list->target);
    refusals.check_growth(source, list->total, funds);
  }
  return refusals.in_order();
}

std::vector<Problem> check_state(const WithdrawList& command, Funds& funds, ledger::Book&) {
  Refusals refusals;
  const DisbursementList* list = find_list(command.list, funds, refusals);
  if (list == nullptr) return refusals.in_order();
  refusals.check_not_before(command.date, list->date, "");
  if (list->is_withdrawn) refusals.add(FundsOutcome::ListWithdrawn, list->code);
  if (list->submitted.is_zero()) refusals.add(FundsOutcome::ListPaid, list->code);
  const Pot source = list->target.number == 0 ? pot_of(list->indicator) : pot_of(list->target);
  refusals.check_growth(source, list->total, funds);
  return refusals.in_order();
}

}  // namespace mingzhang::funds
