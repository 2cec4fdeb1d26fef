// SPDX-License-Identifier: Apache-2.0
// What stands in the records of loans/: every form is read back to what was written, and no other form is read.
#include <set>
#include <string>
#include <vector>

#include "base/json.h"
#include "loans/contract_record.h"
#include "tests/loans/sample_loans.h"
#include "tests/support/catch.h"

namespace mingzhang::tests {
namespace {

using loans::Command;

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
const Date kDay = *parse_date("2021-03-01");

/// The contract of `bullet("2021-03-01", 4)`.
const std::string kContract =
    R"({"accounts":{"bank_in":"100202","bank_out":"100201","income":"601101","interest":"113201","loss":"6702",)"
    R"("penalty":"601103","principal":"130301","provision":"1304"},"day_count":"act/360",)"
    R"("due":{"every":3,"installments":4},"method":"principal_at_end",)"
    R"("penalty":{"misuse_percent":200,"overdue_percent":150},"principal":1200000,"rate":6000000,)"
    R"("repayment":{"recalculation":"daily"},"start":"2021-03-01"})";

std::vector<Form> application_forms() {
  loans::ApplyForLoan apply = apply_for_loan("L1", "2021-03-01");
  apply.cover = "DB-1";
  apply.explanation = kRule;
  loans::ReviewLoan review = review_loan("L1", "2021-03-01");
  review.evidence = {kDigest};
  loans::ApproveLoan approve = approve_loan("L1", "2021-03-01");
  approve.reason = "同意";
  loans::SignLoan sign = sign_loan("L1", "2021-03-01", bullet("2021-03-01", 4));
  sign.explanation = kRule;
  sign.evidence = {kDigest};
  return {
      {apply, "loan_application/v1",
       R"({"amount":1200000,"bank":"BANK-1","borrower":"PE-SYN-1","code":"L1","cover":"DB-1","date":"2021-03-01",)"
       R"("explanation":{"rule":"r"},"fund":"ZY","household":"HU-SYN-1","months":12,)"
       R"("product":"microcredit-2021/microcredit","purpose":"养羊"})",
       {"cover", "explanation", "fund"}},
      {review, "loan_review/v1",
       R"({"code":"DC-L1","date":"2021-03-01","evidence":[")" + kDigest +
           R"("],"finding":"样例：项目属实","loan":"L1","passes":true})",
       {"evidence", "passes"}},
      {approve, "loan_approval/v1",
       R"({"amount":1200000,"code":"SP-L1","date":"2021-03-01","grants":true,"loan":"L1","months":12,"reason":"同意"})",
       {"grants", "months", "reason"}},
      {sign, "loan_contract/v1",
       R"({"code":"HT-L1","contract":)" + kContract + R"(,"date":"2021-03-01","evidence":[")" + kDigest +
           R"("],"explanation":{"rule":"r"},"loan":"L1"})",
       {"evidence", "explanation"}},
      {loans::DropLoan{"CX-1", "L1", kDay, "不再需要"}, "loan_drop/v1",
       R"({"code":"CX-1","date":"2021-03-01","loan":"L1","reason":"不再需要"})", {}},
  };
}

std::vector<Form> money_forms() {
  loans::Repay settle = repay("HK-1", "L1", "2021-03-01", parts(3, 2, 1));
  settle.settles = true;
  loans::RenewLoan renew;
  renew.code = "XD-1";
  renew.loan = "L1";
  renew.into = "L2";
  renew.date = kDay;
  renew.parts = parts(1'200'000, 2);
  renew.months = 12;
  renew.contract = bullet("2021-03-01", 4);
  renew.product = "p";
  renew.explanation = kRule;
  renew.evidence = {kDigest};
  return {
      {disburse("FK-1", "L1", "2021-03-01", 7), "loan_disbursement/v1",
       R"({"amount":7,"code":"FK-1","date":"2021-03-01","loan":"L1"})", {}},
      {settle, "loan_repayment/v1",
       R"({"code":"HK-1","date":"2021-03-01","loan":"L1","parts":{"interest":2,"penalties":1,"principal":3},"settles":true})",
       {"parts", "settles"}},
      {renew, "loan_renewal/v1",
       R"({"code":"XD-1","contract":)" + kContract + R"(,"date":"2021-03-01","evidence":[")" + kDigest +
           R"("],"explanation":{"rule":"r"},"into":"L2","loan":"L1","months":12,"parts":{"interest":2,"principal":1200000},)"
           R"("product":"p"})",
       {"evidence", "explanation", "parts"}},
      {loans::CorrectStep{"CZ-1", "L1", "HK-1", kDay, parts(-3, 1), "录错"}, "loan_correction/v1",
       R"({"code":"CZ-1","date":"2021-03-01","loan":"L1","parts":{"interest":1,"principal":-3},"reason":"录错","step":"HK-1"})",
       {"parts"}},
  };
}

