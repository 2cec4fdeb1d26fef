// SPDX-License-Identifier: Apache-2.0
// One connection as every module sees it that keeps tables there.
#pragma once

#include <memory>
#include <utility>

#include "audit/keys/log_key.h"
#include "audit/log_store.h"
#include "funds/funds_database.h"
#include "guarantee/guarantee_database.h"
#include "households/register_database.h"
#include "ledger/database.h"
#include "loans/loans_database.h"
#include "policy/adoption.h"

namespace mingzhang::service {

/// One open connection: its faces, and what closes it. Copies are the same connection.
struct OpenedDatabase {
  ledger::Database* database = nullptr;
  audit::LogDatabase* logs = nullptr;
  households::RegisterDatabase* registers = nullptr;
  funds::FundsDatabase* funds = nullptr;
  policy::AdoptionDatabase* packs = nullptr;
  loans::LoansDatabase* loans = nullptr;
  guarantee::GuaranteeDatabase* guarantees = nullptr;
  audit::SealDatabase* seals = nullptr;
  std::shared_ptr<void> owner;  ///< none where somebody else keeps the connection
};

/// The faces of a connection that somebody else keeps.
template <class Connection>
OpenedDatabase faces_of(Connection& connection) {
  return OpenedDatabase{&connection, &connection, &connection, &connection, &connection,
                        &connection, &connection, &connection, nullptr};
}

/// The faces of a connection that lives as long as they do.
template <class Connection>
OpenedDatabase faces_of(std::shared_ptr<Connection> connection) {
  OpenedDatabase opened = faces_of(*connection);
  opened.owner = std::move(connection);
  return opened;
}

}  // namespace mingzhang::service
