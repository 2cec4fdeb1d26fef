// SPDX-License-Identifier: Apache-2.0
// Thousands of random commands on a book and on its naive twin: the same answers, and in the end the same rows.
#include <map>
#include <set>
#include <string>
#include <type_traits>
#include <variant>

#include "tests/ledger/random_commands.h"
#include "tests/support/catch.h"
#include "tests/support/seed.h"

namespace mingzhang::tests {
namespace {

using ledger::Command;

/// What the twin answers; commands that it does not judge are always good here.
std::string naive_answer(const SampleBook& sample, const Command& command) {
  return std::visit(
      [&sample](const auto& one) -> std::string {
        using One = std::decay_t<decltype(one)>;
        if constexpr (std::is_same_v<One, ledger::ChangePeriod>) return sample.naive().answer(one, sample.today);
        if constexpr (std::is_same_v<One, ledger::VoucherRequest> || std::is_same_v<One, ledger::AddAccount> ||
                      std::is_same_v<One, ledger::ChangeAccount>) {
          return sample.naive().answer(one);
        }
        return "Ok";
      },
      command);
}

/// INV-01: in every month in use the debits of each fund equal its credits, in openings and movements alike.
bool conserves_money(MemoryLedgerStore& store) {
  for (const ledger::Period& period : store.periods()) {
    std::map<ledger::FundId, std::int64_t> opening;
    std::map<ledger::FundId, std::int64_t> moved;
    store.balances(period.month, [&](const ledger::Balance& row) {
      opening[row.fund] += row.opening_debit.fen() - row.opening_credit.fen();
      moved[row.fund] += row.debit.fen() - row.credit.fen();
    });
    for (const auto* sums : {&opening, &moved}) {
      for (const auto& [fund, difference] : *sums) {
        if (difference != 0) return false;
      }
    }
  }
  return true;
}

/// The book object's own view, written or not, must be the twin's as well.
std::string difference_in_memory(SampleBook& sample) {
  MemoryLedgerStore seen;
  MemoryLedgerStore wanted;
  MemoryLedgerStore all = sample.naive().rows();
  for (const ledger::Period& period : all.periods()) {
    if (!period.in_use) continue;
    all.balances(period.month, [&](const ledger::Balance& row) { wanted.insert_balances(std::span(&row, 1)); });
    const std::vector<ledger::Balance> rows = sample.book().balances().rows(period.month);
    seen.insert_balances(rows);
  }
  return first_difference(wanted.dump(), seen.dump());
}

struct Counts {
  std::map<std::string, int> answers;
  int undone = 0;
};

/// Runs `steps` commands, flushing, reopening and undoing at random moments. Stops at the first difference.
Counts run_commands(SampleBook& sample, RandomCommands& random, int steps) {
  Counts counts;
  bool is_marked = false;
  for (int step = 0; step < steps; ++step) {
    const Command command = random.next(sample.naive());
    const std::string answer = sample.answer(command);
    INFO("step " << step << ", " << ledger::canonical_form(command));
    REQUIRE(answer == naive_answer(sample, command));
    ++counts.answers[answer];
    if (answer == "Ok") sample.run(command);
    if (!is_marked && random.one_in(15)) {
      sample.mark();
      is_marked = true;
    } else if (is_marked && random.one_in(8)) {
      if (random.one_in(3)) {
        sample.book().forget_undo();  // the request was accepted
      } else {
        sample.undo();
        ++counts.undone;
      }
      is_marked = false;
    }
    if (is_marked || !random.one_in(50)) continue;
    if (random.one_in(3)) REQUIRE(difference_in_memory(sample) == "");
    if (random.one_in(8)) REQUIRE(sample.difference() == "");
    sample.flush();
    if (random.one_in(2)) sample.reopen();
  }
  if (is_marked) sample.book().forget_undo();
  return counts;
}

}  // namespace

TEST_CASE("INV-01 INV-03 INV-04 INV-05 a book and its naive twin agree after any commands", "[ledger][model]") {
  constexpr int kSteps = 1'200;
  Counts all;
  for (std::uint64_t round = 0; round < 3; ++round) {
    SampleBook sample;
    RandomCommands random(run_seed() + round);
    const Counts counts = run_commands(sample, random, kSteps);
    for (const auto& [name, count] : counts.answers) all.answers[name] += count;
    all.undone += counts.undone;
    REQUIRE(sample.difference() == "");
    CHECK(conserves_money(sample.store()));
  }
  // The test would mean little if most commands were refused, or if one kind of refusal never came.
  for (const auto& [name, count] : all.answers) UNSCOPED_INFO(name << " " << count);
  CHECK(all.answers["Ok"] > kSteps / 2);
  CHECK(all.undone > 20);
  for (const char* name : {"FundUnbalanced", "AccountUnknown", "FundUnknown", "ProjectUnknown", "VoucherUnknown",
                           "DateBeforeBook", "PeriodClosed", "AccountNotLeaf", "AccountFrozen", "EntrySetUnbalanced",
                           "AlreadyReversed", "ReversalOfReversal", "Overdraft", "AlreadySo", "WasNegative"}) {
    INFO(name);
    CHECK(all.answers[name] > 0);
  }
}

}  // namespace mingzhang::tests
