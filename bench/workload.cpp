// SPDX-License-Identifier: Apache-2.0
// Builds the measured books through the same write path as everyone.
#include "bench/workload.h"

#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>

#include "base/check.h"

namespace mingzhang::bench {
namespace {

std::string account_code(std::int64_t number) {
  const std::string digits = std::to_string(number);
  return "9" + std::string(digits.size() < 6 ? 6 - digits.size() : 0, '0') + digits;
}

void must(const service::Answer& answer) {
  if (answer) return;
  std::fprintf(stderr, "refused: %s\n", to_text(answer.error().problems.front().problem).c_str());
  std::exit(1);
}

/// Many clients on one book wait for its head row.
store::OpenOptions waiting_for_others() {
  store::OpenOptions options;
  options.busy_timeout_ms = 60'000;
  return options;
}

}  // namespace

double seconds_now() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

ScratchFile::ScratchFile(const std::string& directory) {
  std::string pattern = directory + "/mingzhang-bench-XXXXXX";
  const int handle = mkstemp(pattern.data());
  MZ_CHECK(handle >= 0);
  close(handle);
  std::remove(pattern.c_str());
  path_ = pattern;
}

ScratchFile::~ScratchFile() {
  for (const char* suffix : {"", "-wal", "-shm"}) std::remove((path_ + suffix).c_str());
}

std::string household_code(std::int64_t number) { return "H-" + std::to_string(1'000'000 + number); }

store::OpenOptions as_the_program_writes() {
  store::OpenOptions options;
  options.checkpoints_beside = true;
  return options;
}

Workload::Workload(const std::string& path, int accounts, std::int64_t vouchers_planned, int households)
    : store_(store::open_store("sqlite:" + path, as_the_program_writes())),
      clock_(FixedClock::at(*Date::from_civil(2017, 1, 10))),
      random_(20160101),
      accounts_(accounts),
      households_(households),
      planned_(std::max<std::int64_t>(vouchers_planned, 1)) {
  open_book();
}

Workload::Workload(const std::string& url, const std::string& book, int client, int accounts, std::int64_t vouchers_planned)
    : store_(store::open_store(url, waiting_for_others())),
      book_(book),
      client_("client" + std::to_string(client)),
      clock_(FixedClock::at(*Date::from_civil(2017, 1, 10))),
      random_(20160101 + static_cast<std::uint64_t>(client)),
      accounts_(accounts),
      households_(0),
      planned_(std::max<std::int64_t>(vouchers_planned, 1)) {
  open_book();
}

void Workload::open_book() {
  writer_ = std::make_unique<service::Writer>(service::faces_of(*store_), clock_);
  service::Request request;
  request.book = book_;
  request.key = "open";
  request.is_system = true;
  request.commands.emplace_back(ledger::OpenBook{book_, "bench", *Month::from_civil(2016, 1), ""});
  for (int i = 0; i < accounts_; ++i) {
    ledger::AddAccount account;
    account.code = account_code(i);
    account.name = account.code;
    request.commands.emplace_back(account);
  }
  must(writer_->submit(request));
}

service::Request Workload::next_request(int count) {
  service::Request request;
  request.book = book_;
  request.key = client_ + "-" + std::to_string(posted_);
  request.is_system = true;
  request.commands.reserve(static_cast<std::size_t>(count));
  std::uniform_int_distribution<std::int64_t> pick(0, accounts_ - 1);
  std::uniform_int_distribution<std::int64_t> fen(1, 1'000'000);
  for (int i = 0; i < count; ++i) {
    ledger::VoucherRequest voucher;
    voucher.date = plus_days(*Date::from_civil(2016, 1, 1), std::min<std::int64_t>(posted_ * 366 / planned_, 365));
    voucher.summary = "拨付扶贫资金";
    const Money amount = Money::from_fen(fen(random_));
    const std::int64_t debit = pick(random_);
    std::int64_t credit = pick(random_);
    if (credit == debit) credit = (debit + 1) % accounts_;
    const std::string subject = households_ == 0 ? std::string() : household_code(posted_ % households_);
    voucher.lines.push_back({ledger::Side::Debit, amount, account_code(debit), "", "", subject, ""});
    voucher.lines.push_back({ledger::Side::Credit, amount, account_code(credit), "", "", "", ""});
    request.commands.emplace_back(std::move(voucher));
    ++posted_;
  }
  return request;
}

double Workload::post(std::int64_t count, int per_commit) {
  double seconds = 0;
  while (count > 0) {
    const int now = static_cast<int>(std::min<std::int64_t>(count, per_commit));
    const service::Request request = next_request(now);
    const double begun = seconds_now();
    must(writer_->submit(request));
    seconds += seconds_now() - begun;
    count -= now;
  }
  return seconds;
}

}  // namespace mingzhang::bench
