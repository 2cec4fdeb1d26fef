// SPDX-License-Identifier: Apache-2.0
// Reads pools, deposits and changes of terms.
#include "service/setup/guarantee_setup.h"

#include <utility>

#include "service/setup/fund_words.h"

namespace mingzhang::service {
namespace {

std::int64_t percent_of(FundWords& words, const std::string& place, const std::string& word, std::int64_t otherwise) {
  if (word.empty()) return otherwise;
  return word == "0" ? 0 : words.number(place, word);
}

guarantee::PoolTerms terms_of(FundWords& words, const PoolTermWords& given, const guarantee::PoolTerms& otherwise) {
  guarantee::PoolTerms terms;
  terms.multiple = given.multiple.empty() ? otherwise.multiple : words.number("--multiple", given.multiple);
  terms.npl_tolerance = percent_of(words, "--npl-tolerance", given.npl_tolerance, otherwise.npl_tolerance);
  terms.alert_percent = percent_of(words, "--alert", given.alert, otherwise.alert_percent);
  return terms;
}

std::string account(const std::string& given, const char* usual) {
  if (given == "-") return std::string();
  return given.empty() ? usual : given;
}

}  // namespace

NewCommand add_pool(const NewPool& pool) {
  FundWords words;
  guarantee::AddPool command;
  command.code = pool.code;
  command.name = pool.name;
  command.bank = pool.bank;
  command.place = pool.place;
  command.date = words.date("--date", pool.date);
  command.terms = terms_of(words, pool.terms, {10, 0, 90});
  // Those of the chart of guarantee funds.
  command.accounts = {account(pool.bank_account, "100201"), account(pool.deposit_account, "100202"),
                      account(pool.receivable_account, "121802")};
  command.explanation = pool.explanation;
  return words.finish(std::move(command));
}

NewCommand move_deposit(const NewDeposit& deposit, DepositWay way) {
  using guarantee::MovementKind;
  FundWords words;
  guarantee::MoveDeposit command;
  command.code = deposit.code;
  command.pool = deposit.pool;
  command.date = words.date("--date", deposit.date);
  command.kind = way == DepositWay::In ? MovementKind::Deposit : way == DepositWay::Out ? MovementKind::Withdrawal : MovementKind::Draw;
  command.amount = words.amount("--amount", deposit.amount);
  command.fund = deposit.fund;
  command.document = deposit.document;
  command.party = deposit.party;
  command.reason = deposit.reason;
  return words.finish(std::move(command));
}

NewCommand change_pool(const BookPlace& place, const NewPoolTerms& terms) {
  guarantee::Pool pool;
  const TextResult looked = read_book(place, [&](BookReading& reading) -> TextResult {
    // A pool that is not there is refused by the write path.
    if (const auto found = place.opened.guarantees->guarantee_of(reading.head.id)->pool(terms.pool)) pool = *found;
    return std::string();
  });
  if (!looked) return Err(looked.error());
  FundWords words;
  guarantee::ChangePool command;
  command.code = terms.code;
  command.pool = terms.pool;
  command.date = words.date("--date", terms.date);
  command.terms = terms_of(words, terms.terms, pool.terms);
  if (!terms.resumes) command.stop_reason = terms.stop.empty() ? pool.stop_reason : terms.stop;
  command.reason = terms.reason;
  command.explanation = terms.explanation;
  return words.finish(std::move(command));
}

}  // namespace mingzhang::service
