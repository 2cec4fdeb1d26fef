// SPDX-License-Identifier: Apache-2.0
// The steps of a move, and where an interrupted one goes on.
#include "service/moving/move_book.h"

#include <limits>
#include <optional>
#include <utility>

#include "audit/keys/history.h"
#include "audit/salt.h"
#include "base/check.h"
#include "base/world_error.h"
#include "service/attempts.h"
#include "service/moving/book_copy.h"
#include "service/moving/outcome.h"
#include "service/request_outcome.h"

namespace mingzhang::service {
namespace {

using ledger::BookStanding;
using ledger::Standing;

/// What stands of a book in one database.
struct View {
  std::optional<ledger::BookId> id;
  std::optional<ledger::BookHead> head;
  BookStanding standing;
};

View view_of(ledger::Database& database, const std::string& book) {
  View view;
  view.id = database.find_book(book);
  if (!view.id) return view;
  const auto store = database.ledger(*view.id);
  view.head = store->head();
  view.standing = store->standing();
  return view;
}

/// Ends both transactions wherever it is left.
class BothEnds {
 public:
  BothEnds(ledger::Database& from, ledger::Database& to) : from_(from), to_(to) {}
  BothEnds(const BothEnds&) = delete;
  BothEnds& operator=(const BothEnds&) = delete;
  ~BothEnds() {
    from_.rollback();
    to_.rollback();
  }

 private:
  ledger::Database& from_;
  ledger::Database& to_;
};

/// One book on its way.
class Journey {
 public:
  Journey(const Move& move, const std::string& book, const VerifyProgress& progress)
      : move_(move), from_(*move.from.database), to_(*move.to.database), book_(book), progress_(progress) {}

  Result<MovedBook, Refusal> run();

 private:
  /// What the two ends ask for.
  enum class Next { Copy, OpenTarget, Nothing };

  void look();
  Result<Next, Refusal> next() const;
  std::optional<Refusal> check_beginning() const;
  std::optional<Refusal> copy_some();
  std::optional<Refusal> copy_into(std::int64_t at_most);
  std::optional<Refusal> hand_over();
  std::optional<Refusal> compare() const;
  void open_target();
  MovedBook moved(bool was_done) const;

  BookEnd source() const { return {move_.from, *at_from_.id}; }
  BookEnd target() const { return {move_.to, *at_to_.id}; }
  BookStanding arriving() const { return {Standing::Arriving, from_.name(), move_id_}; }

