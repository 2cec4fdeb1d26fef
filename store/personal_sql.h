// SPDX-License-Identifier: Apache-2.0
// Personal values in SQL, laid out so that they can be erased (store/migrations/0002_households/note.md).
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "households/personal_store.h"
#include "store/connection.h"

namespace mingzhang::store {

/// See `households::PersonalStore`.
class PersonalSql final : public households::PersonalStore {
 public:
  /// `connection` must outlive this store.
  PersonalSql(Connection& connection, std::int64_t book_id) : connection_(connection), book_id_(book_id) {}

  void put(std::span<const households::PersonalValues> people) override;
  std::optional<households::PersonalValues> get(std::string_view person) override;
  std::vector<std::string> with_id_number(std::string_view id_number) override;
  std::vector<std::string> with_card(std::string_view card) override;
  void for_each(const std::function<void(const households::PersonalValues&)>& visit) override;
  bool erase(std::string_view person) override;

 private:
  std::vector<std::string> with_number(const std::string& sql, std::string_view number,
                                       std::string households::PersonalValues::*member);

  Connection& connection_;
  std::int64_t book_id_;
};

}  // namespace mingzhang::store
