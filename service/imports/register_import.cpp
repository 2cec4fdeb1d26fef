// SPDX-License-Identifier: Apache-2.0
// Decides what becomes of a file of households: problems, or one request.
#include "service/imports/register_import.h"

#include <new>
#include <utility>

#include "audit/hash.h"
#include "base/text.h"
#include "base/world_error.h"
#include "service/imports/looking.h"
#include "service/imports/register_import_plan.h"
#include "service/imports/register_import_rows.h"
#include "service/request_outcome.h"

namespace mingzhang::service {
namespace {

/// One import on its way.
class RosterImport {
 public:
  RosterImport(const RosterOptions& options, const OpenedDatabase& opened, Writer& writer)
      : options_(options), opened_(opened), writer_(writer) {}

  RosterResult run(std::string_view file_bytes, const ImportProgress& progress) {
    ImportedRoster roster = read_roster(file_bytes, options_.household, progress);
    result_.households = static_cast<std::int64_t>(roster.households.size());
    result_.persons = roster.persons;
    problems_ = std::move(roster.problems);
    try {
      audit::Hasher sha256(audit::Suite::Sha256);
      decide(std::move(roster.households), sha256);
    } catch (const WorldError& error) {
      fail(outcome_of(error.fault()), error.what());
    } catch (const std::bad_alloc&) {
      fail(RequestOutcome::OutOfMemory, "");
    }
    return finish();
  }

 private:
  void decide(std::vector<ImportedHousehold> households, audit::Hasher& sha256) {
    const bool is_good = problems_.problems().count() == 0;
    if (!is_good) {
      // Nothing of this is kept; the register only wants to see a digest for everybody.
      for (ImportedHousehold& household : households) {
        for (households::NewMember& member : household.command.members) member.digest = std::string(64, '0');
      }
      return look(households, nullptr);
    }
    seal_people(households, sha256);
    std::vector<ImportedHousehold> kept = households;
    const RosterPlan plan = plan_of(options_, std::move(households), sha256);
    look(kept, &plan.request.key);
    if (problems_.problems().count() > 0) return;
    kept.clear();
    const Answer answer = writer_.submit(plan.request);
    if (answer) result_.receipt = *answer;
    if (!answer) translate(answer.error(), plan, problems_);
  }

  /// Tells what the register has against the file. A request whose `key` is known is the Writer's to answer.
  void look(const std::vector<ImportedHousehold>& households, const std::string* key) {
    const Looking reading(*opened_.database);
    const std::optional<ledger::BookId> id = opened_.database->find_book(options_.book);
    if (!id) return fail(RequestOutcome::BookUnknown, is_plain_text(options_.book) ? options_.book : "");
    if (key != nullptr && opened_.database->ledger(*id)->request(*key)) return;
    const auto store = opened_.registers->register_of(id->value);
    const auto personal = opened_.registers->personal_of(id->value);
    households::HouseholdRegister trial(*store);  // never flushed
    rehearse(households, trial, *personal, problems_);
  }

  void fail(RequestOutcome outcome, const std::string& detail) {
    problems_.problems().add(0, "", "", Problem{&info_of(outcome), "", detail});
  }

  RosterResult finish() {
    result_.problem_count = problems_.problems().count();
    result_.problems = problems_.problems().take();
    result_.note_count = problems_.notes().count();
    result_.notes = problems_.notes().take();
    return std::move(result_);
  }

  const RosterOptions& options_;
  const OpenedDatabase& opened_;
  Writer& writer_;
  RosterProblems problems_;
  RosterResult result_;
};

}  // namespace

RosterResult import_households(std::string_view file_bytes, const RosterOptions& options, const OpenedDatabase& opened,
                               Writer& writer, const ImportProgress& progress) {
  return RosterImport(options, opened, writer).run(file_bytes, progress);
}

}  // namespace mingzhang::service
