// SPDX-License-Identifier: Apache-2.0
// The one write path: request → checks → records → apply → invariants → commit.
#pragma once

#include <cstdint>
#include <future>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "audit/record.h"
#include "base/clock.h"
#include "service/hash_queue.h"
#include "service/open_book.h"
#include "service/opened_database.h"
#include "service/request.h"

namespace mingzhang::service {

/// Every change of every book goes through here. One writer per connection, not for two threads at once
/// (service/group_commit.h puts many threads in front of it).
class Writer {
 public:
  Writer(OpenedDatabase opened, Clock& clock);

  /// Applies the request durably, or refuses it and changes nothing. INV-10: an answer with a receipt survives any crash,
  /// and the same key is never applied twice.
  Answer submit(const Request& request);

  /// The same for several requests in one durable commit; each succeeds or fails by itself.
  std::vector<Answer> submit_together(std::span<const Request* const> requests);

  /// True where erased values may still stand in the engine's own log, because somebody was reading or the world failed
  /// after the commit. Every later request of people tries again, an erasure that is asked for a second time too.
  bool has_erased_remains() const { return has_erased_remains_; }

  /// The database that it writes to.
  const OpenedDatabase& opened() const { return opened_; }

 private:
  struct Accepted {
    std::size_t index;      ///< of the request
    std::int64_t last_seq;
    OpenBookForWriting* book;
  };

  /// The newest record of a book that this writer has acknowledged.
  struct Acknowledged {
    std::int64_t book_id = 0;
    std::int64_t seq = 0;
    std::string leaf_sha256;
  };

  std::vector<Answer> run_transaction(std::span<const Request* const> requests, std::vector<Answer> answers,
                                      const std::vector<bool>& is_open);
  /// One try of it; throws what the world did.
  void attempt(std::span<const Request* const> requests, std::vector<Answer>& answers, const std::vector<bool>& is_open);
  Answer process(const Request& request, const std::string& at, Date today, std::vector<Accepted>& accepted,
                 std::size_t index);
  Answer process_on(OpenBookForWriting& book, const Request& request, const std::string& at, Date today);
  Answer open_new_book(const Request& request, const std::string& at, Date today, std::vector<Accepted>& accepted,
                       std::size_t index);
  /// The request's digest, which is also written into its first record before that is sealed.
  std::future<std::string> digest_into(PendingRecord& first, const Request& request);
  /// Null where the book is not written in this database.
  OpenBookForWriting* locked_book(ledger::BookId id);
  /// INV-38: throws HistoryLost where the book does not hold what this writer has acknowledged.
  void require_history(OpenBookForWriting& book);
  void acknowledge(const std::vector<Accepted>& accepted, const std::vector<Answer>& answers);
  Answer repeated(OpenBookForWriting& book, const ledger::RequestEntry& entry);
  void write_all(std::vector<Accepted>& accepted, std::vector<Answer>& answers);
  void forget_books();
  void forget_erased();

  OpenedDatabase opened_;
  ledger::Database& database_;
  Clock& clock_;
  RecordSealer sealer_;
  std::map<std::int64_t, std::unique_ptr<OpenBookForWriting>> books_;  // kept from one commit to the next
  std::map<std::int64_t, bool> locked_;                                // in the running transaction
  std::map<std::string, ledger::BookId, std::less<>> ids_;
  std::map<std::string, Acknowledged, std::less<>> acknowledged_;
  std::int64_t connection_number_ = 0;
  std::unique_ptr<HashQueue> queue_;
  bool uses_queue_ = false;
  bool has_erased_remains_ = false;
};

/// SHA-256 over the canonical form of everything that the request says, 64 hex digits.
std::string digest_of(const Request& request, audit::Hasher& sha256);

}  // namespace mingzhang::service
