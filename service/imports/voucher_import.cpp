// SPDX-License-Identifier: Apache-2.0
// Decides what becomes of a file: problems, a rehearsal, a draft, or a posted request.
#include "service/imports/voucher_import.h"

#include <new>
#include <utility>

#include "audit/hash.h"
#include "base/json.h"
#include "base/world_error.h"
#include "service/book_state.h"
#include "service/drafts.h"
#include "service/imports/looking.h"
#include "service/imports/voucher_import_plan.h"
#include "service/imports/voucher_import_rows.h"
#include "service/people.h"
#include "service/rehearsal.h"
#include "service/request_outcome.h"

namespace mingzhang::service {
namespace {

constexpr std::size_t kRehearsedProblemsMax = 1'000;

/// One import on its way.
class Import {
 public:
  Import(const ImportOptions& options, ledger::Database& database, Writer& writer, Clock& clock)
      : options_(options), database_(database), writer_(writer), clock_(clock) {}

  ImportResult run(std::string_view file_bytes, const ImportProgress& progress) {
    ImportedRows read = read_voucher_rows(file_bytes, options_.type, progress);
    problems_ = std::move(read.problems);
    result_.vouchers = static_cast<std::int64_t>(read.vouchers.size());
    for (const ImportedVoucher& voucher : read.vouchers) {
      result_.lines += static_cast<std::int64_t>(voucher.request.lines.size());
    }
    check_whole_vouchers(read.vouchers);
    if (problems_.count() > 0) return finish();
    try {
      audit::Hasher sha256(audit::Suite::Sha256);
      Request request = import_request(file_bytes, options_, sha256);
      if (prepare(std::move(request), std::move(read.vouchers))) decide();
    } catch (const WorldError& error) {
      fail(outcome_of(error.fault()), error.what());
    } catch (const std::bad_alloc&) {
      fail(RequestOutcome::OutOfMemory, "");
    }
    return finish();
  }

 private:
  bool is_draft() const { return !options_.is_system && options_.approved_by.empty(); }

  /// What the ledger says about the vouchers alone is told together with the bad rows. Behind this, every text is plain
  /// and can be written as JSON.
  void check_whole_vouchers(const std::vector<ImportedVoucher>& vouchers) {
    const Date today = clock_.today();
    for (const ImportedVoucher& voucher : vouchers) {
      if (!voucher.is_whole) continue;
      for (const Problem& problem : check_request(voucher.request, today)) {
        translate(problem, voucher.request, voucher.rows, problems_);
      }
    }
  }

  /// Looks into the book, without changing it, and builds the request. False where that is the end.
  bool prepare(Request request, std::vector<ImportedVoucher> vouchers) {
    const Looking reading(database_);
    const std::optional<ledger::BookId> id = database_.find_book(options_.book);
    if (!id) return fail(RequestOutcome::BookUnknown, options_.book);
    const auto store = database_.ledger(*id);
    const std::optional<ledger::RequestEntry> earlier = store->request(request.key);
    std::vector<NewName> names;
    if (options_.create_accounts && !earlier) names = unknown_names(vouchers, *store);
    count(names);
    plan_ = plan_of(std::move(request), std::move(names), std::move(vouchers));
    if (earlier) return meet_earlier(*earlier);
    check_limits();
    const auto drafts = database_.drafts(*id);
    check_drafts(*drafts);
    if (problems_.count() > 0) return false;
    if (!options_.dry_run) return true;
    BookState state(writer_.opened(), *id);
    translate(rehearsed(state), plan_, problems_);
    return false;
  }

  /// The file has been imported. Only a repetition by the same people with the same options goes on to the Writer, which
  /// answers with the first receipt.
  bool meet_earlier(const ledger::RequestEntry& earlier) {
    if (earlier.digest != plan_.request.digest) {
      problems_.add(0, "", "",
                    Problem{&info_of(ImportOutcome::ImportedBefore), "",
                            "记录 records " + std::to_string(earlier.first_seq) + "–" +
                                std::to_string(earlier.first_seq + earlier.records - 1)});
      return false;
    }
    if (!options_.dry_run) return true;
    result_.receipt = Receipt{options_.book, earlier.first_seq, earlier.records, "", "", true};
    return false;
  }

