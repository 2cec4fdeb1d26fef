// SPDX-License-Identifier: Apache-2.0
// The year-end carry-forward empties what closes, keeps every fund balanced, and is done once.
#include "ledger/carry_forward.h"

#include <map>
#include <random>
#include <string>

#include "ledger/account_commands.h"
#include "ledger/chart_template.h"
#include "ledger/post.h"
#include "tests/ledger/charted_book.h"
#include "tests/support/catch.h"
#include "tests/support/seed.h"

namespace {

using mingzhang::Money;
using mingzhang::Month;
using mingzhang::to_yuan;
using mingzhang::ledger::AccountClass;
using mingzhang::ledger::Balance;
using mingzhang::ledger::carry_forward;
using mingzhang::ledger::ChartRow;
using mingzhang::ledger::EntrySet;
using mingzhang::ledger::Line;
using mingzhang::ledger::Side;
using mingzhang::ledger::VoucherKind;
using mingzhang::ledger::VoucherRequest;
using mingzhang::ledger::VoucherType;
using mingzhang::tests::ChartedBook;
using mingzhang::tests::credit;
using mingzhang::tests::debit;

/// The entries of policy case AC-06: money of a fund for medical help, school grants and insurance premiums.
void post_ac06(ChartedBook& fund) {
  fund.post("2016-03-01", {debit("100201", "1000000.00"), credit("400104", "700000.00"), credit("460301", "200000.00"),
                           credit("460302", "100000.00")});
  fund.post("2016-06-15", {debit("500105", "4672.84"), credit("100201", "4672.84")});
  fund.post("2016-09-01", {debit("500104", "17900.00"), credit("100201", "17900.00")});
  fund.post("2016-11-20", {debit("500106", "62270.00"), credit("100201", "62270.00")});
}

/// Requires that debits equal credits per fund and entry set at the end of the month, and that what closes is zero.
void require_carried(ChartedBook& charted, Month month) {
  std::map<std::pair<std::int64_t, EntrySet>, std::int64_t> differences;
  for (const Balance& row : charted.book().balances().rows(*charted.book().balances().in_use_at(month))) {
    const auto* account = charted.book().accounts().find_id(row.account.value);
    const std::int64_t net = (row.opening_debit + row.debit - row.opening_credit - row.credit).fen();
    INFO(account->code);
    if (!account->closes_to.empty()) REQUIRE(net == 0);
    differences[{row.fund.value, entry_set_of(account->account_class)}] += net;
  }
  for (const auto& [key, difference] : differences) REQUIRE(difference == 0);
}

TEST_CASE("the year's surplus is carried to the fund's balance", "[ledger][carry_forward]") {
  // Policy case AC-06: 1,000,000.00 − 84,842.84 = 915,157.16.
  ChartedBook fund("special-fund");
  post_ac06(fund);
  const std::vector<VoucherRequest> vouchers = carry_forward(2016, fund.book());
  REQUIRE(vouchers.size() == 2);
  CHECK(vouchers[0].lines == std::vector<Line>{debit("400104", "700000.00"), debit("460301", "200000.00"),
                                               debit("460302", "100000.00"), credit("3301", "1000000.00"),
                                               debit("3301", "84842.84"), credit("500104", "17900.00"),
                                               credit("500105", "4672.84"), credit("500106", "62270.00")});
  CHECK(vouchers[1].lines == std::vector<Line>{debit("3301", "915157.16"), credit("3001", "915157.16")});
  fund.post(vouchers);
  CHECK(fund.balance("2016-12", "3001") == "915157.16");
  CHECK(fund.balance("2016-12", "100201") == "915157.16");
  CHECK(fund.balance("2016-12", "3301") == "0.00");
  require_carried(fund, Month::from_number(201612));
}

TEST_CASE("carry-forward vouchers say what they are", "[ledger][carry_forward]") {
  ChartedBook fund("special-fund");
  post_ac06(fund);
  for (const VoucherRequest& voucher : carry_forward(2016, fund.book())) {
    CHECK(voucher.kind == VoucherKind::CarryForward);
    CHECK(voucher.type == VoucherType::Transfer);
    CHECK(to_iso(voucher.date) == "2016-12-31");
    CHECK(voucher.summary.find("2016年度结转") == 0);
    CHECK(voucher.attachments.empty());
  }
}

TEST_CASE("computing the carry-forward changes nothing", "[ledger][carry_forward]") {
  ChartedBook fund("special-fund");
  post_ac06(fund);
  const std::vector<VoucherRequest> first = carry_forward(2016, fund.book());
  CHECK(carry_forward(2016, fund.book()) == first);
  CHECK(fund.balance("2016-12", "3301") == "0.00");
  CHECK(fund.balance("2016-12", "400104") == "700000.00");
}

TEST_CASE("a second carry-forward gives nothing", "[ledger][carry_forward]") {
  ChartedBook fund("special-fund");
  post_ac06(fund);
  fund.post(carry_forward(2016, fund.book()));
  CHECK(carry_forward(2016, fund.book()).empty());
}

TEST_CASE("a book without lines has nothing to carry", "[ledger][carry_forward]") {
  ChartedBook fund("special-fund");
  CHECK(carry_forward(2016, fund.book()).empty());
  post_ac06(fund);
  CHECK(carry_forward(2015, fund.book()).empty());  // before its first line
}

TEST_CASE("a late entry after the carry-forward is carried by a second one", "[ledger][carry_forward]") {
  ChartedBook fund("special-fund");
  post_ac06(fund);
  fund.post(carry_forward(2016, fund.book()));
  fund.post("2016-12-30", {debit("500101", "100.00"), credit("100201", "100.00")});
  const std::vector<VoucherRequest> vouchers = carry_forward(2016, fund.book());
  REQUIRE(vouchers.size() == 2);
  CHECK(vouchers[1].lines == std::vector<Line>{debit("3001", "100.00"), credit("3301", "100.00")});
  fund.post(vouchers);
  CHECK(fund.balance("2016-12", "3001") == "915057.16");
}

TEST_CASE("lines of the next year are not carried", "[ledger][carry_forward]") {
  ChartedBook fund("special-fund");
  post_ac06(fund);
  fund.post("2017-01-05", {debit("100201", "50.00"), credit("4604", "50.00")});
  fund.post(carry_forward(2016, fund.book()));
  CHECK(fund.balance("2016-12", "3001") == "915157.16");
  CHECK(fund.balance("2017-01", "4604") == "50.00");
  fund.post(carry_forward(2017, fund.book()));
  CHECK(fund.balance("2017-12", "3001") == "915207.16");
  CHECK(fund.balance("2017-12", "4604") == "0.00");
}

TEST_CASE("every fund is carried by itself", "[ledger][carry_forward]") {
  ChartedBook book("special-fund");
  book.add_fund("F1");
  book.add_fund("F2");
  book.post("2016-02-01", {debit("100201", "300.00", "F1"), credit("400101", "300.00", "F1"),
                           debit("100201", "20.00", "F2"), credit("400102", "20.00", "F2")});
  book.post("2016-05-01", {debit("500102", "100.00", "F1"), credit("100201", "100.00", "F1")});
  book.post("2016-06-01", {debit("100201", "7.00"), credit("4604", "7.00")});
  const std::vector<VoucherRequest> vouchers = carry_forward(2016, book.book());
  REQUIRE(vouchers.size() == 2);
  CHECK(vouchers[1].lines == std::vector<Line>{debit("3301", "7.00"), credit("3001", "7.00"),
                                               debit("3301", "200.00", "F1"), credit("3001", "200.00", "F1"),
                                               debit("3301", "20.00", "F2"), credit("3001", "20.00", "F2")});
  book.post(vouchers);
  CHECK(book.balance("2016-12", "3001", "F1") == "200.00");
  CHECK(book.balance("2016-12", "3001", "F2") == "20.00");
  CHECK(book.balance("2016-12", "3001", "") == "7.00");
  require_carried(book, Month::from_number(201612));
}

TEST_CASE("opposite balances of two funds are both carried", "[ledger][carry_forward]") {
  ChartedBook book("special-fund");
  book.add_fund("F1");
  book.add_fund("F2");
  // Together 4609 is zero, in each fund it is not.
  book.post("2016-02-01", {debit("121801", "5.00", "F1"), credit("4609", "5.00", "F1"), debit("4609", "5.00", "F2"),
                           credit("230701", "5.00", "F2")});
  book.post(carry_forward(2016, book.book()));
  CHECK(book.balance("2016-12", "3001", "F1") == "5.00");
  CHECK(book.balance("2016-12", "3001", "F2") == "-5.00");
  require_carried(book, Month::from_number(201612));
}

TEST_CASE("budget entries are carried in vouchers of their own", "[ledger][carry_forward]") {
  ChartedBook book("special-fund");
  book.post("2016-02-01", {debit("100201", "900.00"), credit("400101", "900.00"), debit("800102", "900.00"),
                           credit("600101", "900.00")});
  book.post("2016-04-01", {debit("500103", "250.00"), credit("100201", "250.00"), debit("710101", "250.00"),
                           credit("800102", "250.00")});
  book.post("2016-12-21", {debit("100201", "3.00"), credit("4604", "3.00"), debit("800102", "3.00"),
                           credit("660903", "3.00")});
  const std::vector<VoucherRequest> vouchers = carry_forward(2016, book.book());
  REQUIRE(vouchers.size() == 4);  // two stages, two entry sets
  book.post(vouchers);
  CHECK(book.balance("2016-12", "3001") == "653.00");
  CHECK(book.balance("2016-12", "8101") == "650.00");
  CHECK(book.balance("2016-12", "8202") == "3.00");
  CHECK(book.balance("2016-12", "800102") == "653.00");
  require_carried(book, Month::from_number(201612));
}

TEST_CASE("a balance that already stands on the target is carried along", "[ledger][carry_forward]") {
  ChartedBook book("special-fund");
  book.post("2016-02-01", {debit("100201", "80.00"), credit("4609", "80.00")});
  book.post("2016-03-01", {debit("3302", "30.00"), credit("3101", "30.00")});  // 提取专用基金
  book.post("2016-03-02", {debit("100201", "1.00"), credit("3301", "1.00")});
  book.post(carry_forward(2016, book.book()));
  CHECK(book.balance("2016-12", "3001") == "51.00");
  CHECK(book.balance("2016-12", "3101") == "30.00");
  require_carried(book, Month::from_number(201612));
}

/// Posts a random amount to an account on its normal side; deposits are filled first, so that they can pay any expense.
void post_random(ChartedBook& book, const ChartRow& row, std::mt19937_64& random) {
  const std::string fund = random() % 2 == 0 ? "F1" : "";
  const std::string amount = to_yuan(Money::from_fen(1 + random() % 1'000'000));
  const bool is_budget = entry_set_of(row.account_class) == EntrySet::Budget;
  const std::string payable = book.book().accounts().find("230701") != nullptr ? "230701" : "224101";
  if (!is_budget) book.post("2016-01-05", {debit("100201", amount, fund), credit(payable, amount, fund)});
  const std::string money = is_budget ? "800102" : "100201";
  const std::string code(row.code);
  const bool is_credit = row.normal_side == Side::Credit;
  book.post("2016-07-01", {debit(is_credit ? money : code, amount, fund), credit(is_credit ? code : money, amount, fund)});
}

TEST_CASE("every chart is empty of income and expense after its carry-forward", "[ledger][carry_forward]") {
  std::mt19937_64 random(mingzhang::tests::run_seed());
  for (const auto& chart : mingzhang::ledger::chart_templates()) {
    INFO(chart.name);
    ChartedBook book(chart.name);
    book.add_fund("F1");
    for (const ChartRow& row : chart.rows) {
      if (!row.closes_to.empty()) post_random(book, row, random);
    }
    book.post(carry_forward(2016, book.book()));
    require_carried(book, Month::from_number(201612));
    CHECK(carry_forward(2016, book.book()).empty());
  }
}

TEST_CASE("three stages are carried in order", "[ledger][carry_forward]") {
  ChartedBook book("mutual-fund");
  book.add_account("9001", AccountClass::NetAssets);
  book.add_account("9002", AccountClass::NetAssets, "9001");
  book.add_account("9003", AccountClass::NetAssets, "9002");
  book.add_account("9004", AccountClass::Income, "9003");
  book.post("2016-02-01", {debit("100201", "10.00"), credit("9004", "10.00")});
  book.post("2016-02-01", {debit("100201", "1.00"), credit("9002", "1.00")});
  const std::vector<VoucherRequest> vouchers = carry_forward(2016, book.book());
  REQUIRE(vouchers.size() == 3);
  CHECK(vouchers[0].lines == std::vector<Line>{debit("9004", "10.00"), credit("9003", "10.00")});
  CHECK(vouchers[1].lines == std::vector<Line>{debit("9003", "10.00"), credit("9002", "10.00")});
  CHECK(vouchers[2].lines == std::vector<Line>{debit("9002", "11.00"), credit("9001", "11.00")});
}

TEST_CASE("accounts that close to each other in a circle are left alone", "[ledger][carry_forward]") {
  ChartedBook book("mutual-fund");
  book.add_account("9001", AccountClass::NetAssets, "9002");
  book.add_account("9002", AccountClass::NetAssets, "9001");
  book.add_account("9003", AccountClass::NetAssets, "9003");
  book.post("2016-02-01", {debit("9001", "10.00"), credit("9002", "10.00")});
  book.post("2016-02-02", {debit("9001", "10.00"), credit("9003", "10.00")});
  CHECK(carry_forward(2016, book.book()).empty());
}

TEST_CASE("a target that does not exist makes the voucher refused", "[ledger][carry_forward]") {
  ChartedBook book("mutual-fund");
  book.add_account("9001", AccountClass::Income, "9999");
  book.post("2016-02-01", {debit("100201", "10.00"), credit("9001", "10.00")});
  const std::vector<VoucherRequest> vouchers = carry_forward(2016, book.book());
  REQUIRE(vouchers.size() == 1);
  const std::vector<mingzhang::Problem> problems = check_state(vouchers[0], book.book());
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].info->name == "AccountUnknown");
}

