// SPDX-License-Identifier: Apache-2.0
// Whole runs of the program: what goes where, and with which exit code.
#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "cli/verb.h"
#include "tests/cli/shell.h"
#include "tests/support/catch.h"

namespace mingzhang::tests {
namespace {

/// 100.00 into the bank of F1, by whom and approved by whom.
std::vector<std::string> receipt(const std::string& verb, const std::string& credit) {
  return {"voucher", verb, "--date", "2016-03-01", "--summary", "到账", "--line", "debit 100201 100.00 fund=F1", "--line",
          "credit 400104 " + credit + " fund=F1"};
}

std::vector<std::string> with(std::vector<std::string> words, const std::vector<std::string>& more) {
  words.insert(words.end(), more.begin(), more.end());
  return words;
}

}  // namespace

TEST_CASE("what cannot be understood is exit code 2, in words or as JSON", "[cli]") {
  Shell shell;
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{}, {"bogus"}, {"book"}, {"calc", "split", "--amount", "1"}, {"calc", "words", "1", "2"},
        {"book", "create", "x", "--from", "2016-01", "--from", "2016-02"}, {"verify"}, {"calc", "check", "name", "x"}}) {
    const Ran ran = shell.run_bare(words);
    CAPTURE(words);
    CHECK(ran.code == 2);
    CHECK(ran.data.empty());
    CHECK(ran.notes.find("CLI-101") != std::string::npos);
  }
  const Ran ran = shell.run_bare({"bogus", "--json"});
  CHECK(ran.code == 2);
  CHECK(ran.data.starts_with(R"({"error":{"code":"CLI-101")"));
  CHECK(ran.notes.empty());
}

TEST_CASE("help and version go to the data with exit code 0", "[cli]") {
  Shell shell;
  CHECK(shell.run_bare({"--version"}).data.starts_with("mingzhang "));
  const Ran help = shell.run_bare({"voucher", "post", "--help"});
  CHECK(help.code == 0);
  CHECK(help.data.find("--summary") != std::string::npos);
}

TEST_CASE("every command shows its help, and every noun has a command", "[cli]") {
  Shell shell;
  const std::vector<cli::Verb> verbs = cli::all_verbs();
  for (const cli::Verb& verb : verbs) {
    std::vector<std::string> words{verb.name, "--help"};
    if (!verb.noun.empty()) words.insert(words.begin(), verb.noun);
    CAPTURE(words);
    const Ran ran = shell.run_bare(words);
    CHECK(ran.code == 0);
    CHECK(ran.data.find(verb.help.substr(0, 6)) != std::string::npos);
  }
  for (const cli::Noun& noun : cli::all_nouns()) {
    CAPTURE(noun.name);
    CHECK(std::any_of(verbs.begin(), verbs.end(), [&noun](const cli::Verb& verb) { return verb.noun == noun.name; }));
  }
}

TEST_CASE("global options may stand before or after the verb", "[cli]") {
  Shell shell;
  CHECK(shell.run_bare({"--json", "calc", "words", "1.00"}).data == shell.run_bare({"calc", "words", "1.00", "--json"}).data);
  CHECK(shell.run_bare({"calc", "--json", "words", "1.00"}).data == "{\"words\":\"人民币壹元整\"}\n");
}

TEST_CASE("calculations give the fixed JSON shapes", "[cli]") {
  Shell shell;
  CHECK(shell.run_bare({"calc", "split", "--amount", "100.01", "--weights", "7:3", "--json"}).data ==
        "{\"parts\":[\"70.01\",\"30.00\"]}\n");
  // 支付结算办法 (银发〔1997〕393号) annex 1: 1409.50 and 2017-01-15.
  CHECK(shell.run_bare({"calc", "words", "1409.50", "--json"}).data == "{\"words\":\"人民币壹仟肆佰零玖元伍角\"}\n");
  CHECK(shell.run_bare({"calc", "words-date", "2017-01-15", "--json"}).data ==
        "{\"words\":\"贰零壹柒年零壹月壹拾伍日\"}\n");
  CHECK(shell.run_bare({"calc", "words", "-0.05"}).code == 0);
  CHECK(shell.run_bare({"calc", "words", "1.005"}).code == 4);
  CHECK(shell.run_bare({"calc", "split", "--amount", "1.00", "--weights", "0:0"}).code == 4);
}

