// SPDX-License-Identifier: Apache-2.0
// Builds the request, and finds the row of "line 3 of command 17".
#include "service/imports/voucher_import_plan.h"

#include <array>
#include <charconv>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "ledger/account_commands.h"
#include "ledger/book_commands.h"
#include "ledger/post_outcome.h"
#include "service/request_outcome.h"

namespace mingzhang::service {
namespace {

constexpr std::size_t kKeyDigits = 40;

/// The index that a place such as "line 3" means: 2; nothing for other places and for lines that are not there.
std::optional<std::size_t> line_index(std::string_view place, std::size_t lines) {
  constexpr std::string_view kLine = "line ";
  if (!place.starts_with(kLine)) return std::nullopt;
  place.remove_prefix(kLine.size());
  std::size_t number = 0;
  const auto read = std::from_chars(place.data(), place.data() + place.size(), number);
  if (read.ec != std::errc() || number == 0 || number > lines) return std::nullopt;
  return number - 1;
}

/// Which column a refusal of the ledger is about.
std::optional<ImportColumn> column_of(const Problem& problem) {
  using ledger::PostOutcome;
  constexpr std::array<std::pair<PostOutcome, ImportColumn>, 16> kColumns{{
      {PostOutcome::SummaryMissing, ImportColumn::Summary},
      {PostOutcome::AccountMissing, ImportColumn::Account},
      {PostOutcome::AmountZero, ImportColumn::Amount},
      {PostOutcome::AmountNegative, ImportColumn::Amount},
      {PostOutcome::DateTooFarAhead, ImportColumn::Date},
      {PostOutcome::TotalTooLarge, ImportColumn::Amount},
      {PostOutcome::FundUnbalanced, ImportColumn::Amount},
      {PostOutcome::AccountUnknown, ImportColumn::Account},
      {PostOutcome::FundUnknown, ImportColumn::Fund},
      {PostOutcome::ProjectUnknown, ImportColumn::Project},
      {PostOutcome::DateBeforeBook, ImportColumn::Date},
      {PostOutcome::PeriodLocked, ImportColumn::Date},
      {PostOutcome::PeriodClosed, ImportColumn::Date},
      {PostOutcome::AccountNotLeaf, ImportColumn::Account},
      {PostOutcome::AccountClosed, ImportColumn::Account},
      {PostOutcome::AccountFrozen, ImportColumn::Account},
  }};
  for (const auto& [outcome, column] : kColumns) {
    if (problem.info == &ledger::info_of(outcome)) return column;
  }
  // The rules for texts name the field first: "fund", "summary: 700 bytes".
  const std::string_view field = std::string_view(problem.detail).substr(0, problem.detail.find(':'));
  if (field == "source") return ImportColumn::Voucher;
  for (std::size_t i = 0; i < kImportColumns; ++i) {
    if (field == word_of(static_cast<ImportColumn>(i))) return static_cast<ImportColumn>(i);
  }
  return std::nullopt;
}

std::string value_of(const ledger::VoucherRequest& voucher, const ledger::Line& line, ImportColumn column) {
  switch (column) {
    case ImportColumn::Voucher: return voucher.source;
    case ImportColumn::Date: return to_iso(voucher.date);
    case ImportColumn::Summary: return line.summary.empty() ? voucher.summary : line.summary;
    case ImportColumn::Account: return line.account;
    case ImportColumn::Side: return std::string(word_of(line.side));
    case ImportColumn::Amount: return to_yuan(line.amount);
    case ImportColumn::Fund: return line.fund;
    case ImportColumn::Project: return line.project;
    case ImportColumn::Subject: return line.subject;
  }
  return std::string();
}

ledger::Command command_of(const NewName& name) {
  if (name.column == ImportColumn::Fund) return ledger::AddFund{name.code, name.code, "", false};
  if (name.column == ImportColumn::Project) return ledger::AddProject{name.code, name.code};
  return ledger::AddAccount{name.code, name.code, ledger::AccountClass::Unclassified,
                            usual_side_of(ledger::AccountClass::Unclassified), "", "", false};
}

/// What nobody can read two things into: a length before each text.
void append_field(std::string& bytes, std::string_view text) {
  bytes += std::to_string(text.size()) + ':';
  bytes += text;
}

}  // namespace

Request import_request(std::string_view file_bytes, const ImportOptions& options, audit::Hasher& sha256) {
  std::string said = "import/v1 ";
  append_field(said, audit::hex_of(sha256.plain(file_bytes)));
  append_field(said, options.book);
  Request request;
  request.key = "import-" + audit::hex_of(sha256.plain(said)).substr(0, kKeyDigits);
  request.book = options.book;
  request.is_system = options.is_system;
  request.by = options.is_system ? std::string(kSystemUser) : options.by;
  if (!options.is_system) request.approved_by = options.approved_by;
  append_field(said, request.by);
  append_field(said, request.approved_by);
  append_field(said, options.create_accounts ? "create" : "");
  append_field(said, chinese_of(options.type));
  request.digest = audit::hex_of(sha256.plain(said));
  return request;
}

std::vector<NewName> unknown_names(const std::vector<ImportedVoucher>& vouchers, ledger::LedgerStore& store) {
  std::array<std::unordered_set<std::string_view>, 3> seen;
  std::array<std::vector<NewName>, 3> found;
  const auto look = [&](std::size_t kind, ImportColumn column, const std::string& code, std::int64_t row) {
    if (code.empty() || !seen[kind].insert(code).second) return;
    const bool is_known = kind == 0   ? store.account(code).has_value()
                          : kind == 1 ? store.fund(code).has_value()
                                      : store.project(code).has_value();
    if (!is_known) found[kind].push_back(NewName{column, code, row});
  };
  for (const ImportedVoucher& voucher : vouchers) {
    for (std::size_t i = 0; i < voucher.rows.size(); ++i) {
      const ledger::Line& line = voucher.request.lines[i];
      look(0, ImportColumn::Account, line.account, voucher.rows[i]);
      look(1, ImportColumn::Fund, line.fund, voucher.rows[i]);
      look(2, ImportColumn::Project, line.project, voucher.rows[i]);
    }
  }
  std::vector<NewName> all;
  for (std::vector<NewName>& names : found) {
    for (NewName& name : names) all.push_back(std::move(name));
  }
  return all;
}

ImportPlan plan_of(Request request, std::vector<NewName> names, std::vector<ImportedVoucher> vouchers) {
  ImportPlan plan{std::move(request), std::move(names), {}};
  plan.request.commands.reserve(plan.names.size() + vouchers.size());
  plan.rows.reserve(vouchers.size());
  for (const NewName& name : plan.names) plan.request.commands.push_back(command_of(name));
  for (ImportedVoucher& voucher : vouchers) {
    plan.request.commands.emplace_back(std::move(voucher.request));
    plan.rows.push_back(std::move(voucher.rows));
  }
  return plan;
}

void translate(const Refusal& refusal, const ImportPlan& plan, ImportProblems& problems) {
  for (const CommandProblem& found : refusal.problems) {
    if (found.command < 0) {
      const bool is_reused = found.problem.info == &info_of(RequestOutcome::KeyReused);
      problems.add(0, "", "", is_reused ? Problem{&info_of(ImportOutcome::ImportedBefore), "", ""} : found.problem);
      continue;
    }
    const auto index = static_cast<std::size_t>(found.command);
    if (index < plan.names.size()) {
      const NewName& name = plan.names[index];
      problems.add_cell(*found.problem.info, name.row, name.column, name.code, found.problem.detail);
      continue;
    }
    const auto& voucher = *as<ledger::VoucherRequest>(plan.request.commands[index]);
    translate(found.problem, voucher, plan.rows[index - plan.names.size()], problems);
  }
}

void translate(const Problem& problem, const ledger::VoucherRequest& voucher, const std::vector<std::int64_t>& rows,
               ImportProblems& problems) {
  const std::size_t index = line_index(problem.place, rows.size()).value_or(0);
  const ImportColumn column = column_of(problem).value_or(ImportColumn::Voucher);
  problems.add_cell(*problem.info, rows[index], column, value_of(voucher, voucher.lines[index], column), problem.detail);
}

}  // namespace mingzhang::service
