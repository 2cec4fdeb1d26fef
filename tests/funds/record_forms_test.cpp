// SPDX-License-Identifier: Apache-2.0
// What stands in the records of funds/: every form is read back to what was written, and no other form is read.
#include <set>
#include <string>
#include <vector>

#include "base/json.h"
#include "tests/funds/sample_funds.h"
#include "tests/support/catch.h"

namespace mingzhang::tests {
namespace {

using funds::Command;

JsonValue parsed(const std::string& bytes) {
  auto value = parse_canonical_json(bytes);
  REQUIRE(value.has_value());
  return *value;
}

/// Each kind of record with all its members, its bytes written down by hand, and the members that may be missing.
struct Form {
  Command command;
  std::string kind;
  std::string bytes;
  std::set<std::string> optional;
};

const std::string kDigest(64, 'c');
const std::string kRule = R"({"rule":"r"})";
const funds::Accounts kAll{"1", "2", "3", "4"};
const std::string kAllBytes = R"("accounts":{"budget_credit":"4","budget_debit":"3","credit":"2","debit":"1"})";

std::vector<Form> indicator_forms() {
  funds::AddIndicator indicator = add_indicator();
  indicator.deadline = day("2016-12-31");
  indicator.is_assumption = true;
  indicator.assumption = "金额为假设";
  indicator.accounts = kAll;
  const Date date = day("2016-01-10");
  return {
      {indicator, "indicator/v1",
       "{" + kAllBytes + R"(,"amount":100000,"arrives":true,"assumption":"金额为假设","code":"F1","date":"2016-01-10",)" +
           R"("deadline":"2016-12-31","document":"样例〔2016〕1号","level":"province","purpose":"产业发展"})",
       {"accounts", "arrives", "assumption", "deadline"}},
      {funds::ChangeIndicator{"Z1", "F1", date, "样例〔2016〕2号", funds::Direction::Decrease, fen(5), "压减", kAll},
       "indicator_change/v1",
       "{" + kAllBytes + R"(,"amount":5,"code":"Z1","date":"2016-01-10","direction":"decrease",)" +
           R"("document":"样例〔2016〕2号","indicator":"F1","reason":"压减"})",
       {"accounts"}},
      {funds::CarryOver{"Z2", "F1", date, 2015, funds::CarryAction::Carry, "F2", fen(5), kAll, kRule}, "carry_over/v1",
       "{" + kAllBytes +
           R"(,"action":"carry","amount":5,"code":"Z2","date":"2016-01-10","explanation":{"rule":"r"},)" +
           R"("indicator":"F1","into":"F2","year":2015})",
       {"accounts", "explanation", "into"}},
  };
}

std::vector<Form> allocation_forms() {
  funds::Allocate allocation = allocate("A1", "2016-02-01");
  allocation.accounts = kAll;
  allocation.explanation = R"({"rule":"split","weights":[3,3,1,1,2]})";
  allocation.targets[1].project = "P1";
  const Date date = day("2016-02-01");
  return {
      {allocation, "allocation/v1",
       "{" + kAllBytes + R"(,"code":"A1","date":"2016-02-01","explanation":{"rule":"split","weights":[3,3,1,1,2]},)" +
           R"("indicator":"F1","kind":"township","targets":[{"amount":10000,"subject":"XZ-01"},)" +
           R"({"amount":20000,"project":"P1","subject":"XZ-02"}],"total":30000})",
       {"accounts", "explanation"}},
      {funds::ReturnAllocation{"R1", {"A1", 2}, date, fen(7), "闲置", kAll}, "allocation_return/v1",
       "{" + kAllBytes +
           R"(,"allocation":"A1","amount":7,"code":"R1","date":"2016-02-01","reason":"闲置","target":2})",
       {"accounts"}},
      {plan_project(), "project_plan/v1",
       R"({"budget":50000,"code":"P1","date":"2016-01-12","gates":["调研","论证","申报","招标","监理","报账","审计"],)"
       R"("money_gate":"报账","place":"520526100201","title":"样例村道路"})",
       {"gates"}},
      {funds::SignGate{"P1", "调研", date, "县扶贫办", kDigest}, "gate/v1",
       R"({"by":"县扶贫办","date":"2016-02-01","evidence":")" + kDigest + R"(","gate":"调研","project":"P1"})", {}},
  };
}

std::vector<Form> spending_forms() {
  const Date date = day("2016-02-01");
  return {
      {funds::Reimburse{"B1", {"A1", 1}, "P1", date, fen(7), {kDigest}, kAll, kRule}, "reimbursement/v1",
       "{" + kAllBytes + R"(,"allocation":"A1","amount":7,"code":"B1","date":"2016-02-01","evidence":[")" + kDigest +
           R"("],"explanation":{"rule":"r"},"project":"P1","target":1})",
       {"accounts", "evidence", "explanation"}},
      {funds::PayAdvance{"V1", {"A1", 1}, "P1", "XM-1", date, fen(7), {kDigest}, kAll, kRule}, "advance/v1",
       "{" + kAllBytes + R"(,"allocation":"A1","amount":7,"code":"V1","date":"2016-02-01","evidence":[")" + kDigest +
           R"("],"explanation":{"rule":"r"},"payee":"XM-1","project":"P1","target":1})",
       {"accounts", "evidence", "explanation", "payee"}},
      {funds::SettleAdvance{"S1", "V1", date, fen(7), {kDigest}, kAll, kRule}, "settlement/v1",
       "{" + kAllBytes + R"(,"advance":"V1","amount":7,"code":"S1","date":"2016-02-01","evidence":[")" + kDigest +
           R"("],"explanation":{"rule":"r"}})",
       {"accounts", "evidence", "explanation"}},
      {funds::ReturnAdvance{"S2", "V1", date, fen(7), "未用", kAll}, "advance_return/v1",
       "{" + kAllBytes + R"(,"advance":"V1","amount":7,"code":"S2","date":"2016-02-01","reason":"未用"})",
       {"accounts"}},
      {funds::TakeBack{"T1", "B1", date, fen(7), "票据作废", kAll}, "take_back/v1",
       "{" + kAllBytes + R"(,"amount":7,"code":"T1","date":"2016-02-01","movement":"B1","reason":"票据作废"})",
       {"accounts"}},
  };
}

