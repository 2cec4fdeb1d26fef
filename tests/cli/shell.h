// SPDX-License-Identifier: Apache-2.0
// Runs the program inside the test, with streams, folder and time of its own.
#pragma once

#include <string>
#include <vector>

#include "base/clock.h"
#include "service/backend.h"
#include "tests/support/temporary_folder.h"

namespace mingzhang::tests {

/// What a run left behind.
struct Ran {
  int code = 0;
  std::string data;
  std::string notes;
};

/// A folder with one database and a clock that stands on 2017-01-10.
class Shell {
 public:
  Shell();
  /// Runs the words with --db and --book yanchi.
  Ran run(std::vector<std::string> words, const std::string& input = "");
  /// Runs the words as they are.
  Ran run_bare(const std::vector<std::string>& words, const std::string& input = "");
  /// A book with the chart of special funds, an administrator, a preparer "zhidan", an approver "shenhe" (not people) and
  /// the fund F1.
  void make_book();
  std::string file(const std::string& name) const { return folder_.file(name); }

 private:
  TemporaryFolder folder_;
  FixedClock clock_;
  service::Backend backend_;
};

}  // namespace mingzhang::tests
