// SPDX-License-Identifier: Apache-2.0
// Rows for the tests of suspicion/; everything in them is synthetic.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/check.h"
#include "suspicion/hit.h"

namespace mingzhang::tests {

/// Requires a real day.
inline Date day(std::string_view iso) {
  const std::optional<Date> date = parse_date(iso);
  MZ_CHECK(date.has_value());
  return *date;
}

inline suspicion::Payment payment(std::string_view household, std::string_view person, std::string_view iso,
                                  std::int64_t fen, std::int64_t movement) {
  return {household, person, day(iso), Money::from_fen(fen), {movement, 0, 0}};
}

/// Fen of all items together.
inline std::int64_t sum_of(const suspicion::Hit& hit) {
  std::int64_t fen = 0;
  for (const suspicion::Item& item : hit.items) fen += item.amount.fen();
  return fen;
}

}  // namespace mingzhang::tests
