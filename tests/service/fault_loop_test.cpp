// SPDX-License-Identifier: Apache-2.0
// The n-th disk call or allocation fails, for n = 1, 2, 3 … until none does: the books are whole at every n.
#include <functional>

#include "tests/service/desk.h"
#include "tests/service/split_logs.h"
#include "tests/support/catch.h"
#include "tests/support/fault_memory.h"
#include "tests/support/fault_vfs.h"

namespace mingzhang::tests {
namespace {

service::Request batch(const std::string& key) {
  std::vector<ledger::VoucherRequest> vouchers;
  for (int i = 0; i < 4; ++i) vouchers.push_back(transfer(on(2016, 3, 1), "1002", "4001", yuan(10 + i), "F1"));
  vouchers.push_back(transfer(on(2016, 4, 1), "5001", "1002", yuan(20), "F1"));
  return posting(key, vouchers);
}

struct LoopCounts {
  int rounds = 0;
  int refused = 0;
  int broken = 0;  ///< rounds after which the books did not verify, or held half a request
};

/// Posts one batch per round while the n-th call fails, until no call fails any more.
LoopCounts run_loop(const std::string& path, FaultVfs& vfs, FaultPlan plan, bool is_split) {
  LoopCounts counts;
  store::OpenOptions faulty;
  faulty.vfs_name = vfs.vfs_name();
  for (plan.nth = 1; plan.nth < 2'000; ++plan.nth) {
    const service::Request request = batch("n" + std::to_string(plan.nth));
    std::int64_t before = 0;
    bool is_through = false;
    bool was_refused = false;
    {
      Desk desk("sqlite:" + path, faulty);
      before = desk.records();
      SplitLogs split(desk.database());
      service::OpenedDatabase faces = service::faces_of(desk.database());
      faces.logs = &split;
      service::Writer torn(faces, desk.clock());
      vfs.arm(plan);
      const service::Answer answer = is_split ? torn.submit(request) : desk.submit(request);
      is_through = vfs.failures() == 0;
      vfs.disarm();
      was_refused = !answer;
      if (was_refused) {
        const std::string code = code_of(answer);
        CHECK(code.substr(0, 5) == "REQ-9");
      }
    }
    ++counts.rounds;
    counts.refused += was_refused ? 1 : 0;
    Desk again("sqlite:" + path);
    const std::int64_t added = again.records() - before;
    const bool is_whole = first_problem_of(again.verify()).empty() && (added == 0 || added == 5) &&
                          (was_refused || added == 5);
    counts.broken += is_whole ? 0 : 1;
    if (!is_split) {
      // The same key ends the round, whatever had happened: applied once, never twice.
      REQUIRE(again.submit(request));
      CHECK(again.records() == before + 5);
    }
    if (is_through || counts.broken > 0) break;
  }
  return counts;
}

TEST_CASE("whichever disk call fails, a request is applied wholly or not at all (INV-10)", "[service][faults]") {
  TemporaryFolder directory;
  const std::string path = directory.file("books.db");
  Desk("sqlite:" + path).open_book();
  FaultVfs vfs;
  const auto fault = GENERATE(DiskFault::IoError, DiskFault::Full);
  const bool is_lasting = GENERATE(false, true);
  FaultPlan plan;
  plan.calls = DiskCall::Write | DiskCall::Sync | DiskCall::Truncate;
  plan.fault = fault;
  plan.is_lasting = is_lasting;
  const LoopCounts counts = run_loop(path, vfs, plan, false);
  CHECK(counts.rounds > 5);    // the faults were met
  CHECK(counts.refused > 3);
  CHECK(counts.broken == 0);
}

TEST_CASE("the fault loop does notice a write path without one transaction", "[service][faults]") {
  TemporaryFolder directory;
  const std::string path = directory.file("books.db");
  Desk("sqlite:" + path).open_book();
  FaultVfs vfs;
  FaultPlan plan;
  plan.calls = DiskCall::Write | DiskCall::Sync;
  CHECK(run_loop(path, vfs, plan, true).broken > 0);
}

TEST_CASE("whichever allocation of the database fails, a request is applied wholly or not at all", "[service][faults]") {
  TemporaryFolder directory;
  const std::string path = directory.file("books.db");
  Desk("sqlite:" + path).open_book();
  int refused = 0;
  std::uint64_t step = 1;
  bool is_through = false;
  for (std::uint64_t nth = 1; !is_through && nth < 100'000; nth += step) {
    step = 1 + nth / 20;  // all of the first ones, then ever wider
    const service::Request request = batch("m" + std::to_string(nth));
    FaultMemory memory;
    Desk desk("sqlite:" + path);
    const std::int64_t before = desk.records();
    memory.arm(nth, false);
    const service::Answer answer = desk.submit(request);
    is_through = memory.failures() == 0;
    memory.disarm();
    refused += answer ? 0 : 1;
    REQUIRE(first_problem_of(desk.verify()) == "");
    REQUIRE(desk.submit(request));
    REQUIRE(desk.records() == before + 5);
  }
  CHECK(is_through);
  CHECK(refused > 10);
}

}  // namespace
}  // namespace mingzhang::tests
