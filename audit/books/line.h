// SPDX-License-Identifier: Apache-2.0
// One line (分录) of a voucher, read back from its bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "audit/books/words.h"

namespace mingzhang::audit {

/// One line. A withheld line (decision 0034) says nothing but that it is there: all other members are empty.
struct BookLine {
  bool is_withheld = false;
  bool is_amount_good = true;       ///< false: not in 1 … 10^15 fen; `fen` then is 0 and adds nothing
  BookSide side = BookSide::Debit;
  std::int64_t fen = 0;             ///< 0 … 10^15
  std::string account;              ///< code
  std::string fund;                 ///< code; empty: money without a restricted source
  std::string project;              ///< code; empty: none
  std::string subject;              ///< opaque id; empty: nobody
  std::string summary;              ///< only where it differs from the voucher's
  // What `Books::add` found out; -1 where the books do not know the name (or, for the fund, where there is none).
  std::int32_t account_index = -1;  ///< into `Books::accounts`
  std::int32_t fund_index = -1;     ///< into `Books::funds`
  bool opens_cell = false;          ///< true for the first line of the book with this account and this fund
  friend bool operator==(const BookLine&, const BookLine&) = default;
};

/// Reads a line's bytes, without line feed; `number` is its place in the voucher, from 1. Nothing where it is not of the form
/// that the program writes: a member missing, wrong or left over, or out of order.
/// Example: {"account":"1002","amount":100000,"fund":"F1","n":1,"salt":"00…","side":"debit","t":"line/v1"}.
std::optional<BookLine> read_book_line(std::string_view bytes, std::size_t number);

/// The same by way of a whole JSON value: the slow half, which decides everything that the fast one leaves open.
std::optional<BookLine> read_book_line_slowly(std::string_view bytes, std::size_t number);

}  // namespace mingzhang::audit