TEST_CASE("a number can be checked without standing on the command line", "[cli]") {
  Shell shell;
  // GB 11643-1999, the standard's own example.
  const Ran piped = shell.run_bare({"calc", "check", "id", "-", "--json"}, "11010519491231002X\r\n");
  CHECK(piped.data.find("\"valid\":true") != std::string::npos);
  CHECK(shell.run_bare({"calc", "check", "id", "110105194912310021"}).data.find("not valid") != std::string::npos);
}

TEST_CASE("a database that is not there is exit code 3, and reading does not make one", "[cli]") {
  Shell shell;
  const std::vector<std::vector<std::string>> readers{
      {"verify"}, {"book", "list"}, {"account", "list"}, {"report", "trial-balance"}, {"backup", shell.file("b")},
      {"export", "--format", "hledger"}, {"user", "add", "x", "--role", "preparer"}};
  for (const std::vector<std::string>& words : readers) {
    const Ran ran = shell.run(words);
    CAPTURE(words);
    CHECK(ran.code == 3);
    CHECK(ran.notes.find("READ-201") != std::string::npos);
  }
  CHECK_FALSE(std::filesystem::exists(shell.file("books.db")));
}

TEST_CASE("a trial of opening a book makes no file", "[cli]") {
  Shell shell;
  CHECK(shell.run({"book", "create", "yanchi", "--from", "2016-01-01", "--dry-run"}).code == 0);
  CHECK_FALSE(std::filesystem::exists(shell.file("books.db")));
}

TEST_CASE("refusals have the exit code of their first problem", "[cli]") {
  Shell shell;
  shell.make_book();
  const std::vector<std::string> two{"--as", "zhidan", "--approve-as", "shenhe"};
  CHECK(shell.run(with(receipt("post", "100.00"), {"--as", "zhidan"})).code == 6);
  CHECK(shell.run(with(receipt("post", "99.99"), two)).code == 4);
  CHECK(shell.run(with(receipt("post", "100.00"), two)).code == 0);
  CHECK(shell.run({"voucher", "show", "2016-03/记/2"}).code == 3);
  CHECK(shell.run({"book", "create", "yanchi", "--from", "2016-01-01"}).code == 5);
}

TEST_CASE("a trial changes nothing and the same key is applied once", "[cli]") {
  Shell shell;
  shell.make_book();
  const std::vector<std::string> words =
      with(receipt("post", "100.00"), {"--as", "zhidan", "--approve-as", "shenhe", "--key", "k1", "--json"});
  CHECK(shell.run(with(words, {"--dry-run"})).data.find("\"dry_run\":true") != std::string::npos);
  const Ran first = shell.run(words);
  CHECK(first.data.find(R"("vouchers":["2016-03 记-0001"])") != std::string::npos);
  const Ran second = shell.run(words);
  CHECK(second.code == 0);
  CHECK(second.data.find("\"is_repeat\":true") != std::string::npos);
  const Ran list = shell.run({"voucher", "list", "--json"});
  CHECK(list.data.find("记-0001") != std::string::npos);
  CHECK(list.data.find("记-0002") == std::string::npos);
}

TEST_CASE("a submitted voucher waits until somebody else approves it", "[cli]") {
  Shell shell;
  shell.make_book();
  REQUIRE(shell.run(with(receipt("submit", "100.00"), {"--as", "zhidan"})).code == 0);
  CHECK(shell.run({"voucher", "pending", "--json"}).data.find("\"amount\":\"100.00\"") != std::string::npos);
  CHECK(shell.run({"voucher", "approve", "1", "--as", "zhidan"}).code == 6);
  CHECK(shell.run({"voucher", "approve", "2", "--as", "shenhe"}).code == 3);
  CHECK(shell.run({"voucher", "approve", "x", "--as", "shenhe"}).code == 4);
  CHECK(shell.run({"voucher", "approve", "1", "--as", "shenhe"}).code == 0);
  CHECK(shell.run({"voucher", "reject", "1", "--reason", "r", "--as", "shenhe"}).code == 5);
  CHECK(shell.run({"voucher", "pending", "--json"}).data == "{\"drafts\":[]}\n");
}

TEST_CASE("the completion knows every command", "[cli]") {
  Shell shell;
  const std::string script = shell.run_bare({"completion", "bash"}).data;
  for (const cli::Verb& verb : cli::all_verbs()) {
    const std::string path = verb.noun.empty() ? verb.name : verb.noun + " " + verb.name;
    CAPTURE(path);
    CHECK(script.find("\"" + path + "\") words=") != std::string::npos);
  }
}

}  // namespace mingzhang::tests
