// SPDX-License-Identifier: Apache-2.0
// Comparing what two sides say of the same things 对账: pure, typed, sorted.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/date.h"
#include "base/money.h"

namespace mingzhang::loans {

/// What is wrong, most basic first: whose row it is, then what it says.
enum class DifferenceKind : std::uint8_t {
  MissingHere = 1,   ///< 本方没有: the other side has a row that this side has not
  MissingThere = 2,  ///< 对方没有
  Twice = 3,         ///< 重复: the other side has a key twice
  Identity = 4,      ///< 身份不符: household, borrower
  Status = 5,        ///< 状态不符
  Day = 6,           ///< 日期不符
  Amount = 7,        ///< 金额不符
  Balance = 8,       ///< 余额不连续: a running balance of a statement
};

std::string_view word_of(DifferenceKind kind);
std::string_view chinese_of(DifferenceKind kind);

/// One value of a row; `monostate` where the side does not say it, which is no difference.
using ReconciliationCell = std::variant<std::monostate, Money, Date, std::int64_t, std::string>;

/// A column that both sides may have.
struct ReconciliationField {
  std::string_view key;  ///< "balance"
  std::string_view zh;
  std::string_view en;
  DifferenceKind kind = DifferenceKind::Amount;  ///< of a difference in it
};

/// One row of one side.
struct ReconciliationRow {
  std::string key;                        ///< e.g. the code of a loan
  std::vector<ReconciliationCell> cells;  ///< one for each field
  std::int64_t number = 0;                ///< where it stands in the file, from 1; 0 on this side
};

/// One difference.
struct Difference {
  std::string key;
  DifferenceKind kind = DifferenceKind::Amount;
  std::string_view field;     ///< empty where a whole row is meant
  ReconciliationCell here;
  ReconciliationCell there;
  std::int64_t number = 0;    ///< row of the other side's file; 0: none
};

/// "181.25", "2016-06-21", "3" or the text; empty where nothing is said.
std::string text_of(const ReconciliationCell& cell);

/// All differences, sorted by key, then kind, then field. Amounts that are not more than `tolerance` apart are equal.
/// Keys of `here` differ from each other; of a key that is twice in `there` the first row is compared.
/// Example: balance 50,000.00 here, 49,999.99 there → Amount in "balance"; with a tolerance of 0.01 none.
std::vector<Difference> differences_of(std::span<const ReconciliationField> fields, std::vector<ReconciliationRow> here,
                                       std::vector<ReconciliationRow> there, Money tolerance);

/// What a field adds up to on one side; sums of amounts that are not said are 0.
Money total_of(std::span<const ReconciliationRow> rows, std::size_t field);

}  // namespace mingzhang::loans