std::vector<Form> list_forms() {
  funds::SubmitList list = submit_list("L1", "2016-02-01", 2);
  list.target = {"A1", 2};
  list.publicity_end = day("2016-02-11");
  list.explanation = R"({"rule":"per-household"})";
  list.rows[1].person = "PE-1";
  list.rows[1].payee = kDigest;
  list.digest = kDigest;
  funds::ChangeRows rows{"C1", "L1", funds::RowAction::Return, day("2016-02-01"), {{3, "销户", kDigest}}, kAll};
  const std::string changed = "{" + kAllBytes + R"(,"code":"C1","date":"2016-02-01","list":"L1","rows":[{"number":3,)" +
                              R"("payee":")" + kDigest + R"(","reason":"销户"}]})";
  std::vector<Form> forms{
      {list, "disbursement/v1",
       R"({"allocation":"A1","code":"L1","date":"2016-02-01","digest":")" + kDigest +
           R"(","explanation":{"rule":"per-household"},"indicator":"F1","project":"P1","publicity_end":"2016-02-11",)" +
           R"("rows":[{"amount":1000,"household":"HU-SYN-1"},{"amount":1000,"household":"HU-SYN-2","payee":")" + kDigest +
           R"(","person":"PE-1"}],"target":2,"title":"到户产业发展补助","total":2000})",
       {"allocation", "explanation", "project", "publicity_end", "target"}},
      {funds::PayList{"B1", "L1", day("2016-02-01"), kAll}, "disbursement_payment/v1",
       "{" + kAllBytes + R"(,"code":"B1","date":"2016-02-01","list":"L1"})", {"accounts"}},
      {funds::WithdrawList{"W1", "L1", day("2016-02-01"), "重报"}, "disbursement_withdrawal/v1",
       R"({"code":"W1","date":"2016-02-01","list":"L1","reason":"重报"})", {}},
      {rows, "disbursement_return/v1", changed, {"accounts"}},
  };
  rows.action = funds::RowAction::Repay;
  forms.push_back({rows, "disbursement_repay/v1", changed, {"accounts"}});
  rows.action = funds::RowAction::Cancel;
  forms.push_back({rows, "disbursement_cancel/v1", changed, {"accounts"}});
  funds::GrantBenefit benefit = grant_benefit("Y1", "2016-02-01", 1);
  benefit.claim = kDigest;
  benefit.project = "P1";
  benefit.explanation = R"({"cap":1500000})";
  benefit.accounts = kAll;
  forms.push_back({benefit, "benefit/v1",
                   "{" + kAllBytes + R"(,"amount":5000,"claim":")" + kDigest +
                       R"(","claimed_before":0,"code":"Y1","date":"2016-02-01","eligible":10000,"explanation":{"cap":1500000},)" +
                       R"("household":"HU-SYN-1","indicator":"F1","paid_before":0,"person":"PE-SYN-1",)" +
                       R"("programme":"chronic","project":"P1","year":2016})",
                   {"accounts", "explanation", "project"}});
  return forms;
}

