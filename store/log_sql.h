// SPDX-License-Identifier: Apache-2.0
// The log of one book in SQL.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>

#include "audit/log_store.h"
#include "store/connection.h"

namespace mingzhang::store {

/// See `audit::LogStore`. A digest that has not 32 bytes throws WorldError Damaged.
class LogSql final : public audit::LogStore {
 public:
  /// `connection` must outlive this store.
  LogSql(Connection& connection, std::int64_t book_id) : connection_(connection), book_id_(book_id) {}

  void append(std::span<const audit::NewRecord> records) override;
  void read(std::int64_t from_seq, std::int64_t to_seq,
            const std::function<bool(const audit::StoredRecord&)>& on_record) override;
  void add_nodes(std::span<const audit::LogNode> nodes) override;
  std::optional<audit::Digest> node(audit::Suite suite, int level, std::int64_t index) override;
  void nodes(const std::function<bool(const audit::LogNode&)>& on_node) override;

 private:
  Connection& connection_;
  std::int64_t book_id_;
};

}  // namespace mingzhang::store
