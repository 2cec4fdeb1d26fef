// SPDX-License-Identifier: Apache-2.0
// Contract of every driver: drafts.
#include "base/world_error.h"
#include "tests/store/contract.h"
#include "tests/store/sample.h"
#include "tests/support/catch.h"

namespace mingzhang::contract {

TEST_CASE("a draft comes back as it was written, also without a decision", "[store][contract]") {
  OneBook one;
  const auto drafts = one.store->drafts(one.book);
  CHECK(drafts->last_draft_id() == 0);
  write(*one.store, [&] {
    drafts->insert_draft(draft_of(1));
    drafts->insert_draft(draft_of(12));
  });
  CHECK(drafts->last_draft_id() == 12);
  CHECK(text_of(drafts->draft(1).value()) == text_of(draft_of(1)));
  CHECK_FALSE(drafts->draft(2).has_value());
  CHECK(one.store->drafts({9})->last_draft_id() == 0);
}

TEST_CASE("a decided draft is no longer pending and keeps its reason", "[store][contract]") {
  OneBook one;
  const auto drafts = one.store->drafts(one.book);
  write(*one.store, [&] {
    for (const std::int64_t id : {3, 1, 2}) drafts->insert_draft(draft_of(id));
  });
  CHECK(texts_of(drafts->pending_drafts()) == Texts{text_of(draft_of(1)), text_of(draft_of(2)), text_of(draft_of(3))});

  ledger::Draft rejected = draft_of(2);
  rejected.state = ledger::DraftState::Rejected;
  rejected.decided_by = "synthetic-approver";
  rejected.decided_at = {1'490'000'000'000'000};
  rejected.reason = "附件不全";
  write(*one.store, [&] { drafts->update_draft(rejected); });
  CHECK(text_of(drafts->draft(2).value()) == text_of(rejected));
  CHECK(texts_of(drafts->pending_drafts()) == Texts{text_of(draft_of(1)), text_of(draft_of(3))});
  CHECK(drafts->last_draft_id() == 3);
}

TEST_CASE("a draft that is not there cannot be decided", "[store][contract]") {
  OneBook one;
  one.store->begin_write();
  CHECK_THROWS_AS(finish(*one.store, [&] { one.store->drafts(one.book)->update_draft(draft_of(1)); }), WorldError);
  one.store->rollback();
}

}  // namespace mingzhang::contract
