// SPDX-License-Identifier: Apache-2.0
// Reads the books one after the other and proves each against its closing record.
#include "service/reporting/consolidation.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

#include "audit/record.h"
#include "ledger/period_command.h"
#include "reports/consolidation.h"
#include "service/reading/outcome.h"
#include "service/reading/reading.h"
#include "service/reading/render.h"
#include "service/request_outcome.h"

namespace mingzhang::service {
namespace {

using Groups = std::map<std::string, std::string>;  // book → group

std::optional<Refusal> read_group(const std::string& words, Groups& groups) {
  const std::size_t equals = words.find('=');
  const auto bad = [&words] { return refusal(ReadingOutcome::WordBad, "--group " + words + ": NAME=BOOK,BOOK"); };
  if (equals == std::string::npos || equals == 0) return bad();
  for (std::size_t from = equals + 1; from <= words.size();) {
    const std::size_t comma = std::min(words.find(',', from), words.size());
    const std::string book = words.substr(from, comma - from);
    if (book.empty() || !groups.emplace(book, words.substr(0, equals)).second) return bad();
    from = comma + 1;
  }
  return std::nullopt;
}

/// The digest in the newest closing record of the month; empty where there is none.
std::string closed_digest(audit::LogStore& log, std::int64_t records, Month month) {
  std::string digest;
  log.read(0, records, [&](const audit::StoredRecord& record) {
    if (record.bytes.find("\"t\":\"period/v1\"") == std::string_view::npos) return true;
    const auto parsed = audit::parse_record(record.bytes);
    const auto change = parsed ? ledger::decode_change_period(parsed->data) : std::nullopt;
    if (change && change->command.month == month && change->digest) digest = change->digest->sha256;
    return true;
  });
  return digest;
}

/// One database, inside a read transaction.
class Reader {
 public:
  Reader(const OpenedDatabase& opened, Month period) : opened_(opened), period_(period), sums_(period) {}

  void take(const ledger::BookName& name, const std::string& group) {
    const std::string reason = add(name, group);
    if (reason.empty()) return;
    ++left_out_;
    sums_.leave_out(name.name, reason);
  }
  ConsolidationReport report(Format format) const { return {rendered(sums_.table(), format), left_out_}; }

 private:
  /// Why the book does not count; empty where it does.
  std::string add(const ledger::BookName& name, const std::string& group) {
    const auto store = opened_.database->ledger(name.id);
    const std::optional<ledger::BookHead> head = store->head();
    if (!head) return "没有账簿首行 it has no head row";
    if (store->standing().standing != ledger::Standing::Here) return "不在此处记账 it is written elsewhere";
    const std::vector<ledger::Period> periods = store->periods();
    const auto month = std::find_if(periods.begin(), periods.end(), [this](const auto& one) { return one.month == period_; });
    if (month == periods.end() || month->state == ledger::PeriodState::Open) return "未结账 not closed";
    ledger::Book book(*store);
    audit::Hasher sha256(audit::Suite::Sha256);
    const ledger::PeriodDigest digest = ledger::period_digest(period_, book, [&sha256](std::string_view bytes) {
      return audit::hex_of(sha256.plain(bytes));
    });
    if (closed_digest(*opened_.logs->log(name.id.value), head->records, period_) != digest.sha256) {
      return "余额与结账记录不符，请运行 verify its balances are not those of its close; run verify";
    }
    const reports::TrialBalance balance = reports::trial_balance_of(*store, period_);
    const std::string stranger = sums_.stranger_in(balance);
    if (!stranger.empty()) return "科目 " + stranger + " 的要素不同 account " + stranger + " is of another class";
    sums_.add(group, balance);
    return {};
  }

  const OpenedDatabase& opened_;
  Month period_;
  reports::Consolidation sums_;
  std::int64_t left_out_ = 0;
};

}  // namespace

Result<ConsolidationReport, Refusal> report_consolidation(const OpenedDatabase& opened, const ConsolidationQuery& query,
                                                          Format format) {
  const std::optional<Month> period = parse_month(query.period);
  if (!period) return Err(refusal(ReadingOutcome::MonthBad, query.period));
  Groups groups;
  for (const std::string& words : query.groups) {
    if (const std::optional<Refusal> bad = read_group(words, groups)) return Err(*bad);
  }
  Reader reader(opened, *period);
  ledger::Database& database = *opened.database;
  const TextResult text = read_database(database, [&]() -> TextResult {
    for (const auto& [book, group] : groups) {
      if (!database.find_book(book)) return Err(refusal(info_of(RequestOutcome::BookUnknown), book));
    }
    const std::vector<ledger::BookName> names = database.books();
    if (names.empty()) return Err(refusal(ReadingOutcome::BooksMissing, ""));
    for (const ledger::BookName& name : names) {
      const auto group = groups.find(name.name);
      if (groups.empty() || group != groups.end()) reader.take(name, groups.empty() ? std::string() : group->second);
    }
    return std::string();
  });
  if (!text) return Err(text.error());
  return reader.report(format);
}

}  // namespace mingzhang::service
