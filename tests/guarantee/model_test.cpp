// SPDX-License-Identifier: Apache-2.0
// INV-29, INV-30 on random histories: after every record the sums of each pool are those of its loans, added up one by one.
#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "loans/effect.h"
#include "loans/loss_commands.h"
#include "tests/guarantee/sample_cover.h"
#include "tests/support/catch.h"
#include "tests/support/seed.h"

namespace mingzhang::tests {
namespace {

using loans::Loan;
using loans::LoanState;

/// What the loans of a pool add up to, told from their rows without asking them.
struct Naive {
  std::int64_t exposure = 0;
  std::int64_t balance = 0;
  std::int64_t bad = 0;
};

std::map<std::string, Naive> add_up(loans::Loans& all) {
  std::map<std::string, Naive> sums;
  for (std::int64_t id = 1; id <= all.loans().count(); ++id) {
    const Loan& loan = *all.loans().find_id(id);
    Naive& sum = sums[loan.cover];
    if (loan.state == LoanState::Approved || loan.state == LoanState::Signed) sum.exposure += loan.approved.fen();
    if (loan.state != LoanState::Active) continue;
    sum.exposure += loan.approved.fen() - loan.disbursed.fen() + loan.principal.fen();
    sum.balance += loan.principal.fen();
    if (static_cast<int>(loan.loan_class) >= 3) sum.bad += loan.principal.fen();
  }
  return sums;
}

class History {
 public:
  explicit History(std::uint64_t seed) : random_(seed) {
    for (const char* pool : {"G1", "G2"}) {
      guarantee::AddPool add = add_pool(pool);
      add.terms = {5, 30, 90};
      sample_.run(add);
      sample_.run(deposit(next("D"), 1'000'00, pool));
    }
  }

  /// One more record, or a refusal. Says what was tried.
  std::string step() {
    if (number() % 9 == 0) date_ = plus_days(date_, below(20));
    switch (below(16)) {
      case 0:
      case 1: return apply();
      case 2:
      case 3: return "review " + done(loans::ReviewLoan{next("V"), loan_in(LoanState::Applied), date_, below(8) > 0, "属实", {}});
      case 4:
      case 5: return approve();
      case 6: return sign();
      case 7: return disburse();
      case 8:
      case 9: return repay();
      case 10: return correct();
      case 11: return classify();
      case 12: return end();
      case 13: return renew();
      default: return change_pool();
    }
  }

  void check(const std::set<std::string>& grown) {
    const auto sums = add_up(sample_.loans());
    for (const char* code : {"G1", "G2"}) {
      const guarantee::Pool& pool = sample_.pool(code);
      const auto found = sums.find(code);
      const Naive naive = found == sums.end() ? Naive() : found->second;
      CHECK(pool.exposure.fen() == naive.exposure);
      CHECK(pool.balance.fen() == naive.balance);
      CHECK(pool.bad.fen() == naive.bad);
      if (grown.contains(code)) CHECK(naive.exposure <= pool.deposit.fen() * pool.terms.multiple);
    }
  }

  std::int64_t exposure(const std::string& code) { return sample_.pool(code).exposure.fen(); }
  SampleCover& sample() { return sample_; }
  int accepted = 0;

 private:
  std::uint64_t number() { return random_(); }
  std::int64_t below(std::int64_t end) { return static_cast<std::int64_t>(random_() % static_cast<std::uint64_t>(end)); }
  std::string next(const std::string& letter) { return letter + std::to_string(++codes_); }
  std::string some_loan() {
    const std::int64_t count = sample_.loans().loans().count();
    return count == 0 ? "none" : sample_.loans().loans().find_id(1 + below(count))->code;
  }
  /// Mostly a loan in this state, where there is one.
  std::string loan_in(LoanState state) {
    std::vector<std::string> codes;
    for (std::int64_t id = 1; id <= sample_.loans().loans().count(); ++id) {
      const Loan& loan = *sample_.loans().loans().find_id(id);
      if (loan.state == state) codes.push_back(loan.code);
    }
    return codes.empty() || below(10) == 0 ? some_loan() : codes[random_() % codes.size()];
  }
  const Loan* find(const std::string& code) { return sample_.loans().loans().find(code); }

  template <class Command>
  std::string done(const Command& command) {
    const bool was_done = sample_.try_run(loans::Command(command));
    accepted += was_done ? 1 : 0;
    return was_done ? "done" : sample_.answer(loans::Command(command));
  }

