// SPDX-License-Identifier: Apache-2.0
// How refusals are shown, and what the shell is told.
#include <sstream>
#include <string>

#include "cli/exit_code.h"
#include "cli/output.h"
#include "service/request_outcome.h"
#include "tests/support/catch.h"

namespace mingzhang::tests {
namespace {

using service::RequestOutcome;

service::Refusal two_problems() {
  service::Refusal refusal = service::refusal(service::info_of(RequestOutcome::SamePerson), "zhidan");
  refusal.problems.push_back(
      {2, Problem{&service::info_of(RequestOutcome::BookUnknown), "line 3", std::string("got \x01\xFF\"\\")}});
  return refusal;
}

}  // namespace

TEST_CASE("a refusal in JSON has its first problem as the error and all of them in order", "[cli]") {
  // Written by hand from the table of request outcomes.
  const std::string same =
      R"("message_en":"nobody approves what they prepared","message_zh":"制单人不能审核自己的凭证","name":"SamePerson",)"
      R"("place":"","remedy_en":"have somebody else approve it","remedy_zh":"请由另一人审核"})";
  CHECK(cli::to_json(two_problems()) ==
        R"({"error":{"code":"REQ-407","detail":"zhidan",)" + same + R"(,"problems":[{"code":"REQ-407","detail":"zhidan",)" +
            same +
            R"(,{"code":"REQ-201","command":2,"detail":"got ??\"\\","message_en":"the book does not exist",)"
            R"("message_zh":"账套不存在","name":"BookUnknown","place":"line 3",)"
            R"("remedy_en":"check the name, or create the book","remedy_zh":"请核对账套代号，或先建账"}]})");
}

TEST_CASE("a refusal in JSON goes to the data and in words to the notes", "[cli]") {
  for (const bool is_json : {true, false}) {
    std::ostringstream data;
    std::ostringstream notes;
    cli::Output output(data, notes, is_json);
    CHECK(output.refuse(two_problems()) == 6);
    CHECK(data.str().empty() != is_json);
    CHECK(notes.str().empty() == is_json);
  }
}

TEST_CASE("with several commands a problem says which one is meant", "[cli]") {
  CHECK(cli::to_text(two_problems()).find("command 3, line 3") != std::string::npos);
}

TEST_CASE("each kind of fault has its exit code", "[cli]") {
  CHECK(cli::exit_code_of(cli::usage_info()) == 2);
  OutcomeInfo info = cli::usage_info();
  const std::pair<Fault, int> codes[] = {{Fault::World, 1},    {Fault::NotFound, 3},   {Fault::Request, 4},
                                         {Fault::Conflict, 5}, {Fault::Permission, 6}, {Fault::Broken, 7}};
  for (const auto& [fault, code] : codes) {
    info.fault = fault;
    CHECK(cli::exit_code_of(info) == code);
  }
}

TEST_CASE("bytes that are no plain text are shown as question marks", "[cli]") {
  CHECK(cli::plain("账 a") == "账 a");
  CHECK(cli::plain(std::string("a\0b", 3)) == "a?b");
  CHECK(cli::plain("\x1b[31m") == "?[31m");
  CHECK(cli::plain("\xE8\xB4") == "??");
  CHECK(cli::plain("") == "");
}

}  // namespace mingzhang::tests