std::vector<Form> change_forms() {
  const Rate rate = Rate::from_units(7'200'000);
  loans::ExtendLoan extend{"ZQ-1", "L1", kDay, *parse_date("2022-03-01"), 2, no_day(), rate, {}, "受灾", kRule, {kDigest}};
  loans::ExtendLoan move = extend;
  move.rows = 0;
  move.to = *parse_date("2022-09-01");
  return {
      {loans::ChangeRate{"LL-1", "L1", kDay, kDay, rate, parts(1, -1), "调整", kRule}, "loan_rate/v1",
       R"({"code":"LL-1","date":"2021-03-01","explanation":{"rule":"r"},"from":"2021-03-01","loan":"L1",)"
       R"("parts":{"interest":-1,"principal":1},"rate":7200000,"reason":"调整"})",
       {"explanation", "parts"}},
      {loans::PauseInterest{"TX-1", "L1", kDay, kDay, *parse_date("2021-04-01"), {}, "受灾"}, "loan_pause/v1",
       R"({"code":"TX-1","date":"2021-03-01","from":"2021-03-01","loan":"L1","reason":"受灾","to":"2021-04-01"})", {}},
      {extend, "loan_extension/v1",
       R"({"code":"ZQ-1","date":"2021-03-01","due":"2022-03-01","evidence":[")" + kDigest +
           R"("],"explanation":{"rule":"r"},"loan":"L1","rate":7200000,"reason":"受灾","rows":2})",
       {"evidence", "explanation", "rate", "rows"}},
      {move, "loan_extension/v1",
       R"({"code":"ZQ-1","date":"2021-03-01","due":"2022-03-01","evidence":[")" + kDigest +
           R"("],"explanation":{"rule":"r"},"loan":"L1","rate":7200000,"reason":"受灾","to":"2022-09-01"})",
       {"evidence", "explanation", "rate", "to"}},
      {loans::ReportMisuse{"NY-1", "L1", kDay, kDay, {}, "改作他用", {kDigest}}, "loan_misuse/v1",
       R"({"code":"NY-1","date":"2021-03-01","evidence":[")" + kDigest +
           R"("],"from":"2021-03-01","loan":"L1","reason":"改作他用"})",
       {"evidence"}},
  };
}

std::vector<Form> batch_forms() {
  return {
      {loans::AccrueInterest{"JX-1", kDay, {{"L1", fen(5)}, {"L2", fen(-6)}}}, "interest_accrual/v1",
       R"({"code":"JX-1","date":"2021-03-01","rows":[{"interest":5,"loan":"L1"},{"interest":-6,"loan":"L2"}]})", {}},
      {loans::ClassifyLoans{"FL-1", kDay, {{"L1", loans::LoanClass::Doubtful}}, "走访", kRule}, "loan_classification/v1",
       R"({"code":"FL-1","date":"2021-03-01","explanation":{"rule":"r"},"reason":"走访","rows":[{"class":"doubtful","loan":"L1"}]})",
       {"explanation", "reason"}},
      {loans::ProvisionLoans{"JT-1", kDay, "L1", fen(-8), "转回", kRule}, "loan_provision/v1",
       R"({"amount":-8,"code":"JT-1","date":"2021-03-01","explanation":{"rule":"r"},"loan":"L1","reason":"转回"})",
       {"explanation"}},
      {loans::WriteOff{"HX-1", "L1", kDay, fen(9), fen(1), "死亡", {kDigest}}, "loan_write_off/v1",
       R"({"code":"HX-1","date":"2021-03-01","evidence":[")" + kDigest +
           R"("],"interest":1,"loan":"L1","principal":9,"reason":"死亡"})",
       {"evidence"}},
      {loans::RecoverLoan{"SH-1", "L1", kDay, fen(9)}, "loan_recovery/v1",
       R"({"amount":9,"code":"SH-1","date":"2021-03-01","loan":"L1"})", {}},
  };
}

