// SPDX-License-Identifier: Apache-2.0
// Prints what was measured, as ratios within this run.
#include <cstdio>
#include <cstdlib>
#include <string>

#include "bench/raw_insert.h"
#include "bench/workload.h"

int main(int argc, char** argv) {
  using namespace mingzhang::bench;  // NOLINT
  const int accounts = argc > 1 ? std::atoi(argv[1]) : 10'000;
  const std::int64_t vouchers = argc > 2 ? std::atoll(argv[2]) : 200'000;
  for (const int per_commit : {1, 100, 8192}) {
    const std::int64_t count = per_commit == 1 ? 3'000 : per_commit == 100 ? 50'000 : vouchers;
    ScratchFile raw_file(".");
    const double raw = raw_rows_per_second(raw_file.path(), count * 3, per_commit);
    ScratchFile file(".");
    Workload workload(file.path(), accounts, count);
    const double begun = seconds_now();
    workload.post(count, per_commit);
    const double ours = static_cast<double>(count * 3) / (seconds_now() - begun);
    std::printf("%5d per commit: raw %8.0f rows/s, records+lines %8.0f /s, ratio %.2f (vouchers/s %.0f, commits ratio %.2f)\n", per_commit, raw, ours, ours / raw, ours / 3, per_commit == 1 ? ours / 3 / raw : 0.0);
    std::fflush(stdout);
  }
}
