// SPDX-License-Identifier: Apache-2.0
// The adopted packs of one book in SQL.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "policy/adoption.h"
#include "store/connection.h"

namespace mingzhang::store {

/// See `policy::AdoptionStore`. A row with an impossible value throws WorldError Damaged.
class AdoptionSql final : public policy::AdoptionStore {
 public:
  /// `connection` must outlive this store.
  AdoptionSql(Connection& connection, std::int64_t book_id) : connection_(connection), book_id_(book_id) {}

  std::vector<policy::Adoption> adoptions() override;
  void insert_adoptions(std::span<const policy::Adoption> rows) override;
  void update_adoptions(std::span<const policy::Adoption> rows) override;

 private:
  Connection& connection_;
  std::int64_t book_id_;
};

}  // namespace mingzhang::store