std::vector<Form> reconciliation_forms() {
  loans::RecordReconciliation record;
  record.code = "DZ-1";
  record.subject = loans::ReconciliationSubject::Subsidy;
  record.about = "T1";
  record.date = kDay;
  record.sha256 = kDigest;
  record.tolerance = fen(1);
  record.rows_here = 2;
  record.rows_there = 3;
  record.sums = {{"subsidy", fen(4), fen(-5)}};
  record.columns = {"memo"};
  record.items = {{1, "L1", loans::DifferenceKind::Amount, "subsidy", "0.04", "0.05", 7},
                  {2, "L2", loans::DifferenceKind::MissingThere, "", "", "", 0}};
  record.replaces = "DZ-0";
  loans::HandleItems resolve{"DZ-1", {1, 2}, loans::ItemAction::Resolve, kDay, "", "已改", "HK-1"};
  return {
      {record, "reconciliation/v1",
       R"({"about":"T1","code":"DZ-1","columns":["memo"],"date":"2021-03-01","items":[{"field":"subsidy","here":"0.04","key":"L1",)"
       R"("kind":"amount","no":1,"row":7,"there":"0.05"},{"key":"L2","kind":"missing_there","no":2}],"replaces":"DZ-0",)"
       R"("rows_here":2,"rows_there":3,"sha256":")" + kDigest +
           R"(","subject":"subsidy","sums":[{"field":"subsidy","here":4,"there":-5}],"tolerance":1})",
       {"about", "columns", "replaces", "rows_here", "rows_there"}},
      {resolve, "reconciliation_item/v1",
       R"({"action":"resolve","date":"2021-03-01","items":[1,2],"note":"已改","reconciliation":"DZ-1","source":"HK-1"})",
       {"note", "source"}},
      {loans::HandleItems{"DZ-1", {3}, loans::ItemAction::Assign, kDay, "信贷股", "", ""}, "reconciliation_item/v1",
       R"({"action":"assign","date":"2021-03-01","items":[3],"reconciliation":"DZ-1","to":"信贷股"})", {"to"}},
      {loans::SignReconciliation{"DZ-1", loans::ReconciliationSide::There, "银行", "主管", "样例1号", kDay}, "reconciliation_sign/v1",
       R"({"capacity":"主管","date":"2021-03-01","document":"样例1号","reconciliation":"DZ-1","side":"there","unit":"银行"})",
       {"document"}},
  };
}

