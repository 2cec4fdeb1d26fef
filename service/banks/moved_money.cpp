// SPDX-License-Identifier: Apache-2.0
// Finds what commands moved by the records behind theirs.
#include "service/banks/moved_money.h"

#include <algorithm>
#include <utility>

#include "guarantee/guarantee_store.h"
#include "loans/loans_store.h"
#include "service/reading/voucher.h"

namespace mingzhang::service {
namespace {

/// Where the vouchers of a command stand: the records behind its own.
struct Behind {
  std::int64_t seq = 0;
  std::int64_t vouchers = 0;
};

Money financial_debits(const ledger::VoucherRequest& voucher, ledger::LedgerStore& store) {
  Money sum;
  for (const ledger::Line& line : voucher.lines) {
    const auto account = store.account(line.account);
    if (line.side != ledger::Side::Debit || !account) continue;
    if (ledger::entry_set_of(account->account_class) == ledger::EntrySet::Financial) sum += line.amount;
  }
  return sum;
}

std::optional<MovedMoney> moved(BookReading& reading, const std::string& code, std::string kind, Behind behind) {
  LogVouchers log(reading.log);
  MovedMoney money{code, std::move(kind), "", Date(), Money()};
  for (std::int64_t seq = behind.seq + 1; seq <= behind.seq + behind.vouchers; ++seq) {
    const auto recorded = log.voucher_of(seq);
    if (!recorded) continue;
    const ledger::VoucherRequest& voucher = recorded->voucher.request;
    if (money.summary.empty()) money.summary = voucher.summary;
    money.date = voucher.date;
    money.amount += financial_debits(voucher, reading.store);
  }
  return money.amount.is_zero() ? std::nullopt : std::optional(std::move(money));
}

template <class Kind>
std::string words_of_kind(Kind kind) {
  return std::string(chinese_of(kind)) + " " + std::string(word_of(kind));
}

bool is_subsidy(loans::StepKind kind) {
  return kind == loans::StepKind::SubsidyPayment || kind == loans::StepKind::SubsidyClawBack;
}

}  // namespace

std::optional<MovedMoney> moved_by(const OpenedDatabase& opened, BookReading& reading, const std::string& code) {
  if (const auto step = opened.loans->loans_of(reading.head.id)->step(code)) {
    return moved(reading, code, words_of_kind(step->kind), {step->seq, step->vouchers});
  }
  if (const auto movement = opened.guarantees->guarantee_of(reading.head.id)->movement(code)) {
    return moved(reading, code, words_of_kind(movement->kind), {movement->seq, movement->vouchers});
  }
  if (const auto movement = opened.funds->funds_of(reading.head.id)->movement(code)) {
    return moved(reading, code, "", {movement->seq, movement->vouchers});
  }
  return std::nullopt;
}

std::vector<MovedMoney> moved_between_institutions(const OpenedDatabase& opened, BookReading& reading) {
  std::vector<std::pair<Behind, std::pair<std::string, std::string>>> commands;  // with code and kind
  opened.loans->loans_of(reading.head.id)->all_steps([&](const loans::LoanStep& step) {
    if (is_subsidy(step.kind)) commands.push_back({{step.seq, step.vouchers}, {step.code, words_of_kind(step.kind)}});
  });
  const auto guarantee = opened.guarantees->guarantee_of(reading.head.id);
  for (std::int64_t id = 1; id <= guarantee->movement_count(); ++id) {
    const auto movement = guarantee->movement(guarantee::MovementId{id});
    commands.push_back({{movement->seq, movement->vouchers}, {movement->code, words_of_kind(movement->kind)}});
  }
  std::sort(commands.begin(), commands.end(), [](const auto& a, const auto& b) { return a.first.seq < b.first.seq; });
  std::vector<MovedMoney> all;
  for (const auto& [behind, names] : commands) {
    if (auto money = moved(reading, names.first, names.second, behind)) all.push_back(std::move(*money));
  }
  return all;
}

std::multimap<std::string, Counterpart> counterparts_for(BookReading& reading, const std::string& other_book) {
  std::multimap<std::string, Counterpart> found;
  std::vector<std::int64_t> candidates;
  const std::string begins = other_book + "/";
  reading.log.read(0, reading.head.records, [&](const audit::StoredRecord& record) {
    // Most records are not vouchers of another book: their bytes tell without being parsed.
    if (record.bytes.find("\"source\":\"" + begins) != std::string_view::npos) candidates.push_back(record.seq);
    return true;
  });
  LogVouchers log(reading.log);
  for (const std::int64_t seq : candidates) {
    const auto recorded = log.voucher_of(seq);
    if (!recorded || recorded->voucher.request.source.rfind(begins, 0) != 0) continue;
    const ledger::VoucherRequest& voucher = recorded->voucher.request;
    const ledger::VoucherName name{Month::of(voucher.date), voucher.type, recorded->voucher.number};
    const auto posted = reading.store.voucher(name.period, name.type, name.number);
    if (!posted || posted->reversed_by >= 0 || voucher.reverses) continue;
    Counterpart one{voucher.source.substr(begins.size()), ledger::to_text(name), voucher.date, financial_debits(voucher, reading.store)};
    found.emplace(one.code, std::move(one));
  }
  return found;
}

}  // namespace mingzhang::service
