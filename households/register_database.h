// SPDX-License-Identifier: Apache-2.0
// The database as the register sees it: the stores of one book, and forgetting.
#pragma once

#include <cstdint>
#include <memory>

#include "households/personal_store.h"
#include "households/register_store.h"

namespace mingzhang::households {

/// One connection; transactions are begun and committed elsewhere (ledger/database.h).
class RegisterDatabase {
 public:
  virtual ~RegisterDatabase() = default;

  /// The stores of one book; they live as long as this connection.
  virtual std::unique_ptr<RegisterStore> register_of(std::int64_t book_id) = 0;
  virtual std::unique_ptr<PersonalStore> personal_of(std::int64_t book_id) = 0;

  /// After the commit of an erasure: takes the erased bytes out of the engine's own logs as well. False where somebody
  /// else was reading and kept them alive; call it again later. Requires that no transaction is open.
  virtual bool forget_erased() = 0;
};

}  // namespace mingzhang::households
