// SPDX-License-Identifier: Apache-2.0
// Contract of every driver: the log's records and tree nodes.
#include <string>
#include <vector>

#include "base/world_error.h"
#include "store/connection.h"
#include "tests/store/contract.h"
#include "tests/store/sample.h"
#include "tests/support/catch.h"

namespace mingzhang::contract {
namespace {

audit::NewRecord record_of(std::int64_t seq, std::string_view bytes, std::string_view lines) {
  return {seq, bytes, lines, digest_of(static_cast<unsigned char>(seq)),
          digest_of(static_cast<unsigned char>(seq + 100))};
}

/// The records [from, to) as text: seq, bytes and lines.
Texts read_texts(store::Store& store, ledger::BookId book, std::int64_t from, std::int64_t to) {
  Texts texts;
  store.log(book.value)->read(from, to, [&](const audit::StoredRecord& record) {
    texts.push_back(std::to_string(record.seq) + "|" + std::string(record.bytes) + "|" + std::string(record.lines));
    return true;
  });
  return texts;
}

}  // namespace

TEST_CASE("records come back byte for byte, in order, in half-open ranges", "[store][contract]") {
  OneBook one;
  const std::string binary("\x00\xff{}\n", 5);
  write(*one.store, [&] {
    const auto log = one.store->log(one.book.value);
    log->append(std::vector{record_of(0, "{\"n\":0}", "")});
    log->append(std::vector{record_of(1, binary, "a\nb\n"), record_of(2, "{}", "c\n")});
  });
  CHECK(read_texts(*one.store, one.book, 0, 3) == Texts{"0|{\"n\":0}|", "1|" + binary + "|a\nb\n", "2|{}|c\n"});
  CHECK(read_texts(*one.store, one.book, 1, 2) == Texts{"1|" + binary + "|a\nb\n"});
  CHECK(read_texts(*one.store, one.book, 2, 1'000) == Texts{"2|{}|c\n"});
  CHECK(read_texts(*one.store, one.book, 3, 1'000).empty());
  CHECK(read_texts(*one.store, {2}, 0, 3).empty());
}

TEST_CASE("a record carries both of its leaves", "[store][contract]") {
  OneBook one;
  write(*one.store, [&] { one.store->log(one.book.value)->append(std::vector{record_of(0, "{}", "")}); });
  std::size_t seen = 0;
  const auto log = one.store->log(one.book.value);
  log->read(0, 1, [&](const audit::StoredRecord& record) {
    ++seen;
    CHECK(record.leaf_sha256 == digest_of(0));
    CHECK(record.leaf_sm3 == digest_of(100));
    return true;
  });
  CHECK(seen == 1);
  CHECK(log->node(audit::Suite::Sha256, 0, 0) == digest_of(0));
  CHECK(log->node(audit::Suite::Sm3, 0, 0) == digest_of(100));
  CHECK_FALSE(log->node(audit::Suite::Sm3, 0, 1).has_value());
}

TEST_CASE("reading stops when the reader has had enough", "[store][contract]") {
  OneBook one;
  write(*one.store, [&] {
    one.store->log(one.book.value)
        ->append(std::vector{record_of(0, "a", ""), record_of(1, "b", ""), record_of(2, "c", "")});
  });
  std::int64_t last = -1;
  one.store->log(one.book.value)->read(0, 3, [&](const audit::StoredRecord& record) {
    last = record.seq;
    return last < 1;
  });
  CHECK(last == 1);
}

TEST_CASE("a record that is not the next one is refused", "[store][contract]") {
  OneBook one;
  write(*one.store, [&] { one.store->log(one.book.value)->append(std::vector{record_of(0, "a", "")}); });
  for (const std::int64_t seq : {0, 2}) {
    one.store->begin_write();
    try {
      one.store->log(one.book.value)->append(std::vector{record_of(seq, "b", "")});
      one.store->commit();
      FAIL("a gap or a second record " << seq << " was accepted");
    } catch (const WorldError& error) {
      CHECK(error.fault() == WorldFault::Damaged);
    }
    one.store->rollback();
  }
  CHECK(read_texts(*one.store, one.book, 0, 10) == Texts{"0|a|"});
}

TEST_CASE("ten thousand records with long lines go in and come back", "[store][contract]") {
  OneBook one;
  constexpr std::int64_t kMany = 10'000;
  // Longer than a page of any engine for every hundredth record.
  const std::string line_text(400, 'x');
  const std::string long_lines(40'000, 'y');
  std::vector<audit::NewRecord> records;
  for (std::int64_t seq = 0; seq < kMany; ++seq)
    records.push_back(record_of(seq, line_text, seq % 100 == 0 ? std::string_view(long_lines) : std::string_view()));
  write(*one.store, [&] { one.store->log(one.book.value)->append(records); });
  std::int64_t count = 0;
  std::int64_t different = 0;
  one.store->log(one.book.value)->read(0, kMany, [&](const audit::StoredRecord& record) {
    const audit::NewRecord& wanted = records[static_cast<std::size_t>(count)];
    if (record.seq != count || record.bytes != wanted.bytes || record.lines != wanted.lines ||
        record.leaf_sha256 != wanted.leaf_sha256)
      ++different;
    ++count;
    return true;
  });
  CHECK(count == kMany);
  CHECK(different == 0);
}

TEST_CASE("tree nodes are found and listed by suite, level and index", "[store][contract]") {
  OneBook one;
  const std::vector<audit::LogNode> nodes = {
      {audit::Suite::Sm3, 8, 0, digest_of(1)},
      {audit::Suite::Sha256, 16, 0, digest_of(2)},
      {audit::Suite::Sha256, 8, 10, digest_of(3)},
      {audit::Suite::Sha256, 8, 9, digest_of(4)},
  };
  const auto log = one.store->log(one.book.value);
  write(*one.store, [&] { log->add_nodes(nodes); });
  std::vector<audit::LogNode> seen;
  log->nodes([&](const audit::LogNode& node) {
    seen.push_back(node);
    return true;
  });
  CHECK(seen == std::vector<audit::LogNode>{nodes[3], nodes[2], nodes[1], nodes[0]});
  CHECK(log->node(audit::Suite::Sha256, 8, 10) == digest_of(3));
  CHECK(log->node(audit::Suite::Sm3, 8, 0) == digest_of(1));
  CHECK_FALSE(log->node(audit::Suite::Sm3, 16, 0).has_value());
  std::size_t visited = 0;
  log->nodes([&](const audit::LogNode&) { return ++visited < 2; });
  CHECK(visited == 2);
  one.store->begin_write();
  CHECK_THROWS_AS(finish(*one.store, [&] { log->add_nodes(std::vector{nodes[0]}); }), store::ConstraintViolation);
  one.store->rollback();
}

}  // namespace mingzhang::contract
