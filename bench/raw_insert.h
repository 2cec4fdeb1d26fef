// SPDX-License-Identifier: Apache-2.0
// The limit of the machine: rows of 64 bytes into one SQLite table with nothing else, as durable as our commits.
#pragma once

#include <cstdint>
#include <string>

namespace mingzhang::bench {

/// Rows per second of `rows` bound and inserted one by one, `per_commit` in each durable commit (WAL, FULL).
double raw_rows_per_second(const std::string& path, std::int64_t rows, int per_commit);

}  // namespace mingzhang::bench
