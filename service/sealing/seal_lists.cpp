// SPDX-License-Identifier: Apache-2.0
// The keys and checkpoints of a book as lists.
#include <string>

#include "audit/notes/checkpoint.h"
#include "audit/notes/note.h"
#include "base/base64.h"
#include "reports/column.h"
#include "reports/table.h"
#include "service/reading/render.h"
#include "service/sealing/checkpoints.h"

namespace mingzhang::service {
namespace {

using reports::Value;

/// The names under the note, the log's own first; a name that signed twice stands once.
std::string signer_names(const std::string& bytes) {
  const Result<audit::Note, Problem> note = audit::parse_note(bytes);
  if (!note) return "损坏 damaged";
  std::string names;
  std::string last;
  for (const audit::NoteSignature& signature : note->signatures) {
    if (signature.name == last) continue;
    last = signature.name;
    names += (names.empty() ? "" : "，") + signature.name;
  }
  return names;
}

}  // namespace

TextResult list_log_keys(const BookPlace& place, Format format) {
  return read_book(place, [&](BookReading& reading) -> TextResult {
    reports::Table table({"log_keys", "签名密钥", "Keys that sign the book"},
                         {reports::text_column("suite", "算法", "suite"), reports::text_column("state", "状态", "state"),
                          reports::count_column("record", "登记记录", "added by record"),
                          reports::count_column("end_record", "停用记录", "ended by record"),
                          reports::text_column("key", "公钥", "key")});
    for (const audit::LogKey& key : place.opened.seals->seals_of(reading.head.id.value)->keys()) {
      table.add_row(reports::RowKind::Line,
                    {audit::suite_name(key.suite), key.end_seq ? "停用 ended" : "在用 in force", Value::count(key.seq),
                     key.end_seq ? Value::count(*key.end_seq) : Value(), key.text});
    }
    return rendered(table, format);
  });
}

TextResult list_checkpoints(const BookPlace& place, Format format) {
  return read_book(place, [&](BookReading& reading) -> TextResult {
    reports::Table table({"checkpoints", "检查点", "Checkpoints"},
                         {reports::text_column("suite", "算法", "suite"), reports::count_column("size", "记录数", "records"),
                          reports::text_column("root", "根", "root"), reports::text_column("signed_by", "签名", "signed by")});
    const auto seals = place.opened.seals->seals_of(reading.head.id.value);
    for (const audit::Suite suite : audit::kSuites) {
      const std::vector<audit::StoredCheckpoint> checkpoints = seals->checkpoints(suite);
      for (auto one = checkpoints.rbegin(); one != checkpoints.rend(); ++one) {
        const Result<audit::Note, Problem> note = audit::parse_note(one->note);
        const auto checkpoint = note ? audit::parse_checkpoint(note->text) : Result<audit::Checkpoint, Problem>(Err(note.error()));
        const std::string root = checkpoint ? base64_of(audit::bytes_of(checkpoint->root)) : std::string();
        table.add_row(reports::RowKind::Line, {audit::suite_name(suite), Value::count(one->size), root, signer_names(one->note)});
      }
    }
    return rendered(table, format);
  });
}

}  // namespace mingzhang::service