  const Move& move_;
  ledger::Database& from_;
  ledger::Database& to_;
  const std::string& book_;
  const VerifyProgress& progress_;
  View at_from_;
  View at_to_;
  std::string move_id_;
};

void Journey::look() {
  const BothEnds ends(from_, to_);
  from_.begin_read();
  to_.begin_read();
  at_from_ = view_of(from_, book_);
  at_to_ = view_of(to_, book_);
}

Result<Journey::Next, Refusal> Journey::next() const {
  if (!at_from_.id || !at_from_.head) return Err(refusal(info_of(RequestOutcome::BookUnknown), from_.name()));
  const BookStanding& here = at_from_.standing;
  const BookStanding& there = at_to_.standing;
  if (here.standing == Standing::Arriving) return Err(refused(MoveOutcome::SourceArriving, here.place));
  if (here.standing == Standing::Moved) {
    const bool is_this_move = at_to_.head && here.move_id == there.move_id && there.standing != Standing::Moved;
    if (!is_this_move) return Err(refused(MoveOutcome::MovedElsewhere, here.place));
    return there.standing == Standing::Arriving ? Next::OpenTarget : Next::Nothing;
  }
  if (at_to_.head && there.standing == Standing::Here) return Err(refused(MoveOutcome::TargetInUse, to_.name()));
  return Next::Copy;
}

/// What the target has already must be the beginning of the source's log.
std::optional<Refusal> Journey::check_beginning() const {
  if (!at_to_.head) return std::nullopt;
  const std::int64_t records = at_to_.head->records;
  if (records > at_from_.head->records) return refused(MoveOutcome::HistoriesDiffer, std::to_string(records));
  const BothEnds ends(from_, to_);
  from_.begin_read();
  const auto log = move_.from.logs->log(at_from_.id->value);
  for (const audit::Suite suite : audit::kSuites) {
    audit::Hasher hasher(suite);
    const std::string& stored =
        suite == audit::Suite::Sha256 ? at_to_.head->frontier_sha256 : at_to_.head->frontier_sm3;
    if (audit::stored_frontier(*log, suite, records, hasher).bytes() == stored) continue;
    return refused(MoveOutcome::HistoriesDiffer, std::string(audit::suite_name(suite)) + " " + std::to_string(records));
  }
  return std::nullopt;
}

/// Requires a write transaction at the target, and one at the source in which nothing changes.
std::optional<Refusal> Journey::copy_into(std::int64_t at_most) {
  at_from_ = view_of(from_, book_);
  MZ_CHECK(at_from_.head.has_value());
  at_to_.id = to_.find_book(book_);
  if (!at_to_.id) at_to_.id = to_.add_book_name(book_);
  const auto store = to_.ledger(*at_to_.id);
  if (store->head()) store->set_standing(arriving());  // takes the head's lock before anything is read
  if (const std::optional<Problem> problem =
          copy_records(source(), target(), book_, {at_from_.head->records, at_most}, progress_)) {
    return refused(MoveOutcome::SourceDamaged, std::string(problem->info->code) + " " + problem->place + " " + problem->detail);
  }
  store->set_standing(arriving());
  return std::nullopt;
}

std::optional<Refusal> Journey::copy_some() {
  return in_attempts(to_, [this]() -> std::optional<Refusal> {
    const BothEnds ends(from_, to_);
    from_.begin_read();
    to_.begin_write();
    if (std::optional<Refusal> refusal = copy_into(move_.records_at_once)) return refusal;
    to_.commit();
    return std::nullopt;
  });
}

std::optional<Refusal> Journey::compare() const {
  const auto differs = [](const Problem& problem) {
    return refused(MoveOutcome::CopyDiffers, problem.place + " " + problem.detail);
  };
  const std::optional<ledger::BookHead> here = from_.ledger(*at_from_.id)->head();
  const std::optional<ledger::BookHead> there = to_.ledger(*at_to_.id)->head();
  if (here->frontier_sha256 != there->frontier_sha256) return differs({nullptr, "book", "SHA-256"});
  if (here->frontier_sm3 != there->frontier_sm3) return differs({nullptr, "book", "SM3"});
  const std::optional<Problem> problem = compare_projections(source().book(), target().book());
  return problem ? std::optional(differs(*problem)) : std::nullopt;
}

/// From here on the source is held: what is copied now is all there is. INV-39: the source is closed durably before the
/// target is opened, and the target has everything durably before that.
std::optional<Refusal> Journey::hand_over() {
  const BothEnds ends(from_, to_);
  from_.begin_write();
  if (!from_.ledger(*at_from_.id)->hold()) {
    return refusal(info_of(RequestOutcome::BookElsewhere), from_.ledger(*at_from_.id)->standing().place);
  }
  to_.begin_write();
  if (std::optional<Refusal> refusal = copy_into(std::numeric_limits<std::int64_t>::max())) return refusal;
  copy_what_no_record_holds(source(), target());
  if (std::optional<Refusal> refusal = compare()) return refusal;
  at_from_.head = from_.ledger(*at_from_.id)->head();
  to_.commit();
  erase_personal_values(source());
  from_.ledger(*at_from_.id)->set_standing({Standing::Moved, to_.name(), move_id_});
  from_.commit();
  move_.from.registers->forget_erased();
  return std::nullopt;
}

void Journey::open_target() {
  in_attempts(to_, [this] {
    const BothEnds ends(from_, to_);
    to_.begin_write();
    to_.ledger(*at_to_.id)->set_standing({Standing::Here, from_.name(), move_id_});
    to_.commit();
  });
}

MovedBook Journey::moved(bool was_done) const {
  const ledger::BookHead& head = was_done ? *at_to_.head : *at_from_.head;
  MovedBook moved{book_, head.records, "", "", was_done};
  for (const audit::Suite suite : audit::kSuites) {
    audit::Hasher hasher(suite);
    const bool is_sha256 = suite == audit::Suite::Sha256;
    const auto frontier = audit::Frontier::parse(is_sha256 ? head.frontier_sha256 : head.frontier_sm3);
    if (!frontier) throw WorldError(WorldFault::Damaged, "the book's head row disagrees with its tree; run verify");
    (is_sha256 ? moved.sha256_root : moved.sm3_root) = audit::hex_of(frontier->root(hasher));
  }
  return moved;
}

Result<MovedBook, Refusal> Journey::run() {
  look();
  const Result<Next, Refusal> what = next();
  if (!what) return Err(what.error());
  if (*what == Next::Nothing) return moved(true);
  move_id_ = at_from_.standing.move_id;
  if (*what == Next::Copy) {
    if (std::optional<Refusal> refusal = check_beginning()) return Err(*refusal);
    const bool goes_on = at_to_.standing.standing == Standing::Arriving;
    move_id_ = goes_on ? at_to_.standing.move_id : std::string(audit::random_salts(1)[0]);
    // The source is held for the last stretch only.
    while (!at_to_.head || at_from_.head->records - at_to_.head->records > move_.records_at_once) {
      if (std::optional<Refusal> refusal = copy_some()) return Err(*refusal);
      look();
    }
    if (std::optional<Refusal> refusal = hand_over()) return Err(*refusal);
  }
  open_target();
  return moved(false);
}

}  // namespace

Result<MovedBook, Refusal> move_book(const Move& move, const std::string& book, const VerifyProgress& progress) {
  return Journey(move, book, progress).run();
}

}  // namespace mingzhang::service
