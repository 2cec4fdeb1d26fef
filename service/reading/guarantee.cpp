// SPDX-License-Identifier: Apache-2.0
// Builds the tables of pools.
#include "service/reading/guarantee.h"

#include <algorithm>

#include "base/text.h"
#include "guarantee/guarantee_outcome.h"
#include "guarantee/guarantee_store.h"
#include "service/reading/funds_table.h"
#include "service/reading/outcome.h"
#include "service/reading/render.h"

namespace mingzhang::service {
namespace {

using guarantee::Pool;
using reports::RowKind;
using reports::Table;
using reports::Value;

// 定发〔2015〕13号: "按5倍至10倍比例放大".
constexpr std::int64_t kLeast = 5;
constexpr std::int64_t kMost = 10;

std::string state_words(const Pool& pool) {
  std::string words = std::string(chinese_of(pool.state())) + " " + std::string(word_of(pool.state()));
  return pool.stop_reason.empty() ? words : words + "：" + pool.stop_reason;
}

Table pools_table(guarantee::GuaranteeStore& store) {
  Table table({"guarantee_pools", "担保基金池", "Guarantee pools"},
              {text_column("pool", "编号", "pool"), text_column("name", "名称", "name"), text_column("bank", "银行", "bank"),
               text_column("place", "县区", "place"), count_column("multiple", "倍数", "multiple"),
               money_column("deposit", "担保金", "deposit"), money_column("capacity", "担保上限", "capacity"),
               money_column("exposure", "担保额", "cover"), money_column("headroom", "剩余额度", "headroom"),
               money_column("balance", "贷款余额", "principal"), money_column("bad", "不良余额", "non-performing"),
               text_column("state", "状态", "state")});
  std::int64_t deposit = 0, exposure = 0, headroom = 0, balance = 0, bad = 0;  // more than one Money can say
  for (const Pool& pool : store.pools()) {
    table.add_row(RowKind::Line, {pool.code, pool.name, pool.bank, pool.place, Value::count(pool.terms.multiple),
                                  pool.deposit, pool.capacity(), pool.exposure, pool.headroom(), pool.balance, pool.bad,
                                  state_words(pool)});
    deposit += pool.deposit.fen();
    exposure += pool.exposure.fen();
    headroom += pool.headroom().fen();
    balance += pool.balance.fen();
    bad += pool.bad.fen();
  }
  table.add_row(RowKind::Sum, {"合计 total", Value(), Value(), Value(), Value(), Value::fen(deposit), Value::fen(headroom + exposure),
                               Value::fen(exposure), Value::fen(headroom), Value::fen(balance), Value::fen(bad), Value()});
  return table;
}

void add_facts(Table& table, const Pool& pool) {
  table.add_fact({"pool", "编号", "pool"}, pool.code);
  table.add_fact({"bank", "银行", "bank"}, pool.bank);
  table.add_fact({"place", "县区", "place"}, pool.place);
  table.add_fact({"state", "状态", "state"}, state_words(pool));
  table.add_fact({"deposit", "担保金", "deposit"}, pool.deposit);
  table.add_fact({"capacity", "担保上限", "capacity"}, pool.capacity());
  table.add_fact({"exposure", "担保额", "cover"}, pool.exposure);
  table.add_fact({"headroom", "剩余额度", "headroom"}, pool.headroom());
}

Table movements_table(const Pool& pool, guarantee::GuaranteeStore& store) {
  Table table({"guarantee_pool", "担保基金池台账", "Guarantee pool"},
              {date_column("date", "日期", "date"), text_column("movement", "单号", "movement"),
               text_column("kind", "业务", "kind"), money_column("amount", "金额", "amount"),
               text_column("fund", "资金来源", "fund"), text_column("document", "文号", "document"),
               text_column("party", "单位", "party"), text_column("reason", "原因", "reason"),
               count_column("record", "记录", "record")});
  add_facts(table, pool);
  for (const guarantee::Movement& one : store.movements_of(pool.id)) {
    table.add_row(RowKind::Line, {one.date, one.code, std::string(chinese_of(one.kind)) + " " + std::string(word_of(one.kind)),
                                  one.amount, filled(one.fund), filled(one.document), filled(one.party), filled(one.reason),
                                  Value::count(one.seq)});
  }
  return table;
}

/// One row per multiple. Nothing where a capacity is too large to be said.
bool add_capacities(Table& table, Money deposit, Money exposure, Money target) {
  for (std::int64_t multiple = kLeast; multiple <= kMost; ++multiple) {
    const std::optional<Money> capacity = guarantee::capacity_of(deposit, multiple);
    if (!capacity) return false;
    const Money needed = guarantee::deposit_for(target, multiple);
    table.add_row(RowKind::Line, {Value::count(multiple), *capacity, *capacity - exposure, needed,
                                  std::max(Money(), needed - deposit)});
  }
  return true;
}

Table what_if_table(Money deposit, Money target) {
  Table table({"guarantee_what_if", "倍数测算", "What if"},
              {count_column("multiple", "倍数", "multiple"), money_column("capacity", "担保上限", "capacity"),
               money_column("headroom", "剩余额度", "headroom"), money_column("needed", "目标所需担保金", "deposit for the target"),
               money_column("missing", "尚缺", "missing")});
  table.add_fact({"deposit", "担保金", "deposit"}, deposit);
  table.add_fact({"target", "目标贷款余额", "target"}, target);
  return table;
}

Result<Money, Refusal> amount_of(const std::string& place, const std::string& text) {
  const auto amount = parse_yuan(text);
  if (amount && !amount->is_negative()) return *amount;
  Refusal found = refusal(ReadingOutcome::AmountBad, quotable(text));
  found.problems.front().problem.place = place;
  return Err(std::move(found));
}

TextResult rendered_what_if(Money deposit, Money exposure, Money target, Format format) {
  Table table = what_if_table(deposit, target);
  if (add_capacities(table, deposit, exposure, target)) return rendered(table, format);
  return Err(refusal(guarantee::info_of(guarantee::GuaranteeOutcome::SumTooLarge), to_yuan(deposit)));
}

using ReadPools = std::function<TextResult(guarantee::GuaranteeStore& store)>;

TextResult read_pools(const BookPlace& place, const ReadPools& body) {
  return read_book(place, [&](BookReading& reading) -> TextResult {
    return body(*place.opened.guarantees->guarantee_of(reading.head.id));
  });
}

Refusal unknown_pool(const std::string& code) {
  return refusal(guarantee::info_of(guarantee::GuaranteeOutcome::PoolUnknown),
                 is_plain_text(code) ? shortened(code, 60) : std::string());
}

}  // namespace

TextResult list_pools(const BookPlace& place, Format format) {
  return read_pools(place, [&](guarantee::GuaranteeStore& store) -> TextResult { return rendered(pools_table(store), format); });
}

TextResult show_pool(const BookPlace& place, const std::string& code, Format format) {
  return read_pools(place, [&](guarantee::GuaranteeStore& store) -> TextResult {
    const std::optional<Pool> pool = store.pool(code);
    if (!pool) return Err(unknown_pool(code));
    return rendered(movements_table(*pool, store), format);
  });
}

TextResult what_if(const std::string& deposit, const std::string& target, Format format) {
  const auto held = amount_of("--deposit", deposit);
  if (!held) return Err(held.error());
  const auto wanted = amount_of("--target", target);
  if (!wanted) return Err(wanted.error());
  return rendered_what_if(*held, Money(), *wanted, format);
}

TextResult what_if_of_pool(const BookPlace& place, const std::string& code, const std::string& target, Format format) {
  const auto wanted = amount_of("--target", target);
  if (!wanted) return Err(wanted.error());
  return read_pools(place, [&](guarantee::GuaranteeStore& store) -> TextResult {
    const std::optional<Pool> pool = store.pool(code);
    if (!pool) return Err(unknown_pool(code));
    return rendered_what_if(pool->deposit, pool->exposure, *wanted, format);
  });
}

}  // namespace mingzhang::service
