// SPDX-License-Identifier: Apache-2.0
// Keeps prepared statements between uses.
#include "store/statement_cache.h"

#include <new>
#include <utility>

namespace mingzhang::store {

std::unique_ptr<Statement> StatementCache::take(std::string_view sql) {
  // The entry stays, empty: a statement in constant use costs no allocation when it comes back.
  const auto found = statements_.find(sql);
  return found == statements_.end() ? nullptr : std::move(found->second);
}

void StatementCache::put(std::unique_ptr<Statement> statement) noexcept {
  try {
    std::unique_ptr<Statement>& place = statements_[statement->sql()];
    if (!place) place = std::move(statement);
  } catch (const std::bad_alloc&) {
    // A statement that is not kept is prepared again.
  }
}

}  // namespace mingzhang::store
