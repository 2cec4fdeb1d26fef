// SPDX-License-Identifier: Apache-2.0
// Reads numbers of items, sides and days.
#include "service/banks/reconciliation_setup.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "base/text.h"
#include "loans/reconciliation_outcome.h"
#include "service/setup/fund_words.h"

namespace mingzhang::service {
namespace {

using loans::ItemAction;
using loans::ItemState;

NewLoanCommand finished(FundWords& words, loans::Command command) {
  if (auto refused = words.refused()) return Err(std::move(*refused));
  return command;
}

Date day_of(FundWords& words, const std::string& given, Date today) {
  return given.empty() ? today : words.date("--date", given);
}

/// "1,3-5" → 1, 3, 4, 5, ascending. More numbers than a list can have are cut off; the command refuses them.
std::vector<std::int64_t> numbers_of(FundWords& words, std::string_view text) {
  std::vector<std::int64_t> numbers;
  while (!text.empty()) {
    const std::size_t comma = text.find(',');
    const std::string_view part = trimmed(text.substr(0, comma));
    text.remove_prefix(comma == std::string_view::npos ? text.size() : comma + 1);
    const std::size_t dash = part.find('-');
    const std::int64_t from = words.number("--items", part.substr(0, dash));
    const std::int64_t to = dash == std::string_view::npos ? from : words.number("--items", part.substr(dash + 1));
    if (to < from) words.add(ReadingOutcome::RangeBad, "--items", part);
    for (std::int64_t number = from; number <= to && numbers.size() <= loans::kReconciliationItemsMax; ++number) {
      numbers.push_back(number);
    }
  }
  std::sort(numbers.begin(), numbers.end());
  return numbers;
}

/// The items that the action can be done to. An unknown list gives none and is refused by its name.
Result<std::vector<std::int64_t>, Refusal> all_numbers(const BookPlace& place, const std::string& code, ItemAction action) {
  std::vector<std::int64_t> numbers;
  const TextResult read = read_book(place, [&](BookReading& reading) -> TextResult {
    const auto store = place.opened.loans->loans_of(reading.head.id);
    const auto list = store->reconciliations().reconciliation(code);
    if (!list) {
      return Err(refusal(loans::info_of(loans::ReconciliationOutcome::ReconciliationUnknown),
                         is_plain_text(code) ? shortened(code, 60) : ""));
    }
    for (const loans::ReconciliationItem& item : store->reconciliations().items_of(list->id)) {
      if ((item.state == ItemState::Open) != (action == ItemAction::Reopen)) numbers.push_back(item.number);
    }
    return std::string();
  });
  if (!read) return Err(read.error());
  return numbers;
}

}  // namespace

loans::Command record_of(const Reconciled& found, const std::string& code, const std::string& replaces) {
  loans::RecordReconciliation command = found.record;
  command.code = code;
  command.replaces = replaces;
  return command;
}

NewLoanCommand handle_items(const BookPlace& place, const std::string& action, const ItemWords& given, Date today) {
  FundWords words;
  loans::HandleItems command;
  command.reconciliation = given.reconciliation;
  command.action = words.choice("action", action, loans::parse_item_action, ItemAction::Assign);
  command.date = day_of(words, given.date, today);
  command.to = given.to;
  command.note = given.note;
  command.source = given.source;
  if (given.items == "all") {
    auto numbers = all_numbers(place, given.reconciliation, command.action);
    if (!numbers) return Err(numbers.error());
    command.items = std::move(numbers).value();
  } else {
    command.items = numbers_of(words, given.items);
  }
  return finished(words, std::move(command));
}

NewLoanCommand sign_reconciliation(const SignatureWords& given, Date today) {
  FundWords words;
  loans::SignReconciliation command;
  command.reconciliation = given.reconciliation;
  command.side = words.choice("--side", given.side, loans::parse_reconciliation_side, loans::ReconciliationSide::Here);
  command.unit = given.unit;
  command.capacity = given.capacity;
  command.document = given.document;
  command.date = day_of(words, given.date, today);
  return finished(words, std::move(command));
}

}  // namespace mingzhang::service
