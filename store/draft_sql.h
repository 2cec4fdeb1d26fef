// SPDX-License-Identifier: Apache-2.0
// The drafts of one book in SQL.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "ledger/draft_store.h"
#include "ledger/ids.h"
#include "store/connection.h"

namespace mingzhang::store {

/// See `ledger::DraftStore`.
class DraftSql final : public ledger::DraftStore {
 public:
  /// `connection` must outlive this store.
  DraftSql(Connection& connection, ledger::BookId book) : connection_(connection), book_id_(book.value) {}

  std::int64_t last_draft_id() override;
  void insert_draft(const ledger::Draft& draft) override;
  void update_draft(const ledger::Draft& draft) override;
  std::optional<ledger::Draft> draft(std::int64_t id) override;
  std::vector<ledger::Draft> pending_drafts() override;

 private:
  Connection& connection_;
  std::int64_t book_id_;
};

}  // namespace mingzhang::store
