// SPDX-License-Identifier: Apache-2.0
// The commands of a book that moved money between institutions, and the vouchers that say they belong to another book's.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/money.h"
#include "service/reading/reading.h"

namespace mingzhang::service {

/// What the vouchers of one command moved.
struct MovedMoney {
  std::string code;
  std::string kind;     ///< what it did, Chinese and English
  std::string summary;  ///< of its first voucher
  Date date;
  Money amount;         ///< sum of the debits to financial accounts; budget entries repeat it
};

/// What the command `code` of loans, funds, pools or compensation moved; nothing where there is none or it moved nothing.
std::optional<MovedMoney> moved_by(const OpenedDatabase& opened, BookReading& reading, const std::string& code);

/// The same for every movement of pools and risk-compensation funds and every payment and claw-back of a subsidy, in the
/// order of their records.
std::vector<MovedMoney> moved_between_institutions(const OpenedDatabase& opened, BookReading& reading);

/// A voucher whose source is "BOOK/CODE" of another book.
struct Counterpart {
  std::string code;     ///< behind the book
  std::string voucher;  ///< its name
  Date date;
  Money amount;
};
/// Those of the book that were not reversed, by code. Reads every record once.
std::multimap<std::string, Counterpart> counterparts_for(BookReading& reading, const std::string& other_book);

}  // namespace mingzhang::service
