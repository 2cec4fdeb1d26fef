// SPDX-License-Identifier: Apache-2.0
// From the bytes of a file to households whose members know their rows; looks at the file alone.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "households/household_commands.h"
#include "households/personal_store.h"
#include "service/imports/register_import.h"
#include "service/imports/voucher_import_rows.h"

namespace mingzhang::service {

/// The columns of a file of households.
enum class RosterColumn : std::uint8_t {
  Household, Division, Class, Status, Date, Causes, Person, Name, IdNumber, Relation, IsHead, Card, Phone
};

inline constexpr std::size_t kRosterColumns = 13;
/// Columns that every file has.
inline constexpr std::size_t kRosterColumnsRequired = 11;

/// "household", "division" …
std::string_view word_of(RosterColumn column);
/// 户编号, 区划 ….
std::string_view chinese_of(RosterColumn column);

/// Problems and notes in the order in which they are found.
class RosterProblems {
 public:
  /// Of one cell; the value is masked as its column demands. Notes go to the notes.
  void add_cell(RosterOutcome outcome, std::int64_t row, RosterColumn column, std::string_view value,
                std::string_view detail);
  /// The same for a refusal of another family.
  void add_cell(const OutcomeInfo& info, std::int64_t row, RosterColumn column, std::string_view value,
                std::string_view detail);
  ImportProblems& problems() { return problems_; }
  ImportProblems& notes() { return notes_; }

 private:
  ImportProblems problems_;
  ImportProblems notes_;
};

/// A household, the values of its members in their order, and the rows where they stand.
struct ImportedHousehold {
  households::RegisterHousehold command;  ///< members without digests
  std::vector<households::PersonalValues> people;
  std::vector<std::int64_t> rows;         ///< as many as members
  bool is_whole = true;                   ///< every one of its rows could be read
};

struct ImportedRoster {
  std::vector<ImportedHousehold> households;  ///< in the order of the file
  std::int64_t persons = 0;                   ///< rows
  RosterProblems problems;
};

/// Reads the whole file. `only`: the one household that may stand there; empty: any.
ImportedRoster read_roster(std::string_view file_bytes, const std::string& only, const ImportProgress& progress);

}  // namespace mingzhang::service