std::vector<Form> all_forms() {
  std::vector<Form> forms = indicator_forms();
  for (const auto& more : {allocation_forms(), spending_forms(), list_forms()}) {
    forms.insert(forms.end(), more.begin(), more.end());
  }
  return forms;
}

/// The record without one of its members.
JsonValue without(const JsonValue& data, const std::string& left_out) {
  std::vector<std::pair<std::string, JsonValue>> members;
  for (const auto& [key, value] : data.members()) {
    if (key != left_out) members.emplace_back(key, value);
  }
  return JsonValue::make_object(std::move(members));
}

}  // namespace

TEST_CASE("records of funds have the bytes that are written down here, and are read back", "[funds][record]") {
  for (const Form& form : all_forms()) {
    INFO(form.kind);
    CHECK(funds::record_kind_of(form.command) == form.kind);
    CHECK(funds::record_data_of(form.command) == form.bytes);
    const std::optional<Command> decoded = funds::decode_command(form.kind, parsed(form.bytes));
    REQUIRE(decoded.has_value());
    CHECK(decoded->index() == form.command.index());
    CHECK(funds::record_data_of(*decoded) == form.bytes);
  }
}

TEST_CASE("records of funds are read only where every member that must be there is", "[funds][record]") {
  for (const Form& form : all_forms()) {
    const JsonValue data = parsed(form.bytes);
    for (const auto& [key, value] : data.members()) {
      INFO(form.kind << " without " << key);
      const JsonValue shorter = without(data, key);
      CHECK(funds::decode_command(form.kind, shorter).has_value() == form.optional.contains(key));
    }
    std::vector<std::pair<std::string, JsonValue>> members = data.members();
    members.emplace_back("zzz", JsonValue::make_integer(1));
    CHECK_FALSE(funds::decode_command(form.kind, JsonValue::make_object(std::move(members))).has_value());
    CHECK_FALSE(funds::decode_command(form.kind + "x", data).has_value());
  }
}

TEST_CASE("records of funds have one form only", "[funds][record]") {
  const std::vector<std::pair<std::string, std::string>> others{
      {"carry_over/v1",
       R"({"action":"结转","amount":5,"code":"Z2","date":"2016-01-10","indicator":"F1","year":2015})"},
      {"indicator/v1",
       R"({"amount":1,"arrives":false,"code":"F1","date":"2016-01-10","document":"样","level":"province","purpose":"样"})"},
      {"indicator/v1",
       R"({"amount":1,"code":"F1","date":"2016-01-10","deadline":"2999-12-31","document":"样","level":"city","purpose":"样"})"},
      {"settlement/v1", R"({"advance":"V1","amount":7,"code":"S1","date":"2016-02-01","evidence":[]})"},
      {"settlement/v1", R"({"advance":"V1","amount":2000000000000000,"code":"S1","date":"2016-02-01"})"},
      {"settlement/v1", R"({"advance":"V1","amount":7,"code":"S1","date":"2016-02-30"})"},
  };
  for (const auto& [kind, bytes] : others) {
    INFO(bytes);
    CHECK_FALSE(funds::decode_command(kind, parsed(bytes)).has_value());
  }
}

}  // namespace mingzhang::tests
