// SPDX-License-Identifier: Apache-2.0
// Opens the loans of a book for reading.
#include "service/lending/loan_state.h"

namespace mingzhang::service {

TextResult read_loans_of(const BookPlace& place, const std::function<TextResult(loans::Loans&, BookReading&)>& body) {
  return read_book(place, [&](BookReading& reading) -> TextResult {
    const auto store = place.opened.loans->loans_of(reading.head.id);
    loans::Loans loans(*store);
    return body(loans, reading);
  });
}

std::optional<Refusal> with_loans(const BookPlace& place, const std::function<void(loans::Loans&)>& body) {
  const TextResult read = read_loans_of(place, [&](loans::Loans& loans, BookReading&) -> TextResult {
    body(loans);
    return std::string();
  });
  return read ? std::nullopt : std::optional(read.error());
}

}  // namespace mingzhang::service
