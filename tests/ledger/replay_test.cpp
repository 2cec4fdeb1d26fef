// SPDX-License-Identifier: Apache-2.0
// INV-09 and INV-02 without a store: the rows of a book follow from its records alone, in their order.
#include <string>

#include "base/json.h"
#include "tests/ledger/random_commands.h"
#include "tests/support/aborts.h"
#include "tests/support/catch.h"
#include "tests/support/seed.h"

namespace mingzhang::tests {
namespace {

/// Writes the event as a record would hold it, reads that back and applies it as record `seq`.
void replay(const ledger::Event& event, std::int64_t seq, ledger::Book& book) {
  const std::string data = ledger::record_data_of(event.command, event.decision);
  std::string lines;
  std::size_t number = 0;
  for (const ledger::Line& line : ledger::lines_of(event.command)) {
    ledger::append_line(line, ++number, std::string(32, '0'), lines);
  }
  const auto value = parse_canonical_json(data);
  REQUIRE(value.has_value());
  const auto decoded = ledger::decode_event(ledger::record_kind_of(event.command), *value, lines);
  REQUIRE(decoded.has_value());
  ledger::apply(decoded->command, decoded->decision, seq, book);
}

/// A book with some hundred random commands behind it.
void fill(SampleBook& sample) {
  RandomCommands random(run_seed());
  for (int step = 0; step < 600; ++step) {
    const ledger::Command command = random.next(sample.naive());
    if (sample.answer(command) == "Ok") sample.run(command);
    if (random.one_in(50)) sample.flush();
  }
  sample.flush();
}

}  // namespace

TEST_CASE("INV-09 a replay of the records gives every row again", "[ledger][replay]") {
  SampleBook sample;
  fill(sample);
  MemoryLedgerStore store;
  ledger::Book book(store, sample_head());
  std::int64_t seq = 0;
  for (const ledger::Event& event : sample.events()) replay(event, seq++, book);
  book.flush_projections();
  book.flush_head();
  CHECK(first_difference(sample.store().dump(), store.dump()) == "");
}

TEST_CASE("INV-09 a replay without one of the vouchers gives other rows", "[ledger][replay]") {
  SampleBook sample;
  sample.run(transfer("2016-03-05", "1011", "3001", 100, "F1"));
  sample.run(transfer("2016-04-05", "1011", "3001", 200, "F1"));
  sample.flush();
  MemoryLedgerStore store;
  ledger::Book book(store, sample_head());
  for (std::size_t i = 0; i + 1 < sample.events().size(); ++i) {
    replay(sample.events()[i], static_cast<std::int64_t>(i), book);
  }
  book.flush_projections();
  book.flush_head();
  CHECK(first_difference(sample.store().dump(), store.dump()) != "");
}

TEST_CASE("INV-02 a voucher and its lines carry the position of their record", "[ledger][replay]") {
  SampleBook sample;
  const std::int64_t first = sample.book().head().records;
  CHECK(first == static_cast<std::int64_t>(sample.events().size()));
  sample.run(transfer("2016-03-05", "1011", "3001", 100, "F1"));
  sample.run(ledger::AddProject{"P3", "样例"});  // a record without lines has its place too
  sample.run(transfer("2016-03-05", "1011", "3001", 100, "F1"));
  sample.flush();
  REQUIRE(sample.store().line(ledger::LineId{2}).has_value());
  REQUIRE(sample.store().line(ledger::LineId{3}).has_value());
  CHECK(sample.store().line(ledger::LineId{2})->seq == first);
  CHECK(sample.store().line(ledger::LineId{3})->seq == first + 2);
  CHECK(sample.store().head()->records == first + 3);
  CHECK(sample.store().lock(first + 3));
  CHECK_FALSE(sample.store().lock(first + 2));  // somebody who read before does not get the lock
}

TEST_CASE("INV-10 the key of a request is kept with its first answer and never taken twice", "[ledger][replay]") {
  SampleBook sample;
  CHECK(sample.book().request("key-1") == nullptr);
  sample.mark();
  sample.book().add_request({"key-1", std::string(64, 'a'), 5, 1});
  sample.undo();
  CHECK(sample.book().request("key-1") == nullptr);
  sample.book().add_request({"key-1", std::string(64, 'b'), 7, 2});
  for (const bool is_fresh : {false, true}) {
    if (is_fresh) {
      sample.flush();
      sample.reopen();
    }
    const ledger::RequestEntry* entry = sample.book().request("key-1");
    REQUIRE(entry != nullptr);
    CHECK(entry->first_seq == 7);
    CHECK(entry->digest == std::string(64, 'b'));
    CHECK(aborts([&] { sample.book().add_request({"key-1", std::string(64, 'b'), 9, 1}); }));
  }
}

}  // namespace mingzhang::tests
