// SPDX-License-Identifier: Apache-2.0
// Everything that is measured; each function prints its lines of the table.
#pragma once

#include <cstdint>
#include <string>

namespace mingzhang::bench {

/// How large the measurements are.
struct Sizes {
  std::string directory = ".";      ///< where the scratch files stand; on a real disk
  int accounts = 10'000;            ///< leaf accounts of the measured book
  std::int64_t lines = 1'000'000;   ///< lines of the largest book
  std::int64_t batch_vouchers = 200'000;
  std::string server;               ///< address of a PostgreSQL database of its own; empty: its measurements are left out
  std::string program;              ///< path of the command line program; empty: its measurements are left out
};

/// Posting one at a time and by 100, beside the raw insert.
void measure_posting(const Sizes& sizes);
/// Posting by 8,192, beside the raw insert.
void measure_batch(const Sizes& sizes);
/// Trial balance, statement and as-of at growing numbers of lines; then verify.
void measure_reports(const Sizes& sizes);
/// Registering 100,000 households, paying them by rule, a payment list from its file, and answers of rules.
void measure_county(const Sizes& sizes);
/// A quarter's subsidy claim, and a bank's file against the register, both of 100,000 loans.
void measure_banks(const Sizes& sizes, bool subsidy, bool reconcile);
/// Schedules, the close of a day of 1,000,000 loans, and their portfolio as of a past day.
void measure_lending(const Sizes& sizes);
/// Leaves of both trees, the checkpoint of a day in a book of `lines`, and a receipt.
void measure_seals(const Sizes& sizes);
/// Batches, and with `singles` single vouchers from many clients, on a server, beside a plain function there and a raw COPY.
void measure_server(const Sizes& sizes, bool singles);
/// 832 books of 1,000 vouchers on a server, and how each further one costs more.
void measure_province(const Sizes& sizes);
/// Import of 50,000 vouchers, opening the program, and the same trial balance by other programs.
void measure_program(const Sizes& sizes);

}  // namespace mingzhang::bench
