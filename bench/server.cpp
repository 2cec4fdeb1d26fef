// SPDX-License-Identifier: Apache-2.0
// A PostgreSQL server: many clients one voucher at a time, batches, and a province of books; beside a plain function of the
// server's own language and a raw COPY of the same bytes.
#include <algorithm>
#include <atomic>
#include <cstdio>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "bench/measurements.h"
#include "bench/plain_function.h"
#include "bench/workload.h"

namespace mingzhang::bench {
namespace {

constexpr int kAccounts = 100;
constexpr double kSeconds = 3;
constexpr int kBatch = 8'192;

/// How often per second `clients` threads get through what `make(client)` gives them.
double rate_of(int clients, const std::function<std::function<void()>(int client)>& make) {
  std::vector<std::function<void()>> work(static_cast<std::size_t>(clients));
  for (int client = 0; client < clients; ++client) work[static_cast<std::size_t>(client)] = make(client);
  std::atomic<std::int64_t> done{0};
  std::vector<std::thread> threads;
  const double begun = seconds_now();
  for (const std::function<void()>& step : work) {
    threads.emplace_back([&done, &step, begun] {
      while (seconds_now() - begun < kSeconds) {
        step();
        ++done;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  return static_cast<double>(done) / (seconds_now() - begun);
}

double our_rate(const std::string& url, int clients, int books, const std::string& name) {
  return rate_of(clients, [&](int client) {
    auto workload = std::make_shared<Workload>(url, name + std::to_string(client % books), client, kAccounts, 100'000);
    return [workload] { workload->post(1, 1); };
  });
}

double function_rate(const std::string& url, int clients, int books) {
  return rate_of(clients, [&](int client) {
    auto caller = std::make_shared<PlainFunction>(url, client % books, kAccounts, client);
    return [caller] { caller->post(); };
  });
}

double insert_rate(const std::string& url, int clients) {
  return rate_of(clients, [&](int client) {
    auto caller = std::make_shared<PlainFunction>(url, client, 0, client);
    return [caller] { caller->insert_row(); };
  });
}

void measure_singles(const std::string& url) {
  for (const int clients : {1, 4, 16, 64}) {
    const double raw = insert_rate(url, clients);
    for (const int books : {1, clients}) {
      const double ours = our_rate(url, clients, books, "s" + std::to_string(clients) + "-" + std::to_string(books) + "-");
      const double plain = function_rate(url, clients, books);
      std::printf("server %2d clients, %2d books   ours %6.0f commits/s   plain function %6.0f   one row %6.0f   "
                  "ours/plain %.2f   ours/row %.2f\n",
                  clients, books, ours, plain, raw, ours / plain, ours / raw);
      std::fflush(stdout);
      if (clients == 1) break;
    }
  }
}

void measure_batches(const Sizes& sizes) {
  constexpr int kBatches = 12;
  Workload workload(sizes.server, "batch", 0, sizes.accounts, std::int64_t{kBatches} * kBatch);
  const double ours = kBatches * kBatch / workload.post(std::int64_t{kBatches} * kBatch, kBatch);
  PlainFunction plain(sizes.server, 999, sizes.accounts, 0);
  constexpr int kCalls = 4'000;
  double begun = seconds_now();
  for (int call = 0; call < kCalls; ++call) plain.post();
  const double single = kCalls / (seconds_now() - begun);
  begun = seconds_now();
  plain.post_together(kBatch);
  const double together = kBatch / (seconds_now() - begun);
  const PlainFunction::Copied copied = plain.copy_log(*workload.database().find_book("batch"));
  const double copy = static_cast<double>(kBatches) * kBatch / copied.seconds;
  std::printf("server batches of %d   ours %.0f vouchers/s (%.0f records+lines/s)   plain function: one commit each %.0f, "
              "one commit for all %.0f   COPY of the same %.1f MB %.0f vouchers/s\n"
              "  ours/function, each committed %.1f   ours/function, one commit %.2f   ours/COPY %.3f\n",
              kBatch, ours, ours * 3, single, together, static_cast<double>(copied.bytes) / 1e6, copy, ours / single,
              ours / together, ours / copy);
  std::fflush(stdout);
}

}  // namespace

void measure_server(const Sizes& sizes, bool singles) {
  if (sizes.server.empty()) return;
  PlainFunction::prepare(sizes.server);
  measure_batches(sizes);
  if (singles) measure_singles(sizes.server);
}

void measure_province(const Sizes& sizes) {
  if (sizes.server.empty()) return;
  constexpr int kBooks = 832;
  constexpr int kVouchers = 1'000;
  std::vector<double> seconds;
  const double begun = seconds_now();
  for (int book = 0; book < kBooks; ++book) {
    const double from = seconds_now();
    Workload county(sizes.server, "county" + std::to_string(book), 0, kAccounts, kVouchers);
    county.post(kVouchers, kVouchers);
    seconds.push_back(seconds_now() - from);
    if ((book + 1) % 104 != 0) continue;
    std::vector<double> last(seconds.end() - 104, seconds.end());
    std::nth_element(last.begin(), last.begin() + 52, last.end());
    std::printf("province: %3d books of %d vouchers   %5.1f s   the last 104: %.0f ms each (median)   database %.0f MB\n",
                book + 1, kVouchers, seconds_now() - begun, last[52] * 1e3, PlainFunction::megabytes(sizes.server));
    std::fflush(stdout);
  }
}

}  // namespace mingzhang::bench
