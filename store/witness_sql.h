// SPDX-License-Identifier: Apache-2.0
// The memory of a witness in SQL.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "audit/witness/seen_log.h"
#include "store/connection.h"

namespace mingzhang::store {

/// See `audit::WitnessStore`. A row with an impossible value throws WorldError Damaged.
class WitnessSql final : public audit::WitnessStore {
 public:
  /// `connection` must outlive this store.
  explicit WitnessSql(Connection& connection) : connection_(connection) {}

  std::vector<audit::SeenLog> seen_logs() override;
  std::optional<audit::SeenLog> seen(std::string_view origin) override;
  void hold(std::string_view origin) override;
  void remember(const audit::SeenLog& log) override;

 private:
  audit::SeenLog read(const Statement& row) const;

  Connection& connection_;
};

}  // namespace mingzhang::store
