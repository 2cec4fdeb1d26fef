// SPDX-License-Identifier: Apache-2.0
// Looks at numbers of people without repairing any.
#include "service/imports/register_import_cells.h"

#include <algorithm>
#include <array>

#include "base/identifier.h"
#include "base/text.h"
#include "service/imports/voucher_import_cells.h"

namespace mingzhang::service {
namespace {

/// Digits that a spreadsheet keeps of a number.
constexpr std::size_t kDigitsKept = 15;

bool is_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// True where everything behind the digits that a spreadsheet keeps is zero.
bool ends_in_lost_digits(std::string_view digits) {
  return digits.size() > kDigitsKept && digits.find_first_not_of('0', kDigitsKept) == std::string_view::npos;
}

}  // namespace

RosterOutcome look_at_id_number(std::string_view cell) {
  if (cell.empty()) return RosterOutcome::IdNumberMissing;
  if (is_destroyed_number(fold_full_width(cell))) return RosterOutcome::NumberDestroyed;
  if (fold_full_width(cell) != cell) return RosterOutcome::FullWidth;
  const bool has_x = cell.size() == 18 && (cell.back() == 'X' || cell.back() == 'x');
  if ((cell.size() != 18 && cell.size() != 15) || !is_digits(has_x ? cell.substr(0, 17) : cell)) {
    return RosterOutcome::IdNumberBad;
  }
  if (cell.size() == 15) return RosterOutcome::IdNumberOld;
  if (check_id_card(cell).valid) return RosterOutcome::Ok;
  return ends_in_lost_digits(cell) ? RosterOutcome::NumberDestroyed : RosterOutcome::CheckDigitFails;
}

RosterOutcome look_at_card(std::string_view cell) {
  if (cell.empty()) return RosterOutcome::Ok;
  if (is_destroyed_number(fold_full_width(cell))) return RosterOutcome::NumberDestroyed;
  if (fold_full_width(cell) != cell) return RosterOutcome::FullWidth;
  if (cell.size() < 8 || cell.size() > 30 || !is_digits(cell)) return RosterOutcome::CardBad;
  if (check_bank_card(cell).valid) return RosterOutcome::Ok;
  return ends_in_lost_digits(cell) ? RosterOutcome::NumberDestroyed : RosterOutcome::CardCheckFails;
}

RosterOutcome look_at_phone(std::string_view cell) {
  if (cell.empty()) return RosterOutcome::Ok;
  if (is_destroyed_number(fold_full_width(cell))) return RosterOutcome::NumberDestroyed;
  if (fold_full_width(cell) != cell) return RosterOutcome::FullWidth;
  std::string digits(cell.substr(cell.starts_with('+') ? 1 : 0));
  std::erase(digits, '-');
  const bool is_good = digits.size() >= 7 && digits.size() <= 20 && is_digits(digits);
  return is_good ? RosterOutcome::Ok : RosterOutcome::PhoneBad;
}

std::optional<bool> read_flag(std::string_view cell) {
  if (cell == "是" || cell == "yes" || cell == "1") return true;
  if (cell.empty() || cell == "否" || cell == "no" || cell == "0") return false;
  return std::nullopt;
}

std::vector<std::string> read_causes(std::string_view cell) {
  constexpr std::array<std::string_view, 4> kSeparators = {"、", "；", ";", "，"};
  std::vector<std::string> causes;
  while (true) {
    std::size_t first = std::string_view::npos;
    std::size_t length = 0;
    for (const std::string_view separator : kSeparators) {
      const std::size_t at = cell.find(separator);
      if (at >= first) continue;
      first = at;
      length = separator.size();
    }
    causes.emplace_back(trimmed(cell.substr(0, first)));
    if (first == std::string_view::npos) return causes;
    cell.remove_prefix(first + length);
  }
}

}  // namespace mingzhang::service
