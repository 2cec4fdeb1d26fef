// SPDX-License-Identifier: Apache-2.0
// Recorded reconciliations in random histories against a naive model; INV-35 and INV-36 past the checks.
#include <map>
#include <random>
#include <string>
#include <vector>

#include "tests/loans/sample_reconciliation.h"
#include "tests/support/aborts.h"
#include "tests/support/catch.h"
#include "tests/support/seed.h"

namespace mingzhang::tests {
namespace {

using loans::ItemAction;
using loans::ItemState;
using loans::ReconciliationSide;

/// What a clerk would keep on paper.
struct NaiveList {
  std::map<std::int64_t, ItemState> items;
  bool here = false;
  bool there = false;
  bool replaced = false;

  std::int64_t count(ItemState state) const {
    std::int64_t found = 0;
    for (const auto& [number, one] : items) found += one == state ? 1 : 0;
    return found;
  }
  bool is_closed() const { return replaced || (here && there); }
};

class Histories {
 public:
  explicit Histories(std::uint64_t seed) : random_(seed), sample_(1) {}

  void step() {
    const int what = number(1, 20);
    if (what <= 2 || names_.empty()) return record();
    const std::string code = "L" + std::to_string(number(1, static_cast<int>(names_.size())));
    if (what <= 5) return sign(code);
    handle(code);
  }

  void compare() {
    for (auto& [code, naive] : names_) {
      const loans::Reconciliation& list = list_of(sample_, code);
      INFO(code);
      CHECK(list.resolved == naive.count(ItemState::Resolved));
      CHECK(list.accepted == naive.count(ItemState::Accepted));
      CHECK(list.open() == naive.count(ItemState::Open));
      CHECK(list.is_closed() == naive.is_closed());
      for (const auto& [item, state] : naive.items) {
        CHECK(sample_.loans().reconciliations().item_of(list, item)->state == state);
      }
    }
  }

  /// Written out and read again, nothing is different.
  void flush() { sample_.loans().flush(); }
  int refused() const { return refused_; }
  int done() const { return done_; }

 private:
  int number(int least, int most) { return std::uniform_int_distribution<int>(least, most)(random_); }

  /// Whether the book says what the model says; then it is done, or undone where the request fails afterwards.
  bool runs(const loans::Command& command, bool is_allowed) {
    const std::string answer = sample_.answer(command);
    INFO(loans::record_data_of(command) << ": " << answer);
    CHECK((answer == "Ok") == is_allowed);
    if (answer != "Ok") return ++refused_, false;
    const auto mark = sample_.loans().mark();
    if (number(1, 6) == 1) {
      loans::apply(command, 1'000'000, sample_.loans());
      sample_.loans().undo_to(mark);
      return false;
    }
    sample_.run(command);
    return ++done_, true;
  }

  void record() {
    const std::string code = "L" + std::to_string(names_.size() + 1);
    loans::RecordReconciliation command = found(code, number(0, 5));
    if (!names_.empty() && number(1, 3) == 1) command.replaces = "L" + std::to_string(number(1, static_cast<int>(names_.size())));
    NaiveList* old = command.replaces.empty() ? nullptr : &names_[command.replaces];
    if (!runs(command, old == nullptr || !old->is_closed())) return;
    if (old != nullptr) old->replaced = true;
    NaiveList& naive = names_[code];
    for (const auto& item : command.items) naive.items[item.number] = ItemState::Open;
  }

  void sign(const std::string& code) {
    NaiveList& naive = names_[code];
    const bool is_here = number(1, 2) == 1;
    bool& own = is_here ? naive.here : naive.there;
    const bool is_allowed = !naive.is_closed() && !own && naive.count(ItemState::Open) == 0;
    if (runs(signature(code, is_here ? ReconciliationSide::Here : ReconciliationSide::There), is_allowed)) own = true;
  }

  void handle(const std::string& code) {
    NaiveList& naive = names_[code];
    const auto action = static_cast<ItemAction>(number(1, 4));
    std::vector<std::int64_t> items;
    for (std::int64_t item = 1; item <= 6; ++item) {
      if (number(1, 3) == 1) items.push_back(item);
    }
    bool is_allowed = !items.empty() && !naive.here && !naive.there && !naive.replaced;
    for (const std::int64_t item : items) {
      const auto known = naive.items.find(item);
      if (known == naive.items.end()) {
        is_allowed = false;
      } else if ((known->second == ItemState::Open) == (action == ItemAction::Reopen)) {
        is_allowed = false;
      }
    }
    if (!runs(handled(code, items, action), is_allowed)) return;
    for (const std::int64_t item : items) {
      if (action == ItemAction::Resolve) naive.items[item] = ItemState::Resolved;
      if (action == ItemAction::Accept) naive.items[item] = ItemState::Accepted;
      if (action == ItemAction::Reopen) naive.items[item] = ItemState::Open;
    }
  }

