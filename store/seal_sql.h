// SPDX-License-Identifier: Apache-2.0
// The keys and checkpoints of one book in SQL.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "audit/keys/log_key.h"
#include "store/connection.h"

namespace mingzhang::store {

/// See `audit::SealStore`. A row with an impossible value throws WorldError Damaged.
class SealSql final : public audit::SealStore {
 public:
  /// `connection` must outlive this store.
  SealSql(Connection& connection, std::int64_t book_id) : connection_(connection), book_id_(book_id) {}

  std::vector<audit::LogKey> keys() override;
  void insert_keys(std::span<const audit::LogKey> rows) override;
  void update_keys(std::span<const audit::LogKey> rows) override;

  std::vector<audit::StoredCheckpoint> checkpoints(audit::Suite suite) override;
  std::optional<audit::StoredCheckpoint> latest_checkpoint(audit::Suite suite) override;
  std::optional<audit::StoredCheckpoint> checkpoint(audit::Suite suite, std::int64_t size) override;
  void insert_checkpoint(const audit::StoredCheckpoint& checkpoint) override;
  void update_checkpoint(const audit::StoredCheckpoint& checkpoint) override;

 private:
  Connection& connection_;
  std::int64_t book_id_;
};

}  // namespace mingzhang::store
