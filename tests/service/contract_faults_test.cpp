// SPDX-License-Identifier: Apache-2.0
// Contract of every driver: the n-th statement of a request fails, for n = 1, 2, 3 … until none does, and the books are
// whole at every n.
#include "tests/service/desk.h"
#include "tests/service/split_logs.h"
#include "tests/support/catch.h"
#include "tests/support/fault_connection.h"
#include "tests/support/test_database.h"

namespace mingzhang::tests {
namespace {

service::Request batch(const std::string& key) {
  return posting(key, {transfer(on(2016, 3, 1), "1002", "4001", yuan(30), "F1"),
                       transfer(on(2016, 4, 1), "5001", "1002", yuan(20), "F1")});
}

struct LoopCounts {
  int rounds = 0;
  int refused = 0;
  int broken = 0;  ///< rounds after which the books did not verify, or held half a request
};

/// Posts one batch per round while the n-th statement fails, until none fails any more.
LoopCounts run_loop(const std::string& url, bool is_after, bool is_torn) {
  LoopCounts counts;
  Desk again(url);
  for (int nth = 1; nth < 500; ++nth) {
    const service::Request request = batch("n" + std::to_string(nth) + (is_after ? "a" : "b"));
    Desk desk(url);
    FaultConnection faulty(desk.database().connection());
    store::Store store(faulty);
    service::OpenedDatabase faces = service::faces_of(store);
    SplitLogs torn(store);
    if (is_torn) faces.logs = &torn;
    service::Writer writer(faces, desk.clock());
    const std::int64_t before = again.records();
    faulty.arm(nth, is_after);
    const service::Answer answer = writer.submit(request);
    const bool is_through = !faulty.has_failed();
    faulty.arm(0, false);
    ++counts.rounds;
    counts.refused += answer ? 0 : 1;
    const std::int64_t added = again.records() - before;
    const bool is_whole =
        first_problem_of(again.verify()).empty() && (added == 0 || added == 2) && (!answer || added == 2);
    counts.broken += is_whole ? 0 : 1;
    if (is_through || counts.broken > 0) break;
    // The same key ends the round, whatever had happened: applied once, never twice.
    REQUIRE(again.submit(request));
    CHECK(again.records() == before + 2);
  }
  return counts;
}

}  // namespace

TEST_CASE("whichever statement fails, a request is applied wholly or not at all (INV-10)", "[service][faults][contract]") {
  const TestDatabase database;
  Desk(database.url()).open_book();
  const bool is_after = GENERATE(false, true);
  const LoopCounts counts = run_loop(database.url(), is_after, false);
  CHECK(counts.rounds > 20);  // every statement had its turn
  // On an engine that can begin anew, the last round's lost answer is looked up and found.
  CHECK(counts.refused >= counts.rounds - 2);
  CHECK(counts.broken == 0);
}

TEST_CASE("the control: two transactions in place of one leave half a request behind", "[service][faults][contract]") {
  const TestDatabase database;
  Desk(database.url()).open_book();
  CHECK(run_loop(database.url(), false, true).broken > 0);
}

}  // namespace mingzhang::tests
