// SPDX-License-Identifier: Apache-2.0
// Pools behind loans through the write path: the last headroom goes to one of two, and every sum is proved by the replay.
#include <atomic>
#include <functional>
#include <thread>

#include "service/group_commit.h"
#include "tests/service/fund_desk.h"
#include "tests/support/catch.h"

namespace mingzhang::tests {
namespace {

/// A pool of 100.00 at ten times for the lender "bank", and loans that are reviewed.
class PoolDesk {
 public:
  PoolDesk() : desk_(url()) {
    desk_.open_book();
    guarantee::AddPool pool;
    pool.code = "G1";
    pool.name = "样例担保池";
    pool.bank = "bank";
    pool.place = "520526";
    pool.date = on(2016, 1, 10);
    pool.terms = {10, 0, 90};
    pool.accounts = {"1002", "1201", "5001"};
    REQUIRE(code_of(run("pool", guarantee::Command(pool))).empty());
    REQUIRE(desk_.submit(posting("money", {transfer(on(2016, 1, 1), "1002", "4001", yuan(500), "F1")})));
    REQUIRE(code_of(run("deposit", guarantee::Command(deposit("D1", 100)))).empty());
  }

  std::string url() const { return "sqlite:" + path(); }
  std::string path() const { return folder_.file("pools.db"); }
  Desk& desk() { return desk_; }

  static guarantee::MoveDeposit deposit(const std::string& code, std::int64_t amount) {
    guarantee::MoveDeposit move;
    move.code = code;
    move.pool = "G1";
    move.date = on(2016, 1, 11);
    move.amount = yuan(amount);
    move.fund = "F1";
    move.party = "县财政局";
    move.reason = "样例";
    return move;
  }
  static loans::ApplyForLoan application(const std::string& code, std::int64_t amount) {
    loans::ApplyForLoan command;
    command.code = code;
    command.date = on(2016, 2, 1);
    command.household = "HU-SYN-1";
    command.borrower = "PE-SYN-1";
    command.bank = "bank";
    command.product = "sample";
    command.cover = "G1";
    command.purpose = "养殖";
    command.amount = yuan(amount);
    command.months = 12;
    return command;
  }
  static service::Request approval(const std::string& code, std::int64_t amount) {
    service::Request request =
        only(loans::Command(loans::ApproveLoan{code + "-A", code, on(2016, 2, 2), true, yuan(amount), 12, ""}));
    request.key = code + "-A";
    request.by = "maker";
    request.approved_by = "checker";
    return request;
  }

  void review(const std::string& code, std::int64_t amount) {
    REQUIRE(code_of(run(code, loans::Command(application(code, amount)))).empty());
    REQUIRE(code_of(run(code + "-V", loans::Command(loans::ReviewLoan{code + "-V", code, on(2016, 2, 1), true, "属实", {}}))).empty());
  }
  /// The command with its vouchers.
  service::Answer run(const std::string& key, const service::Command& command) {
    auto request = service::money_request_of({service::faces_of(desk_.database()), kBook}, command, on(2016, 12, 31));
    if (!request) return Err(request.error());
    service::Request whole = std::move(request).value();
    whole.key = key;
    whole.by = "maker";
    whole.approved_by = "checker";
    return desk_.submit(whole);
  }
  guarantee::Pool pool() { return *desk_.database().guarantee_of(*desk_.database().find_book(kBook))->pool("G1"); }

