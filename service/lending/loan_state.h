// SPDX-License-Identifier: Apache-2.0
// A read transaction with the loans of a book.
#pragma once

#include <functional>
#include <optional>

#include "loans/loans.h"
#include "service/reading/reading.h"

namespace mingzhang::service {

/// Runs `body` on the loans as they are now; why it could not where something is returned.
std::optional<Refusal> with_loans(const BookPlace& place, const std::function<void(loans::Loans&)>& body);

/// The same for a body that makes a text.
TextResult read_loans_of(const BookPlace& place, const std::function<TextResult(loans::Loans&, BookReading&)>& body);

}  // namespace mingzhang::service
