// SPDX-License-Identifier: Apache-2.0
// Reads a book's log, replays it and compares every table.
#include "service/verify.h"

#include <algorithm>

#include "base/world_error.h"
#include "service/projection_compare.h"
#include "service/replay.h"
#include "service/verify_checkpoints.h"

namespace mingzhang::service {
namespace {

constexpr std::int64_t kTellEvery = 10'000;

std::optional<Problem> compare_head(const ledger::BookHead& head, const Replay& replay) {
  if (head.records != replay.records()) {
    return Problem{&info_of(VerifyOutcome::CountDiffers), "book",
                   "head row " + std::to_string(head.records) + ", log " + std::to_string(replay.records())};
  }
  if (head.frontier_sha256 != replay.frontier(audit::Suite::Sha256).bytes()) {
    return Problem{&info_of(VerifyOutcome::RootDiffers), "book", "SHA-256"};
  }
  if (head.frontier_sm3 != replay.frontier(audit::Suite::Sm3).bytes()) {
    return Problem{&info_of(VerifyOutcome::RootDiffers), "book", "SM3"};
  }
  return std::nullopt;
}

void verify_book(const OpenedDatabase& opened, const ledger::BookName& name, const OpenScratch& open_scratch,
                 const VerifyProgress& progress, BookVerdict& verdict) {
  ledger::Database& database = *opened.database;
  const std::optional<ledger::BookHead> head = database.ledger(name.id)->head();
  if (!head) {
    verdict.first_problem = Problem{&info_of(VerifyOutcome::CountDiffers), "book", "no head row"};
    return;
  }
  const OpenedDatabase scratch = open_scratch();
  scratch.database->begin_write();  // and no commit: what is rebuilt goes with the scratch database
  const ledger::BookId replayed = scratch.database->add_book_name(name.name);
  Replay replay(scratch, replayed, name.name);
  const std::unique_ptr<audit::LogStore> log = opened.logs->log(name.id.value);
  // One more than the head says: a record beyond it must be noticed too.
  log->read(0, std::max<std::int64_t>(head->records, 0) + 1, [&](const audit::StoredRecord& record) {
    const bool goes_on = replay.take(record);
    if (replay.records() % kTellEvery == 0) progress(name.name, replay.records(), head->records);
    return goes_on;
  });
  replay.finish();
  verdict.records = replay.records();
  verdict.sha256_root = replay.root(audit::Suite::Sha256);
  verdict.sm3_root = replay.root(audit::Suite::Sm3);
  verdict.first_problem = replay.problem();
  if (!verdict.first_problem) verdict.first_problem = compare_head(*head, replay);
  if (verdict.first_problem) return;
  verdict.first_problem = compare_projections({database, name.id}, {*scratch.database, replayed});
  if (verdict.first_problem) return;
  verdict.first_problem = check_checkpoints(*log, *opened.seals->seals_of(name.id.value), head->records);
}

/// A book whose name was removed would else be passed over in silence.
void note_nameless_books(ledger::Database& database, const std::vector<ledger::BookName>& names, VerifyReport& report) {
  for (const ledger::BookId id : database.books_with_head()) {
    const bool is_named = std::any_of(names.begin(), names.end(), [id](const auto& name) { return name.id == id; });
    if (is_named) continue;
    const std::optional<ledger::BookHead> head = database.ledger(id)->head();
    BookVerdict& verdict = report.books.emplace_back();
    verdict.book = head ? head->name : "";
    verdict.first_problem = Problem{&info_of(VerifyOutcome::CountDiffers), "book_name", "the book has lost its name"};
  }
}

}  // namespace

bool VerifyReport::is_ok() const {
  return !books.empty() && std::all_of(books.begin(), books.end(), [](const BookVerdict& verdict) {
    return !verdict.first_problem.has_value();
  });
}

VerifyReport verify(const OpenedDatabase& opened, std::string_view only, const OpenScratch& open_scratch,
                    const VerifyProgress& progress) {
  ledger::Database& database = *opened.database;
  VerifyReport report;
  const auto unreadable = [](const std::string& what) {
    return Problem{&info_of(VerifyOutcome::Unreadable), "", what};
  };
  try {
    database.begin_read();
    const std::vector<ledger::BookName> names = database.books();
    note_nameless_books(database, names, report);
    for (const ledger::BookName& name : names) {
      if (!only.empty() && name.name != only) continue;
      BookVerdict& verdict = report.books.emplace_back();
      verdict.book = name.name;
      try {
        verify_book(opened, name, open_scratch, progress, verdict);
      } catch (const WorldError& error) {
        verdict.first_problem = unreadable(error.what());
      }
    }
  } catch (const WorldError& error) {
    BookVerdict& verdict = report.books.emplace_back();
    verdict.book = std::string(only);
    verdict.first_problem = unreadable(error.what());
  }
  database.rollback();
  return report;
}

}  // namespace mingzhang::service
