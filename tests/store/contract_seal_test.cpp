// SPDX-License-Identifier: Apache-2.0
// Contract of every driver: a log's keys and checkpoints.
#include <optional>
#include <string>
#include <vector>

#include "audit/keys/log_key.h"
#include "base/world_error.h"
#include "tests/store/contract.h"
#include "tests/store/sample.h"
#include "tests/support/catch.h"

namespace mingzhang::contract {
namespace {

using audit::LogKey;
using audit::StoredCheckpoint;
using audit::Suite;

std::vector<LogKey> log_keys() {
  return {{1, Suite::Sha256, "样例/ledger/b/sha256+00000001+AQ==", 11, std::nullopt},
          {2, Suite::Sm3, "样例/ledger/b/sm3+00000002+/w==", 12, 13}};
}

}  // namespace

TEST_CASE("a log's keys come back as they were written, of their own book only", "[store][contract]") {
  OneBook one;
  const ledger::BookId other = add_book(*one.store, "other");
  const auto rows = one.store->seals_of(one.book.value);
  CHECK(rows->keys().empty());
  write(*one.store, [&] { rows->insert_keys(log_keys()); });
  CHECK(rows->keys() == log_keys());
  CHECK(one.store->seals_of(other.value)->keys().empty());
  std::vector<LogKey> changed{log_keys()[0]};
  changed[0].end_seq = 14;
  write(*one.store, [&] { rows->update_keys(changed); });
  CHECK(rows->keys() == std::vector{changed[0], log_keys()[1]});
}

TEST_CASE("checkpoints stand by suite and size, and a later note replaces the earlier one of its size", "[store][contract]") {
  OneBook one;
  const ledger::BookId other = add_book(*one.store, "other");
  const auto rows = one.store->seals_of(one.book.value);
  const StoredCheckpoint first{Suite::Sha256, 5, "o\n5\nx\n\n— o AAAAAAE=\n"};
  const StoredCheckpoint second{Suite::Sha256, 9, "o\n9\ny\n\n— o AAAAAAE=\n"};
  const StoredCheckpoint of_sm3{Suite::Sm3, 7, "p\n7\nz\n\n— p AAAAAAE=\n"};
  CHECK_FALSE(rows->latest_checkpoint(Suite::Sha256).has_value());
  write(*one.store, [&] {
    rows->insert_checkpoint(second);
    rows->insert_checkpoint(first);
    rows->insert_checkpoint(of_sm3);
  });
  CHECK(rows->checkpoints(Suite::Sha256) == std::vector{first, second});
  CHECK(rows->latest_checkpoint(Suite::Sha256) == second);
  CHECK(rows->latest_checkpoint(Suite::Sm3) == of_sm3);
  CHECK(rows->checkpoint(Suite::Sha256, 5) == first);
  CHECK_FALSE(rows->checkpoint(Suite::Sm3, 5).has_value());
  CHECK(one.store->seals_of(other.value)->checkpoints(Suite::Sha256).empty());

  StoredCheckpoint cosigned = first;
  cosigned.note += "— w AAAAAAI=\n";
  write(*one.store, [&] { rows->update_checkpoint(cosigned); });
  CHECK(rows->checkpoint(Suite::Sha256, 5) == cosigned);
  one.store->begin_write();
  CHECK_THROWS_AS(finish(*one.store, [&] { rows->insert_checkpoint(first); }), store::ConstraintViolation);
  one.store->rollback();
  one.store->begin_write();
  CHECK_THROWS_AS(finish(*one.store, [&] { rows->update_checkpoint({Suite::Sm3, 5, "n"}); }), WorldError);
  one.store->rollback();
}

}  // namespace mingzhang::contract