  std::mt19937_64 random_;
  SampleSubsidy sample_;
  std::map<std::string, NaiveList> names_;
  int refused_ = 0;
  int done_ = 0;
};

}  // namespace

TEST_CASE("the states of items are those of a naive model in every random history", "[loans][reconciliation]") {
  const std::uint64_t seed = run_seed();
  INFO("MINGZHANG_SEED=" << seed);
  int refused = 0;
  int done = 0;
  for (std::uint64_t history = 0; history < 20; ++history) {
    Histories one(seed + history);
    for (int step = 0; step < 120; ++step) {
      one.step();
      if (step % 20 == 19) {
        one.compare();
        one.flush();
        one.compare();
      }
    }
    refused += one.refused();
    done += one.done();
  }
  // Both happen often, or the test proves nothing.
  CHECK(refused > 200);
  CHECK(done > 200);
}

TEST_CASE("INV-35 nothing changes behind a signature, and nobody signs over an open item", "[loans][reconciliation]") {
  SampleSubsidy sample(1);
  sample.run(found("Z1", 2));
  // Past the checks.
  CHECK(aborts([&] { loans::apply(signature("Z1", ReconciliationSide::Here), 99, sample.loans()); }));
  sample.run(handled("Z1", {1}, ItemAction::Resolve));
  sample.run(handled("Z1", {2}, ItemAction::Accept));
  sample.run(signature("Z1", ReconciliationSide::There));
  CHECK(aborts([&] { loans::apply(signature("Z1", ReconciliationSide::There), 99, sample.loans()); }));
  CHECK(aborts([&] { loans::apply(handled("Z1", {1}, ItemAction::Reopen), 99, sample.loans()); }));
  CHECK(state_text(list_of(sample, "Z1")) == "待签字 to be signed");
  sample.run(signature("Z1", ReconciliationSide::Here));
  CHECK(state_text(list_of(sample, "Z1")) == "已对平 agreed");
  loans::RecordReconciliation again = found("Z2", 0);
  again.replaces = "Z1";
  CHECK(aborts([&] { loans::apply(again, 99, sample.loans()); }));
}

TEST_CASE("a reconciliation that is replaced is closed with its open items", "[loans][reconciliation]") {
  SampleSubsidy sample(1);
  sample.run(found("Z1", 2));
  loans::RecordReconciliation again = found("Z2", 1);
  again.replaces = "Z1";
  sample.run(again);
  CHECK(list_of(sample, "Z1").is_closed());
  CHECK(list_of(sample, "Z1").open() == 2);
  CHECK(list_of(sample, "Z1").replaced_by == list_of(sample, "Z2").id);
  CHECK(list_of(sample, "Z2").replaces == list_of(sample, "Z1").id);
  CHECK(state_text(list_of(sample, "Z1")) == "已被替代 replaced");
  again.code = "Z3";
  CHECK(sample.answer(again) == "CannotReplace");
  // Of another day nothing is replaced.
  again.replaces = "Z2";
  again.date = loan_day("2024-03-30");
  CHECK(sample.answer(again) == "CannotReplace");
  again.code = "Z2";
  again.replaces.clear();
  CHECK(sample.answer(again) == "CodeTaken");
}

TEST_CASE("INV-36 what has not the form of a code does not get into a record", "[loans][reconciliation]") {
  using loans::recordable;
  using loans::recordable_key;
  for (const char* kept : {"", "HU-SYN-1", "50000.00", "-0.01", "2016-05-15", "normal"}) CHECK(recordable(kept) == kept);
  // A name, a name in letters with a blank, words of a bank, the example number of GB 11643-1999.
  for (const char* other : {"样例某", "Zhang San", "关注", "11010519491231002X", "D1\xEF\xBC\x8C" "x"}) {
    CHECK(recordable(other) == loans::kNotACode);
    CHECK(recordable_key(other) == loans::kNotACode);
  }
  CHECK(recordable_key("D1 2016-05-15") == "D1 2016-05-15");
  CHECK(recordable_key("样例某 2016-05-15") == std::string(loans::kNotACode) + " 2016-05-15");
  CHECK(recordable_key("2016-10 记-12") == "2016-10 记-12");
  CHECK(loans::is_recordable_key(recordable_key("样例某 2016-05-15")));
  CHECK_FALSE(loans::is_recordable_key(""));
  SampleSubsidy sample(1);
  loans::RecordReconciliation planted = found("Z1", 1);
  planted.items[0].there = "样例某";
  CHECK(aborts([&] { loans::apply(planted, 99, sample.loans()); }));
}

}  // namespace mingzhang::tests
