// SPDX-License-Identifier: Apache-2.0
// Any text as an amount, in figures and in words: what is accepted comes back the same.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/check.h"
#include "base/money.h"
#include "base/words.h"
#include "service/imports/voucher_import_cells.h"

namespace {

void check_amount(mingzhang::Money amount) {
  const auto figures = mingzhang::parse_yuan(mingzhang::to_yuan(amount));
  MZ_CHECK(figures.has_value());
  MZ_CHECK(*figures == amount);
  const auto words = mingzhang::amount_from_words(mingzhang::amount_in_words(amount));
  MZ_CHECK(words.has_value());
  MZ_CHECK(*words == amount);
  if (amount.fen() <= 0) return;
  const auto cell = mingzhang::service::read_amount("¥" + mingzhang::to_yuan_grouped(amount));
  MZ_CHECK(cell.has_value());
  MZ_CHECK(*cell == amount);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (const auto amount = mingzhang::parse_yuan(text)) check_amount(*amount);
  if (const auto amount = mingzhang::amount_from_words(text)) check_amount(*amount);
  if (const auto amount = mingzhang::service::read_amount(text)) {
    MZ_CHECK(amount->fen() > 0);
    check_amount(*amount);
  }
  return 0;
}
