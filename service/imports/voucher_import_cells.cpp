// SPDX-License-Identifier: Apache-2.0
// Reading cells as offices write them, without repairing anything.
#include "service/imports/voucher_import_cells.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "base/masking.h"
#include "base/text.h"

namespace mingzhang::service {
namespace {

constexpr std::size_t kShownBytes = 60;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// ASCII digits to a number; nothing where there are none, too many, or something else.
std::optional<unsigned> number_of(std::string_view text, std::size_t least, std::size_t most) {
  if (text.size() < least || text.size() > most || !std::all_of(text.begin(), text.end(), is_digit)) return std::nullopt;
  unsigned value = 0;
  for (const char c : text) value = value * 10 + static_cast<unsigned>(c - '0');
  return value;
}

std::optional<Date> civil(std::string_view year, std::string_view month, std::string_view day, std::size_t least) {
  const auto y = number_of(year, 4, 4);
  const auto m = number_of(month, least, 2);
  const auto d = number_of(day, least, 2);
  if (!y || !m || !d) return std::nullopt;
  return Date::from_civil(static_cast<int>(*y), *m, *d);
}

/// "2024-3-15" cut at `first`, `second` and behind `last`; nothing where they do not stand there.
std::optional<Date> cut_date(std::string_view text, std::string_view first, std::string_view second,
                             std::string_view last) {
  const std::size_t one = text.find(first);
  if (one == std::string_view::npos) return std::nullopt;
  const std::size_t two = text.find(second, one + first.size());
  if (two == std::string_view::npos || !text.ends_with(last)) return std::nullopt;
  const std::size_t month = one + first.size();
  const std::size_t day = two + second.size();
  if (text.size() < day + last.size()) return std::nullopt;
  return civil(text.substr(0, one), text.substr(month, two - month), text.substr(day, text.size() - last.size() - day), 1);
}

/// True for 1,234 and 12,345,678.90: one to three digits without a leading zero, then a comma before each three.
bool is_grouped(std::string_view number) {
  std::string_view whole = number.substr(0, number.find('.'));
  if (number.find(',', whole.size()) != std::string_view::npos) return false;
  const std::size_t head = whole.find(',');
  if (head == 0 || head > 3 || whole.front() == '0') return false;
  for (std::size_t at = head; at < whole.size(); at += 4) {
    if (whole[at] != ',' || whole.size() - at < 4 || !number_of(whole.substr(at + 1, 3), 3, 3)) return false;
  }
  return true;
}

ImportOutcome outcome_of_amount(AmountProblem problem) {
  switch (problem) {
    case AmountProblem::Empty: return ImportOutcome::CellMissing;
    case AmountProblem::NotANumber: return ImportOutcome::AmountNotANumber;
    case AmountProblem::HalfFen: return ImportOutcome::AmountHalfFen;
    case AmountProblem::TooLarge: return ImportOutcome::AmountTooLarge;
  }
  return ImportOutcome::AmountNotANumber;
}

/// Length of the number at the front of `text`: digits, with single blanks or hyphens between them, and a final X.
struct NumberRun {
  std::size_t bytes = 0;
  std::size_t digits = 0;
  bool has_gaps = false;
};

NumberRun run_at(std::string_view text) {
  NumberRun run;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool is_gap = (text[at] == ' ' || text[at] == '-') && at + 1 < text.size() && is_digit(text[at + 1]);
    if (!is_digit(text[at]) && !is_gap) break;
    run.digits += is_gap ? 0 : 1;
    run.has_gaps = run.has_gaps || is_gap;
    run.bytes = at + 1;
  }
  if (run.bytes < text.size() && run.digits == 17 && (text[run.bytes] == 'X' || text[run.bytes] == 'x')) {
    ++run.bytes;
    ++run.digits;
  }
  return run;
}

/// Phones have 11 digits, ID cards 15 or 18, bank cards 16 to 19; a date and a time with blanks between stay readable.
bool is_about_people(const NumberRun& run) { return run.digits >= (run.has_gaps ? 15U : 11U); }

}  // namespace

