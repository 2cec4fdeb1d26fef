// SPDX-License-Identifier: Apache-2.0
// Puts streams and a store behind the commands.
#include "tests/cli/shell.h"

#include <filesystem>
#include <memory>
#include <sstream>

#include "cli/run.h"
#include "store/open_store.h"
#include "tests/support/catch.h"

namespace mingzhang::tests {

Shell::Shell() : clock_(FixedClock::at(*Date::from_civil(2017, 1, 10))) {
  const auto open = [](const std::string& url, store::OpenMode mode) {
    store::OpenOptions options;
    options.mode = mode;
    return std::shared_ptr<store::Store>(store::open_store(url, options));
  };
  backend_.exists = [](const std::string& url) { return std::filesystem::exists(url); };
  backend_.open = [open](const std::string& url, service::Access access) {
    const auto store = open(url, access == service::Access::Create ? store::OpenMode::CreateIfMissing
                                 : access == service::Access::Read ? store::OpenMode::ReadOnly
                                                                   : store::OpenMode::ExistingOnly);
    return service::faces_of(store);
  };
  backend_.open_scratch = [open] {
    const auto store = open("", store::OpenMode::Scratch);
    return service::faces_of(store);
  };
}

Ran Shell::run(std::vector<std::string> words, const std::string& input) {
  words.insert(words.end(), {"--db", file("books.db"), "--book", "yanchi"});
  return run_bare(words, input);
}

Ran Shell::run_bare(const std::vector<std::string>& words, const std::string& input) {
  std::istringstream in(input);
  std::ostringstream data;
  std::ostringstream notes;
  Ran ran;
  ran.code = cli::run(words, backend_, cli::Surroundings{in, data, notes, clock_});
  ran.data = data.str();
  ran.notes = notes.str();
  return ran;
}

void Shell::make_book() {
  const std::vector<std::vector<std::string>> steps{
      {"book", "create", "yanchi", "--from", "2016-01-01", "--template", "special-fund", "--as", "guanli"},
      {"user", "add", "zhidan", "--role", "preparer", "--as", "guanli"},
      {"user", "add", "shenhe", "--role", "approver", "--as", "guanli"},
      {"fund", "add", "F1", "专项资金", "--as", "zhidan"}};
  for (const std::vector<std::string>& words : steps) REQUIRE(run(words).code == 0);
}

}  // namespace mingzhang::tests
