// SPDX-License-Identifier: Apache-2.0
// Posting beside the raw insert, in turn, so that both see the same machine.
#include <algorithm>
#include <cstdio>
#include <vector>

#include "bench/measurements.h"
#include "bench/raw_insert.h"
#include "bench/workload.h"

namespace mingzhang::bench {
namespace {

constexpr int kRounds = 3;
constexpr std::int64_t kRowsPerVoucher = 3;  // a record and two lines

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

void measure(const Sizes& sizes, int per_commit, std::int64_t vouchers) {
  std::vector<double> raw, ours, ratios;
  for (int round = 0; round < kRounds; ++round) {
    // One row per commit is compared with one voucher per commit; in batches, rows with records and lines.
    const std::int64_t raw_rows = per_commit == 1 ? vouchers : vouchers * kRowsPerVoucher;
    const ScratchFile raw_file(sizes.directory);
    raw.push_back(raw_rows_per_second(raw_file.path(), raw_rows, per_commit));
    const ScratchFile file(sizes.directory);
    Workload workload(file.path(), sizes.accounts, vouchers);
    const double per_second = static_cast<double>(vouchers) / workload.post(vouchers, per_commit);
    ours.push_back(per_commit == 1 ? per_second : per_second * static_cast<double>(kRowsPerVoucher));
    ratios.push_back(ours.back() / raw.back());
  }
  std::printf("post %5d per commit   raw %9.0f rows/s   ours %9.0f %s   ratio %.2f (%.2f … %.2f)\n", per_commit,
              median(raw), median(ours), per_commit == 1 ? "commits/s      " : "records+lines/s", median(ratios),
              *std::min_element(ratios.begin(), ratios.end()), *std::max_element(ratios.begin(), ratios.end()));
  std::fflush(stdout);
}

}  // namespace

void measure_posting(const Sizes& sizes) {
  measure(sizes, 1, 3'000);
  measure(sizes, 100, 50'000);
}

void measure_batch(const Sizes& sizes) { measure(sizes, 8'192, sizes.batch_vouchers); }

}  // namespace mingzhang::bench
