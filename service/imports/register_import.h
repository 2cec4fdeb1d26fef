// SPDX-License-Identifier: Apache-2.0
// The import doctor for households: a file becomes one request, or a list of everything that is wrong with it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "service/imports/register_import_outcome.h"
#include "service/imports/voucher_import.h"
#include "service/opened_database.h"
#include "service/request.h"
#include "service/writer.h"

namespace mingzhang::service {

/// What is imported where and by whom.
struct RosterOptions {
  std::string book;
  std::string household;    ///< the only one that may stand in the file; empty: any number
  std::string key;          ///< idempotency key; empty: made of the codes and words of the file, never of a person's values
  std::string by;
  std::string approved_by;
  bool is_system = false;   ///< a migration
};

/// What the file holds and what became of it. Where there are problems, nothing at all was changed.
struct RosterResult {
  std::int64_t households = 0;
  std::int64_t persons = 0;
  std::optional<Receipt> receipt;
  std::vector<ImportProblem> problems;  ///< values of people are masked
  std::int64_t problem_count = 0;
  std::vector<ImportProblem> notes;     ///< what the person should look at; nothing was changed because of it
  std::int64_t note_count = 0;

  bool is_ok() const { return problem_count == 0; }
};

/// Imports a CSV file (service/csv.h) with the header
/// household,division,class,status,date,causes,person,name,id_number,relation,is_head,card,phone
/// (户编号,区划,类别,状态,日期,致贫原因,人员编号,姓名,身份证号,与户主关系,户主,银行卡号,电话) in any order, the last two may be
/// absent; one row per member, the rows of one household together and with the same words about it. Causes are
/// separated by 、 or ; with the main one first. Dates as in service/voucher_import.h.
/// Nothing is repaired: destroyed or full-width numbers are refused; a check digit that fails is a note.
/// All households are registered in one request with the values of their people, or none. The same file again gives the
/// first receipt.
RosterResult import_households(std::string_view file_bytes, const RosterOptions& options, const OpenedDatabase& opened,
                               Writer& writer, const ImportProgress& progress);

}  // namespace mingzhang::service
