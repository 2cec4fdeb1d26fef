// SPDX-License-Identifier: Apache-2.0
// A voucher (凭证) and its lines (分录) as they are read back from a record's bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "audit/books/line.h"
#include "audit/books/outcome.h"
#include "audit/books/words.h"
#include "base/date.h"
#include "base/json.h"
#include "base/outcome.h"

namespace mingzhang::audit {

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
std::optional<BookVoucher> read_book_voucher(const JsonValue& data, std::string_view lines_jsonl, std::vector<Problem>& problems);

}  // namespace mingzhang::audit
