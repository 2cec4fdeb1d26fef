// SPDX-License-Identifier: Apache-2.0
// Opens and ends read transactions; opens databases.
#include "service/reading/reading.h"

#include <utility>

#include "base/text.h"
#include "base/world_error.h"
#include "service/backend.h"
#include "service/reading/outcome.h"
#include "service/request_outcome.h"

namespace mingzhang::service {

TextResult read_database(ledger::Database& database, const std::function<TextResult()>& body) {
  try {
    database.begin_read();
    TextResult text = body();
    database.rollback();
    return text;
  } catch (const WorldError& error) {
    database.rollback();
    return Err(refusal(info_of(outcome_of(error.fault())), error.what()));
  }
}

TextResult read_book(const BookPlace& place, const std::function<TextResult(BookReading&)>& body) {
  return read_database(*place.opened.database, [&]() -> TextResult {
    const std::optional<ledger::BookId> id = place.opened.database->find_book(place.book);
    if (!id) {
      return Err(refusal(info_of(RequestOutcome::BookUnknown), is_plain_text(place.book) ? place.book : ""));
    }
    const auto store = place.opened.database->ledger(*id);
    const auto log = place.opened.logs->log(id->value);
    std::optional<ledger::BookHead> head = store->head();
    if (!head) throw WorldError(WorldFault::Damaged, "the book has no head row; run verify");
    BookReading reading{*store, *log, std::move(*head)};
    return body(reading);
  });
}

Result<OpenedDatabase, Refusal> open_database(const Backend& backend, const std::string& url, Access access) {
  try {
    if (access != Access::Create && !backend.exists(url)) return Err(refusal(ReadingOutcome::DatabaseMissing, ""));
    return backend.open(url, access);
  } catch (const WorldError& error) {
    return Err(refusal(info_of(outcome_of(error.fault())), error.what()));
  }
}

}  // namespace mingzhang::service