/// Each voucher within the limit and balanced in every fund.
void require_good_parts(const std::vector<VoucherRequest>& vouchers, std::size_t lines_max) {
  for (const VoucherRequest& voucher : vouchers) {
    REQUIRE(voucher.lines.size() <= lines_max);
    REQUIRE(voucher.lines.size() >= 2);
    std::map<std::string, std::int64_t> differences;
    for (const Line& line : voucher.lines) {
      differences[line.fund] += line.side == Side::Debit ? line.amount.fen() : -line.amount.fen();
    }
    for (const auto& [fund, difference] : differences) REQUIRE(difference == 0);
  }
}

TEST_CASE("more funds than fit into a voucher make several", "[ledger][carry_forward]") {
  ChartedBook book("mutual-fund");
  for (const std::string fund : {"F1", "F2", "F3"}) {
    book.add_fund(fund);
    book.post("2016-02-01", {debit("100201", "1.00", fund), credit("6012", "1.00", fund)});
  }
  const std::vector<VoucherRequest> vouchers = carry_forward(2016, book.book(), 5);
  REQUIRE(vouchers.size() == 4);  // two lines per fund: F1 and F2, then F3, in two stages
  CHECK(vouchers[0].lines == std::vector<Line>{debit("6012", "1.00", "F1"), credit("4103", "1.00", "F1"),
                                               debit("6012", "1.00", "F2"), credit("4103", "1.00", "F2")});
  CHECK(vouchers[1].lines == std::vector<Line>{debit("6012", "1.00", "F3"), credit("4103", "1.00", "F3")});
  book.post(vouchers);
  CHECK(book.balance("2016-12", "410415") == "3.00");
  require_carried(book, Month::from_number(201612));
}

