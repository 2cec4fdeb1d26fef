// SPDX-License-Identifier: Apache-2.0
// An eponymous virtual table over a RowSource: one INSERT … SELECT takes a whole batch without binding row by row.
#include "store/sqlite/bulk_rows.h"

#include <sqlite3.h>

#include <new>
#include <string>

namespace mingzhang::store {
namespace {

struct BulkTable : sqlite3_vtab {
  BulkFeed* feed = nullptr;
};

struct BulkCursor : sqlite3_vtab_cursor {
  const RowSource* rows = nullptr;
  std::size_t row = 0;
  std::size_t row_count = 0;
};

BulkCursor& cursor_of(sqlite3_vtab_cursor* base) {
  return *static_cast<BulkCursor*>(base);
}

int connect(sqlite3* handle, void* feed, int, const char* const*, sqlite3_vtab** table, char**) {
  try {
    std::string declaration = "CREATE TABLE bulk_rows(c0";
    for (std::size_t column = 1; column < kBulkColumnsMax; ++column) declaration += ", c" + std::to_string(column);
    const int code = sqlite3_declare_vtab(handle, (declaration + ")").c_str());
    if (code != SQLITE_OK) return code;
    auto* created = new BulkTable{};
    created->feed = static_cast<BulkFeed*>(feed);
    *table = created;
  } catch (const std::bad_alloc&) {
    return SQLITE_NOMEM;
  }
  // A schema that comes from somebody else must not be able to reach into our memory.
  return sqlite3_vtab_config(handle, SQLITE_VTAB_DIRECTONLY);
}

int disconnect(sqlite3_vtab* table) {
  delete static_cast<BulkTable*>(table);
  return SQLITE_OK;
}

int best_index(sqlite3_vtab*, sqlite3_index_info* plan) {
  plan->estimatedCost = 1e6;
  plan->estimatedRows = 8192;
  return SQLITE_OK;
}

int open_cursor(sqlite3_vtab*, sqlite3_vtab_cursor** cursor) {
  *cursor = new (std::nothrow) BulkCursor{};
  return *cursor == nullptr ? SQLITE_NOMEM : SQLITE_OK;
}

int close_cursor(sqlite3_vtab_cursor* cursor) {
  delete static_cast<BulkCursor*>(cursor);
  return SQLITE_OK;
}

int filter(sqlite3_vtab_cursor* base, int, const char*, int, sqlite3_value**) {
  BulkCursor& cursor = cursor_of(base);
  cursor.rows = static_cast<BulkTable*>(base->pVtab)->feed->rows;
  cursor.row = 0;
  cursor.row_count = cursor.rows == nullptr ? 0 : cursor.rows->row_count();
  return SQLITE_OK;
}

int next(sqlite3_vtab_cursor* base) {
  ++cursor_of(base).row;
  return SQLITE_OK;
}

int at_end(sqlite3_vtab_cursor* base) {
  return cursor_of(base).row >= cursor_of(base).row_count ? 1 : 0;
}

int column(sqlite3_vtab_cursor* base, sqlite3_context* context, int number) {
  const BulkCursor& cursor = cursor_of(base);
  const Value value = cursor.rows->value(cursor.row, static_cast<std::size_t>(number));
  // An empty view may have no address, which SQLite would take for NULL.
  const char* bytes = value.bytes.empty() ? "" : value.bytes.data();
  switch (value.kind) {
    case Value::Kind::Null:
      sqlite3_result_null(context);
      break;
    case Value::Kind::Integer:
      sqlite3_result_int64(context, value.number);
      break;
    case Value::Kind::Text:
      sqlite3_result_text64(context, bytes, value.bytes.size(), SQLITE_STATIC, SQLITE_UTF8);
      break;
    case Value::Kind::Blob:
      sqlite3_result_blob64(context, bytes, value.bytes.size(), SQLITE_STATIC);
      break;
  }
  return SQLITE_OK;
}

int rowid(sqlite3_vtab_cursor* base, sqlite3_int64* number) {
  *number = static_cast<sqlite3_int64>(cursor_of(base).row);
  return SQLITE_OK;
}

sqlite3_module make_module() {
  sqlite3_module module{};
  // Without xCreate the table exists by its name alone and cannot become part of a schema.
  module.xConnect = connect;
  module.xBestIndex = best_index;
  module.xDisconnect = disconnect;
  module.xOpen = open_cursor;
  module.xClose = close_cursor;
  module.xFilter = filter;
  module.xNext = next;
  module.xEof = at_end;
  module.xColumn = column;
  module.xRowid = rowid;
  return module;
}

}  // namespace

int register_bulk_rows(sqlite3* handle, BulkFeed& feed) {
  static const sqlite3_module module = make_module();
  return sqlite3_create_module(handle, "bulk_rows", &module, &feed);
}

}  // namespace mingzhang::store
