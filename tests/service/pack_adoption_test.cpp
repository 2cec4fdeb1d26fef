// SPDX-License-Identifier: Apache-2.0
// INV-26: what a book has adopted stands in its log, and its explanations are made by it.
#include "service/policies/adoption.h"

#include <sqlite3.h>

#include "service/setup/fund_setup.h"
#include "tests/service/fund_desk.h"
#include "tests/support/catch.h"

namespace mingzhang::tests {
namespace {

constexpr const char* kPack = "kundulun-2016";

service::BookPlace place_of(FundDesk& funds) { return {service::faces_of(funds.desk().database()), kBook}; }

policy::AdoptPack adoption(const char* from, const char* to) {
  const auto command = service::adopt_pack({kPack, std::nullopt, {}}, {from, to});
  REQUIRE(command.has_value());
  return std::get<policy::AdoptPack>(std::get<policy::Command>(*command));
}

/// What the rule for chronic disease says of a claim: 50 % of what is above 3,000.00, at most 15,000.00 a year.
Result<policy::Evaluation, service::Refusal> ask(FundDesk& funds, const std::string& rule, const std::string& cost,
                                                 const std::string& date = "2016-05-01") {
  return service::ask_rule(place_of(funds), {rule, {"cost=" + cost}, {}}, date);
}

std::string code_of_refusal(const Result<policy::Evaluation, service::Refusal>& answer) {
  return answer ? "" : std::string(answer.error().problems.front().problem.info->code);
}

funds::SubmitList explained_list(const std::string& code, const std::string& explanation) {
  funds::SubmitList list = sample_list(code);
  list.explanation = explanation;
  list.rows.back().household = "HU-SYN-" + code;
  service::seal_list(list);
  return list;
}

void change_row(const std::string& path, const std::string& sql) {
  sqlite3* database = nullptr;
  REQUIRE(sqlite3_open(path.c_str(), &database) == SQLITE_OK);
  CHECK(sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
  CHECK(sqlite3_changes(database) == 1);
  sqlite3_close(database);
}

}  // namespace

TEST_CASE("an adopted pack is asked from the book's own log", "[service][adoption]") {
  FundDesk funds;
  CHECK(code_of_refusal(ask(funds, "chronic-disease", "5000.00")) == "POLICY-506");  // no pack named, none adopted
  const auto shipped = ask(funds, "kundulun-2016/chronic-disease", "5000.00");
  REQUIRE(shipped.has_value());
  // (5,000.00 − 3,000.00) × 50 % = 1,000.00
  CHECK(*shipped->result.find("benefit")->as_text() == "1000.00");

  REQUIRE(code_of(funds.submit("adopt", only(adoption("2016-03-01", "2016-07-01")))).empty());
  const auto adopted = ask(funds, "chronic-disease", "5000.00");
  REQUIRE(adopted.has_value());
  CHECK(adopted->explanation.bytes() == shipped->explanation.bytes());
  CHECK(*adopted->explanation.find("sha256")->as_text() == adoption("2016-03-01", "").digest);
  CHECK(ask(funds, "kundulun-2016/chronic-disease", "5000.00").has_value());
  // Adopted in [2016-03-01, 2016-07-01) only, and no other pack is asked any more.
  CHECK(code_of_refusal(ask(funds, "chronic-disease", "5000.00", "2016-02-29")) == "POLICY-506");
  CHECK(ask(funds, "chronic-disease", "5000.00", "2016-03-01").has_value());
  CHECK(ask(funds, "chronic-disease", "5000.00", "2016-06-30").has_value());
  CHECK(code_of_refusal(ask(funds, "chronic-disease", "5000.00", "2016-07-01")) == "POLICY-506");
  CHECK(code_of_refusal(ask(funds, "no-such-rule", "5000.00")) == "POLICY-506");
  CHECK(code_of_refusal(ask(funds, "weining-2016/chronic-disease", "5000.00")) == "POLICY-506");
  CHECK(first_problem_of(funds.desk().verify()) == "");
}

TEST_CASE("an adoption needs two people, its own digest, and days of its own", "[service][adoption]") {
  FundDesk funds;
  policy::AdoptPack command = adoption("2016-01-01", "");
  service::Request alone = only(command);
  alone.key = "alone";
  alone.by = "maker";
  CHECK(code_of(funds.desk().submit(alone)) == "REQ-404");
  command.digest = std::string(64, '0');
  CHECK(code_of(funds.submit("digest", only(command))) == "POLICY-502");
  REQUIRE(code_of(funds.submit("adopt", only(adoption("2016-01-01", "")))).empty());
  CHECK(code_of(funds.submit("again", only(adoption("2016-06-01", "")))) == "POLICY-504");
  REQUIRE(code_of(funds.submit("end", only(policy::EndPack{kPack, on(2016, 6, 1), "新版"}))).empty());
  CHECK(code_of(funds.submit("again", only(adoption("2016-06-01", "")))).empty());
  CHECK(first_problem_of(funds.desk().verify()) == "");
}

TEST_CASE("where packs are adopted, explanations are theirs", "[service][adoption]") {
  FundDesk funds;
  const std::string free = R"({"rule":"按户"})";
  CHECK(code_of(funds.submit("free", explained_list("L1", free))).empty());  // none is adopted yet
  const std::string before = ask(funds, "kundulun-2016/chronic-disease", "5000.00", "2016-01-31")->explanation.bytes();
  REQUIRE(code_of(funds.submit("adopt", only(adoption("2016-02-01", "")))).empty());
  const std::string good = ask(funds, "chronic-disease", "5000.00")->explanation.bytes();
  const auto other = [&good](const std::string& from, const std::string& to) {
    std::string changed = good;
    const std::size_t at = changed.find(from);
    REQUIRE(at != std::string::npos);
    return changed.replace(at, from.size(), to);
  };
  const std::string digest = adoption("2016-02-01", "").digest;
  const auto code = [&funds](const std::string& explanation) {
    return code_of(funds.submit("l2", only(explained_list("L2", explanation))));
  };
  CHECK(code(free) == "POLICY-507");
  CHECK(code(before) == "POLICY-507");  // made for a day before the adoption
  CHECK(code(other(digest, std::string(64, '1'))) == "POLICY-507");
  CHECK(code(other("\"version\":1", "\"version\":2")) == "POLICY-507");
  CHECK(code(other("kundulun-2016", "kundulun-2017")) == "POLICY-507");
  CHECK(code("") == "");  // nobody must explain
  REQUIRE(code_of(funds.submit("w2", funds::WithdrawList{"W2", "L2", on(2016, 4, 2), "有误"})).empty());
  CHECK(code_of(funds.submit("l3", explained_list("L3", good))).empty());
  CHECK(first_problem_of(funds.desk().verify()) == "");
}

TEST_CASE("a book whose packs or explanations were changed does not verify", "[service][adoption][verify]") {
  FundDesk funds;
  REQUIRE(code_of(funds.submit("adopt", only(adoption("2016-02-01", "2016-12-01")))).empty());
  const auto problem = [&funds] { return first_problem_of(funds.desk().verify()); };
  REQUIRE(problem() == "");
  SECTION("the digest in the table") {
    change_row(funds.path(), "UPDATE pack_adoption SET digest = replace(digest, substr(digest, 1, 1), 'x')");
    CHECK(problem().find("pack_adoption") != std::string::npos);
  }
  SECTION("the days in the table") {
    change_row(funds.path(), "UPDATE pack_adoption SET to_day = to_day + 1");
    CHECK(problem().find("to_day") != std::string::npos);
  }
  SECTION("a word of the pack in its record") {
    change_row(funds.path(),
               "UPDATE record SET bytes = CAST(replace(CAST(bytes AS TEXT), '\"15000.00\"', '\"25000.00\"') AS BLOB) "
               "WHERE seq = (SELECT seq FROM pack_adoption)");
    CHECK(problem().find("VERIFY-") != std::string::npos);
    CHECK(code_of_refusal(ask(funds, "chronic-disease", "5000.00")) == "REQ-905");
  }
  SECTION("a forged adoption, its log whole") {
    policy::AdoptPack forged = adoption("2016-12-01", "");
    forged.digest = std::string(64, '7');
    funds.forge("forged", only(forged));
    CHECK(problem().find("POLICY-502") != std::string::npos);
  }
  SECTION("a forged explanation, its log whole") {
    funds.forge("forged", only(explained_list("L1", R"({"rule":"按户"})")));
    CHECK(problem().find("POLICY-507") != std::string::npos);
  }
  SECTION("the negative control: an honest adoption past the checks") {
    funds.forge("honest", only(adoption("2016-12-01", "")));
    CHECK(problem() == "");
  }
}

}  // namespace mingzhang::tests
