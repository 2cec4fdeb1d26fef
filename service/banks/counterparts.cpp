// SPDX-License-Identifier: Apache-2.0
// Vouchers for what another book moved, and which are missing.
#include "service/banks/counterparts.h"

#include <set>
#include <utility>
#include <vector>

#include "base/text.h"
#include "service/banks/moved_money.h"
#include "service/reading/funds_table.h"
#include "service/reading/outcome.h"
#include "service/reading/render.h"
#include "service/setup/fund_words.h"

namespace mingzhang::service {
namespace {

using reports::RowKind;
using reports::Table;
using reports::Value;

/// One row, and whether it is a difference.
bool add_row(Table& table, const MovedMoney& money, const std::vector<Counterpart>& there) {
  const auto add = [&](const Counterpart* one, const char* words) {
    table.add_row(RowKind::Line, {money.code, filled(money.kind), money.date, money.amount,
                                  one == nullptr ? Value() : Value(one->voucher), one == nullptr ? Value() : Value(one->date),
                                  one == nullptr ? Value() : Value(one->amount), words});
  };
  if (there.empty()) {
    add(nullptr, "对方没有 missing_there");
    return true;
  }
  for (const Counterpart& one : there) {
    const char* words = there.size() > 1            ? "重复 twice"
                        : one.amount != money.amount ? "金额不符 amount"
                        : one.date != money.date     ? "日期不符 date"
                                                     : "一致 equal";
    add(&one, words);
  }
  return there.size() > 1 || there.front().amount != money.amount || there.front().date != money.date;
}

Table empty_table() {
  return Table({"counterparts", "对应凭证核对", "Counterparts in another book"},
               {text_column("code", "单号", "code"), text_column("kind", "业务", "kind"), date_column("date", "日期", "date"),
                money_column("amount", "本账套金额", "amount here"), text_column("voucher", "对方凭证", "voucher there"),
                date_column("there_date", "对方日期", "date there"), money_column("there_amount", "对方金额", "amount there"),
                text_column("state", "结果", "state")});
}

}  // namespace

Result<Command, Refusal> counterpart_voucher(const BookPlace& place, const NewCounterpart& words) {
  FundWords reader;
  ledger::VoucherRequest voucher;
  if (!words.date.empty()) voucher.date = reader.date("--date", words.date);
  if (!words.type.empty()) voucher.type = reader.choice("--type", words.type, ledger::parse_voucher_type, ledger::VoucherType::General);
  if (std::optional<Refusal> refused = reader.refused()) return Err(std::move(*refused));
  std::optional<MovedMoney> money;
  const TextResult looked = read_book({place.opened, words.other_book}, [&](BookReading& reading) -> TextResult {
    money = moved_by(place.opened, reading, words.code);
    return std::string();
  });
  if (!looked) return Err(looked.error());
  if (!money) return Err(refusal(ReadingOutcome::MoneyUnknown, is_plain_text(words.code) ? words.code : ""));
  std::string existing;
  const TextResult here = read_book(place, [&](BookReading& reading) -> TextResult {
    const auto found = counterparts_for(reading, words.other_book);
    const auto one = found.find(words.code);
    if (one != found.end()) existing = one->second.voucher;
    return std::string();
  });
  if (!here) return Err(here.error());
  if (!existing.empty()) return Err(refusal(ReadingOutcome::CounterpartThere, existing));
  if (words.date.empty()) voucher.date = money->date;
  voucher.summary = words.summary.empty() ? money->summary : words.summary;
  voucher.source = words.other_book + "/" + words.code;
  voucher.lines.push_back({ledger::Side::Debit, money->amount, words.debit, words.fund, "", "", ""});
  voucher.lines.push_back({ledger::Side::Credit, money->amount, words.credit, words.fund, "", "", ""});
  return Command(std::move(voucher));
}

Result<CounterpartList, Refusal> list_counterparts(const BookPlace& place, const std::string& other_book, Format format) {
  std::multimap<std::string, Counterpart> there;
  const TextResult looked = read_book({place.opened, other_book}, [&](BookReading& reading) -> TextResult {
    there = counterparts_for(reading, place.book);
    return std::string();
  });
  if (!looked) return Err(looked.error());
  CounterpartList list;
  TextResult text = read_book(place, [&](BookReading& reading) -> TextResult {
    Table table = empty_table();
    std::set<std::string> known;
    const auto compare = [&](const MovedMoney& money) {
      std::vector<Counterpart> its;
      const auto [begin, end] = there.equal_range(money.code);
      for (auto one = begin; one != end; ++one) its.push_back(one->second);
      if (add_row(table, money, its)) ++list.differences;
      known.insert(money.code);
    };
    for (const MovedMoney& money : moved_between_institutions(place.opened, reading)) compare(money);
    for (auto one = there.begin(); one != there.end(); one = there.upper_bound(one->first)) {
      if (known.contains(one->first)) continue;
      // Other commands, such as an allocation, are shown where the other book has a voucher for them.
      if (const auto money = moved_by(place.opened, reading, one->first)) {
        compare(*money);
        continue;
      }
      ++list.differences;
      table.add_row(RowKind::Line, {one->first, Value(), Value(), Value(), one->second.voucher, one->second.date,
                                    one->second.amount, "本方没有 missing_here"});
    }
    table.add_fact({"differences", "差异", "differences"}, Value::count(list.differences));
    return rendered(table, format);
  });
  if (!text) return Err(text.error());
  list.text = std::move(text).value();
  return list;
}

}  // namespace mingzhang::service