std::vector<Form> all_forms() {
  std::vector<Form> forms = application_forms();
  for (const auto& more : {money_forms(), change_forms(), batch_forms(), reconciliation_forms()}) forms.insert(forms.end(), more.begin(), more.end());
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

TEST_CASE("records of loans have the bytes that are written down here, and are read back", "[loans][record]") {
  for (const Form& form : all_forms()) {
    INFO(form.kind);
    CHECK(loans::record_kind_of(form.command) == form.kind);
    CHECK(loans::record_data_of(form.command) == form.bytes);
    const std::optional<Command> decoded = loans::decode_command(form.kind, parsed(form.bytes));
    REQUIRE(decoded.has_value());
    CHECK(decoded->index() == form.command.index());
    CHECK(loans::record_data_of(*decoded) == form.bytes);
  }
}

TEST_CASE("records of loans are read only where every member that must be there is", "[loans][record]") {
  for (const Form& form : all_forms()) {
    const JsonValue data = parsed(form.bytes);
    for (const auto& [key, value] : data.members()) {
      INFO(form.kind << " without " << key);
      CHECK(loans::decode_command(form.kind, without(data, key)).has_value() == form.optional.contains(key));
    }
    std::vector<std::pair<std::string, JsonValue>> members = data.members();
    members.emplace_back("zzz", JsonValue::make_integer(1));
    CHECK_FALSE(loans::decode_command(form.kind, JsonValue::make_object(std::move(members))).has_value());
    CHECK_FALSE(loans::decode_command(form.kind + "x", data).has_value());
  }
}

TEST_CASE("a contract with every convention is read back to the same terms", "[loans][record]") {
  loans::Contract contract = bullet("2021-01-31", 7);
  loans::LoanTerms& terms = contract.terms;
  terms.method = loans::Method::Shares;
  terms.rate_basis = loans::RateBasis::PerPeriod;
  terms.day_count = *loans::parse_day_count("30e/360-isda");
  terms.installment_base = loans::InstallmentBase::Approved;
  terms.due.period = {loans::PeriodUnit::Weeks, 2};
  terms.due.first_due = day("2021-03-20");
  terms.due.settlement_day = 20;
  terms.due.paid_after = 0;
  terms.due.month_end = loans::MonthEnd::FirstOfNext;
  terms.due.holidays = loans::HolidayRule::Preceding;
  terms.due.holiday_interest = loans::HolidayInterest::FirstMoved;
  terms.due.broken_first = loans::BrokenFirst::Waived;
  terms.due.calendar = {{5, 6}, {day("2021-10-01")}, {day("2021-10-09")}};
  terms.grace = {1, 2, 3};
  terms.shares = {{loans::Fraction(1, 3), loans::Fraction(1, 2)}, {loans::Fraction(2, 3), loans::Fraction(1, 2)}};
  terms.rounding = {Rounding::Up, Rounding::Down, Rounding::HalfEven, fen(100), fen(500), loans::Remainder::Spread,
                    loans::InstallmentFactor::WholePeriods, true, true};
  terms.repayment = {loans::Recalculation::PerRow, loans::OverdueInterest::CurrentRow, loans::Prepayment::NextInstallments,
                     true, true, true, {}, {}};
  std::swap(terms.repayment.allocation.steps[2], terms.repayment.allocation.steps[3]);
  terms.repayment.allocation.by = loans::AllocationBy::Part;
  terms.repayment.allocation_overdue = {90, {loans::kUsualSteps, loans::AllocationBy::Row, loans::AdvanceRows::Last}};
  terms.late_fee = {*parse_rate("0.05%"), loans::LateFeeBase::Outstanding, 3, Rounding::Up};
  contract.penalty = {130, 0, true, Rounding::Down};
  const std::string bytes = loans::encode_contract(contract);
  const auto back = loans::decode_contract(parsed(bytes));
  REQUIRE(back.has_value());
  CHECK(loans::encode_contract(*back) == bytes);
  CHECK(back->terms.due.calendar == terms.due.calendar);
  CHECK(back->terms.rounding == terms.rounding);
  CHECK(back->terms.shares[1].principal == loans::Fraction(2, 3));
  CHECK(back->terms.due.first_due == terms.due.first_due);
  CHECK(back->terms.due.paid_after == 0);
  CHECK(back->terms.repayment.prepayment == loans::Prepayment::NextInstallments);
  CHECK(back->terms.repayment.allocation == terms.repayment.allocation);
  CHECK(back->terms.repayment.allocation_overdue == terms.repayment.allocation_overdue);
  CHECK(back->terms.late_fee == terms.late_fee);
  CHECK(back->terms.grace.interest_free == 3);
  CHECK(back->penalty.compounds);
  for (const char* bad : {R"({"day_count":"act/361","due":{"every":1,"installments":1},"method":"flat","principal":1,"rate":1,"start":"2021-01-01"})",
                          R"({"day_count":"act/360","due":{"every":1,"installments":1},"method":"fleet","principal":1,"rate":1,"start":"2021-01-01"})",
                          R"({"day_count":"act/360","due":{"every":-1,"installments":1},"method":"flat","principal":1,"rate":1,"start":"2021-01-01"})",
                          R"({"base":"disbursed","day_count":"act/360","due":{"every":1,"installments":1},"method":"flat","principal":1,"rate":1,"start":"2021-01-01"})",
                          R"({"day_count":"act/360","due":{"every":1,"installments":1},"method":"flat","principal":1,"rate":99999999999999,"start":"2021-01-01"})"}) {
    INFO(bad);
    CHECK_FALSE(loans::decode_contract(parsed(bad)).has_value());
  }
  // A table in a record has twelve lines that are known, and days.
  for (const char* bad : {R"({"allocation":{"by":"row"}})", R"({"allocation":{"order":["due_fee"]}})", R"({"allocation_overdue":{}})",
                          R"({"allocation_overdue":{"days":90,"order":["a","b","c","d","e","f","g","h","i","j","k","l"]}})"}) {
    INFO(bad);
    const std::string repayment = R"(,"rate":1,"repayment":)" + std::string(bad) + R"(,"start":"2021-01-01"})";
    CHECK_FALSE(loans::decode_contract(parsed(R"({"day_count":"act/360","due":{"every":1,"installments":1},"method":"flat","principal":1)" + repayment)).has_value());
  }
  CHECK(loans::decode_contract(parsed(R"({"day_count":"act/360","due":{"every":1,"installments":1},"method":"flat","principal":1,"rate":1,"start":"2021-01-01"})")).has_value());
}

}  // namespace mingzhang::tests
