// SPDX-License-Identifier: Apache-2.0
// A small office for tests: one database, one book, an administrator, a preparer and an approver (not people).
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/clock.h"
#include "service/verify.h"
#include "service/writer.h"
#include "store/open_store.h"
#include "tests/service/requests.h"
#include "tests/support/temporary_folder.h"

namespace mingzhang::tests {

/// One connection with its writer.
class Desk {
 public:
  /// Opens `url` with the options; clock stands at 2017-01-10.
  explicit Desk(const std::string& url, const store::OpenOptions& options = {});

  store::Store& database() { return *store_; }
  service::Writer& writer() { return *writer_; }
  FixedClock& clock() { return clock_; }
  /// Opens the test book and grants the roles. Requires that it does not exist yet.
  void open_book();
  service::Answer submit(const service::Request& request) { return writer_->submit(request); }
  service::VerifyReport verify();
  /// Records in the book's head row; −1 where the book does not exist.
  std::int64_t records();
  /// Debit minus credit of an account in a fund up to now; read anew from the tables.
  std::int64_t balance_fen(const std::string& account, const std::string& fund);

 private:
  std::unique_ptr<store::Store> store_;
  FixedClock clock_;
  std::unique_ptr<service::Writer> writer_;
};

/// An empty database in memory for replays.
service::OpenedDatabase open_scratch();

/// The code of the decisive problem, e.g. "POST-401"; "" for a receipt.
std::string code_of(const service::Answer& answer);
/// The first problem of a verification as text; "" where there is none.
std::string first_problem_of(const service::VerifyReport& report);

}  // namespace mingzhang::tests
