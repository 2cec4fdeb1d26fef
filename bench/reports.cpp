// SPDX-License-Identifier: Apache-2.0
// Questions to books of growing size, and the proof of the largest one.
#include <algorithm>
#include <cstdio>
#include <functional>
#include <memory>
#include <vector>

#include "base/check.h"
#include "bench/measurements.h"
#include "bench/workload.h"
#include "reports/account_statement.h"
#include "reports/fund_statement.h"
#include "reports/subject_account.h"
#include "reports/trial_balance.h"
#include "service/reading/voucher.h"
#include "service/verify.h"

namespace mingzhang::bench {
namespace {

constexpr int kRuns = 5;
constexpr std::int64_t kHouseholds = 100'000;

double median_ms(const std::function<void()>& run) {
  std::vector<double> times;
  for (int i = 0; i < kRuns; ++i) {
    const double begun = seconds_now();
    run();
    times.push_back((seconds_now() - begun) * 1e3);
  }
  std::sort(times.begin(), times.end());
  return times[kRuns / 2];
}

void ask(Workload& workload, std::int64_t lines) {
  store::Store& store = workload.database();
  store.begin_read();
  const ledger::BookId id = *store.find_book("bench");
  const auto rows = store.ledger(id);
  const auto log = store.log(id.value);
  service::LogVouchers reader(*log);
  const ledger::AccountId account = rows->accounts().front().id;
  const Date end = *Date::from_civil(2016, 12, 31);
  const Date middle = *Date::from_civil(2016, 8, 16);
  const double now = median_ms([&] { (void)reports::trial_balance_at(*rows, end); });
  const double then = median_ms([&] { (void)reports::trial_balance_at(*rows, middle); });
  const double statement = median_ms([&] {
    (void)reports::account_statement(
        *rows, reader, {account, std::nullopt, *Date::from_civil(2016, 12, 1), end});
  });
  const std::optional<ledger::Subject> household = rows->subject(household_code(7));
  MZ_CHECK(household.has_value());
  const double account_of_one = median_ms([&] { (void)reports::subject_account(*rows, reader, *household); });
  const double progress = median_ms([&] { (void)reports::fund_statement(*rows, end); });
  store.rollback();
  std::printf("%10lld lines   trial balance %8.2f ms   as of a day %8.2f ms   statement of a month %8.2f ms   "
              "a household's account %8.2f ms   progress of funds %8.2f ms\n",
              static_cast<long long>(lines), now, then, statement, account_of_one, progress);
  std::fflush(stdout);
}

void prove(Workload& workload) {
  const auto scratch = [] {
    store::OpenOptions options;
    options.mode = store::OpenMode::Scratch;
    std::shared_ptr<store::Store> opened = store::open_store("scratch", options);
    return service::faces_of(opened);
  };
  const double begun = seconds_now();
  const service::VerifyReport report = service::verify(service::faces_of(workload.database()), "", scratch,
                                                       [](const std::string&, std::int64_t, std::int64_t) {});
  const double elapsed = seconds_now() - begun;
  const double records = static_cast<double>(report.books.front().records);
  std::printf("verify %s: %.0f records in %.1f s, %.1f s per million records\n", report.is_ok() ? "sound" : "BROKEN",
              records, elapsed, elapsed / records * 1e6);
  std::fflush(stdout);
}

}  // namespace

void measure_reports(const Sizes& sizes) {
  for (std::int64_t lines = 10'000; lines <= sizes.lines; lines *= lines < 1'000'000 ? 100 : 10) {
    const ScratchFile file(sizes.directory);
    Workload workload(file.path(), sizes.accounts, lines / 2, static_cast<int>(std::min<std::int64_t>(lines / 20, kHouseholds)));
    workload.post(lines / 2, 8'192);
    ask(workload, lines);
    if (lines == 1'000'000 || lines * 10 > sizes.lines) prove(workload);
  }
}

}  // namespace mingzhang::bench