 private:
  TemporaryFolder folder_;
  Desk desk_;
};

/// Lets both ask at the same instant; says how many were accepted and the code of the last refusal.
std::pair<int, std::string> race(const std::function<service::Answer()>& one, const std::function<service::Answer()>& other) {
  std::atomic<int> ready{0};
  std::atomic<int> accepted{0};
  std::string codes[2];
  const auto ask = [&](const std::function<service::Answer()>& question, std::string& code) {
    ++ready;
    while (ready < 2) std::this_thread::yield();
    const service::Answer answer = question();
    accepted += answer ? 1 : 0;
    code = code_of(answer);
  };
  std::thread first([&] { ask(one, codes[0]); });
  std::thread second([&] { ask(other, codes[1]); });
  first.join();
  second.join();
  return {accepted, codes[0].empty() ? codes[1] : codes[0]};
}

}  // namespace

TEST_CASE("a deposit moves its money in the same request, and cover is kept by the book", "[service][guarantee]") {
  PoolDesk pools;
  CHECK(pools.desk().balance_fen("1201", "F1") == 100'00);
  CHECK(code_of(pools.run("L9", loans::Command(PoolDesk::application("L9", 1'001)))) == "GUAR-404");
  pools.review("L1", 600);
  CHECK(pools.pool().exposure == yuan(0));
  CHECK(code_of(pools.desk().submit(PoolDesk::approval("L1", 600))).empty());
  CHECK(pools.pool().exposure == yuan(600));
  CHECK(code_of(pools.run("L9", loans::Command(PoolDesk::application("L9", 401)))) == "GUAR-404");

  guarantee::MoveDeposit back = PoolDesk::deposit("D2", 41);
  back.kind = guarantee::MovementKind::Withdrawal;
  CHECK(code_of(pools.run("D2", guarantee::Command(back))) == "GUAR-405");
  back.amount = yuan(40);
  CHECK(code_of(pools.run("D2", guarantee::Command(back))).empty());
  CHECK(pools.desk().balance_fen("1201", "F1") == 60'00);
  CHECK(pools.pool().headroom() == yuan(0));
  CHECK(first_problem_of(pools.desk().verify()) == "");
}

TEST_CASE("the last headroom goes to one of two approvals on two connections", "[service][guarantee][threads]") {
  PoolDesk pools;
  pools.review("L1", 600);
  pools.review("L2", 600);
  Desk other(pools.url());
  const auto [accepted, code] = race([&] { return pools.desk().submit(PoolDesk::approval("L1", 600)); },
                                     [&] { return other.submit(PoolDesk::approval("L2", 600)); });
  CHECK(accepted == 1);
  CHECK(code == "GUAR-404");
  CHECK(pools.pool().exposure == yuan(600));
  CHECK(first_problem_of(pools.desk().verify()) == "");
}

TEST_CASE("the last headroom goes to one of two approvals of one group", "[service][guarantee][threads]") {
  PoolDesk pools;
  pools.review("L1", 600);
  pools.review("L2", 600);
  service::GroupCommit group(pools.desk().writer());
  const auto [accepted, code] = race([&] { return group.submit(PoolDesk::approval("L1", 600)); },
                                     [&] { return group.submit(PoolDesk::approval("L2", 600)); });
  CHECK(accepted == 1);
  CHECK(code == "GUAR-404");
  CHECK(pools.pool().exposure == yuan(600));
  // Where there is room for both, both get it: the one that was refused was refused for the headroom.
  REQUIRE(code_of(pools.run("D3", guarantee::Command(PoolDesk::deposit("D3", 20)))).empty());
  const int more = (group.submit(PoolDesk::approval("L1", 600)) ? 1 : 0) + (group.submit(PoolDesk::approval("L2", 600)) ? 1 : 0);
  CHECK(more == 2);
  CHECK(pools.pool().exposure == yuan(1'200));
}

TEST_CASE("an exposure that is off by one fen is found by the replay", "[service][guarantee]") {
  PoolDesk pools;
  pools.review("L1", 600);
  REQUIRE(code_of(pools.desk().submit(PoolDesk::approval("L1", 600))).empty());
  REQUIRE(pools.desk().verify().is_ok());
  guarantee::Pool forged = pools.pool();
  forged.exposure += Money::from_fen(1);
  store::Store& database = pools.desk().database();
  database.begin_write();
  database.guarantee_of(*database.find_book(kBook))->update_pools(std::vector{forged});
  database.commit();
  CHECK_FALSE(pools.desk().verify().is_ok());
}

}  // namespace mingzhang::tests
