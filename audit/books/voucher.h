// SPDX-License-Identifier: Apache-2.0
// A voucher (凭证) and its lines (分录) as they are read back from a record's bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "audit/books/outcome.h"
#include "audit/books/words.h"
#include "audit/record.h"
#include "base/date.h"
#include "base/json.h"
#include "base/outcome.h"

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
};

/// The members of a voucher/v1 record. Members of the record itself stand in `ParsedRecord`.
struct BookVoucher {
  BookVoucherName name;
  BookVoucherKind kind = BookVoucherKind::Ordinary;
  Date date;
  std::string summary;
  std::string source;
  std::string reason;
  std::size_t attachments = 0;  ///< how many
  std::optional<BookVoucherName> reverses;
  std::vector<BookLine> lines;
  bool has_withheld = false;    ///< true where at least one line is withheld
};

/// Reads the voucher's data and its lines: `lines_jsonl` holds one line per line feed, as it stands in data/lines.jsonl.
/// Everything is looked at as strictly as it was written; what is wrong is told in `problems`, places without the record.
/// Nothing where the record's data, or a line's form, is not that of a voucher. Amounts out of range do not prevent reading.
/// Example of a line: {"account":"1002","amount":100000,"fund":"F1","n":1,"salt":"00…","side":"debit","t":"line/v1"}.
std::optional<BookVoucher> read_book_voucher(const JsonValue& data, std::string_view lines_jsonl, std::vector<Problem>& problems);

}  // namespace mingzhang::audit