Result<Money, ImportOutcome> read_amount(std::string_view cell) {
  constexpr std::string_view kYuanSign = "¥";
  const std::string folded = fold_full_width(cell);
  std::string_view text = trimmed(folded);
  if (text.starts_with(kYuanSign)) text = trimmed(text.substr(kYuanSign.size()));
  const bool is_negative = text.starts_with('-');
  if (is_negative) text.remove_prefix(1);
  if (text.starts_with('-')) return Err(ImportOutcome::AmountNotANumber);
  if (is_negative && text.empty()) return Err(ImportOutcome::AmountNotANumber);
  std::string number(text);
  if (text.find(',') != std::string_view::npos) {
    if (text.find_first_not_of("0123456789.,") != std::string_view::npos) return Err(ImportOutcome::AmountNotANumber);
    if (!is_grouped(text)) return Err(ImportOutcome::AmountGrouping);
    number.erase(std::remove(number.begin(), number.end(), ','), number.end());
  }
  const Result<Money, AmountProblem> amount = parse_yuan(number);
  if (!amount) return Err(outcome_of_amount(amount.error()));
  if (is_negative || amount->is_zero()) return Err(ImportOutcome::AmountNotPositive);
  return *amount;
}

std::optional<Date> read_date(std::string_view cell) {
  const std::string folded = fold_full_width(cell);
  const std::string_view text = trimmed(folded);
  if (text.size() == 8 && is_digit(text[4])) return civil(text.substr(0, 4), text.substr(4, 2), text.substr(6, 2), 2);
  for (const std::string_view mark : {"-", "/", "."}) {
    if (text.find(mark) != std::string_view::npos) return cut_date(text, mark, mark, "");
  }
  return cut_date(text, "年", "月", "日");
}

std::string read_code(std::string_view cell) {
  const std::string_view text = trimmed(cell);
  if (is_ascii(text)) return std::string(text);
  std::string folded = fold_full_width(text);
  return is_ascii(folded) ? folded : std::string(text);
}

bool is_totals_word(std::string_view cell) {
  constexpr std::array<std::string_view, 4> kTotals = {"合计", "小计", "总计", "累计"};
  constexpr std::array<std::string_view, 4> kBefore = {"本页", "本月", "本年", "本期"};
  if (cell.size() > 40) return false;
  std::string word = fold_full_width(cell);
  std::erase_if(word, [](char c) { return c == ' ' || c == '\t' || c == ':'; });
  for (const std::string_view before : kBefore) {
    if (word.starts_with(before)) {
      word.erase(0, before.size());
      break;
    }
  }
  return std::find(kTotals.begin(), kTotals.end(), word) != kTotals.end();
}

bool is_destroyed_number(std::string_view cell) {
  const std::string_view text = trimmed(cell);
  const std::size_t mark = text.find_first_of("Ee");
  if (mark == std::string_view::npos || mark == 0 || mark + 2 >= text.size() || text[mark + 1] != '+') return false;
  const std::string_view head = text.substr(0, mark);
  const bool is_number = is_digit(head.front()) && (head.size() == 1 || (head[1] == '.' && head.size() > 2 &&
                                                                         number_of(head.substr(2), 1, 17)));
  return is_number && number_of(text.substr(mark + 2), 1, 3);
}

std::string shown_value(std::string_view cell) {
  // A value that is much longer than what is shown is cut first, so that a cell of 64 KiB costs no more than a short one.
  std::string text = fold_full_width(shortened(cell, 4 * kShownBytes));
  for (char& c : text) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
  }
  if (!is_plain_text(text)) return "?";
  std::string shown;
  for (std::size_t at = 0; at < text.size();) {
    const NumberRun run = is_digit(text[at]) ? run_at(std::string_view(text).substr(at)) : NumberRun{};
    const std::string_view piece = std::string_view(text).substr(at, std::max<std::size_t>(run.bytes, 1));
    shown += is_about_people(run) ? mask_id_card_strict(piece) : std::string(piece);
    at += piece.size();
  }
  return shortened(shown, kShownBytes);
}

}  // namespace mingzhang::service
