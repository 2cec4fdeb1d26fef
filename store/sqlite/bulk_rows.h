// SPDX-License-Identifier: Apache-2.0
// The rows of a bulk insert as a table that SQLite can select from.
#pragma once

#include <cstddef>

#include "store/connection.h"

struct sqlite3;

namespace mingzhang::store {

/// What the table `bulk_rows` (columns c0, c1, …) shows at the moment.
struct BulkFeed {
  const RowSource* rows = nullptr;
};

/// Makes `bulk_rows` known to one connection. It is no part of any schema, cannot be used from one, and is empty
/// while `feed.rows` is null. `feed` must outlive the connection's handle. Returns a result code of SQLite.
int register_bulk_rows(sqlite3* handle, BulkFeed& feed);

}  // namespace mingzhang::store
