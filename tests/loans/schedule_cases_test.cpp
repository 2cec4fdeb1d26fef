// SPDX-License-Identifier: Apache-2.0
// Schedules of other systems, where the shared cases lie beside the project: all that we support are equal.
#include <fstream>
#include <map>
#include <string>

#include "tests/cases/run_cases.h"
#include "tests/support/catch.h"

namespace {

using mingzhang::tests::CaseStatus;
using mingzhang::tests::CaseVerdict;
using mingzhang::tests::run_case;

// A case of our own in their form, so that this file means something alone: 100.00 at 7 % in six months, by hand.
constexpr const char* kOwnCase = R"({"id":"own","inputs":{"principal":"100","annual_rate_percent":"7","number_of_repayments":6,
  "repay_every":1,"repayment_frequency":"months","start_date":"2024-01-01","day_count":"30/360","rounding_mode":"HALF_EVEN",
  "engine":"progressive","installment_rounding_mode":"HALF_EVEN"},
  "expected":[{"type":"installment","nr":1,"due_date":"2024-02-01","principal":"16.43","interest":"0.58","balance":"83.57"},
              {"type":"installment","nr":6,"principal":"16.9","interest":"0.1","total_due":"17.00","balance":"0"}]})";

// What has no counterpart in our terms yet, and why.
const std::map<std::string, std::string> kUnsupported{
    {"event pay_principal", "principal paid by hand for a row that is not due: two of three show balances that are not the opening "
                            "less the principal, and interest behind the payment moves to the next row"},
    {"event reschedule from a partly paid row", "the row that is found anew shows principal with what was paid of it, interest without"},
    {"flat exotic_installments after several grace_periods_on_principal", "interest there does not add up to its total"},
    {"event advance_payment", "its interest follows from no day count that the case names"},
};

}  // namespace

TEST_CASE("a case is compared figure by figure", "[loans][cases]") {
  auto own = nlohmann::json::parse(kOwnCase);
  CHECK(run_case(own).line() == R"({"first_difference":null,"id":"own","status":"equal"})");
  own["expected"][1]["interest"] = "0.11";
  CHECK(run_case(own).first_difference == "row 6 interest: wanted 0.11, got 0.10");
  own["inputs"]["engine"] = "another";
  CHECK(run_case(own).first_difference == "engine=another");
  CHECK(run_case(own).status == CaseStatus::Unsupported);
  own["inputs"]["engine"] = "progressive";
  own["inputs"]["interest_recalculation"] = true;
  own["inputs"]["colour"] = "red";
  CHECK(run_case(own).first_difference == "inputs.colour");
  own["inputs"].erase("colour");
  own["events"] = {{{"op", "repayment"}, {"date", "2024-01-15"}, {"amount", "20"}}};
  CHECK(run_case(own).first_difference == "event repayment in advance, progressive engine");
  own["inputs"]["number_of_repayments"] = 0;
  CHECK(run_case(own).status == CaseStatus::Unsupported);
  CHECK(run_case(nlohmann::json::object()).status == CaseStatus::Unsupported);
}

TEST_CASE("shared cases that are supported are equal, known defects are not", "[loans][cases]") {
  std::ifstream file(MINGZHANG_SOURCE_DIR "/../shared/cases/loan_schedules.json", std::ios::binary);
  if (!file) {
    WARN("the shared cases do not lie beside the project");
    return;
  }
  const auto cases = nlohmann::json::parse(file);
  REQUIRE(cases.size() >= 90);
  std::size_t equal = 0;
  for (const auto& object : cases) {
    const CaseVerdict verdict = run_case(object);
    INFO(verdict.line());
    bool is_defect = false;
    for (const auto& tag : object.at("tags")) is_defect = is_defect || tag == "known-defect";
    if (verdict.status == CaseStatus::Unsupported) {
      CHECK(kUnsupported.contains(verdict.first_difference));
    } else {
      CHECK(verdict.status == (is_defect ? CaseStatus::Different : CaseStatus::Equal));
    }
    equal += verdict.status == CaseStatus::Equal ? 1 : 0;
  }
  CHECK(equal >= 80);
}
