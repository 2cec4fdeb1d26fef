// SPDX-License-Identifier: Apache-2.0
// Writes our rows as the other side's file.
#include "service/banks/given_list.h"

#include <optional>
#include <vector>

#include "audit/notes/note_key.h"
#include "audit/notes/outcome.h"
#include "audit/notes/signed_file.h"
#include "base/date.h"
#include "base/text.h"
#include "loans/reconciliation.h"
#include "reports/table_csv.h"
#include "service/banks/own_rows.h"
#include "service/imports/reconciliation_file.h"
#include "service/policies/shelf.h"
#include "service/reading/outcome.h"
#include "service/request_outcome.h"

namespace mingzhang::service {
namespace {

void append_row(const std::vector<std::string>& cells, std::string& csv) {
  for (std::size_t at = 0; at < cells.size(); ++at) csv.append(at == 0 ? "" : ",").append(reports::csv_text_cell(cells[at]));
  csv += "\r\n";
}

/// The key, split where it names a loan and a day, then the cells.
std::vector<std::string> cells_of(const loans::ReconciliationRow& row, bool has_day) {
  std::vector<std::string> cells{row.key};
  if (has_day) {
    const std::size_t blank = row.key.rfind(' ');
    cells = {row.key.substr(0, blank), row.key.substr(blank + 1)};
  }
  for (const loans::ReconciliationCell& cell : row.cells) cells.push_back(loans::text_of(cell));
  return cells;
}

}  // namespace

std::string purpose_of(const ListSubject& subject) {
  return subject.claim.empty() ? "loan-register " + subject.date : "subsidy-claim " + subject.claim;
}

TextResult given_list(const BookPlace& place, const ListSubject& subject) {
  const bool is_claim = !subject.claim.empty();
  std::optional<Date> day = parse_date(subject.date);
  if (!is_claim && !day) return Err(refusal(ReadingOutcome::DateBad, is_plain_text(subject.date) ? shortened(subject.date, 40) : ""));
  std::vector<loans::ReconciliationRow> rows;
  Date claimed = day.value_or(Date());
  const TextResult read = is_claim ? add_claim(place, subject.claim, true, rows, claimed) : add_register(place, subject.bank, *day, rows);
  if (!read) return read;
  std::string csv;
  append_row(is_claim ? subsidy_headings() : register_headings(), csv);
  for (const loans::ReconciliationRow& row : rows) append_row(cells_of(row, is_claim), csv);
  return csv;
}

TextResult signed_list(std::string_view file, std::string_view purpose, const std::string& name, std::span<const std::unique_ptr<audit::Signer>> signers) {
  if (signers.empty()) return std::string();
  if (!audit::is_note_name(name)) return Err(refusal(audit::info_of(audit::SealOutcome::KeyTextBad), "--name"));
  audit::Note note{audit::signed_file_text(name, purpose, file), {}};
  for (const auto& signer : signers) note.signatures.push_back(audit::sign_note(note.text, name, *signer));
  return audit::note_bytes(note);
}

TextResult check_given(std::string_view file, std::string_view signature, std::string_view policy, const ListSubject& subject) {
  const Result<audit::TrustPolicy, Problem> trusted = audit::parse_trust_policy(policy);
  if (!trusted) return Err(refusal_of({trusted.error()}));
  std::optional<Problem> problem = audit::check_signed_file(signature, purpose_of(subject), file, *trusted);
  if (problem) return Err(refusal_of({std::move(*problem)}));
  return std::string();
}

}  // namespace mingzhang::service
