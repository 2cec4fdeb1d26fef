// SPDX-License-Identifier: Apache-2.0
// Builds the request, and finds the row of "member 3 of household 17".
#include "service/imports/register_import_plan.h"

#include <array>
#include <charconv>
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>

#include "households/codes.h"
#include "households/refusals.h"
#include "households/register_outcome.h"
#include "households/state_checks.h"
#include "service/personal_values.h"
#include "service/request_outcome.h"

namespace mingzhang::service {
namespace {

using households::RegisterOutcome;

constexpr std::size_t kRosterKeyDigits = 40;

/// The index that "member 3" means: 2; 0 for the household itself.
std::size_t member_index(std::string_view place, std::size_t members) {
  constexpr std::string_view kMember = "member ";
  if (!place.starts_with(kMember)) return 0;
  place.remove_prefix(kMember.size());
  std::size_t number = 0;
  const auto read = std::from_chars(place.data(), place.data() + place.size(), number);
  return read.ec != std::errc() || number == 0 || number > members ? 0 : number - 1;
}

/// Which column a refusal of the register is about.
RosterColumn column_of(const Problem& problem) {
  constexpr std::array<std::pair<RegisterOutcome, RosterColumn>, 9> kOutcomeColumns{{
      {RegisterOutcome::DivisionCodeBad, RosterColumn::Division},
      {RegisterOutcome::DivisionUnknown, RosterColumn::Division},
      {RegisterOutcome::DivisionNotInForce, RosterColumn::Division},
      {RegisterOutcome::LevelBad, RosterColumn::Division},
      {RegisterOutcome::StatusBad, RosterColumn::Status},
      {RegisterOutcome::CausesBad, RosterColumn::Causes},
      {RegisterOutcome::DateBad, RosterColumn::Date},
      {RegisterOutcome::HeadNotOne, RosterColumn::IsHead},
      {RegisterOutcome::MembersMissing, RosterColumn::Person},
  }};
  for (const auto& [outcome, column] : kOutcomeColumns) {
    if (problem.info == &households::info_of(outcome)) return column;
  }
  if (problem.place.starts_with("member ")) {
    const bool is_word = problem.info == &households::info_of(RegisterOutcome::WordBad);
    return is_word ? RosterColumn::Relation : RosterColumn::Person;
  }
  if (problem.place == "class") return RosterColumn::Class;
  if (problem.place == "causes") return RosterColumn::Causes;
  if (problem.place == "division") return RosterColumn::Division;
  return RosterColumn::Household;
}

std::string_view value_of(const households::RegisterHousehold& household, std::size_t member, RosterColumn column) {
  switch (column) {
    case RosterColumn::Division: return household.division;
    case RosterColumn::Class: return household.household_class;
    case RosterColumn::Status: return word_of(household.status);
    case RosterColumn::Person: return household.members.empty() ? std::string_view() : household.members[member].person;
    case RosterColumn::Household: return household.code;
    default: return {};
  }
}

void translate(const Problem& problem, const households::RegisterHousehold& household,
               const std::vector<std::int64_t>& rows, RosterProblems& problems) {
  const std::size_t member = member_index(problem.place, rows.size());
  const RosterColumn column = column_of(problem);
  const std::int64_t row = rows.empty() ? 0 : rows[member];
  problems.add_cell(*problem.info, row, column, value_of(household, member, column), problem.detail);
}

/// Others in the register who have this number, in either spelling of its X.
void check_id_number(const households::PersonalValues& values, std::int64_t row, households::PersonalStore& personal,
                     RosterProblems& problems) {
  if (values.id_number.empty()) return;
  std::string other = values.id_number;
  if (other.back() == 'x' || other.back() == 'X') other.back() = other.back() == 'x' ? 'X' : 'x';
  std::vector<std::string> known = personal.with_id_number(values.id_number);
  if (other != values.id_number) {
    std::vector<std::string> more = personal.with_id_number(other);
    known.insert(known.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  }
  for (const std::string& person : known) {
    if (person == values.person) continue;
    problems.add_cell(RosterOutcome::IdNumberKnown, row, RosterColumn::IdNumber, values.id_number, person);
  }
}

/// What the register has against a household of which a part could not be read: its codes and its division. Its rows have
/// told the rest already, and an empty cell is not told twice.
void look_at_parts(const ImportedHousehold& household, const households::Divisions& divisions, RosterProblems& problems) {
  const households::RegisterHousehold& command = household.command;
  for (const Problem& problem : households::check_request(command)) {
    const bool is_code = problem.info == &households::info_of(RegisterOutcome::CodeBad) ||
                         problem.info == &households::info_of(RegisterOutcome::DivisionCodeBad) ||
                         problem.info == &households::info_of(RegisterOutcome::HoldsIdCard);
    const std::size_t member = member_index(problem.place, household.rows.size());
    if (!is_code || value_of(command, member, column_of(problem)).empty()) continue;
    translate(problem, command, household.rows, problems);
  }
  const bool has_date = command.date != Date();
  if (!has_date || !households::is_division_code(command.division)) return;
  households::Refusals refusals;
  households::check_home(command.division, command.date, divisions, refusals);
  for (const Problem& problem : refusals.in_order()) translate(problem, command, household.rows, problems);
}

}  // namespace

void seal_people(std::vector<ImportedHousehold>& households, audit::Hasher& sha256) {
  for (ImportedHousehold& household : households) {
    add_salts(household.people);
    for (std::size_t i = 0; i < household.people.size(); ++i) {
      household.command.members[i].digest = digest_of(household.people[i], sha256);
    }
  }
}

void rehearse(const std::vector<ImportedHousehold>& roster, households::HouseholdRegister& households,
              households::PersonalStore& personal, RosterProblems& problems) {
  const bool has_people = !households.store().greatest_person().empty();
  for (const ImportedHousehold& household : roster) {
    for (std::size_t i = 0; has_people && i < household.people.size(); ++i) {
      check_id_number(household.people[i], household.rows[i], personal, problems);
    }
    std::vector<Problem> found = households::check_request(household.command);
    // What cannot be read has been told already, and must not be repeated by the checks of the register.
    const bool has_date = household.command.date != Date();
    if (!household.is_whole && (!found.empty() || !has_date)) {
      look_at_parts(household, households.divisions(), problems);
      continue;
    }
    if (found.empty()) found = households::check_state(household.command, households);
    for (const Problem& problem : found) translate(problem, household.command, household.rows, problems);
    if (!found.empty() || !household.is_whole) continue;
    households::apply(household.command, 0, households);
  }
}

RosterPlan plan_of(const RosterOptions& options, std::vector<ImportedHousehold> households, audit::Hasher& sha256) {
  RosterPlan plan;
  Request& request = plan.request;
  request.book = options.book;
  request.is_system = options.is_system;
  request.by = options.is_system ? std::string(kSystemUser) : options.by;
  if (!options.is_system) request.approved_by = options.approved_by;
  std::string said = "register-import/v1\n" + options.book + '\n';
  for (ImportedHousehold& household : households) {
    request.commands.emplace_back(households::Command(std::move(household.command)));
    request.personal.insert(request.personal.end(), std::make_move_iterator(household.people.begin()),
                            std::make_move_iterator(household.people.end()));
    plan.rows.push_back(std::move(household.rows));
    // Never over the file: its digest would let somebody try whether erased values once stood there.
    said += form_for_digest(request.commands.back()) + '\n';
  }
  request.key = options.key.empty() ? "register-" + audit::hex_of(sha256.plain(said)).substr(0, kRosterKeyDigits) : options.key;
  return plan;
}

void translate(const Refusal& refusal, const RosterPlan& plan, RosterProblems& problems) {
  for (const CommandProblem& found : refusal.problems) {
    if (found.command < 0) {
      const bool is_reused = found.problem.info == &info_of(RequestOutcome::KeyReused);
      problems.problems().add(
          0, "", "", is_reused ? Problem{&info_of(RosterOutcome::ImportedBefore), "", ""} : found.problem);
      continue;
    }
    const auto index = static_cast<std::size_t>(found.command);
    const auto& of_register = std::get<households::Command>(plan.request.commands[index]);
    translate(found.problem, std::get<households::RegisterHousehold>(of_register), plan.rows[index], problems);
  }
}

}  // namespace mingzhang::service
