// SPDX-License-Identifier: Apache-2.0
// The closed sets of words that records of the ledger use, as an auditor's program knows them without knowing ledger/.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"

namespace mingzhang::audit {

/// Which side of an account a line stands on (借 / 贷).
enum class BookSide : std::uint8_t { Debit = 1, Credit = 2 };

BookSide other_side(BookSide side);
/// 借 or 贷.
std::string_view chinese_of(BookSide side);
/// Reads "debit" or "credit", the words of records.
std::optional<BookSide> parse_book_side(std::string_view word);

/// Account elements (会计要素) of the government accounting system, 财会〔2017〕25号, and what an import leaves unclassified.
enum class BookClass : std::uint8_t {
  Asset = 1,
  Liability = 2,
  NetAssets = 3,
  Income = 4,
  Expense = 5,
  BudgetIncome = 6,
  BudgetExpense = 7,
  BudgetBalance = 8,
  Unclassified = 9,
};
inline constexpr std::size_t kBookClasses = 9;

/// 资产, 预算收入 …
std::string_view chinese_of(BookClass account_class);
/// Reads "asset", "budget_income" …, the words of records.
std::optional<BookClass> parse_book_class(std::string_view word);
/// True for the three budgetary classes: financial and budget lines of a voucher (平行记账) balance each by themselves.
bool is_budget(BookClass account_class);

/// 凭证字. Numbers run without gaps per type and month.
enum class BookVoucherType : std::uint8_t { General = 1, Receipt = 2, Payment = 3, Transfer = 4 };
inline constexpr std::array kBookVoucherTypes = {BookVoucherType::General, BookVoucherType::Receipt, BookVoucherType::Payment,
                                                 BookVoucherType::Transfer};

/// 记 收 付 转, the words of records.
std::string_view chinese_of(BookVoucherType type);
/// 记账凭证, 收款凭证 …
std::string_view long_name_of(BookVoucherType type);
std::optional<BookVoucherType> parse_book_voucher_type(std::string_view word);

/// Why a voucher exists.
enum class BookVoucherKind : std::uint8_t { Ordinary = 1, Reversal = 2, CarryForward = 3 };

/// 普通, 冲销, 年度结转.
std::string_view chinese_of(BookVoucherKind kind);
/// Reads "ordinary", "reversal" or "carry_forward".
std::optional<BookVoucherKind> parse_book_voucher_kind(std::string_view word);

/// What names a voucher within its book.
struct BookVoucherName {
  Month period;
  BookVoucherType type = BookVoucherType::General;
  std::int64_t number = 0;  ///< from 1
  friend auto operator<=>(const BookVoucherName&, const BookVoucherName&) = default;
};

/// "记-0012": type and number, at least four digits.
std::string number_text(const BookVoucherName& name);
/// "2016-10 记-0012".
std::string to_text(const BookVoucherName& name);

/// True for the kinds of record that this program knows: "voucher/v1", "indicator/v1" … Whatever else stands in a log was
/// written by a program that knows more than this one, and cannot be judged by it.
bool is_known_kind(std::string_view kind);

}  // namespace mingzhang::audit
