// SPDX-License-Identifier: Apache-2.0
// Packs and rules on the command line: documents, sentences and exit codes; no database is needed.
#include <fstream>
#include <string>

#include "base/json.h"
#include "cli/exit_code.h"
#include "tests/cli/shell.h"
#include "tests/support/catch.h"

namespace {

using mingzhang::tests::Ran;
using mingzhang::tests::Shell;

// Synthetic: a fund of 100 split 7:3, in force in 2016.
std::string pack(const std::string& weight) {
  return R"({"format":1,"pack":"site-2016","version":1,"title":"本地","title_en":"site","place":"某县","division":"520526",
    "document":{"title":"某县文件"},"valid_from":"2016-01-01","valid_to":"2017-01-01","rules":[
    {"id":"fund","kind":"split","title":"基金","title_en":"fund","source":{"quote":"按7:3"},
     "parameters":{"parts":[{"name":"政府","weight":)" + weight + R"(},{"name":"机构","weight":3}]}}]})";
}

std::string written(const Shell& shell, const std::string& name, const std::string& text) {
  const std::string path = shell.file(name);
  std::ofstream(path, std::ios::binary) << text;
  return path;
}

}  // namespace

TEST_CASE("a pack file is checked with every problem and its path", "[cli][policy]") {
  Shell shell;
  const std::string good = written(shell, "site-2016.json", pack("7"));
  CHECK(shell.run_bare({"policy", "check", good}).code == mingzhang::cli::kDone);
  CHECK(shell.run_bare({"policy", "check", "-"}, pack("7")).code == mingzhang::cli::kDone);
  const Ran bad = shell.run_bare({"policy", "check", "-", "--json"}, pack("7.5"));
  CHECK(bad.code == mingzhang::cli::kValidation);
  CHECK(bad.data.find("/rules/0/parameters/parts/0/weight") != std::string::npos);
  CHECK(bad.data.find("POLICY-106") != std::string::npos);
  CHECK(shell.run_bare({"policy", "check", shell.file("none.json")}).code == mingzhang::cli::kNotFound);
}

TEST_CASE("a rule is asked by file or from the site's folder", "[cli][policy]") {
  Shell shell;
  const std::string file = written(shell, "site-2016.json", pack("7"));
  const std::string folder = file.substr(0, file.rfind('/'));
  const Ran asked = shell.run_bare({"rule", "eval", "--pack", file, "--rule", "fund", "--input", "amount=0.02", "--date", "2016-10-14", "--json"});
  CHECK(asked.code == mingzhang::cli::kDone);
  const auto document = mingzhang::parse_canonical_json(asked.data.substr(0, asked.data.size() - 1));
  REQUIRE(document);
  CHECK(document->find("result")->bytes() == R"({"parts":[{"amount":"0.01","name":"政府"},{"amount":"0.01","name":"机构"}]})");
  CHECK(document->find("explanation")->find("result")->bytes() == document->find("result")->bytes());
  const Ran listed = shell.run_bare({"rule", "eval", "--pack", "site-2016", "--packs", folder, "--rule", "fund", "--input", "amount=1.00"});
  CHECK(listed.code == mingzhang::cli::kDone);
  CHECK(listed.data.find("政府") != std::string::npos);
  CHECK(listed.data.find("2016-12-31") != std::string::npos);  // the clock stands on 2017-01-10, the nearest day in force
  CHECK(shell.run_bare({"policy", "list", "--packs", folder}).data.find("site-2016") != std::string::npos);
}

TEST_CASE("what is not there, not in force or not readable has its exit code", "[cli][policy]") {
  Shell shell;
  const std::string file = written(shell, "site-2016.json", pack("7"));
  const auto code = [&](std::vector<std::string> words) { return shell.run_bare(words).code; };
  CHECK(code({"policy", "show", "nowhere-1900"}) == mingzhang::cli::kNotFound);
  CHECK(code({"rule", "show", "--pack", file, "--rule", "none"}) == mingzhang::cli::kNotFound);
  CHECK(code({"rule", "eval", "--pack", file, "--rule", "fund", "--input", "amount=1.00", "--date", "2017-01-01"}) == mingzhang::cli::kNotFound);
  CHECK(code({"rule", "eval", "--pack", file, "--rule", "fund", "--input", "amount=1.005"}) == mingzhang::cli::kValidation);
  CHECK(code({"rule", "eval", "--pack", file, "--rule", "fund", "--input", "amount"}) == mingzhang::cli::kValidation);
  CHECK(code({"rule", "eval", "--pack", file, "--rule", "fund", "--date", "14.10.2016"}) == mingzhang::cli::kValidation);
  CHECK(code({"rule", "eval", "--rule", "fund"}) == mingzhang::cli::kUsage);
}

TEST_CASE("two packs differ where they differ", "[cli][policy]") {
  Shell shell;
  const std::string before = written(shell, "site-2016.json", pack("7"));
  CHECK(shell.run_bare({"policy", "diff", before, before, "--json"}).data == "{\"changes\":[]}\n");
  CHECK(shell.run_bare({"policy", "show", before, "--json"}).data.find("sha256") != std::string::npos);
  CHECK(shell.run_bare({"rule", "show", "--pack", before, "--rule", "fund", "--json"}).data.find("\"required\":true") != std::string::npos);
}
