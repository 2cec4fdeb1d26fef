// SPDX-License-Identifier: Apache-2.0
// How a refusal reads.
#include "base/outcome.h"

#include "tests/support/aborts.h"
#include "tests/support/catch.h"

namespace {

using mingzhang::Fault;
using mingzhang::OutcomeInfo;
using mingzhang::Problem;
using mingzhang::to_text;

constexpr OutcomeInfo kUnbalanced{.number = 201,
                                  .code = "POST-201",
                                  .name = "Unbalanced",
                                  .fault = Fault::Request,
                                  .may_retry_unchanged = false,
                                  .zh = "借贷不平",
                                  .en = "debit and credit differ",
                                  .remedy_zh = "核对该基金的分录。",
                                  .remedy_en = "check the lines of this fund."};

}  // namespace

TEST_CASE("a refusal reads in Chinese first and in English below", "[base][outcome]") {
  CHECK(to_text(Problem{&kUnbalanced, "line 3", "fund F1: debit 100.00, credit 99.99"}) ==
        "错误 POST-201 借贷不平（第 3 行分录；fund F1: debit 100.00, credit 99.99）。处理：核对该基金的分录。\n"
        "  error POST-201 Unbalanced: debit and credit differ (line 3; fund F1: debit 100.00, credit 99.99). "
        "Remedy: check the lines of this fund.");
}

TEST_CASE("a refusal without place or detail has no empty parentheses", "[base][outcome]") {
  CHECK(to_text(Problem{&kUnbalanced, "", ""}) ==
        "错误 POST-201 借贷不平。处理：核对该基金的分录。\n"
        "  error POST-201 Unbalanced: debit and credit differ. Remedy: check the lines of this fund.");
  CHECK(to_text(Problem{&kUnbalanced, "line 3", ""}).find("（第 3 行分录）。") != std::string::npos);
  CHECK(to_text(Problem{&kUnbalanced, "", "credit 99.99"}).find(" (credit 99.99).") != std::string::npos);
}

TEST_CASE("a place is said in Chinese in the Chinese sentence", "[base][outcome]") {
  const auto chinese = [](const std::string& place) {
    const std::string text = to_text(Problem{&kUnbalanced, place, ""});
    return text.substr(text.find("（"), text.find("）") - text.find("（"));
  };
  CHECK(chinese("row 17, column amount") == "（第 17 行，“amount”列");
  CHECK(chinese("record 12") == "（第 12 条记录");
  CHECK(chinese("command 3, line 2") == "（第 3 项，第 2 行分录");
  CHECK(chinese("book") == "（book");  // what has no translation stays
}

TEST_CASE("full stops are not doubled and a missing remedy leaves no heading", "[base][outcome]") {
  OutcomeInfo info = kUnbalanced;
  info.zh = "借贷不平。";
  info.en = "debit and credit differ.";
  info.remedy_zh = "";
  info.remedy_en = "";
  CHECK(to_text(Problem{&info, "", ""}) ==
        "错误 POST-201 借贷不平。\n  error POST-201 Unbalanced: debit and credit differ.");
}

TEST_CASE("several refusals stand one after the other in their order", "[base][outcome]") {
  const Problem first{&kUnbalanced, "line 1", ""};
  const Problem second{&kUnbalanced, "line 2", ""};
  CHECK(to_text(std::vector<Problem>{}).empty());
  CHECK(to_text(std::vector<Problem>{first}) == to_text(first));
  CHECK(to_text(std::vector<Problem>{first, second}) == to_text(first) + "\n" + to_text(second));
}

TEST_CASE("a refusal without its description is a mistake of the program", "[base][outcome]") {
  CHECK(mingzhang::tests::aborts([] { (void)to_text(Problem{}); }));
}
