// SPDX-License-Identifier: Apache-2.0
// The rows of one table as text, in the order of its key: what `verify` compares with a replay.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "ledger/database.h"
#include "store/connection.h"
#include "store/tables.h"

namespace mingzhang::store {

/// See `ledger::Database::projections`: every table of the modules whose rows follow from the log, without book_id.
std::vector<ledger::ProjectionTable> projection_tables();

/// Pulls the rows of `table` that belong to the book. Requires that `table` is one of `projection_tables`.
std::unique_ptr<ledger::RowCursor> dump_rows(Connection& connection, const ledger::ProjectionTable& table,
                                             std::int64_t book_id);

}  // namespace mingzhang::store
