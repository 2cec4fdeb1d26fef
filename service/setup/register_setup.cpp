// SPDX-License-Identifier: Apache-2.0
// Builds changes of divisions and households, of procedures, scores and checklists.
#include "service/setup/register_setup.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/text.h"
#include "service/setup/register_words.h"

namespace mingzhang::service {
namespace {

/// Words of a policy or a place, never those of a person.
/// A whole number without sign; nothing where it is none or has more than `digits`.
std::optional<std::int64_t> whole_number(std::string_view text, std::size_t digits) {
  if (text.empty() || text.size() > digits) return std::nullopt;
  if (!std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; })) return std::nullopt;
  std::int64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

/// "87.25" → 8,725.
std::optional<std::int64_t> hundredths_of(std::string_view text) {
  const std::size_t point = text.find('.');
  const std::optional<std::int64_t> whole = whole_number(text.substr(0, point), 6);
  if (!whole) return std::nullopt;
  if (point == std::string_view::npos) return *whole * 100;
  std::string decimals(text.substr(point + 1));
  if (decimals.size() == 1) decimals += '0';
  const std::optional<std::int64_t> part = decimals.size() == 2 ? whole_number(decimals, 2) : std::nullopt;
  return part ? std::optional(*whole * 100 + *part) : std::nullopt;
}

}  // namespace

Date RegisterWords::date(std::string_view text, std::string_view place) {
  const std::optional<Date> date = parse_date(text);
  if (!date) add(ReadingOutcome::DateBad, place, quotable(text));
  return date.value_or(Date());
}

void RegisterWords::add(ReadingOutcome outcome, std::string_view place, std::string detail) {
  found_.problems.push_back(CommandProblem{-1, Problem{&info_of(outcome), std::string(place), std::move(detail)}});
}

NewCommand add_division(const NewDivision& division) {
  RegisterWords words;
  households::AddDivision command{division.code, division.name, households::DivisionLevel::Village, division.parent, Date(),
                                  households::open_end()};
  const std::optional<households::DivisionLevel> level = households::parse_division_level(division.level);
  if (!level) words.add(ReadingOutcome::LevelBad, "--level", quotable(division.level));
  command.level = level.value_or(command.level);
  command.from = words.date(division.from, "--from");
  if (!division.to.empty()) command.to = words.date(division.to, "--to");
  return words.command(std::move(command));
}

NewCommand end_division(const DivisionEnd& end) {
  RegisterWords words;
  return words.command(households::EndDivision{end.code, words.date(end.date, "--date"), end.merged_into});
}

NewCommand change_status(const HouseholdChange& change, const std::string& status) {
  RegisterWords words;
  const std::optional<households::Status> parsed = households::parse_status(status);
  if (!parsed) words.add(ReadingOutcome::StatusBad, "STATUS", quotable(status));
  const Date date = words.date(change.date, "--date");
  return words.command(
      households::ChangeStatus{change.code, date, parsed.value_or(households::Status::In), change.reason});
}

NewCommand classify_household(const HouseholdChange& change, const std::string& household_class) {
  RegisterWords words;
  return words.command(
      households::ClassifyHousehold{change.code, words.date(change.date, "--date"), household_class});
}

NewCommand change_causes(const HouseholdChange& change, const std::vector<std::string>& causes) {
  RegisterWords words;
  return words.command(households::ChangeCauses{change.code, words.date(change.date, "--date"), causes});
}

NewCommand move_household(const HouseholdChange& change, const std::string& division) {
  RegisterWords words;
  return words.command(
      households::MoveHousehold{change.code, words.date(change.date, "--date"), division, change.reason});
}

NewCommand assign_responsible(const HouseholdChange& change, const std::string& person, const std::string& unit) {
  RegisterWords words;
  return words.command(
      households::AssignResponsible{change.code, words.date(change.date, "--date"), person, unit});
}

NewCommand start_procedure(const ProcedureWords& procedure, const std::vector<std::string>& steps) {
  RegisterWords words;
  households::StartProcedure command{procedure.household, procedure.procedure, words.date(procedure.date, "--date"), {}};
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const std::size_t colon = steps[i].rfind(':');
    households::PlannedStep step{steps[i].substr(0, colon), 0};
    if (colon != std::string::npos) {
      const std::optional<std::int64_t> days = whole_number(std::string_view(steps[i]).substr(colon + 1), 6);
      if (!days) words.add(ReadingOutcome::ItemBad, "--step " + std::to_string(i + 1), quotable(steps[i]));
      step.wait_days = days.value_or(0);
    }
    command.steps.push_back(std::move(step));
  }
  return words.command(std::move(command));
}

NewCommand take_step(const ProcedureWords& procedure, const StepWords& step) {
  RegisterWords words;
  return words.command(households::TakeStep{procedure.household, procedure.procedure, step.step,
                                            words.date(procedure.date, "--date"), step.passed, step.evidence});
}

NewCommand record_score(const ScoreWords& score) {
  RegisterWords words;
  const std::optional<std::int64_t> hundredths = hundredths_of(score.score);
  if (!hundredths) words.add(ReadingOutcome::ScoreBad, "--score", quotable(score.score));
  return words.command(households::RecordScore{score.household, score.rule, words.date(score.date, "--date"),
                                               hundredths.value_or(0), score.band, score.evidence});
}

NewCommand record_checklist(const ProcedureWords& checklist, const std::vector<std::string>& items) {
  RegisterWords words;
  households::RecordChecklist command{checklist.household, checklist.procedure, words.date(checklist.date, "--date"), {}};
  for (std::size_t i = 0; i < items.size(); ++i) {
    const std::size_t equals = items[i].rfind('=');
    const std::optional<households::Answer> answer =
        equals == std::string::npos ? std::nullopt
                                    : households::parse_answer(std::string_view(items[i]).substr(equals + 1));
    if (!answer) words.add(ReadingOutcome::ItemBad, "--item " + std::to_string(i + 1), quotable(items[i]));
    command.items.push_back({items[i].substr(0, equals), answer.value_or(households::Answer::Unknown), ""});
  }
  return words.command(std::move(command));
}

}  // namespace mingzhang::service