  void check_limits() {
    if (plan_.request.commands.size() > kImportCommandsMax) {
      problems_.add(0, "", "",
                    Problem{&info_of(ImportOutcome::TooManyVouchers), "",
                            std::to_string(plan_.request.commands.size()) + " > " + std::to_string(kImportCommandsMax)});
    }
    if (!is_draft()) return;
    for (const NewName& name : plan_.names) {
      problems_.add_cell(info_of(ImportOutcome::DraftNeedsNames), name.row, name.column, name.code, "");
    }
  }

  /// Drafts have no idempotency key of the file: the same content is the same file.
  void check_drafts(ledger::DraftStore& drafts) {
    const std::int64_t last = drafts.last_draft_id();
    if (last == 0 && !is_draft()) return;
    const std::string content = draft_content(plan_.request.commands);
    if (is_draft() && content.size() > kJsonBytesMax) {
      problems_.add(0, "", "",
                    Problem{&info_of(ImportOutcome::TooLargeForDraft), "",
                            std::to_string(content.size()) + " > " + std::to_string(kJsonBytesMax) + " bytes"});
    }
    for (std::int64_t number = last; number > 0; --number) {
      const std::optional<ledger::Draft> draft = drafts.draft(number);
      if (!draft || draft->state == ledger::DraftState::Rejected || draft->content != content) continue;
      problems_.add(0, "", "",
                    Problem{&info_of(ImportOutcome::DraftedBefore), "",
                            "待审单据 draft " + std::to_string(number) +
                                (draft->state == ledger::DraftState::Approved ? "，已入账 booked" : "")});
      return;
    }
  }

  void decide() {
    if (is_draft()) {
      const auto number = Drafts(writer_, clock_).submit(options_.book, options_.by, plan_.request.commands);
      if (number) result_.draft = *number;
      if (!number) translate(number.error(), plan_, problems_);
      return;
    }
    const Answer answer = writer_.submit(plan_.request);
    if (answer) result_.receipt = *answer;
    if (!answer) translate(answer.error(), plan_, problems_);
  }

  Refusal rehearsed(BookState& state) {
    const Request& request = plan_.request;
    const std::optional<Problem> people = is_draft() ? check_asker(request.by, request.commands, state.ledger())
                                                     : check_people(request, state.ledger());
    if (people) return refusal(*people->info, people->detail);
    return rehearse(request.commands, request.by, clock_.today(), state, kRehearsedProblemsMax);
  }

  void count(const std::vector<NewName>& names) {
    for (const NewName& name : names) {
      if (name.column == ImportColumn::Account) ++result_.accounts_created;
      if (name.column == ImportColumn::Fund) ++result_.funds_created;
      if (name.column == ImportColumn::Project) ++result_.projects_created;
    }
  }

  bool fail(RequestOutcome outcome, const std::string& detail) {
    problems_.add(0, "", "", Problem{&info_of(outcome), "", detail});
    return false;
  }

  ImportResult finish() {
    result_.problem_count = problems_.count();
    result_.problems = problems_.take();
    if (!result_.is_ok()) result_.accounts_created = result_.funds_created = result_.projects_created = 0;
    return std::move(result_);
  }

  const ImportOptions& options_;
  ledger::Database& database_;
  Writer& writer_;
  Clock& clock_;
  ImportPlan plan_;
  ImportProblems problems_;
  ImportResult result_;
};

}  // namespace

ImportResult import_vouchers(std::string_view file_bytes, const ImportOptions& options, ledger::Database& database,
                             Writer& writer, Clock& clock, const ImportProgress& progress) {
  return Import(options, database, writer, clock).run(file_bytes, progress);
}

}  // namespace mingzhang::service
