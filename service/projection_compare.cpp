// SPDX-License-Identifier: Apache-2.0
// Walks two dumps of the same tables side by side.
#include "service/projection_compare.h"

#include <algorithm>
#include <cstddef>
#include <string>

#include "service/verify.h"

namespace mingzhang::service {
namespace {

std::string row_text(const ledger::ProjectionTable& table, const ledger::DumpedRow& row) {
  std::string text;
  for (std::size_t i = 0; i < row.size() && i < table.key_columns; ++i) {
    text += (i > 0 ? ", " : "") + table.columns[i] + "=" + row[i];
  }
  return text;
}

/// The first difference of one table, or nothing. `stored` is what stands in the database, `replayed` what the log says.
std::optional<Problem> compare_table(const ledger::ProjectionTable& table, ledger::RowCursor& stored,
                                     ledger::RowCursor& replayed) {
  const auto differs = [&table](const std::string& detail) {
    return Problem{&info_of(VerifyOutcome::ProjectionDiffers), table.name, detail};
  };
  while (true) {
    const ledger::DumpedRow* found = stored.next();
    const ledger::DumpedRow* wanted = replayed.next();
    if (found == nullptr && wanted == nullptr) return std::nullopt;
    if (found == nullptr) return differs("missing row " + row_text(table, *wanted));
    if (wanted == nullptr) return differs("extra row " + row_text(table, *found));
    if (!std::equal(found->begin(), found->begin() + static_cast<std::ptrdiff_t>(table.key_columns), wanted->begin())) {
      return differs("found row " + row_text(table, *found) + " where the log has " + row_text(table, *wanted));
    }
    for (std::size_t i = table.key_columns; i < table.columns.size(); ++i) {
      if ((*found)[i] == (*wanted)[i]) continue;
      return differs("row " + row_text(table, *found) + ": " + table.columns[i] + " is " + (*found)[i] +
                     ", the log says " + (*wanted)[i]);
    }
  }
}

}  // namespace

std::optional<Problem> compare_projections(const BookOfDatabase& stored, const BookOfDatabase& replayed) {
  for (const ledger::ProjectionTable& table : stored.database.projections()) {
    const auto found = stored.database.dump(table, stored.id);
    const auto wanted = replayed.database.dump(table, replayed.id);
    if (std::optional<Problem> problem = compare_table(table, *found, *wanted)) return problem;
  }
  return std::nullopt;
}

}  // namespace mingzhang::service
