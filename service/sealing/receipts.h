// SPDX-License-Identifier: Apache-2.0
// Receipts for people: made from a voucher, checked by anybody, and printed as a slip.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "audit/hash.h"
#include "service/reading/lists.h"
#include "service/reading/reading.h"

namespace mingzhang::service {

/// What a receipt is asked for.
struct ReceiptOrder {
  std::string voucher;    ///< "2016-10/记/12"
  std::int64_t line = 0;  ///< from 1; 0: the voucher as a whole, without its lines
  audit::Suite suite = audit::Suite::Sha256;
};

/// The file of a receipt (audit/receipts/receipt.h), against the latest checkpoint. SEAL-307 where there is none,
/// SEAL-312 where the voucher was posted behind it: a receipt is given only for what was published.
TextResult make_receipt(const BookPlace& place, const ReceiptOrder& order);

/// Checks a receipt's file against the reader's trust policy, and says what it proves and what it does not: as a slip to
/// print, or as JSON. Needs no book.
TextResult check_receipt_file(std::string_view file, std::string_view policy, Format format);

/// The slip of a checked receipt, as `check_receipt_file` checks it: a page of PDF whose square code holds the receipt's whole
/// file where that has at most 2,331 bytes, else the receipt's code and where it stands.
TextResult print_receipt(std::string_view file, std::string_view policy);

}  // namespace mingzhang::service
