// SPDX-License-Identifier: Apache-2.0
// What somebody would write with the server alone: a function that posts a voucher, without log, checks or proofs.
#pragma once

#include <cstdint>
#include <random>
#include <string>

#include "ledger/ids.h"

struct pg_conn;

namespace mingzhang::bench {

/// One connection that calls the function `bench_post`: it takes the next number from the book's row, inserts a voucher and
/// two lines, and adds to two balances.
class PlainFunction {
 public:
  /// Makes tables and function.
  static void prepare(const std::string& url);
  /// Size of the whole database.
  static double megabytes(const std::string& url);

  /// Makes the book `book` with its accounts where they are missing; none with `accounts` 0.
  PlainFunction(const std::string& url, int book, int accounts, int client);
  PlainFunction(const PlainFunction&) = delete;
  PlainFunction& operator=(const PlainFunction&) = delete;
  ~PlainFunction();

  /// One voucher, one commit, one round trip.
  void post();
  /// `count` vouchers, a call for each, in one commit.
  void post_together(int count);
  /// One row of 64 bytes, one commit: the limit of the server's own durability.
  void insert_row();

  struct Copied {
    std::int64_t bytes = 0;
    double seconds = 0;
  };
  /// Copies records and lines of a book's log into a table of its own by COPY; what is measured is the COPY in.
  Copied copy_log(ledger::BookId book);

 private:
  std::string call();

  pg_conn* connection_;
  int book_;
  int accounts_;
  std::mt19937_64 random_;
};

}  // namespace mingzhang::bench
