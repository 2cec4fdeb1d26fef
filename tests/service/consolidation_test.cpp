// SPDX-License-Identifier: Apache-2.0
// A generated province of 87 counties in five cities: what a consolidation says is what a plain sum of all vouchers says.
#include "service/reporting/consolidation.h"

#include <map>
#include <random>

#include "base/json.h"
#include "tests/service/desk.h"
#include "tests/support/catch.h"
#include "tests/support/seed.h"
#include "tests/support/test_database.h"

namespace mingzhang::tests {
namespace {

constexpr int kCounties = 87;
constexpr int kCities = 5;

std::string county(int number) { return "county" + std::to_string(100 + number); }
std::string city(int number) { return "city" + std::to_string(number); }

service::Request closing(const std::string& book) {
  service::Request request;
  request.book = book;
  request.key = "close";
  request.by = "checker";
  request.commands.emplace_back(ledger::ChangePeriod{*Month::from_civil(2016, 1), ledger::PeriodAction::Close, ""});
  return request;
}

/// What the naive twin adds up: fen by city and account, debit positive.
using Naive = std::map<std::pair<std::string, std::string>, std::int64_t>;

/// Three vouchers of January and one of February in each county; January is closed.
void make_county(Desk& desk, int number, std::mt19937_64& random, Naive& naive) {
  const std::string book = county(number);
  REQUIRE(code_of(desk.submit(open_test_book(book))) == "");
  std::vector<ledger::VoucherRequest> vouchers;
  const auto post = [&](Date day, const char* debit, const char* credit, std::int64_t amount, const char* fund) {
    vouchers.push_back(transfer(day, debit, credit, yuan(amount), fund));
    if (day > on(2016, 1, 31)) return;
    naive[{city(number % kCities), debit}] += amount * 100;
    naive[{city(number % kCities), credit}] -= amount * 100;
  };
  const auto income = static_cast<std::int64_t>(1000 + random() % 100'000);
  post(on(2016, 1, 3), "1002", "4001", income, "F1");
  post(on(2016, 1, 5), "1002", "4001", 7, "F2");
  post(on(2016, 1, 20), "5001", "1002", static_cast<std::int64_t>(random() % 1000) + 1, "F1");
  post(on(2016, 2, 2), "5001", "1002", 1, "F1");
  REQUIRE(code_of(desk.submit(in_book(posting("vouchers", vouchers), book))) == "");
  REQUIRE(code_of(desk.submit(closing(book))) == "");
}

struct Province {
  TestDatabase database;
  Desk desk{database.url()};
  Naive naive;

  explicit Province(int counties) {
    std::mt19937_64 random(run_seed());
    for (int number = 0; number < counties; ++number) make_county(desk, number, random, naive);
  }
  static std::vector<std::string> groups(int counties) {
    std::vector<std::string> groups;
    for (int number = 0; number < kCities; ++number) {
      std::string group = city(number) + "=";
      for (int book = number; book < counties; book += kCities) group += (group.back() == '=' ? "" : ",") + county(book);
      groups.push_back(group);
    }
    return groups;
  }
  JsonValue report(std::int64_t left_out, const std::vector<std::string>& groups = {}) {
    const auto report = service::report_consolidation(service::faces_of(desk.database()), {"2016-01", groups}, service::Format::Json);
    REQUIRE(report);
    CHECK(report->left_out == left_out);
    const auto parsed = parse_canonical_json(report->text);
    REQUIRE(parsed);
    return *parsed;
  }
};

std::string refusal_of(Desk& desk, const service::ConsolidationQuery& query) {
  const auto report = service::report_consolidation(service::faces_of(desk.database()), query, service::Format::Json);
  return report ? "" : std::string(report.error().problems.front().problem.info->code);
}

/// Fen of "12345.67".
std::int64_t fen_of(std::string_view amount) {
  std::int64_t fen = 0;
  for (const char letter : amount) fen = letter == '.' ? fen : fen * 10 + (letter - '0');
  return fen;
}

std::string text_of(const JsonValue& row, std::string_view key) {
  const JsonValue* value = row.find(key);
  const std::string* const text = value == nullptr ? nullptr : value->as_text();
  return text == nullptr ? std::string() : *text;
}

/// The balances of all rows, debit positive, by group and account.
Naive balances_of(const JsonValue& report) {
  Naive found;
  const JsonValue* rows = report.find("rows");
  REQUIRE(rows != nullptr);
  for (const JsonValue& row : rows->items()) {
    const std::int64_t fen = fen_of(text_of(row, "balance"));
    found[{text_of(row, "group"), text_of(row, "account")}] = text_of(row, "balance_side") == "debit" ? fen : -fen;
  }
  return found;
}

}  // namespace

TEST_CASE("a province of 87 counties adds up to the fen, by city and in all", "[service][consolidation]") {
  Province province(kCounties);
  CHECK(balances_of(province.report(0, Province::groups(kCounties))) == province.naive);
  Naive all;
  for (const auto& [key, fen] : province.naive) all[{"", key.second}] += fen;
  const JsonValue whole = province.report(0);
  CHECK(balances_of(whole) == all);
  CHECK(text_of(whole, "total_debit") == text_of(whole, "total_credit"));
  CHECK(whole.find("books")->as_integer() == kCounties);
}

TEST_CASE("a book that has not closed, or was changed after its close, is left out and named",
          "[service][consolidation]") {
  Province province(5);
  Desk& desk = province.desk;
  REQUIRE(code_of(desk.submit(open_test_book("open"))) == "");
  store::Transaction damage(desk.database().connection(), store::TransactionKind::Write);
  desk.database().connection().execute("UPDATE balance SET debit = debit + 100 WHERE book_id = 2 AND month = 201601 AND debit > 0");
  damage.commit();
  const JsonValue report = province.report(2);
  CHECK(report.find("books")->as_integer() == 4);
  const std::string left_out = text_of(report, "left_out");
  CHECK(left_out.find("open：未结账") != std::string::npos);
  CHECK(left_out.find("county101：余额与结账记录不符") != std::string::npos);
}

TEST_CASE("an account of another class under the same code keeps a book out of the sums", "[service][consolidation]") {
  Province province(2);
  Desk& desk = province.desk;
  service::Request other;
  other.book = "stranger";
  other.key = "open";
  other.by = "admin";
  other.commands.emplace_back(ledger::OpenBook{"stranger", "另一科目表", *Month::from_civil(2016, 1), ""});
  const auto add = [&other](const char* code, ledger::AccountClass account_class) {
    other.commands.emplace_back(ledger::AddAccount{code, code, account_class, ledger::usual_side_of(account_class), "", "", false});
  };
  add("1002", ledger::AccountClass::Liability);
  add("4001", ledger::AccountClass::Income);
  for (const char* role : {"preparer", "approver"})
    other.commands.emplace_back(ledger::GrantRole{role[0] == 'p' ? "maker" : "checker", role, true});
  REQUIRE(code_of(desk.submit(other)) == "");
  REQUIRE(code_of(desk.submit(in_book(posting("v", {transfer(on(2016, 1, 9), "1002", "4001", yuan(5))}), "stranger"))) == "");
  REQUIRE(code_of(desk.submit(closing("stranger"))) == "");
  CHECK(text_of(province.report(1), "left_out").find("stranger：科目 1002") != std::string::npos);
}

TEST_CASE("bad months, groups and books are refused", "[service][consolidation]") {
  Province province(1);
  CHECK(refusal_of(province.desk, {"2016-13", {}}) == "READ-102");
  CHECK(refusal_of(province.desk, {"2016-01", {"city"}}) == "READ-121");
  CHECK(refusal_of(province.desk, {"2016-01", {"city=county100,"}}) == "READ-121");
  CHECK(refusal_of(province.desk, {"2016-01", {"a=county100", "b=county100"}}) == "READ-121");
  CHECK(refusal_of(province.desk, {"2016-01", {"a=nobody"}}) == "REQ-201");
}

}  // namespace mingzhang::tests