TEST_CASE("more accounts than fit into a voucher make several", "[ledger][carry_forward]") {
  ChartedBook fund("special-fund");
  post_ac06(fund);
  const std::vector<VoucherRequest> vouchers = carry_forward(2016, fund.book(), 3);
  REQUIRE(vouchers.size() == 5);
  CHECK(vouchers[0].lines == std::vector<Line>{debit("400104", "700000.00"), debit("460301", "200000.00"),
                                               credit("3301", "900000.00")});
  CHECK(vouchers[1].lines == std::vector<Line>{debit("460302", "100000.00"), credit("3301", "100000.00")});
  CHECK(vouchers[2].lines == std::vector<Line>{debit("3301", "22572.84"), credit("500104", "17900.00"),
                                               credit("500105", "4672.84")});
  CHECK(vouchers[3].lines == std::vector<Line>{debit("3301", "62270.00"), credit("500106", "62270.00")});
  CHECK(vouchers[4].lines == std::vector<Line>{debit("3301", "915157.16"), credit("3001", "915157.16")});
}

TEST_CASE("every limit of lines carries the same balances", "[ledger][carry_forward]") {
  for (const std::size_t lines_max : {2U, 3U, 4U, 5U, 6U, 7U, 8U, 50U}) {
    INFO(lines_max);
    ChartedBook fund("special-fund");
    post_ac06(fund);
    const std::vector<VoucherRequest> vouchers = carry_forward(2016, fund.book(), lines_max);
    require_good_parts(vouchers, lines_max);
    fund.post(vouchers);
    CHECK(fund.balance("2016-12", "3001") == "915157.16");
    require_carried(fund, Month::from_number(201612));
  }
}

TEST_CASE("sums beyond the range of an amount are refused, not an abort", "[ledger][carry_forward]") {
  // 10^15 fen is the largest amount; two accounts of that size close to one target.
  ChartedBook book("mutual-fund");
  book.add_account("9001", AccountClass::Income, "4103");
  book.add_account("9002", AccountClass::Income, "4103");
  book.add_account("9003", AccountClass::Asset);
  book.post("2016-02-01", {debit("9003", "10000000000000.00"), credit("9001", "10000000000000.00")});
  book.add_account("9004", AccountClass::Asset);
  book.post("2016-02-01", {debit("9004", "10000000000000.00"), credit("9002", "10000000000000.00")});
  const std::vector<VoucherRequest> vouchers = carry_forward(2016, book.book());
  REQUIRE(vouchers.size() == 2);
  book.post(vouchers[0]);
  const std::vector<mingzhang::Problem> problems = check_state(vouchers[1], book.book());
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].info->name == "BalanceTooLarge");
}

}  // namespace
