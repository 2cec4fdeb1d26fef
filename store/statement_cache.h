// SPDX-License-Identifier: Apache-2.0
// Prepared statements that nobody is using at the moment, by their text.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "store/connection.h"

namespace mingzhang::store {

/// Owned by a driver's connection. Two borrowers of the same text get two statements; one of them is kept.
class StatementCache {
 public:
  /// The kept statement for `sql`, or nothing.
  std::unique_ptr<Statement> take(std::string_view sql);
  /// Keeps `statement`; drops it where there is one for its text already, or memory is short.
  void put(std::unique_ptr<Statement> statement) noexcept;
  void clear() noexcept { statements_.clear(); }

 private:
  struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  std::unordered_map<std::string, std::unique_ptr<Statement>, TextHash, std::equal_to<>> statements_;
};

}  // namespace mingzhang::store
