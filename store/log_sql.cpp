// SPDX-License-Identifier: Apache-2.0
// Appending to and reading the log.
#include "store/log_sql.h"

#include <string>

#include "base/check.h"
#include "base/world_error.h"
#include "store/rows.h"
#include "store/tables.h"

namespace mingzhang::store {
namespace {

Value record_cell(const audit::NewRecord& record, std::size_t column) {
  switch (column) {
    case 1:
      return integer_cell(record.seq);
    case 2:
      return bytes_cell(record.bytes);
    case 3:
      return bytes_cell(record.lines);
    case 4:
      return bytes_cell(audit::bytes_of(record.leaf_sha256));
    case 5:
      return bytes_cell(audit::bytes_of(record.leaf_sm3));
    default:
      MZ_CHECK(false);
      return Value::null();
  }
}

Value node_cell(const audit::LogNode& node, std::size_t column) {
  switch (column) {
    case 1:
      return word_cell(node.suite);
    case 2:
      return integer_cell(node.level);
    case 3:
      return integer_cell(node.index);
    case 4:
      return bytes_cell(audit::bytes_of(node.digest));
    default:
      MZ_CHECK(false);
      return Value::null();
  }
}

audit::Digest read_digest(Cells& cells) {
  const std::optional<audit::Digest> digest = audit::digest_from_bytes(cells.bytes());
  if (!digest) cells.refuse();
  return *digest;
}

}  // namespace

void LogSql::append(std::span<const audit::NewRecord> records) {
  if (records.empty()) return;
  for (std::size_t number = 1; number < records.size(); ++number)
    MZ_CHECK(records[number].seq == records[number - 1].seq + 1);
  // Head row and log disagree only where somebody has cut or extended the log behind the program's back: then the last
  // record is missing, or the next one is there already.
  const std::int64_t next = records.front().seq;
  if (next > 0) {
    const Prepared last = connection_.prepare(
        "SELECT seq FROM record WHERE book_id = ? AND seq = ?"
        " AND NOT EXISTS (SELECT seq FROM record WHERE book_id = ? AND seq = ?)");
    last->bind(1, book_id_);
    last->bind(2, next - 1);
    last->bind(3, book_id_);
    last->bind(4, next);
    last->require_row(kRecordTable.name);
  } else if (node(audit::Suite::Sha256, 0, 0)) {
    throw_row_missing(connection_.name(), kBookTable.name);
  }
  insert_rows(connection_, kRecordTable, BookRows<audit::NewRecord, record_cell>(book_id_, records));
}

void LogSql::read(std::int64_t from_seq, std::int64_t to_seq,
                  const std::function<bool(const audit::StoredRecord&)>& on_record) {
  static const std::string sql = select_from(kRecordTable, "AND seq >= ? AND seq < ? ORDER BY seq");
  const Prepared statement = connection_.prepare(sql);
  statement->bind(1, book_id_);
  statement->bind(2, from_seq);
  statement->bind(3, to_seq);
  while (statement->step()) {
    Cells cells(*statement, kRecordTable);
    // Braces evaluate from left to right: the order of the columns.
    const audit::StoredRecord record{cells.integer(), cells.bytes(), cells.optional_bytes(), read_digest(cells),
                                     read_digest(cells)};
    if (!on_record(record)) return;
  }
}

void LogSql::add_nodes(std::span<const audit::LogNode> nodes) {
  insert_rows(connection_, kLogNodeTable, BookRows<audit::LogNode, node_cell>(book_id_, nodes));
}

std::optional<audit::Digest> LogSql::node(audit::Suite suite, int level, std::int64_t index) {
  std::string_view sql = "SELECT digest FROM log_node WHERE book_id = ? AND position = ? AND suite = ? AND level = ?";
  if (level == 0) {
    sql = suite == audit::Suite::Sha256 ? "SELECT leaf_sha256 FROM record WHERE book_id = ? AND seq = ?"
                                        : "SELECT leaf_sm3 FROM record WHERE book_id = ? AND seq = ?";
  }
  const Prepared statement = connection_.prepare(sql);
  statement->bind(1, book_id_);
  statement->bind(2, index);
  if (level != 0) {
    statement->bind(3, static_cast<std::int64_t>(suite));
    statement->bind(4, level);
  }
  if (!statement->step()) return std::nullopt;
  const std::optional<audit::Digest> digest = audit::digest_from_bytes(statement->column_blob(0));
  if (digest) return digest;
  throw WorldError(WorldFault::Damaged, "账簿 " + connection_.name() + " 的摘要长度不对。 A digest in " +
                                            connection_.name() + " has not 32 bytes.");
}

void LogSql::nodes(const std::function<bool(const audit::LogNode&)>& on_node) {
  static const std::string sql = select_from(kLogNodeTable, order_by_key(kLogNodeTable));
  const Prepared statement = connection_.prepare(sql);
  statement->bind(1, book_id_);
  while (statement->step()) {
    Cells cells(*statement, kLogNodeTable);
    const audit::LogNode node{cells.word(audit::Suite::Sm3), cells.small_integer(0, 53), cells.integer(),
                              read_digest(cells)};
    if (!on_node(node)) return;
  }
}

}  // namespace mingzhang::store
