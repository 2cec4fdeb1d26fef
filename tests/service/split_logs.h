// SPDX-License-Identifier: Apache-2.0
// The protection switched off: a write path with two transactions in place of one.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <utility>

#include "audit/log_store.h"
#include "store/store.h"

namespace mingzhang::tests {

/// A log database that commits what was written so far before it appends records: the protection switched off.
class SplitLogs final : public audit::LogDatabase {
 public:
  explicit SplitLogs(store::Store& store) : store_(store) {}
  std::unique_ptr<audit::LogStore> log(std::int64_t book) override {
    return std::make_unique<SplitLog>(store_, store_.log(book));
  }

 private:
  class SplitLog final : public audit::LogStore {
   public:
    SplitLog(store::Store& store, std::unique_ptr<audit::LogStore> inner) : store_(store), inner_(std::move(inner)) {}
    void append(std::span<const audit::NewRecord> records) override {
      store_.commit();
      store_.begin_write();
      inner_->append(records);
    }
    void read(std::int64_t from, std::int64_t to,
              const std::function<bool(const audit::StoredRecord&)>& on_record) override {
      inner_->read(from, to, on_record);
    }
    void add_nodes(std::span<const audit::LogNode> nodes) override { inner_->add_nodes(nodes); }
    std::optional<audit::Digest> node(audit::Suite suite, int level, std::int64_t index) override {
      return inner_->node(suite, level, index);
    }
    void nodes(const std::function<bool(const audit::LogNode&)>& on_node) override { inner_->nodes(on_node); }

   private:
    store::Store& store_;
    std::unique_ptr<audit::LogStore> inner_;
  };
  store::Store& store_;
};

}  // namespace mingzhang::tests
