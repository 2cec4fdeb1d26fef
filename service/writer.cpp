// SPDX-License-Identifier: Apache-2.0
// Implements the write path.
#include "service/writer.h"

#include <algorithm>
#include <exception>
#include <new>
#include <utility>

#include "base/check.h"
#include "base/text.h"
#include "base/world_error.h"
#include "service/attempts.h"
#include "service/companions.h"
#include "service/people.h"
#include "service/personal_values.h"
#include "service/request_outcome.h"

namespace mingzhang::service {
namespace {

constexpr std::size_t kKeyBytes = 64;
constexpr std::size_t kCommandsMax = 200'000;
constexpr std::size_t kProblemsMax = 1'000;
constexpr std::size_t kCommandsForQueue = 512;

Refusal refusal(RequestOutcome outcome, std::string detail) {
  return service::refusal(info_of(outcome), std::move(detail));
}

bool opens_a_book(const Request& request) {
  return !request.commands.empty() && as<ledger::OpenBook>(request.commands.front()) != nullptr;
}

/// What can be said about a request without looking at any book.
Refusal check_shape(const Request& request, Date today) {
  Refusal result;
  const auto add = [&result](RequestOutcome outcome, std::string detail) {
    result.problems.push_back(CommandProblem{-1, Problem{&info_of(outcome), "", std::move(detail)}});
  };
  if (request.key.empty() || request.key.size() > kKeyBytes || !is_plain_text(request.key)) {
    add(RequestOutcome::KeyBad, "");
  }
  if (request.commands.empty()) add(RequestOutcome::NothingToDo, "");
  if (request.commands.size() > kCommandsMax) {
    add(RequestOutcome::TooManyCommands, std::to_string(request.commands.size()));
    return result;
  }
  for (std::size_t i = 0; i < request.commands.size(); ++i) {
    const auto* open = as<ledger::OpenBook>(request.commands[i]);
    if (open != nullptr && (i > 0 || open->name != request.book)) add(RequestOutcome::OpensLate, "");
    const bool is_grant = as<ledger::GrantRole>(request.commands[i]) != nullptr;
    if (is_grant && request.commands.size() > 1 && !opens_a_book(request)) add(RequestOutcome::GrantNotAlone, "");
  }
  for (std::size_t i = 0; i < request.commands.size() && result.problems.size() < kProblemsMax; ++i) {
    for (Problem& problem : check_request(request.commands[i], today)) {
      result.problems.push_back(CommandProblem{static_cast<std::int64_t>(i), std::move(problem)});
    }
  }
  return result;
}

std::string request_member(const Request& request, const std::string& digest) {
  JsonWriter writer;
  writer.begin_object();
  writer.key("digest");
  writer.text(digest);
  writer.key("key");
  writer.text(request.key);
  writer.key("records");
  writer.integer(static_cast<std::int64_t>(request.commands.size()));
  writer.end_object();
  return writer.take();
}

[[noreturn]] void refuse_lost_history(const std::string& book, std::int64_t seq) {
  throw WorldError(WorldFault::HistoryLost, "账套 " + book + " 的第 " + std::to_string(seq) +
                                                " 号记录已经确认，但数据库里没有或已不同。 Record " + std::to_string(seq) +
                                                " of " + book + " was acknowledged; the database lacks it or holds another.");
}

}  // namespace

Refusal refusal(const OutcomeInfo& info, std::string detail) {
  Refusal result;
  result.problems.push_back(CommandProblem{-1, Problem{&info, "", std::move(detail)}});
  return result;
}

std::string digest_of(const Request& request, audit::Hasher& sha256) {
  std::string bytes = request.book + '\n' + (request.is_system ? std::string(kSystemUser) : request.by) + '\n' +
                      request.approved_by + '\n';
  for (const Command& command : request.commands) {
    bytes += request.personal.empty() ? canonical_form(command) : form_for_digest(command);
    bytes += '\n';
  }
  return audit::hex_of(sha256.plain(bytes));
}

Writer::Writer(OpenedDatabase opened, Clock& clock)
    : opened_(std::move(opened)), database_(*opened_.database), clock_(clock) {}

Answer Writer::submit(const Request& request) {
  const Request* const pointer = &request;
  return std::move(submit_together(std::span(&pointer, 1)).front());
}

std::vector<Answer> Writer::submit_together(std::span<const Request* const> requests) {
  const Date today = clock_.today();
  std::vector<Answer> answers;
  std::vector<bool> is_open;  // still to be decided by the transaction
  for (const Request* request : requests) {
    Refusal shape = check_shape(*request, today);
    is_open.push_back(shape.problems.empty());
    answers.emplace_back(Err(std::move(shape)));
  }
  // A new book comes alone: if it is refused, its name must not be committed with somebody else's request.
  std::vector<Answer> result = std::move(answers);
  std::vector<std::size_t> group;
  const auto run_group = [&] {
    if (group.empty()) return;
    std::vector<bool> only(requests.size(), false);
    for (const std::size_t index : group) only[index] = true;
    result = run_transaction(requests, std::move(result), only);
    group.clear();
  };
  for (std::size_t i = 0; i < requests.size(); ++i) {
    if (!is_open[i]) continue;
    if (opens_a_book(*requests[i])) run_group();
    group.push_back(i);
    if (opens_a_book(*requests[i])) run_group();
  }
  run_group();
  return result;
}

std::vector<Answer> Writer::run_transaction(std::span<const Request* const> requests, std::vector<Answer> answers,
                                            const std::vector<bool>& is_open) {
  const auto fail_all = [&](RequestOutcome outcome, const std::string& detail) {
    database_.rollback();
    forget_books();
    for (std::size_t i = 0; i < requests.size(); ++i) {
      if (is_open[i]) answers[i] = Err(refusal(outcome, detail));
    }
  };
  bool is_unknown = false;
  for (int number = 1;; ++number) {
    try {
      attempt(requests, answers, is_open);
      break;
    } catch (const WorldError& error) {
      is_unknown = is_unknown || error.fault() == WorldFault::Unknown;
      // What may have been committed stays unknown until somebody has looked it up, whatever kept us from looking.
      const bool is_lost = error.fault() == WorldFault::HistoryLost;
      fail_all(is_unknown && !is_lost ? RequestOutcome::OutcomeUnknown : outcome_of(error.fault()), error.what());
      if (number == kAttemptsMax || !database_.can_begin_anew(error)) break;
    } catch (const std::bad_alloc&) {
      fail_all(is_unknown ? RequestOutcome::OutcomeUnknown : RequestOutcome::OutOfMemory, "");
      break;
    }
  }
  forget_erased();
  return answers;
}

void Writer::attempt(std::span<const Request* const> requests, std::vector<Answer>& answers,
                     const std::vector<bool>& is_open) {
  const Date today = clock_.today();
  const std::string at = to_utc(clock_.now());
  std::size_t commands = 0;
  for (std::size_t i = 0; i < requests.size(); ++i) commands += is_open[i] ? requests[i]->commands.size() : 0;
  uses_queue_ = commands >= kCommandsForQueue;
  if (uses_queue_ && !queue_) queue_ = std::make_unique<HashQueue>();

  std::vector<Accepted> accepted;
  database_.begin_write();
  if (database_.connection_number() != connection_number_) forget_books();
  connection_number_ = database_.connection_number();
  locked_.clear();
  for (std::size_t i = 0; i < requests.size(); ++i) {
    if (is_open[i]) answers[i] = process(*requests[i], at, today, accepted, i);
  }
  write_all(accepted, answers);
  // A repetition is acknowledged too: on a server with a standby, what is seen may be there and nowhere else. The commit of
  // the lock alone is answered when everything before it has arrived.
  const bool is_acknowledging = std::any_of(answers.begin(), answers.end(), [](const Answer& answer) { return answer.has_value(); });
  if (is_acknowledging) database_.commit();
  if (!is_acknowledging) database_.rollback();
  acknowledge(accepted, answers);
}

void Writer::acknowledge(const std::vector<Accepted>& accepted, const std::vector<Answer>& answers) {
  if (!database_.keeps_commits()) return;
  for (const Accepted& one : accepted) {
    const Receipt& receipt = *answers[one.index];
    acknowledged_[receipt.book] = {one.book->book().head().id.value, one.last_seq, receipt.leaf_sha256};
  }
}

void Writer::require_history(OpenBookForWriting& book) {
  const auto found = acknowledged_.find(book.book().head().name);
  if (found == acknowledged_.end()) return;
  const Acknowledged& last = found->second;
  bool is_there = false;
  book.log().read(last.seq, last.seq + 1, [&](const audit::StoredRecord& record) {
    is_there = audit::hex_of(record.leaf_sha256) == last.leaf_sha256;
    return false;
  });
  if (!is_there) refuse_lost_history(found->first, last.seq);
}

void Writer::forget_erased() {
  if (!has_erased_remains_) return;
  try {
    has_erased_remains_ = !opened_.registers->forget_erased();
  } catch (const WorldError&) {  // what was committed stays committed; the next request of people tries again
  }
}

OpenBookForWriting* Writer::locked_book(ledger::BookId id) {
  std::unique_ptr<OpenBookForWriting>& book = books_[id.value];
  if (locked_[id.value]) return book.get();
  if (book && book->state().is_large()) book.reset();
  const bool was_kept = book != nullptr;
  if (!was_kept) book = std::make_unique<OpenBookForWriting>(opened_, id);
  const bool is_same = book->lock();
  if (!is_same) {
    // Somebody else has written since. Where the engine has many writers, the book is held before it is read anew.
    book.reset();
    if (!database_.ledger(id)->hold()) return nullptr;
    book = std::make_unique<OpenBookForWriting>(opened_, id);
    if (!book->lock()) throw WorldError(WorldFault::Locked, "another process is writing to this book");
  }
  if (!was_kept || !is_same) require_history(*book);
  locked_[id.value] = true;
  return book.get();
}

Answer Writer::process(const Request& request, const std::string& at, Date today, std::vector<Accepted>& accepted,
                       std::size_t index) {
  auto known = ids_.find(request.book);
  if (known == ids_.end()) {
    const std::optional<ledger::BookId> id = database_.find_book(request.book);
    if (!id) {
      const auto lost = acknowledged_.find(request.book);
      if (lost != acknowledged_.end()) refuse_lost_history(lost->first, lost->second.seq);
    }
    if (!id && opens_a_book(request)) return open_new_book(request, at, today, accepted, index);
    if (!id) return Err(refusal(RequestOutcome::BookUnknown, is_plain_text(request.book) ? request.book : ""));
    known = ids_.emplace(request.book, *id).first;
  }
  OpenBookForWriting* const locked = locked_book(known->second);
  if (locked == nullptr) {
    const ledger::BookStanding standing = database_.ledger(known->second)->standing();
    if (standing.standing == ledger::Standing::Here) throw WorldError(WorldFault::Damaged, "the book has no head row");
    return Err(refusal(RequestOutcome::BookElsewhere, standing.place));
  }
  OpenBookForWriting& book = *locked;
  Answer answer = process_on(book, request, at, today);
  const std::int64_t written = book.book().head().records - static_cast<std::int64_t>(book.pending());
  if (answer && answer->first_seq >= written) accepted.push_back(Accepted{index, answer->first_seq + answer->records - 1, &book});
  return answer;
}

std::future<std::string> Writer::digest_into(PendingRecord& first, const Request& request) {
  const auto task = std::make_shared<std::packaged_task<std::string(audit::Hasher&)>>([&](audit::Hasher& sha256) {
    std::string digest = request.digest.empty() ? digest_of(request, sha256) : request.digest;
    first.head.request = request_member(request, digest);
    return digest;
  });
  std::future<std::string> result = task->get_future();
  const auto run = [task](RecordSealer& sealer) { (*task)(sealer.hasher(audit::Suite::Sha256)); };
  if (uses_queue_) queue_->push(run);
  if (!uses_queue_) run(sealer_);
  return result;
}

Answer Writer::process_on(OpenBookForWriting& opened, const Request& request, const std::string& at, Date today) {
  ledger::Book& book = opened.book();
  // Set before anything is decided: who asks again after a crash behind the commit finishes what was begun.
  if (touches_people(request)) has_erased_remains_ = true;
  if (const ledger::RequestEntry* entry = book.request(request.key)) {
    const std::string digest =
        request.digest.empty() ? digest_of(request, sealer_.hasher(audit::Suite::Sha256)) : request.digest;
    const bool is_same = entry->digest == digest && has_same_personal(request, opened.state().personal());
    if (!is_same) return Err(refusal(RequestOutcome::KeyReused, ""));
    return repeated(opened, *entry);
  }
  if (opens_a_book(request) && book.head().records > 0) return Err(refusal(RequestOutcome::BookExists, request.book));
  if (std::optional<Problem> problem = check_people(request, book)) {
    return Err(refusal(*problem->info, problem->detail));
  }

  BookState& state = opened.state();
  const BookState::Mark state_mark = state.mark();
  const RecordMark record_mark = opened.mark();
  const std::int64_t first_seq = book.head().records;
  HashQueue* queue = uses_queue_ ? queue_.get() : nullptr;
  std::future<std::string> digest;
  Companions companions;
  Refusal found;
  for (std::size_t i = 0; i < request.commands.size() && found.problems.size() < kProblemsMax; ++i) {
    const Command& command = request.commands[i];
    std::vector<Problem> problems = check_state(command, request.by, today, state);
    if (problems.empty()) {
      if (std::optional<Problem> lonely = companions.next(command, request.is_system ? kSystemUser : request.by, state)) problems.push_back(std::move(*lonely));
    }
    for (Problem& problem : problems) {
      found.problems.push_back(CommandProblem{static_cast<std::int64_t>(i), std::move(problem)});
    }
    // A bad command is left out so that the others can be checked too; nothing of it stays.
    if (!problems.empty()) continue;
    PendingRecord& record = opened.add(command, request, at, queue);
    if (i == 0) digest = digest_into(record, request);
  }
  if (std::optional<Problem> lonely = companions.end(); lonely && found.problems.empty()) {
    found.problems.push_back(CommandProblem{-1, std::move(*lonely)});
  }
  if (!found.problems.empty()) {
    if (queue != nullptr) queue->wait();
    opened.undo_to(record_mark);
    state.undo_to(state_mark);
    return Err(std::move(found));
  }
  if (touches_people(request)) write_personal(request, state.personal(), sealer_.hasher(audit::Suite::Sha256));
  const auto count = static_cast<std::int64_t>(request.commands.size());
  book.add_request(ledger::RequestEntry{request.key, digest.get(), first_seq, count});
  state.forget_undo();
  return Receipt{request.book, first_seq, count, "", "", false};
}

Answer Writer::open_new_book(const Request& request, const std::string& at, Date today,
                             std::vector<Accepted>& accepted, std::size_t index) {
  ledger::BookHead head;
  head.id = database_.add_book_name(request.book);
  head.name = request.book;
  head.frontier_sha256 = audit::Frontier().bytes();
  head.frontier_sm3 = audit::Frontier().bytes();
  const std::int64_t id = head.id.value;
  // Kept among the books at once: if the world fails now, its records must stay until the second thread is idle.
  std::unique_ptr<OpenBookForWriting>& opened = books_[id];
  opened = std::make_unique<OpenBookForWriting>(opened_, std::move(head));
  Answer answer = process_on(*opened, request, at, today);
  if (answer) accepted.push_back(Accepted{index, answer->first_seq + answer->records - 1, opened.get()});
  if (!answer) books_.erase(id);
  return answer;
}

Answer Writer::repeated(OpenBookForWriting& opened, const ledger::RequestEntry& entry) {
  Receipt receipt{opened.book().head().name, entry.first_seq, entry.records, "", "", true};
  const std::int64_t last = entry.first_seq + entry.records - 1;
  if (last >= opened.book().head().records - static_cast<std::int64_t>(opened.pending())) return receipt;  // filled later
  opened.log().read(last, last + 1, [&receipt](const audit::StoredRecord& record) {
    receipt.leaf_sha256 = audit::hex_of(record.leaf_sha256);
    receipt.leaf_sm3 = audit::hex_of(record.leaf_sm3);
    return false;
  });
  return receipt;
}

void Writer::write_all(std::vector<Accepted>& accepted, std::vector<Answer>& answers) {
  std::vector<OpenBookForWriting*> touched;
  for (const Accepted& one : accepted) {
    if (std::find(touched.begin(), touched.end(), one.book) == touched.end()) touched.push_back(one.book);
  }
  HashQueue* queue = uses_queue_ ? queue_.get() : nullptr;
  for (OpenBookForWriting* book : touched) {
    book->seal(sealer_, queue);
    for (const Accepted& one : accepted) {
      if (one.book != book) continue;
      const audit::SealedRecord& sealed = book->pending_record(one.last_seq).sealed;
      Receipt receipt = *answers[one.index];
      receipt.leaf_sha256 = audit::hex_of(sealed.leaf_sha256);
      receipt.leaf_sm3 = audit::hex_of(sealed.leaf_sm3);
      answers[one.index] = std::move(receipt);
    }
    book->write(sealer_, queue);
  }
}

void Writer::forget_books() {
  if (queue_) {
    try {
      queue_->wait();
    } catch (const std::exception&) {  // the transaction has failed already, for this or another reason
    }
  }
  books_.clear();
  ids_.clear();
  locked_.clear();
}

}  // namespace mingzhang::service
