// SPDX-License-Identifier: Apache-2.0
// A small bank on a Connection, whose right content after any number of transfers is known without reading it.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "store/connection.h"

namespace mingzhang::tests {

/// Transfers between 16 accounts; transfer number n always moves the same amount between the same two.
class Bank {
 public:
  static constexpr std::int64_t kAccounts = 16;
  static constexpr std::int64_t kOpeningBalance = 1'000'000;

  /// Creates the two tables with their opening balances where they are missing, in one transaction.
  static void prepare(store::Connection& connection);
  /// Records transfers first … first + count - 1 and changes the balances, in one transaction. One transfer goes row by
  /// row, several in bulk. Returns after the commit.
  static void transfer(store::Connection& connection, std::int64_t first, std::int64_t count);
  /// How many transfers are recorded; 0 where there are no tables yet.
  static std::int64_t recorded(store::Connection& connection);
  /// What is wrong with the content, given that transfers 0 … count - 1 and no other are recorded; empty if nothing.
  static std::string problems(store::Connection& connection, std::int64_t count);
};

}  // namespace mingzhang::tests
