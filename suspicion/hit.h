// SPDX-License-Identifier: Apache-2.0
// What the tests look at, and what they find: payments as narrow rows, and hits that name their records.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/money.h"

namespace mingzhang::suspicion {

/// Where money stands in a book: the movement that moved it and, of a list, which row. Zero: none.
struct Source {
  std::int64_t movement = 0;
  std::int64_t list = 0;
  std::int64_t row = 0;
  friend auto operator<=>(const Source&, const Source&) = default;
};

/// One amount that reached a household. The texts are valid during the call only.
struct Payment {
  std::string_view household;  ///< opaque code
  std::string_view person;     ///< opaque code; empty: the household as a whole
  Date date;
  Money amount;
  Source source;
  std::optional<Date> decided = std::nullopt;  ///< the day of the list that fixed the amount; nothing: the day of the payment
};

/// One record of a hit, or one person that it is about (then without a source).
struct Item {
  std::string household;
  std::string person;
  Date date;
  Money amount;
  Source source;
};

/// One thing that somebody should look at.
struct Hit {
  std::string zh;  ///< what was found; no name and no number of a person
  std::string en;
  std::vector<Item> items;
};

/// An item for a payment.
inline Item item_of(const Payment& payment) {
  return {std::string(payment.household), std::string(payment.person), payment.date, payment.amount, payment.source};
}

}  // namespace mingzhang::suspicion
