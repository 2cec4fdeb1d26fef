// SPDX-License-Identifier: Apache-2.0
// The one request that a file becomes, and the way back from its refusals to rows and columns.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "audit/hash.h"
#include "ledger/database.h"
#include "service/imports/voucher_import.h"
#include "service/imports/voucher_import_rows.h"
#include "service/request.h"

namespace mingzhang::service {

/// A code that the book does not know yet, and where the file names it first.
struct NewName {
  ImportColumn column = ImportColumn::Account;  ///< Account, Fund or Project
  std::string code;
  std::int64_t row = 0;
};

/// What a file asks for.
struct ImportPlan {
  Request request;             ///< the new names, then the vouchers in the order of the file
  std::vector<NewName> names;  ///< of the first commands
  std::vector<std::vector<std::int64_t>> rows;  ///< of each voucher's lines
};

/// Key, digest and people of the request, without commands. The key covers file and book, the digest everything.
Request import_request(std::string_view file_bytes, const ImportOptions& options, audit::Hasher& sha256);

/// The codes of all vouchers that `store` does not know, each once: accounts, funds, projects, in the file's order.
std::vector<NewName> unknown_names(const std::vector<ImportedVoucher>& vouchers, ledger::LedgerStore& store);

/// Moves the vouchers into the request behind the commands that make the new names.
ImportPlan plan_of(Request request, std::vector<NewName> names, std::vector<ImportedVoucher> vouchers);

/// Says every problem of a refused request with its row, column and value.
void translate(const Refusal& refusal, const ImportPlan& plan, ImportProblems& problems);

/// Says one problem of a voucher in the same way. `rows` are those of its lines.
void translate(const Problem& problem, const ledger::VoucherRequest& voucher, const std::vector<std::int64_t>& rows,
               ImportProblems& problems);

}  // namespace mingzhang::service