  std::string apply() {
    loans::ApplyForLoan command = application(next("L"), 1 + below(900'00), below(5) == 0 ? "" : below(2) == 0 ? "G1" : "G2");
    command.date = date_;
    return "apply " + done(command);
  }
  std::string approve() {
    loans::ApproveLoan command{next("A"), loan_in(LoanState::Reviewed), date_, below(8) > 0, fen(1 + below(900'00)), 12, ""};
    if (const Loan* loan = find(command.loan); loan != nullptr && below(3) > 0) command.amount = loan->requested;
    if (!command.grants) command.amount = fen(0), command.months = 0, command.reason = "不符合条件";
    return "approve " + done(command);
  }
  std::string disburse() {
    const std::string code = loan_in(below(4) == 0 ? LoanState::Active : LoanState::Signed);
    const Loan* loan = find(code);
    const Money amount = loan == nullptr || below(3) == 0 ? fen(1 + below(400'00)) : loan->approved - loan->disbursed;
    return "disburse " + done(loans::Disburse{next("P"), code, date_, amount});
  }
  std::string sign() {
    const std::string code = loan_in(LoanState::Approved);
    const Loan* loan = find(code);
    if (loan == nullptr || loan->approved.fen() < 2) return "sign nothing";
    const Money amount = below(3) == 0 ? fen(1 + below(loan->approved.fen())) : loan->approved;
    return "sign " + done(loans::SignLoan{next("S"), code, date_, contract_of(amount, date_), "", {}});
  }
  const Loan* paid_out() {
    const Loan* loan = find(loan_in(LoanState::Active));
    const bool is_out = loan != nullptr && (loan->state == LoanState::Active || loan->state == LoanState::Settled);
    return is_out ? loan : nullptr;
  }
  std::string repay() {
    const Loan* loan = paid_out();
    if (loan == nullptr) return "repay nothing";
    const Date day = below(4) == 0 ? plus_days(date_, -below(30)) : date_;  // also days before other repayments
    if (below(4) > 0) return "repay " + done(sample_.repayment(next("R"), loan->code, day, fen(1 + below(300'00))));
    loans::Repay settle{next("R"), loan->code, date_, true, {}};
    if (const auto owed = loans::owed_on(sample_.loans().contract_of(*loan), sample_.loans().steps_of(loan->id), date_)) {
      settle.parts = *owed;
    }
    return "settle " + done(settle);
  }
  std::string correct() {
    const Loan* loan = paid_out();
    if (loan == nullptr) return "correct nothing";
    for (const loans::LoanStep& old : sample_.loans().steps_of(loan->id)) {
      if (old.kind != loans::StepKind::Repayment || !old.stands() || below(3) == 0) continue;
      loans::LoanStep step;
      step.kind = loans::StepKind::Correction;
      step.date = date_;
      step.loan = loan->id;
      step.corrects = old.id;
      const auto effect =
          loans::effect_of(step, sample_.loans().contract_of(*loan), *loan, sample_.loans().steps_of(loan->id));
      if (!effect) continue;
      return "correct " + done(loans::CorrectStep{next("K"), loan->code, old.code, date_, effect->change, "错账"});
    }
    return "correct nothing";
  }
  std::string classify() {
    const std::string code = loan_in(LoanState::Active);
    const auto loan_class = static_cast<loans::LoanClass>(1 + below(5));
    return "classify " + done(loans::ClassifyLoans{next("C"), date_, {{code, loan_class}}, "人工", ""});
  }
  std::string end() {
    const std::string code = loan_in(below(2) == 0 ? LoanState::Active : LoanState::Approved);
    const Loan* loan = find(code);
    if (loan == nullptr || below(2) == 0) return "drop " + done(loans::DropLoan{next("X"), code, date_, "放弃"});
    return "write off " +
           done(loans::WriteOff{next("W"), code, date_, loan->principal, loans::interest_open(*loan), "失踪", {}});
  }
  std::string renew() {
    const Loan* loan = paid_out();
    if (loan == nullptr) return "renew nothing";
    const auto owed = loans::owed_on(sample_.loans().contract_of(*loan), sample_.loans().steps_of(loan->id), date_);
    if (!owed) return "renew nothing";
    return "renew " + done(loans::RenewLoan{next("N"), loan->code, next("L"), date_, *owed, 12,
                                            contract_of(owed->principal, date_), "sample", "", {}});
  }
  std::string change_pool() {
    const std::string pool = below(2) == 0 ? "G1" : "G2";
    guarantee::MoveDeposit move = deposit(next("D"), 1 + below(300'00), pool);
    move.date = date_;
    move.kind = static_cast<guarantee::MovementKind>(2 + below(3));
    move.reason = "样例";
    if (below(4) > 0) return "deposit " + std::string(sample_.try_run(guarantee::Command(move)) ? "done" : "refused");
    guarantee::ChangePool change{next("T"), pool, date_, {1 + below(10), below(2) * 30, 90}, "", "样例", ""};
    return "terms " + std::string(sample_.try_run(guarantee::Command(change)) ? "done" : "refused");
  }

  SampleCover sample_;
  std::mt19937_64 random_;
  Date date_ = day("2016-02-01");
  int codes_ = 0;
};

}  // namespace

TEST_CASE("a pool stands for what its loans add up to, whatever happens to them", "[guarantee]") {
  std::set<std::string> tried;
  for (std::uint64_t round = 0; round < 4; ++round) {
    const std::uint64_t seed = run_seed() + round;
    History history(seed);
    for (int i = 0; i < 500; ++i) {
      const std::int64_t before[] = {history.exposure("G1"), history.exposure("G2")};
      const std::string what = history.step();
      INFO("seed " << seed << ", step " << i << ": " << what);
      tried.insert(what);
      std::set<std::string> grown;
      if (history.exposure("G1") > before[0]) grown.insert("G1");
      if (history.exposure("G2") > before[1]) grown.insert("G2");
      history.check(grown);
      if (i % 100 == 99) {
        history.sample().flush();
        history.sample().reopen();
        history.check({});
      }
    }
    CHECK(history.accepted > 50);
  }
  // The histories are worth something only where they go everywhere.
  std::string all;
  for (const std::string& what : tried) all += what + "; ";
  INFO(all);
  for (const char* what : {"apply done", "approve done", "sign done", "disburse done", "repay done", "settle done",
                           "correct done", "classify done", "renew done", "write off done", "apply MoreThanHeadroom"}) {
    INFO(what);
    CHECK(tried.contains(what));
  }
}

}  // namespace mingzhang::tests
