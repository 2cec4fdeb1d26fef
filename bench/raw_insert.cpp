// SPDX-License-Identifier: Apache-2.0
// Measures the raw insert.
#include "bench/raw_insert.h"

#include <sqlite3.h>

#include <algorithm>
#include <array>

#include "base/check.h"
#include "bench/workload.h"

namespace mingzhang::bench {

double raw_rows_per_second(const std::string& path, std::int64_t rows, int per_commit) {
  sqlite3* database = nullptr;
  MZ_CHECK(sqlite3_open(path.c_str(), &database) == SQLITE_OK);
  const auto run = [database](const char* sql) {
    MZ_CHECK(sqlite3_exec(database, sql, nullptr, nullptr, nullptr) == SQLITE_OK);
  };
  run("PRAGMA journal_mode=WAL");
  run("PRAGMA synchronous=FULL");
  run("CREATE TABLE raw (id INTEGER PRIMARY KEY, payload BLOB)");
  sqlite3_stmt* insert = nullptr;
  MZ_CHECK(sqlite3_prepare_v2(database, "INSERT INTO raw VALUES (?, ?)", -1, &insert, nullptr) == SQLITE_OK);
  std::array<unsigned char, 56> payload{};
  const double begun = seconds_now();
  for (std::int64_t done = 0; done < rows;) {
    run("BEGIN IMMEDIATE");
    for (int i = 0; i < per_commit && done < rows; ++i, ++done) {
      sqlite3_bind_int64(insert, 1, done + 1);
      payload[0] = static_cast<unsigned char>(done);
      sqlite3_bind_blob(insert, 2, payload.data(), static_cast<int>(payload.size()), SQLITE_STATIC);
      MZ_CHECK(sqlite3_step(insert) == SQLITE_DONE);
      sqlite3_reset(insert);
    }
    run("COMMIT");
  }
  const double elapsed = seconds_now() - begun;
  sqlite3_finalize(insert);
  sqlite3_close(database);
  return static_cast<double>(rows) / elapsed;
}

}  // namespace mingzhang::bench
