// SPDX-License-Identifier: Apache-2.0
// Reads and writes keys and checkpoints.
#include "store/seal_sql.h"

#include "base/check.h"
#include "store/reading.h"
#include "store/rows.h"
#include "store/seal_tables.h"

namespace mingzhang::store {
namespace {

audit::LogKey read_log_key(Cells& cells) {
  audit::LogKey key;
  key.id = cells.integer();
  key.suite = cells.word(audit::Suite::Sm3);
  key.text = cells.text();
  key.seq = cells.integer();
  const std::int64_t end = cells.integer();
  if (end != 0) key.end_seq = end;
  return key;
}

Value log_key_cell(const audit::LogKey& key, std::size_t column) {
  switch (column) {
    case 1: return integer_cell(key.id);
    case 2: return integer_cell(static_cast<std::int64_t>(key.suite));
    case 3: return text_cell(key.text);
    case 4: return integer_cell(key.seq);
    case 5: return integer_cell(key.end_seq.value_or(0));
    default: MZ_CHECK(false); return Value::null();
  }
}

audit::StoredCheckpoint read_checkpoint(Cells& cells) {
  audit::StoredCheckpoint checkpoint;
  checkpoint.suite = cells.word(audit::Suite::Sm3);
  checkpoint.size = cells.integer();
  checkpoint.note = cells.text();
  return checkpoint;
}

Value checkpoint_cell(const audit::StoredCheckpoint& checkpoint, std::size_t column) {
  switch (column) {
    case 1: return integer_cell(static_cast<std::int64_t>(checkpoint.suite));
    case 2: return integer_cell(checkpoint.size);
    case 3: return text_cell(checkpoint.note);
    default: MZ_CHECK(false); return Value::null();
  }
}

constexpr Reading<audit::LogKey> kLogKeys{kLogKeyTable, read_log_key};
constexpr Reading<audit::StoredCheckpoint> kLogCheckpoints{kLogCheckpointTable, read_checkpoint};
using LogKeyRows = BookRows<audit::LogKey, log_key_cell>;
using CheckpointRows = BookRows<audit::StoredCheckpoint, checkpoint_cell>;

std::int64_t number_of(audit::Suite suite) {
  return static_cast<std::int64_t>(suite);
}

}  // namespace

std::vector<audit::LogKey> SealSql::keys() {
  return all_rows(connection_, kLogKeys.select("ORDER BY log_key_id"), kLogKeys, book_id_);
}

void SealSql::insert_keys(std::span<const audit::LogKey> rows) {
  insert_rows(connection_, kLogKeyTable, LogKeyRows(book_id_, rows));
}

void SealSql::update_keys(std::span<const audit::LogKey> rows) {
  update_rows(connection_, kLogKeyTable, LogKeyRows(book_id_, rows));
}

std::vector<audit::StoredCheckpoint> SealSql::checkpoints(audit::Suite suite) {
  return all_rows(connection_, kLogCheckpoints.select("AND suite = ? ORDER BY size"), kLogCheckpoints, book_id_, number_of(suite));
}

std::optional<audit::StoredCheckpoint> SealSql::latest_checkpoint(audit::Suite suite) {
  return one_row(connection_, kLogCheckpoints.select("AND suite = ? ORDER BY size DESC LIMIT 1"), kLogCheckpoints, book_id_,
                 number_of(suite));
}

std::optional<audit::StoredCheckpoint> SealSql::checkpoint(audit::Suite suite, std::int64_t size) {
  return one_row(connection_, kLogCheckpoints.select("AND suite = ? AND size = ?"), kLogCheckpoints, book_id_, number_of(suite), size);
}

void SealSql::insert_checkpoint(const audit::StoredCheckpoint& checkpoint) {
  insert_rows(connection_, kLogCheckpointTable, CheckpointRows(book_id_, {&checkpoint, 1}));
}

void SealSql::update_checkpoint(const audit::StoredCheckpoint& checkpoint) {
  update_rows(connection_, kLogCheckpointTable, CheckpointRows(book_id_, {&checkpoint, 1}));
}

}  // namespace mingzhang::store
