// SPDX-License-Identifier: Apache-2.0
// The books that are measured: two-line vouchers over many accounts, spread over a year.
#pragma once

#include <cstdint>
#include <memory>
#include <random>
#include <string>

#include "base/clock.h"
#include "service/writer.h"
#include "store/open_store.h"

namespace mingzhang::bench {

/// A database file that is gone when this is.
class ScratchFile {
 public:
  explicit ScratchFile(const std::string& directory);
  ~ScratchFile();
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

/// How the program itself opens a book to write.
store::OpenOptions as_the_program_writes();

/// A new book of `accounts` leaf accounts without constraints and the year 2016, posted to in the order of time.
class Workload {
 public:
  /// With `households`, every debit names one of so many.
  Workload(const std::string& path, int accounts, std::int64_t vouchers_planned, int households = 0);
  /// One of several clients of a database on a server: the book is made where it is missing.
  Workload(const std::string& url, const std::string& book, int client, int accounts, std::int64_t vouchers_planned);

  store::Store& database() { return *store_; }
  service::Writer& writer() { return *writer_; }
  /// Posts `count` vouchers of two lines, `per_commit` in each durable commit.
  double post(std::int64_t count, int per_commit);
  /// The next `count` vouchers as one request, without posting it.
  service::Request next_request(int count);

 private:
  void open_book();

  std::unique_ptr<store::Store> store_;
  std::string book_ = "bench";
  std::string client_ = "batch";  ///< keys of different clients differ
  FixedClock clock_;
  std::unique_ptr<service::Writer> writer_;
  std::mt19937_64 random_;
  int accounts_;
  int households_;
  std::int64_t planned_;
  std::int64_t posted_ = 0;
};

/// The code of the `number`-th household of a workload, from 0.
std::string household_code(std::int64_t number);

/// Seconds since some moment.
double seconds_now();

}  // namespace mingzhang::bench
