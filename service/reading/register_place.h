// SPDX-License-Identifier: Apache-2.0
// Reading the register of a book inside its read transaction.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "base/date.h"
#include "households/register_database.h"
#include "service/reading/reading.h"
#include "service/reading/register_reading.h"

namespace mingzhang::service {

/// A book inside a read transaction, with its register and the values of its people.
struct RegisterReading {
  BookReading& book;
  households::RegisterStore& store;
  households::PersonalStore& personal;
};

/// `read_book` with the register.
TextResult read_register(const BookPlace& place, const std::function<TextResult(RegisterReading&)>& body);

/// The day of a query, today where none was given.
Result<Date, Refusal> day_of(const std::string& text, Date today);

/// The refusal for a household that the register does not know; its code is repeated only where it can be no name.
Refusal household_unknown(std::string_view code);

}  // namespace mingzhang::service
