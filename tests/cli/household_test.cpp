// SPDX-License-Identifier: Apache-2.0
// Divisions, households and their reports on the command line; all people are synthetic.
#include <fstream>
#include <string>

#include "cli/exit_code.h"
#include "tests/cli/shell.h"
#include "tests/support/catch.h"

using mingzhang::tests::Ran;
using mingzhang::tests::Shell;

namespace {

// Synthetic: the number is the example of GB 11643-1999.
constexpr const char* kFile =
    "户编号,区划,类别,状态,日期,致贫原因,人员编号,姓名,身份证号,与户主关系,户主,银行卡号,电话\r\n"
    "H1,520526100201,精准扶贫户,在册,2016-03-01,因病,P1,合成甲,11010519491231002X,户主,是,,13900000001\r\n"
    "H1,520526100201,精准扶贫户,在册,2016-03-01,因病,P2,合成乙,,子女,否,,\r\n";

void make_register(Shell& shell) {
  shell.make_book();
  for (const std::vector<std::string>& words : std::vector<std::vector<std::string>>{
           {"division", "add", "520526", "某县", "--level", "county", "--from", "2010-01-01", "--as", "zhidan"},
           {"division", "add", "520526100", "某乡", "--level", "乡镇", "--parent", "520526", "--from", "2010-01-01", "--as", "zhidan"},
           {"division", "add", "520526100201", "某村", "--level", "village", "--parent", "520526100", "--from", "2010-01-01", "--as", "zhidan"}}) {
    REQUIRE(shell.run(words).code == 0);
  }
  REQUIRE(shell.run({"household", "add", "H1", "-", "--as", "zhidan"}, kFile).code == 0);
}

}  // namespace

TEST_CASE("a household is shown masked, and as it is only where that is asked for", "[cli][household]") {
  Shell shell;
  make_register(shell);
  const Ran masked = shell.run({"household", "show", "H1"});
  CHECK(masked.code == 0);
  CHECK(masked.data.find("合**") != std::string::npos);
  CHECK(masked.data.find("合成甲") == std::string::npos);
  CHECK(masked.data.find("11010519491231002X") == std::string::npos);
  CHECK(shell.run({"household", "show", "H1", "--unmasked"}).data.find("11010519491231002X") != std::string::npos);
  CHECK(shell.run({"household", "show", "H9"}).code == mingzhang::cli::kNotFound);
}

TEST_CASE("every word about a household that cannot be read is told at once", "[cli][household]") {
  Shell shell;
  make_register(shell);
  const Ran ran = shell.run({"household", "status", "H1", "poor", "--date", "1.3.2016", "--reason", "x", "--as", "zhidan", "--json"});
  CHECK(ran.code == mingzhang::cli::kValidation);
  CHECK(ran.data.find("READ-101") != std::string::npos);
  CHECK(ran.data.find("READ-117") != std::string::npos);
}

TEST_CASE("a household exits and returns, and the reports say so", "[cli][household]") {
  Shell shell;
  make_register(shell);
  CHECK(shell.run({"household", "status", "H1", "exited", "--date", "2016-06-01", "--reason", "达到脱贫标准", "--as", "zhidan"}).code == 0);
  const Ran gone = shell.run({"report", "register", "--as-of", "2016-07-01", "--json"});
  CHECK(gone.data.find("\"agrees\":\"一致 yes\"") != std::string::npos);
  CHECK(shell.run({"household", "status", "H1", "returned", "--date", "2016-09-01", "--reason", "因病返贫", "--as", "zhidan"}).code == 0);
  const Ran dynamic = shell.run({"report", "dynamic", "--from", "2016-04-01", "--to", "2016-12-31", "--format", "csv"});
  CHECK(dynamic.code == 0);
  CHECK(dynamic.data.find("达到脱贫标准") != std::string::npos);
  CHECK(dynamic.data.find("因病返贫") != std::string::npos);
  const Ran file = shell.run({"report", "household", "H1"});
  CHECK(file.code == 0);
  CHECK(file.data.find("返贫（因病返贫）") != std::string::npos);
  CHECK(file.data.find("合成甲") == std::string::npos);
}

TEST_CASE("a person is erased by two people for ever", "[cli][household]") {
  Shell shell;
  make_register(shell);
  const std::vector<std::string> alone{"household", "erase-person", "P1", "--reason", "保存期满", "--as", "zhidan"};
  CHECK(shell.run(alone).code == 0);  // waits
  CHECK(shell.run({"draft", "reject", "1", "--reason", "改为当面办理", "--as", "shenhe"}).code == 0);
  CHECK(shell.run({"household", "show", "H1", "--unmasked"}).data.find("合成甲") != std::string::npos);
  std::vector<std::string> both = alone;
  both.insert(both.end(), {"--approve-as", "shenhe"});
  CHECK(shell.run(both).code == 0);
  const Ran shown = shell.run({"household", "show", "H1", "--unmasked"});
  CHECK(shown.data.find("合成甲") == std::string::npos);
  CHECK(shown.data.find("已抹除 erased") != std::string::npos);
  CHECK(shell.run(both).code == mingzhang::cli::kConflict);
}

TEST_CASE("a file of another household is not added", "[cli][household]") {
  Shell shell;
  make_register(shell);
  const Ran ran = shell.run({"household", "add", "H2", "-", "--as", "zhidan"}, kFile);
  CHECK(ran.code == mingzhang::cli::kValidation);
  CHECK(ran.notes.find("ROSTER-405") != std::string::npos);
}
